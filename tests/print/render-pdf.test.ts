import { describe, expect, it } from 'vitest';
import { fontBook } from '../../src/print/fonts/font-book.ts';
import { defaultPrintOptions } from '../../src/print/options.ts';
import { renderPdf } from '../../src/print/typst/render-pdf.ts';
import { loadEngine } from '../../src/print/typst/typesetter.ts';
import { misses } from './misses.ts';
import { lacksPoppler } from './pdf-lines.ts';
import { stressDocument } from './stress-document.ts';

const engine = loadEngine();
if (engine === undefined) throw new Error('no typesetter for this platform: these tests cannot speak');
const fonts = fontBook(engine.binary);
const options = { ...defaultPrintOptions, titlePage: false, contents: false };

describe.skipIf(lacksPoppler !== undefined)(`PDF ${lacksPoppler ?? ''}`, () => {
  it.each([
    [
      'entries and short notes',
      { paragraphs: 24, wordsEach: 90, entriesEach: 3, noteEvery: 2, noteWords: 20 },
    ],
    [
      'notes longer than the room that is left',
      { paragraphs: 12, wordsEach: 90, entriesEach: 4, noteEvery: 1, noteWords: 400 },
    ],
    ['no notes at all', { paragraphs: 3, wordsEach: 60, entriesEach: 0, noteEvery: 0, noteWords: 0 }],
  ])('puts every entry on the line of its lemma and every note on the page of its call: %s', (_, size) => {
    const document = stressDocument(size);
    const rendered = renderPdf(document, options, engine, fonts);
    expect(rendered.faults).toEqual([]);
    expect(misses(document, rendered, options)).toEqual([]);
  });

  it('gives the same bytes for the same document', () => {
    const document = stressDocument({
      paragraphs: 5,
      wordsEach: 60,
      entriesEach: 2,
      noteEvery: 2,
      noteWords: 30,
    });
    const [one, two] = [1, 2].map(() => renderPdf(document, options, engine, fonts).pdf);
    expect(Buffer.compare(one!, two!)).toBe(0);
  });
});
