import { describe, expect, it } from 'vitest';
import { fontBook } from '../../src/print/fonts/font-book.ts';
import { defaultPrintOptions } from '../../src/print/options.ts';
import type { Block, PrintDocument } from '../../src/print/print-document.ts';
import { pdfText, squeezed } from '../../src/print/typst/pdf-text.ts';
import { renderPdf } from '../../src/print/typst/render-pdf.ts';
import { loadEngine } from '../../src/print/typst/typesetter.ts';
import { printDocument, stressDocument, words } from './stress-document.ts';

const engine = loadEngine()!;
const fonts = fontBook(engine.binary);
const options = { ...defaultPrintOptions, titlePage: false, contents: false };
const set = (document: PrintDocument) => {
  const rendered = renderPdf(document, options, engine, fonts);
  return { ...rendered, pages: pdfText(rendered.pdf) };
};
const paragraph = (...content: Extract<Block, { kind: 'paragraph' }>['content'][number][]): Block => ({
  kind: 'paragraph',
  role: 'body',
  n: '',
  content,
});
const numbered = (word: string, count: number) =>
  Array.from({ length: count }, (_, n) => `${word}${n + 1}q`).join(' ');
/** Which page each numbered word stands on; every one stands once. */
function pagesOf(word: string, count: number, pages: readonly string[]): number[] {
  const found = Array<number>(count).fill(0);
  for (const [page, text] of pages.entries())
    for (const [, n] of text.matchAll(new RegExp(`${word}(\\d+)q`, 'g'))) {
      expect(found[Number(n) - 1], `${word}${n} printed again`).toBe(0);
      found[Number(n) - 1] = page + 1;
    }
  expect(found.indexOf(0), `the first ${word} that is lost`).toBe(-1);
  return found;
}

describe('strange documents', () => {
  it('has a page where it has no words', () => {
    const { faults, layout } = set(printDocument({}));
    expect(faults).toEqual([]);
    expect(layout.notes).toEqual([]);
  });

  it('divides a note over more than three pages, no word lost, in order', () => {
    const notes = [{ id: 'n1', series: 'translator', n: '1', content: [words(numbered('nota', 3000))] }];
    const body = [paragraph(words('Before'), { kind: 'note', note: 'n1' }, words(' behind.'))];
    const { faults, pages } = set(printDocument({ body, notes }));
    expect(faults).toEqual([]);
    const on = pagesOf('nota', 3000, pages);
    expect(on.at(-1)! - on[0]!).toBeGreaterThan(2);
    expect(on).toEqual([...on].sort((a, b) => a - b));
  });

  it('prints a note that is called in another note behind it', () => {
    const notes = [
      { id: 'n1', series: 'translator', n: '1', content: [words('outer '), { kind: 'note', note: 'n2' }] },
      { id: 'n2', series: 'translator', n: '2', content: [words('inner')] },
    ] as PrintDocument['notes'];
    const body = [
      paragraph(words('Text'), { kind: 'note', note: 'n1' }, { kind: 'note', note: 'n2' }, words('.')),
    ];
    const { pages, faults } = set(printDocument({ body, notes }));
    expect(faults).toEqual([]);
    expect(pages.join('')).toMatch(/outer.*inner/);
  });

  it('keys an entry whose lemma goes over pages to both', () => {
    const source = stressDocument({
      paragraphs: 1,
      wordsEach: 2,
      entriesEach: 1,
      noteEvery: 0,
      noteWords: 0,
    });
    const body = [
      paragraph(
        words('Before '),
        { kind: 'entry-start', entry: 'app1' },
        words(numbered('lemma', 900)),
        { kind: 'entry-end', entry: 'app1' },
        words(' behind.'),
      ),
    ];
    const { faults, layout, pages } = set(printDocument({ body, entries: source.entries }));
    expect(faults).toEqual([]);
    const on = pagesOf(
      'lemma',
      900,
      pages.map((page) => page.replace(/lemma\d+x.*$/s, '')),
    );
    expect(on.at(-1)).toBeGreaterThan(on[0]!);
    expect(layout.entries[0]!.page).toBe('1');
    expect(layout.entries[0]!.key).toMatch(new RegExp(`^1[–-]${on.at(-1)}\\.\\d+$`));
  });

  it('prints an index of 5,000 names with their pages', () => {
    const entries = Array.from({ length: 5000 }, (_, n) => ({
      id: `p${n}`,
      label: `Name${n + 1}q`,
      sort: '',
      see: [],
    }));
    const body = Array.from({ length: 50 }, (_, p) =>
      paragraph(
        ...Array.from({ length: 100 }, (_, n) => ({
          kind: 'name' as const,
          id: `m${p * 100 + n}`,
          entries: [`p${p * 100 + n}`],
          content: [words('word ')],
        })),
      ),
    );
    const indexes = [{ id: 'persons', title: 'Persons', entries }] as unknown as PrintDocument['indexes'];
    const { faults, pages, passes } = set(printDocument({ body, indexes }));
    expect(faults).toEqual([]);
    expect(passes).toBeLessThan(5);
    pagesOf('Name', 5000, pages);
  });

  it('goes on with a table longer than pages, and with a row higher than one', () => {
    const cell = (text: string) => ({ columns: 1, rows: 1, isLabel: false, content: [words(text)] });
    const rows = [
      ...numbered('row', 200)
        .split(' ')
        .map((word) => ({ isLabel: false, cells: [cell(word), cell('and a cell')] })),
      { isLabel: false, cells: [cell(numbered('high', 1500)), cell('beside')] },
    ];
    const { faults, pages } = set(
      printDocument({
        body: [{ kind: 'table', caption: [], columns: 2, rows }, paragraph(words('finis1q'))],
      }),
    );
    expect(faults).toEqual([]);
    pagesOf('row', 200, pages);
    pagesOf('high', 1500, pages);
    pagesOf('finis', 1, pages);
  });

  it('prints a chain of headings longer than a page, with feet, in few passes', () => {
    const headings = numbered('head', 60)
      .split(' ')
      .map((text): Block => ({ kind: 'heading', id: text, level: 3, content: [words(text)], text }));
    const rest = stressDocument({
      paragraphs: 8,
      wordsEach: 90,
      entriesEach: 3,
      noteEvery: 2,
      noteWords: 60,
    });
    const { faults, passes, pages } = set({ ...rest, body: [...headings, ...rest.body] });
    expect(faults).toEqual([]);
    expect(passes).toBeLessThan(6);
    expect(pagesOf('head', 60, pages)[0]).toBe(1);
  });

  it('divides a note of a heading where the heading and its first lines have room', () => {
    // Wherever the heading falls.
    const left = [8, 10, 12, 14].map((paragraphs) => {
      const before = stressDocument({
        paragraphs,
        wordsEach: 30,
        entriesEach: 0,
        noteEvery: 0,
        noteWords: 0,
      });
      const notes = [{ id: 'n1', series: 'translator', n: '1', content: [words(numbered('nota', 300))] }];
      const head: Block = {
        kind: 'heading',
        id: 'h',
        level: 3,
        content: [words('Titulus'), { kind: 'note', note: 'n1' }],
        text: 'Titulus',
      };
      const body = [...before.body, head, paragraph(words(numbered('verbum', 12)))];
      const { pages, faults } = set({ ...before, body, notes });
      expect(faults).toEqual([]);
      const at = pages.findIndex((page) => page.includes('Titulus'));
      expect(pages[at]).toContain('verbum1q');
      const on = pagesOf('nota', 300, pages);
      expect(on[0]).toBe(at + 1);
      return on.at(-1)! - on[0]!;
    });
    expect(left.some((pagesMore) => pagesMore > 0)).toBe(true);
  });

  it('says on which page and where in the source a layout had not settled', () => {
    const filler = (i: number): Block => ({
      ...paragraph(words('words that fill lines of the page '.repeat(30))),
      i,
    });
    const reference = { kind: 'reference', target: 'far', shows: 'page', content: [] } as const;
    const document = printDocument({
      // The number that the last pass found is shorter than what held its place, so that lines move.
      body: [
        ...Array.from({ length: 20 }, (_, n) => filler(n + 1)),
        { ...paragraph(...Array.from({ length: 60 }, () => [reference, words(' and ')]).flat()), i: 99 },
        { ...filler(100), id: 'far' } as Block,
      ],
    });
    const settled = renderPdf(document, options, engine, fonts);
    expect(settled.faults).toEqual([]);
    expect(settled.passes).toBeGreaterThan(2);
    const { faults, layout } = renderPdf(document, options, engine, fonts, 2);
    expect(faults).toMatchObject([{ fault: 'layout-unsettled' }]);
    const { page, i } = faults[0]!;
    expect(Number(page)).toBeGreaterThan(1);
    expect(Number(page)).toBeLessThanOrEqual(layout.pages);
    expect(i).toBeGreaterThan(1);
  });

  it('reads back what it printed in three scripts', () => {
    const text = 'Latin ἀρχή въ началѣ';
    expect(set(printDocument({ body: [paragraph(words(text))] })).pages.join('')).toContain(squeezed(text));
  });
});
