import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fontBook } from '../../src/print/fonts/font-book.ts';
import { defaultPrintOptions, type PrintOptions } from '../../src/print/options.ts';
import type { PrintDocument } from '../../src/print/print-document.ts';
import { renderPdf } from '../../src/print/typst/render-pdf.ts';
import { loadEngine } from '../../src/print/typst/typesetter.ts';
import { wrongLineKeys } from './line-keys.ts';
import { lacksPoppler } from './pdf-lines.ts';
import { corpusFile, editionIn, printDocumentsOf } from './print-documents-of.ts';

const engine = loadEngine();
if (engine === undefined) throw new Error('no typesetter for this platform: these tests cannot speak');
const fonts = fontBook(engine.binary);
const bare = { ...defaultPrintOptions, titlePage: false, contents: false, indexes: false };

/** How many keys a document has; every one of them is proved. */
function provedKeys(document: PrintDocument, options: PrintOptions): number {
  const rendered = renderPdf(document, options, engine!, fonts);
  expect(rendered.faults.slice(0, 5)).toEqual([]);
  const { wrong, keys } = wrongLineKeys(document, rendered, options);
  expect(wrong, document.id).toEqual([]);
  return keys;
}

describe.skipIf(lacksPoppler !== undefined)(`keys on the pages of editions ${lacksPoppler ?? ''}`, () => {
  it('are the lines of Protocol 62 where its notes are keyed to lines', async () => {
    const { files, config } = editionIn('.');
    const { printables } = await printDocumentsOf(files, config);
    const series = { translator: { key: 'line' }, editor: { key: 'line' } } as const;
    expect(provedKeys(printables[0]!.document, { ...bare, series })).toBeGreaterThan(8);
  });

  it('are the verses and lines of the critical edition', async () => {
    const { files, config } = editionIn('examples/catullus');
    const { printables } = await printDocumentsOf(files, config);
    const keys = printables.map(({ document }) => provedKeys(document, bare));
    expect(keys.reduce((sum, each) => sum + each, 0)).toBeGreaterThan(20);
    // By printed lines, on a page so small that verses break.
    const small: PrintOptions = { ...bare, verseNumberEvery: 0, pageSize: [340, 440] };
    for (const { document } of printables) provedKeys(document, small);
  });

  it('name one line each where a page has prose and numbered verse', async () => {
    const { files, config } = editionIn('examples/catullus');
    const { printables } = await printDocumentsOf(files, config);
    const poem = printables.find(({ document }) => document.id === 'carmen-1')!.document;
    const keysOf = (options: PrintOptions) => {
      const { layout } = renderPdf(poem, options, engine!, fonts);
      return (word: string) =>
        layout.entries.filter(({ lemma }) => lemma.startsWith(word)).map((each) => each.key);
    };
    const keys = keysOf(bare);
    // In the introduction, and in the second verse.
    expect(keys('libellum suum')).toEqual(['1.2']);
    expect(keys('Cornelio Nepoti')).toEqual(['1.2']);
    expect(keys('arida')).toEqual(['2']);
    expect(keysOf({ ...bare, lineNumbers: 'document' })('libellum suum')).toEqual(['1.2']);
    const byLine = keysOf({ ...bare, verseNumberEvery: 0 });
    expect([...byLine('libellum suum'), ...byLine('arida')]).toEqual(['2', '4']);
  });

  it.skipIf(!existsSync('../shared/corpora')).each([
    ['pta-data/data/pta9999/pta079/pta9999.pta079.pta-grc1.xml', 20],
    ['canonical-latinlit/data/phi0474/phi013/phi0474.phi013.perseus-lat2.xml', 70],
  ])('are the lines of %s', async (path, atLeast) => {
    const { printables } = await printDocumentsOf(corpusFile(path));
    const keys = printables.map(({ document }) => provedKeys(document, bare));
    expect(keys.reduce((sum, each) => sum + each, 0)).toBeGreaterThan(atLeast);
  });
});
