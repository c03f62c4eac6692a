import type { Output } from '../output.ts';
import { printDocuments, printOptionsOf } from '../print-documents.ts';
import { readDocx } from './read-docx.ts';

/** Word files, with real footnotes and endnotes. */
export const docx: Output = {
  name: 'docx',
  promises: ['notes', 'entries', 'readings', 'words', 'calls'],

  async make(input) {
    // The library loads on first use.
    const { renderDocx } = await import('../../print/docx/render-docx.ts');
    const options = printOptionsOf(input);
    return Promise.all(
      (await printDocuments(input)).map(async ({ document }) => ({
        path: `docx/${document.id}.docx`,
        mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
        content: await renderDocx(document, options),
      })),
    );
  },

  readBack: (artifacts) =>
    Promise.resolve(
      artifacts.map(({ path, content }) =>
        readDocx(path.replace(/^.*\//, '').replace(/\.docx$/, ''), content as Uint8Array),
      ),
    ),
};
