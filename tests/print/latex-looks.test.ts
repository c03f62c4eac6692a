import { describe, expect, it } from 'vitest';
import { escapeLatex } from '../../src/print/latex/escape-latex.ts';
import { renderLatex } from '../../src/print/latex/render-latex.ts';
import { defaultPrintOptions } from '../../src/print/options.ts';
import type { Block, Inline, PrintDocument } from '../../src/print/print-document.ts';
import { printDocument, words } from './stress-document.ts';

const paragraph = (content: readonly Inline[], more: Partial<Block> = {}): Block =>
  ({ kind: 'paragraph', role: 'unindented', n: '', content, ...more }) as Block;
const latexOf = (given: Partial<PrintDocument>) => renderLatex(printDocument(given), defaultPrintOptions);

describe('LaTeX', () => {
  it('sets a paragraph and a note by the rules of their own language', () => {
    const source = latexOf({
      body: [
        paragraph([words('Donaudampfschiff'), { kind: 'note', note: 'a' }], { language: 'de' }),
        paragraph([words('שלום')], { language: 'he', direction: 'rtl' }),
      ],
      notes: [{ id: 'a', series: 'translator', n: '1', language: 'fr', content: [words('navire')] }],
    });
    for (const name of ['german', 'hebrew', 'french'])
      expect(source).toContain(`\\babelprovide[import]{${name}}`);
    expect(source).toMatch(
      /\\begin\{otherlanguage\}\{german\}\n\\pstart\{\}.*Donaudampfschiff.*\n\\end\{otherlanguage\}/,
    );
    expect(source).toMatch(/\\begin\{otherlanguage\}\{hebrew\}\n.*שלום/u);
    expect(source).toContain('\\foreignlanguage{french}{navire}');
  });

  it('asks a font for the forms of its script in both engines', () => {
    const source = latexOf({ body: [paragraph([words('مجلة')])] });
    expect(source).toContain('\\vscriptfont{Arabic}{Amiri}{Script=Arabic}{}');
    expect(source).toContain('\\else\\expandafter\\newfontfamily\\csname vfont#1\\endcsname{#2}[#3]\\fi');
  });

  it('shortens a running head that has no room beside the page number', () => {
    const long = `Foreign Relations of the United States ${'and of others '.repeat(9)}`;
    const source = latexOf({
      running: { left: 'Short', right: long },
      body: [{ kind: 'heading', level: 1, text: long, content: [words(long)] }],
    });
    expect(source).toMatch(/\\markboth\{Short\}\{Foreign Relations of the United States [^}]{1,20} …\}/);
    expect(source).toMatch(/\\markright\{Foreign Relations of the United States [^}]{1,20} …\}/);
    expect(source).toContain(`\\addcontentsline{toc}{chapter}{${long}}`);
  });

  it('lets a long address be divided, and leaves short words alone', () => {
    expect(escapeLatex('https://www.example.org/groups/382445/items')).toBe(
      'https://\\allowbreak{}www.\\allowbreak{}example.\\allowbreak{}org/\\allowbreak{}groups/\\allowbreak{}382445/\\allowbreak{}items',
    );
    expect(escapeLatex('and/or e.g. 1920/21')).toBe('and/or e.g. 1920/21');
  });

  it('begins and ends no paragraph and no cell with an empty line', () => {
    const lines: Inline[] = [
      { kind: 'break' },
      words(' one'),
      { kind: 'break' },
      words('two '),
      { kind: 'break' },
    ];
    const cell = { columns: 1, rows: 1, isLabel: false, content: lines };
    const source = latexOf({
      body: [
        paragraph(lines),
        { kind: 'table', columns: 1, caption: [], rows: [{ isLabel: false, cells: [cell] }] },
      ],
    });
    expect(source).toContain('\\mbox{}one\\newline{}two\\pend');
    expect(source).toContain('{one\\newline{}two} \\\\');
  });

  it('parts letters without end, and texts of scripts without blanks', () => {
    const [long, compound] = ['x'.repeat(130), 'Donaudampfschifffahrtsgesellschaft'];
    expect(escapeLatex(long).split('\\allowbreak{}')).toHaveLength(130);
    expect(escapeLatex(compound)).toBe(compound);
    expect(escapeLatex('日本のー語。')).toBe(
      '\\vscript{Han}{日\\allowbreak{}本}\\allowbreak{}\\vscript{Hiragana}{の}\\vchar{30FC}{ー}\\vscript{Han}{語}\\vchar{3002}{。}',
    );
  });

  it('begins no count of lines that counts none', () => {
    const cell = { columns: 1, rows: 1, isLabel: false, content: [words('x')] };
    const table: Block = {
      kind: 'table',
      columns: 1,
      caption: [],
      rows: [{ isLabel: false, cells: [cell] }],
    };
    const counts = (...body: Block[]) =>
      latexOf({ body })
        .match(/^\\(?:begin|resume|pause|end)numbering$|^\\pstart|^\\begin\{longtable\}/gm)!
        .map((each) => each.replace(/^\\|\{|\}|numbering/g, ''));
    const text = paragraph([words('x')]);
    expect(latexOf({})).not.toContain('\\beginnumbering');
    expect(counts(table, table)).toEqual(['beginlongtable', 'beginlongtable']);
    expect(counts(table, text, table, table)).toEqual([
      'beginlongtable',
      'begin',
      'pstart',
      'end',
      'beginlongtable',
      'beginlongtable',
    ]);
    expect(counts(text, table, table, text)).toEqual([
      'begin',
      'pstart',
      'pause',
      'beginlongtable',
      'beginlongtable',
      'resume',
      'pstart',
      'end',
    ]);
  });

  it('gives the columns of a table what their words want, and repeats its head', () => {
    const row = (isLabel: boolean, ...cells: string[]) => ({
      isLabel,
      cells: cells.map((each) => ({ columns: 1, rows: 1, isLabel: false, content: [words(each)] })),
    });
    const subject = 'Transmits a copy of the correspondence about the affairs of the reservation. '.repeat(3);
    const source = latexOf({
      body: [
        {
          kind: 'table',
          columns: 3,
          caption: [],
          rows: [row(true, 'No.', 'Subject', 'Page'), row(false, '1', subject, '9')],
        },
      ],
    });
    const [no, text, page] = [...source.matchAll(/p\{([\d.]+)bp\}/g)].map(([, width]) => Number(width));
    expect(no).toBeLessThan(40);
    expect(page).toBeLessThan(40);
    expect(text).toBeGreaterThan(250);
    expect(source).toMatch(/\\textbf\{Page\}\} \\\\\n\\endhead\n\{1\}/);
  });
});
