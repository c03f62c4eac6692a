import { plainText, walkBlocks } from '../inlines.ts';
import { noteNumbers } from '../note-numbers.ts';
import type { PrintOptions } from '../options.ts';
import type { Block, Inline, Paragraph, PrintDocument, Verse } from '../print-document.ts';
import { referenceTargets } from '../reference-targets.ts';
import { seriesOf } from '../series.ts';
import { sourceKeys } from '../source-keys.ts';
import { escapeLatex } from './escape-latex.ts';
import { type LatexSetting, labelLatex, latexInlines } from './latex-inlines.ts';
import { babelName } from './latex-languages.ts';
import { settleNumbering } from './latex-numbering.ts';
import { paragraph, trimmed } from './latex-paragraph.ts';
import { latexPreamble } from './latex-preamble.ts';
import { latexTable } from './latex-table.ts';

/** Writes a document as LaTeX for xelatex or lualatex, its apparatus and notes in reledmac's series, facing pages by reledpar. */
export function renderLatex(document: PrintDocument, options: PrintOptions): string {
  const series = seriesOf(document, options);
  const targets = referenceTargets(document);
  const setting: LatexSetting = {
    document,
    options,
    letters: new Map(series.map((each, index) => [each.id, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[index]!])),
    series: new Map(series.map((each) => [each.id, each])),
    notes: new Map(document.notes.map((note) => [note.id, note])),
    numbers: noteNumbers(document, series),
    entries: new Map(document.entries.map((entry) => [entry.id, entry])),
    sources: sourceKeys(document),
    targets,
    labels: new Set(targets),
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
    '\\frontmatter',
    options.titlePage ? titlePage(document, setting) : '',
    options.contents && [...walkBlocks(blocks)].filter((block) => block.kind === 'heading').length > 1
      ? `\\renewcommand\\contentsname{${escapeLatex(document.words.contents)}}\\tableofcontents\\cleardoublepage`
      : '',
    '\\mainmatter',
    `\\markboth{${runningHead(document.running.left, setting)}}{${runningHead(document.running.right, setting)}}`,
    '\\beginnumbering',
    all(blocks, setting),
    '\\endnumbering',
    options.indexes ? '\\vprintindexes' : '',
    '\\end{document}',
  ];
  return settleNumbering(`${parts.filter((part) => part !== '').join('\n')}\n`);
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

/** Words of a running head, as many as have room beside the page number. */
function runningHead(words: string, { options }: LatexSetting): string {
  const width = options.pageSize[0] - options.marginInner - options.marginOuter;
  const letters = Math.floor((0.8 * width) / (0.5 * options.fontSize));
  if (words.length <= letters) return escapeLatex(words);
  return escapeLatex(`${words.slice(0, letters).replace(/\s+\S*$|[\uD800-\uDBFF]$/u, '')} …`);
}

/** Blocks one after the other, those in another language than the text with its rules and its direction; numbering that counts by section begins again at headings of the first level. */
function all(blocks: readonly Block[], setting: LatexSetting): string {
  const out: string[] = [];
  let open: string | undefined;
  const speak = (name: string | undefined) => {
    if (open !== undefined) out.push('\\end{otherlanguage}');
    if (name !== undefined) out.push(`\\begin{otherlanguage}{${name}}`);
    open = name;
  };
  for (const [index, block] of blocks.entries()) {
    const restarts =
      setting.options.lineNumbers === 'section' && block.kind === 'heading' && block.level === 1 && index > 0;
    if (restarts) {
      speak(undefined);
      out.push('\\endnumbering\n\\beginnumbering');
    }
    const language = block.kind === 'parallel' ? undefined : block.language;
    const name = language === undefined ? undefined : babelName(language);
    if (name !== open) speak(name);
    out.push(blockLatex(block, setting));
  }
  speak(undefined);
  return out.join('\n');
}

function blockLatex(block: Block, setting: LatexSetting): string {
  const run = (content: readonly Inline[]) => trimmed(latexInlines(content, setting));
  const anchor = labelLatex(block.id, setting);
  switch (block.kind) {
    case 'heading': {
      const level = ['chapter', 'section', 'subsection'][Math.min(block.level, 3) - 1]!;
      const size = ['\\Large\\bfseries', '\\large\\bfseries', '\\itshape'][Math.min(block.level, 3) - 1]!;
      const words = escapeLatex(block.text);
      const mark = block.level < 3 ? `\\markright{${runningHead(block.text, setting)}}` : '';
      return `\\vskip 1.2\\baselineskip\\needspace{6\\baselineskip}\n{${size}\\raggedright\\hyphenpenalty=10000
${paragraph(run(block.content), `${anchor}\\addcontentsline{toc}{${level}}{${words}}${mark}`)}}\n\\nopagebreak`;
    }
    case 'paragraph':
      return paragraphLatex(block, anchor, run(block.content));
    case 'verse':
      return verseLatex(block, setting);
    case 'list':
      return block.items
        .map((item, index) => {
          const label =
            run(item.label) ||
            (block.style === 'bulleted' ? '\\textbullet' : block.style === 'numbered' ? `${index + 1}.` : '');
          const [first, ...rest] = item.content;
          if (first?.kind !== 'paragraph') return `${paragraph(label)}\n${all(item.content, setting)}`;
          const begin =
            label === '' ? '\\noindent ' : `\\noindent\\hangindent=1.8em\\makebox[1.8em][l]{${label}}`;
          return [paragraph(run(first.content), '', begin), all(rest, setting)]
            .filter((part) => part !== '')
            .join('\n');
        })
        .join('\n');
    case 'table':
      return latexTable(block, setting);
    case 'minutes':
      return `${block.roster.length > 0 ? paragraph(`{\\small\\itshape ${run(block.roster)}}`, anchor) : ''}\n${all(block.content, setting)}`;
    case 'quotation':
      return `\\vquotation{1}\n${all(block.content, setting)}\n\\vquotation{-1}`;
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

/** Verse; lines with a number of their own set reledmac's count to it. */
function verseLatex(block: Verse, setting: LatexSetting): string {
  const { verseNumberEvery, lineNumberEvery, lineNumbers } = setting.options;
  const isNumbered = verseNumberEvery > 0 && block.lines.some((line) => /^\d+$/.test(line.n));
  const every = (step: number) => `\\firstlinenum{${step || 100000}}\\linenumincrement{${step || 100000}}`;
  const lines = block.lines.map((line, at) => {
    // A verse that is shared between speakers stands in more than one printed line.
    const isOwn = isNumbered && /^\d+$/.test(line.n) && line.n !== block.lines[at - 1]?.n;
    const number = isOwn ? `\\setline{${line.n}}` : '';
    const content = trimmed(latexInlines(line.content, setting));
    return paragraph(
      content,
      number + labelLatex(line.id, setting),
      `\\noindent\\hangindent=3em\\hspace*{${1 + line.indent}em}`,
    );
  });
  return [
    `\\vskip .5\\baselineskip${isNumbered ? every(verseNumberEvery) : ''}`,
    ...lines,
    `\\vskip .5\\baselineskip${isNumbered ? every(lineNumbers === 'none' ? 0 : lineNumberEvery) : ''}`,
  ].join('\n');
}

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
