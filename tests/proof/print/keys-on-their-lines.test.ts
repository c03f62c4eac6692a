import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fontBook } from '../../../src/print/fonts/font-book.ts';
import { defaultPrintOptions } from '../../../src/print/options.ts';
import { renderPdf } from '../../../src/print/typst/render-pdf.ts';
import { loadEngine } from '../../../src/print/typst/typesetter.ts';
import { wrongLineKeys } from '../../print/line-keys.ts';
import { misses } from '../../print/misses.ts';
import { lacksPoppler } from '../../print/pdf-lines.ts';
import { corpusFile, printDocumentsOf } from '../../print/print-documents-of.ts';
import { stressDocument } from '../../print/stress-document.ts';

const engine = loadEngine();
if (engine === undefined) throw new Error('no typesetter for this platform: these proofs cannot speak');
const fonts = fontBook(engine.binary);

describe.skipIf(lacksPoppler !== undefined)(
  `keys, from the coordinates of the PDF ${lacksPoppler ?? ''}`,
  () => {
    it.each([
      [
        '1,700 entries and notes of 400 words',
        { paragraphs: 425, wordsEach: 90, entriesEach: 4, noteEvery: 1, noteWords: 400 },
        {},
      ],
      [
        '1,720 entries and short notes',
        { paragraphs: 430, wordsEach: 165, entriesEach: 4, noteEvery: 1, noteWords: 12 },
        {},
      ],
      [
        'a small page',
        { paragraphs: 100, wordsEach: 90, entriesEach: 6, noteEvery: 2, noteWords: 120 },
        { pageSize: [320, 460] as const },
      ],
    ])('are the lines that the lemmata stand on: %s', (_, size, more) => {
      const document = stressDocument(size);
      const options = { ...defaultPrintOptions, titlePage: false, contents: false, ...more };
      const rendered = renderPdf(document, options, engine, fonts);
      expect(rendered.faults).toEqual([]);
      expect(misses(document, rendered, options)).toEqual([]);
    });

    it.skipIf(!existsSync('../shared/corpora'))(
      'are the lines of 2,448 entries of a real edition',
      async () => {
        const path = 'pta-data/data/pta0003/pta017/pta0003.pta017.pta-grc1.xml';
        const { printables } = await printDocumentsOf(corpusFile(path));
        const options = { ...defaultPrintOptions, titlePage: false, contents: false, indexes: false };
        for (const { document } of printables) {
          const rendered = renderPdf(document, options, engine, fonts);
          expect(rendered.faults.slice(0, 5)).toEqual([]);
          const { wrong, keys } = wrongLineKeys(document, rendered, options);
          expect(wrong).toEqual([]);
          expect(keys).toBeGreaterThan(2000);
        }
      },
    );
  },
);
