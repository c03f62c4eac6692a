import { describe, expect, it } from 'vitest';
import { fontBook, NotAFont } from '../../src/print/fonts/font-book.ts';
import { missingGlyphs } from '../../src/print/missing-glyphs.ts';
import { defaultPrintOptions } from '../../src/print/options.ts';
import type { Block, Inline } from '../../src/print/print-document.ts';
import { pdfText, squeezed } from '../../src/print/typst/pdf-text.ts';
import { renderPdf } from '../../src/print/typst/render-pdf.ts';
import { loadEngine } from '../../src/print/typst/typesetter.ts';
import { wordsOfPages } from './pdf-lines.ts';
import { printDocument, words } from './stress-document.ts';

const engine = loadEngine()!;
const fonts = fontBook(engine.binary);
const options = { ...defaultPrintOptions, titlePage: false, contents: false };
const paragraph = (value: string) =>
  ({ kind: 'paragraph', role: 'body', n: '', content: [words(value)] }) as const;

describe('bad input', () => {
  it('prints the signs of Typst, LaTeX and XML as they are', () => {
    const signs = '#let x = [*a*]; $y_1$ \\end{document} <p>&amp;</p> @ref ~ ` `` // /* 50% ^_{}';
    const { pdf } = renderPdf(printDocument({ body: [paragraph(signs)] }), options, engine, fonts);
    expect(pdfText(pdf).join('')).toContain(squeezed(signs));
  });

  it('breaks a word that no line can hold, also one of many inlines, and loses no letter of it', () => {
    const whole = 'b'.repeat(700);
    const parts = Array.from({ length: 700 }, () => ({
      kind: 'style' as const,
      style: 'italic' as const,
      content: [words('c')],
    }));
    const body = [paragraph(whole), { ...paragraph(''), content: parts }];
    const { pdf, faults } = renderPdf(printDocument({ body }), options, engine, fonts);
    expect(faults).toEqual([]);
    const [left, right] = [options.marginInner - 1, options.pageSize[0] - options.marginOuter + 6];
    const printed = wordsOfPages(pdf)
      .flat()
      .filter(({ x, right: end }) => x > left && end < right)
      .map(({ text }) => text)
      .join('');
    for (const letter of ['b', 'c']) expect(printed.split(letter)).toHaveLength(701);
  });

  it('sets blocks and styles that stand in one another beyond all measure', () => {
    const nest = <Each>(depth: number, inner: Each, wrap: (each: Each) => Each): Each =>
      depth === 0 ? inner : nest(depth - 1, wrap(inner), wrap);
    const styled = nest<Inline>(150, words('deepest'), (each) => ({
      kind: 'style',
      style: 'bold',
      content: [each],
    }));
    const list = nest<Block>(60, { ...paragraph(''), content: [styled] }, (each) => ({
      kind: 'list',
      style: 'labelled',
      items: [{ label: [words('label')], content: [paragraph('item'), each] }],
    }));
    const quoted = nest<Block>(60, paragraph('innermost'), (each) => ({
      kind: 'quotation',
      content: [each],
    }));
    const { pdf } = renderPdf(printDocument({ body: [list, quoted] }), options, engine, fonts);
    const text = pdfText(pdf).join('');
    expect(text.split('label')).toHaveLength(61);
    for (const word of ['deepest', 'innermost']) expect(text).toContain(word);
  });

  it('names the characters that no font has, once each', () => {
    const document = printDocument({ body: [{ ...paragraph('a देव दे ἀρχή אבג العربية Ѣ'), i: 7 }] });
    expect(missingGlyphs(document, options, fonts.covers)).toContainEqual({ character: 'द', times: 2, i: 7 });
    expect(
      missingGlyphs(document, options, fonts.covers).every(({ character }) =>
        /\p{Script=Devanagari}/u.test(character),
      ),
    ).toBe(true);
  });

  it('names what no font has in a note, an entry, a table, and in what is printed in heads and indexes', () => {
    const at = (i: number, character: string) => ({ character, times: 1, i });
    const cell = { columns: 1, rows: 1, isLabel: false, content: [words('丁')] };
    const document = printDocument({
      title: { main: [words('甲')], subtitle: [], authors: ['乙'], lines: [] },
      body: [
        {
          ...paragraph(''),
          i: 3,
          content: [
            { kind: 'name', id: 'm', entries: ['p'], content: [words('Name')] },
            {
              kind: 'index-mark',
              id: 'x',
              index: 'index',
              terms: [{ text: '戊', sort: '' }],
              see: '己',
              seeAlso: '',
            },
          ],
        },
        { kind: 'table', i: 4, caption: [], columns: 1, rows: [{ isLabel: false, cells: [cell] }] },
        { kind: 'figure', i: 5, caption: [], description: '庚' },
      ],
      notes: [{ id: 'n', i: 6, series: 'translator', n: '1', content: [words('辛')] }],
      indexes: [
        {
          id: 'persons',
          title: 'Persons',
          entries: [
            { id: 'p', label: '壬', sort: '', see: [] },
            { id: 'unmentioned', label: '癸', sort: '', see: [] },
          ],
        },
      ],
    });
    expect(missingGlyphs(document, options, fonts.covers)).toEqual([
      { character: '甲', times: 1, i: undefined },
      at(3, '壬'),
      at(3, '戊'),
      at(3, '己'),
      at(4, '丁'),
      at(5, '庚'),
      at(6, '辛'),
      { character: '乙', times: 1, i: undefined },
    ]);
  });

  it('refuses a font file that is none', () => {
    expect(() =>
      fontBook(engine.binary, [{ path: 'a.ttf', bytes: new TextEncoder().encode('<html>') }]),
    ).toThrow(NotAFont);
  });
});
