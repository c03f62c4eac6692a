import { describe, expect, it } from 'vitest';
import { fontBook } from '../../src/print/fonts/font-book.ts';
import { defaultPrintOptions } from '../../src/print/options.ts';
import type { Block } from '../../src/print/print-document.ts';
import { tableSize } from '../../src/print/table-columns.ts';
import { renderPdf } from '../../src/print/typst/render-pdf.ts';
import { loadEngine } from '../../src/print/typst/typesetter.ts';
import { lacksPoppler, wordsOfPages } from './pdf-lines.ts';
import { printDocument, words } from './stress-document.ts';

const engine = loadEngine()!;
const fonts = fontBook(engine.binary);
const options = { ...defaultPrintOptions, titlePage: false, contents: false };
const german =
  'Quarantäneverwaltung Zwischenergebnis Ausschußsitzung Militärausschuß Verteidigungsminister Oberkommandierender Generalsekretär Außenminister Interkontinentalrakete Protokollführung Schiffsverkehr Unterseeboot'.split(
    ' ',
  );
const table = (rows: readonly (readonly string[])[]): Block => ({
  kind: 'table',
  id: 't',
  i: 7,
  caption: [words('Caption')],
  columns: rows[0]!.length,
  rows: rows.map((row, index) => ({
    isLabel: index === 0,
    cells: row.map((text) => ({ columns: 1, rows: 1, isLabel: index === 0, content: [words(text)] })),
  })),
});

/** Sets blocks; no two words may cover each other, and none may leave the text's width. */
function set(...body: Block[]) {
  const rendered = renderPdf(printDocument({ language: 'de', body }), options, engine, fonts);
  const pages = wordsOfPages(rendered.pdf);
  const [left, right] = [options.marginInner, options.pageSize[0] - options.marginOuter];
  for (const all of pages) {
    const inText = all.filter(({ x }) => x > left - 1 && x < right);
    for (const word of inText) expect(word.right, word.text).toBeLessThan(right + 1);
    for (const [index, one] of inText.entries())
      for (const other of inText.slice(index + 1)) {
        const across = Math.min(one.right, other.right) - Math.max(one.x, other.x);
        const down = Math.min(one.y, other.y) - Math.max(one.y - one.height, other.y - other.height);
        expect(across > 0.5 && down > one.height * 0.5, `${one.text} covers ${other.text}`).toBe(false);
      }
  }
  const text = pages.flat().map((word) => word.text);
  return { ...rendered, text };
}
const held = (text: readonly string[]) => text.join('').replace(/[-\u00ad\u200b]/g, '');

describe.skipIf(lacksPoppler !== undefined)(`wide tables ${lacksPoppler ?? ''}`, () => {
  it('give each column room for its longest word', () => {
    const { faults, text } = set(table([german.slice(0, 5), ['7', '1007', '2007', '3007', '4007']]));
    expect(faults).toEqual([]);
    for (const word of german.slice(0, 5)) expect(text).toContain(word);
  });

  it('give a narrow column what it wants beside one of running text', () => {
    const { faults, text } = set(
      table([
        ['Namen', 'Bericht'],
        [german[4]!, 'many words that run on '.repeat(60)],
      ]),
    );
    expect(faults).toEqual([]);
    expect(text).toContain(german[4]);
  });

  it('leave the rest to running text whose longest word is wider than an equal share', () => {
    const name = 'Mr. Guzman to Mr. Gresham (telegram).';
    const row = ['138', name, 'Sept. 26', 'many words that run on Interkontinentalrakete '.repeat(8), '207'];
    const columns = tableSize(
      [12, 200, 40, 90, 16].map((cell, index) => ({
        word: [12, 50, 25, 90, 16][index]!,
        cell: index === 3 ? 900 : cell,
      })),
      7,
      368,
    ).widths!;
    expect(columns[3]!).toBeGreaterThanOrEqual(columns[1]! - 0.01);
    expect(set(table([row, row, row])).faults).toEqual([]);
  });

  it('become smaller where their words need it', () => {
    const row = Array.from({ length: 18 }, (_, n) => String(1000 * n + 7));
    const { faults, text } = set(table([row, row]));
    expect(faults).toEqual([]);
    for (const figure of row) expect(text.filter((each) => each === figure)).toHaveLength(2);
  });

  it('divide words where even that is not enough, and say so', () => {
    const hyphenated = set(table([german.slice(0, 8), german.slice(4, 12)]));
    expect(hyphenated.faults).toEqual([{ fault: 'table-too-wide', id: 't', i: 7, page: '', columns: 8 }]);
    for (const word of german) expect(held(hyphenated.text)).toContain(word);
    const figures = Array.from({ length: 40 }, (_, n) => String(10_000 + n));
    const wide = set(table([figures, figures]));
    expect(wide.faults.map(({ fault }) => fault)).toEqual(['table-too-wide']);
    expect(wide.text.join('').replace(/\D/g, '').length).toBeGreaterThanOrEqual(2 * 40 * 5);
  });

  it('stand in a quotation and in cells over columns and rows as elsewhere', () => {
    const cell = (text: string, columns = 1, rows = 1) => ({
      columns,
      rows,
      isLabel: false,
      content: [words(text)],
    });
    const spanned: Block = {
      kind: 'table',
      caption: [],
      columns: 4,
      rows: [
        { isLabel: false, cells: [cell(german[0]!, 1, 2), cell('über zwei', 2), cell(german[1]!)] },
        { isLabel: false, cells: [cell(german[4]!), cell(german[5]!), cell(german[8]!)] },
      ],
    };
    const { faults, text } = set({ kind: 'quotation', content: [spanned] });
    expect(faults).toEqual([]);
    for (const at of [0, 1, 4, 5, 8]) expect(text).toContain(german[at]);
  });
});
