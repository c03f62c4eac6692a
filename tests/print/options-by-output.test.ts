import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { type PrintOutput, printKeys, printOutputsOf } from '../../src/config/print-keys.ts';
import { renderDocx } from '../../src/print/docx/render-docx.ts';
import { fontBook } from '../../src/print/fonts/font-book.ts';
import { renderLatex } from '../../src/print/latex/render-latex.ts';
import { type PrintOptions, readPrintOptions } from '../../src/print/options.ts';
import { renderPages } from '../../src/print/pages/render-pages.ts';
import type { PrintDocument } from '../../src/print/print-document.ts';
import { renderPdf } from '../../src/print/typst/render-pdf.ts';
import { loadEngine } from '../../src/print/typst/typesetter.ts';
import { printDocumentsOf } from './print-documents-of.ts';

const engine = loadEngine();
const fonts = engine === undefined ? undefined : fontBook(engine.binary);

/** The bytes of each output, as text to be compared. */
const render: Readonly<
  Record<PrintOutput, (document: PrintDocument, options: PrintOptions) => Promise<string>>
> = {
  pdf: async (document, options) =>
    Buffer.from(renderPdf(document, options, engine!, fonts!).pdf).toString('latin1'),
  latex: async (document, options) => renderLatex(document, options),
  docx: async (document, options) =>
    Object.entries(unzipSync(await renderDocx(document, options)))
      .map(([path, part]) => path + strFromU8(part))
      .join('\n'),
  pages: async (document, options) => renderPages(document, options).text,
};

/** Values that the edition of the pictures shows; where it has none, the example of the reference. */
const values: Readonly<Record<string, unknown>> = {
  ranges: 'following',
  lemmaBracket: ':',
  lineNumbers: 'document',
  pageSize: '100mm 140mm',
  docxNotes: { editor: 'footnote' },
};
/** Pages so narrow that words are divided and lemmata run over lines. */
const narrow = {
  pageSize: '80mm 110mm',
  marginInner: '12mm',
  marginOuter: '13mm',
  marginTop: '11mm',
  marginBottom: '9mm',
  textWidth: 60,
  textLines: 18,
};
/** These choose documents and files before anything is set: tests of their own. */
const elsewhere = new Set(['facing', 'fonts']);

describe.each(['pdf', 'latex', 'docx', 'pages'] as const)('options of %s', (output) => {
  const document = (async () => {
    const files = { 'harbour.xml': readFileSync('scripts/pictures/tei/harbour.xml', 'utf8') };
    return (await printDocumentsOf(files)).printables[0]!.document;
  })();
  const without = (async () => render[output](await document, readPrintOptions(narrow)))();

  it
    .skipIf(output === 'pdf' && engine === undefined)
    .each(
      printKeys
        .filter(({ key }) => !elsewhere.has(key.slice(6)))
        .map(({ key, example }) => [key.slice(6), example] as const),
    )('%s', async (name, example) => {
    const options = readPrintOptions({ ...narrow, [name]: values[name] ?? example });
    const made = await render[output](await document, options);
    expect(made !== (await without)).toBe(printOutputsOf.get(name)!.includes(output));
  });
});

describe.each([
  ['title', { title: 'Marginalia' }, ['pdf', 'latex', 'pages']],
  ['order', { order: 0 }, ['pdf', 'latex', 'pages']],
  ['layout', { layout: 'run-in', restart: 'document' }, ['pdf', 'latex', 'pages']],
  ['key', { key: 'paragraph' }, ['pdf', 'latex', 'docx', 'pages']],
  ['marks', { marks: 'roman' }, ['pdf', 'latex', 'docx', 'pages']],
  ['restart', { restart: 'page' }, ['pdf', 'latex', 'docx', 'pages']],
] as const)('%s of a series', (_name, setting, readers) => {
  it.each(readers)('is read by %s', async (output) => {
    const files = { 'harbour.xml': readFileSync('scripts/pictures/tei/harbour.xml', 'utf8') };
    const { document } = (await printDocumentsOf(files)).printables[0]!;
    // On small pages the count by page differs, and Word has the series to itself.
    const given = {
      pageSize: '112mm 92mm',
      marginTop: '12mm',
      marginBottom: '6mm',
      textLines: 40,
      bandTitles: true,
      docxNotes: { translator: 'footnote', apparatus: 'footnote' },
    };
    const with_ = readPrintOptions({ ...given, series: { editor: setting } });
    expect(await render[output](document, with_)).not.toBe(
      await render[output](document, readPrintOptions(given)),
    );
  });
});
