import { placeInConfig } from '../../config/read-config.ts';
import { diagnostic } from '../../diagnostics/catalogue.ts';
import { startOf } from '../../diagnostics/place.ts';
import { type FontBook, fontBook, NotAFont } from '../../print/fonts/font-book.ts';
import { walkBlocks } from '../../print/inlines.ts';
import type { LayoutReport } from '../../print/layout-report.ts';
import { missingGlyphs } from '../../print/missing-glyphs.ts';
import type { PrintOptions } from '../../print/options.ts';
import type { PrintDocument } from '../../print/print-document.ts';
import { type LayoutFault, renderPdf } from '../../print/typst/render-pdf.ts';
import { type Engine, loadEngine } from '../../print/typst/typesetter.ts';
import { WorldError } from '../../world/world.ts';
import type { Artifact, Output, OutputInput } from '../output.ts';
import { type Printable, printDocuments, printOptionsOf } from '../print-documents.ts';
import { readPdf } from './read-pdf.ts';

/** Printed pages: a PDF for each document, and beside it a report of where every note and entry came to stand. */
export const pdf: Output = {
  name: 'pdf',
  promises: ['notes', 'entries', 'readings', 'words'],

  async make(input) {
    const { world } = input;
    const options = printOptionsOf(input);
    const engine = loadEngine();
    if (engine === undefined) {
      const platform = `${process.platform} ${process.arch}`;
      world.report(diagnostic('typesetter-missing', startOf('variorum.json'), { platform }));
      return [];
    }
    const fonts = await fontsOf(engine, options, input);
    if (fonts === undefined) return [];
    const artifacts: Artifact[] = [];
    for (const printable of await printDocuments(input)) {
      const { document } = printable;
      const missing = missingGlyphs(document, options, fonts.covers);
      if (missing[0] !== undefined)
        world.report(
          diagnostic('glyph-missing', printable.placeOf(missing[0].i), {
            character: missing[0].character,
            code: `U+${missing[0].character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`,
            others:
              missing.length === 1
                ? ''
                : ` and ${missing.length - 1} more of this document: ${missing
                    .slice(1, 12)
                    .map((each) => each.character)
                    .join(' ')}${missing.length > 12 ? ' …' : ''}`,
          }),
        );
      // PDF/A forbids characters without a glyph; the error keeps the file from being published.
      const rendered = renderPdf(
        document,
        missing.length > 0 ? { ...options, pdfStandard: '1.7' } : options,
        engine,
        fonts,
      );
      for (const fault of rendered.faults) reportFault(fault, printable, input);
      artifacts.push(
        { path: `pdf/${document.id}.pdf`, mediaType: 'application/pdf', content: rendered.pdf },
        {
          path: `pdf/${document.id}.layout.json`,
          mediaType: 'application/json',
          content: `${JSON.stringify(rendered.layout, null, 1)}\n`,
        },
      );
    }
    return artifacts;
  },

  readBack: (artifacts) =>
    Promise.resolve(
      artifacts
        .filter(({ path }) => path.endsWith('.layout.json'))
        .map(({ path, content }) => {
          const layout = JSON.parse(String(content)) as LayoutReport;
          const file = artifacts.find((each) => each.path === path.replace(/\.layout\.json$/, '.pdf'));
          return readPdf(file?.content as Uint8Array, layout);
        }),
    ),
};

async function fontsOf(
  engine: Engine,
  options: PrintOptions,
  { world, config }: OutputInput,
): Promise<FontBook | undefined> {
  const place = placeInConfig(config, 'print', 'fonts');
  const own: { path: string; bytes: Uint8Array }[] = [];
  for (const path of options.fonts) {
    try {
      own.push({ path, bytes: await world.read(path) });
    } catch (error) {
      if (!(error instanceof WorldError)) throw error;
      world.report(diagnostic('font-missing', place, { path, why: error.message }));
      return undefined;
    }
  }
  try {
    return fontBook(engine.binary, own);
  } catch (error) {
    if (!(error instanceof NotAFont)) throw error;
    world.report(
      diagnostic('font-missing', place, {
        path: error.path,
        why: 'it holds no font that print can use',
      }),
    );
    return undefined;
  }
}

function reportFault(
  { fault, id, i, page, columns }: LayoutFault,
  { document, placeOf }: Printable,
  { world }: OutputInput,
): void {
  const element = [...document.notes, ...document.entries, ...walkBlocks(allBlocks(document))].find(
    (each) => each.id === id,
  );
  const place = placeOf(i ?? element?.i);
  if (fault === 'table-too-wide') world.report(diagnostic(fault, place, { columns: columns ?? 0 }));
  else if (fault === 'layout-unsettled') {
    const where = page === '' ? 'contents or indexes' : `lines or references of page ${page}`;
    world.report(diagnostic(fault, place, { id, where }));
  } else world.report(diagnostic(fault, place, { id, page }));
}

const allBlocks = (document: PrintDocument) => [...document.front, ...document.body, ...document.back];
