import { plainText } from '../inlines.ts';
import type { PrintOptions } from '../options.ts';
import type { Block, Inline, Paragraph, PrintDocument } from '../print-document.ts';
import { seriesOf } from '../series.ts';
import { escapeLatex, latexName } from './escape-latex.ts';
import { type LatexSetting, latexInlines } from './latex-inlines.ts';
import { latexPreamble } from './latex-preamble.ts';

/** Writes a document as LaTeX for xelatex or lualatex, its apparatus and notes in reledmac's series, facing pages by reledpar. */
export function renderLatex(document: PrintDocument, options: PrintOptions): string {
  const series = seriesOf(document, options);
  const setting: LatexSetting = {
    document,
    options,
    letters: new Map(series.map((each, index) => [each.id, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[index]!])),
    series: new Map(series.map((each) => [each.id, each])),
    notes: new Map(document.notes.map((note) => [note.id, note])),
    entries: new Map(document.entries.map((entry) => [entry.id, entry])),
    registers: new Map(
      document.indexes.flatMap((index) =>
        index.entries.map((entry) => [entry.id, { ...entry, index: index.id }] as const),
      ),
    ),
  };
  const blocks = [...document.front, ...document.body, ...document.back];
  const parts = [
    latexPreamble(document, options, series, setting.letters),
    '\\begin{document}',
    options.titlePage ? titlePage(document, setting) : '',
    options.contents
      ? `\\renewcommand\\contentsname{${escapeLatex(document.words.contents)}}\\tableofcontents\\cleardoublepage`
      : '',
    '\\mainmatter',
    `\\markboth{${escapeLatex(document.running.left)}}{${escapeLatex(document.running.right)}}`,
    '\\beginnumbering',
    ...blocks.map((block) => blockLatex(block, setting)),
    '\\endnumbering',
    options.indexes ? '\\vprintindexes' : '',
    '\\end{document}',
  ];
  return `${parts.filter((part) => part !== '').join('\n')}\n`;
}

function titlePage(document: PrintDocument, setting: LatexSetting): string {
  const { authors, main, subtitle, lines } = document.title;
  return [
    '\\begin{titlepage}\\centering\\vspace*{\\stretch{1}}',
    ...authors.map((author) => `{\\large ${escapeLatex(author)}\\par}\\medskip`),
    `{\\Huge ${latexInlines(main, setting)}\\par}\\medskip`,
    subtitle.length > 0 ? `{\\Large\\itshape ${latexInlines(subtitle, setting)}\\par}` : '',
    '\\vspace{\\stretch{1}}',
    ...lines.map((line) => `${latexInlines(line, setting)}\\par`),
    '\\vspace*{\\stretch{2}}\\end{titlepage}',
  ].join('\n');
}

const paragraph = (content: string, before = '', indent = '\\noindent '): string =>
  `\\pstart{}${before}${indent}${content}\\pend`;

function blockLatex(block: Block, setting: LatexSetting): string {
  const run = (content: readonly Inline[]) => latexInlines(content, setting).trim();
  const all = (blocks: readonly Block[]) => blocks.map((each) => blockLatex(each, setting)).join('\n');
  const anchor = block.id === undefined ? '' : `\\edlabel{${latexName(block.id)}}`;
  switch (block.kind) {
    case 'heading': {
      const level = ['chapter', 'section', 'subsection'][Math.min(block.level, 3) - 1]!;
      const size = ['\\Large\\bfseries', '\\large\\bfseries', '\\itshape'][Math.min(block.level, 3) - 1]!;
      const words = escapeLatex(block.text);
      const mark = block.level < 3 ? `\\markright{${words}}` : '';
      return `\\vskip 1.2\\baselineskip\n${paragraph(`{${size} ${run(block.content)}}`, `${anchor}\\addcontentsline{toc}{${level}}{${words}}${mark}`)}\n\\nopagebreak`;
    }
    case 'paragraph':
      return paragraphLatex(block, anchor, run(block.content));
    case 'verse':
      return [
        '\\vskip .5\\baselineskip',
        ...block.lines.map((line) =>
          paragraph(
            run(line.content),
            line.id === undefined ? '' : `\\edlabel{${latexName(line.id)}}`,
            `\\noindent\\hangindent=3em\\hspace*{${1 + line.indent}em}`,
          ),
        ),
        '\\vskip .5\\baselineskip',
      ].join('\n');
    case 'list':
      return block.items
        .map((item, index) => {
          const label =
            run(item.label) ||
            (block.style === 'bulleted' ? '\\textbullet' : block.style === 'numbered' ? `${index + 1}.` : '');
          const [first, ...rest] = item.content;
          if (first?.kind !== 'paragraph') return `${paragraph(label)}\n${all(item.content)}`;
          const begin =
            label === '' ? '\\noindent ' : `\\noindent\\hangindent=1.8em\\makebox[1.8em][l]{${label}}`;
          return [paragraph(run(first.content), '', begin), all(rest)]
            .filter((part) => part !== '')
            .join('\n');
        })
        .join('\n');
    case 'table':
      return tableLatex(block, setting);
    case 'minutes':
      return `${block.roster.length > 0 ? paragraph(`{\\small\\itshape ${run(block.roster)}}`, anchor) : ''}\n${all(block.content)}`;
    case 'quotation':
      return `\\vquotation{1}\n${all(block.content)}\n\\vquotation{-1}`;
    case 'parallel':
      return parallelLatex(block.pairs, setting);
    case 'figure':
      return paragraph(`\\emph{${escapeLatex(block.description)}} ${run(block.caption)}`, anchor);
    case 'rule':
      return paragraph('\\hfil * * *\\hfil');
  }
}

function paragraphLatex(block: Paragraph, anchor: string, content: string): string {
  switch (block.role) {
    case 'body':
      return paragraph(content, anchor, '\\hspace*{1.2em}');
    case 'decision':
      return paragraph(`\\emph{${content}}`, anchor, '\\noindent\\hspace*{1.2em}');
    case 'speaker':
      return `\\vskip .4\\baselineskip\n${paragraph(`\\textsc{${content}}`, anchor)}\n\\nopagebreak`;
    case 'stage':
    case 'label':
      return paragraph(`\\emph{${content}}`, anchor);
    case 'dateline':
    case 'signed':
      return paragraph(content, anchor, '\\noindent\\hfill ');
    case 'centered':
    case 'caption':
      return paragraph(`${content}\\hfil`, anchor, '\\noindent\\hfil ');
    default:
      return paragraph(content, anchor);
  }
}

/** A table; one with calls or lemmata in it is written row by row, as reledmac keys nothing inside `longtable`. */
function tableLatex(block: Extract<Block, { kind: 'table' }>, setting: LatexSetting): string {
  const caption =
    block.caption.length > 0 ? `${paragraph(`\\emph{${latexInlines(block.caption, setting)}}`)}\n` : '';
  const isKeyed = block.rows.some((row) =>
    row.cells.some((cell) => cell.content.some((inline) => holdsMarks(inline))),
  );
  if (isKeyed)
    return (
      caption +
      block.rows
        .map((row) =>
          paragraph(
            row.cells.map((cell) => latexInlines(cell.content, setting)).join('\\quad\\textbar\\quad '),
            '',
            '\\noindent\\hangindent=2em ',
          ),
        )
        .join('\n')
    );
  const width = (0.98 / block.columns).toFixed(3);
  const rows = block.rows.map((row) =>
    row.cells
      .map((cell) => {
        const content = latexInlines(cell.content, setting);
        const shown = cell.isLabel || row.isLabel ? `\\textbf{${content}}` : content;
        return cell.columns > 1 ? `\\multicolumn{${cell.columns}}{l}{${shown}}` : `{${shown}}`;
      })
      .join(' & '),
  );
  return `${caption}\\pausenumbering\n\\begin{longtable}{*{${block.columns}}{>{\\raggedright\\arraybackslash}p{\\dimexpr${width}\\textwidth-2\\tabcolsep}}}\n${rows.map((row) => `${row} \\\\`).join('\n')}\n\\end{longtable}\n\\resumenumbering`;
}

const holdsMarks = (inline: Inline): boolean =>
  inline.kind === 'note' ||
  inline.kind === 'entry-start' ||
  inline.kind === 'entry-end' ||
  ('content' in inline && inline.content.some(holdsMarks));

/** Facing pages: a pair is one `\pstart` on each side, so that reledpar aligns them. */
function parallelLatex(pairs: Extract<Block, { kind: 'parallel' }>['pairs'], setting: LatexSetting): string {
  const side = (name: 'left' | 'right') =>
    pairs
      .map(
        (pair) =>
          `\\pstart{}\\noindent ${pair[name].map((block) => runsOf(block, setting)).join('\\newline{}')}\\pend`,
      )
      .join('\n');
  return [
    '\\endnumbering',
    '\\begin{pages}',
    '\\begin{Leftside}\n\\beginnumbering',
    side('left'),
    '\\endnumbering\n\\end{Leftside}',
    '\\begin{Rightside}\n\\beginnumbering',
    side('right'),
    '\\endnumbering\n\\end{Rightside}',
    '\\end{pages}\n\\Pages',
    '\\beginnumbering',
  ].join('\n');
}

function runsOf(block: Block, setting: LatexSetting): string {
  if (block.kind === 'paragraph' || block.kind === 'heading') return latexInlines(block.content, setting);
  if (block.kind === 'verse')
    return block.lines.map((line) => latexInlines(line.content, setting)).join('\\newline{}');
  if (block.kind === 'quotation' || block.kind === 'minutes')
    return block.content.map((each) => runsOf(each, setting)).join('\\newline{}');
  if (block.kind === 'list')
    return block.items
      .map(
        (item) =>
          `${escapeLatex(plainText(item.label))} ${item.content.map((each) => runsOf(each, setting)).join('\\newline{}')}`,
      )
      .join('\\newline{}');
  return '';
}
