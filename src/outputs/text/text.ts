import type { Output } from '../output.ts';
import { reportMessages } from '../report-messages.ts';
import { layOut } from './layout.ts';
import { readText } from './read-text.ts';

/** Plain text: a file for each document, wrapped at the config's width. */
export const text: Output = {
  name: 'text',
  promises: ['text', 'notes', 'entries', 'words', 'calls'],

  async make({ edition, config, world, transform }) {
    const stylesheet = config.stylesheets.text ?? 'text';
    const documents = edition.documents.filter((document) => document.kind === 'text');
    return Promise.all(
      documents.map(async (document) => {
        const result = await transform({ stylesheet, source: document.tei, index: document.index });
        reportMessages(document, result, world.report);
        return {
          path: `text/${document.id}.txt`,
          mediaType: 'text/plain',
          content: layOut(result.principal, config.text.width),
        };
      }),
    );
  },

  async readBack(artifacts) {
    return artifacts.map(({ path, content }) =>
      readText(path.replace(/^.*\//, '').replace(/\.txt$/, ''), String(content)),
    );
  },
};
