import type { Artifact, Output } from '../output.ts';
import { reportMessages } from '../report-messages.ts';
import { readHtml } from './read-html.ts';

/** The site: a page for each document, and the pages of the whole edition. */
export const html: Output = {
  name: 'html',
  promises: ['text', 'notes', 'names'],

  async make({ edition, config, world, transform }) {
    const stylesheet = config.stylesheets.html ?? 'html';
    const routes = new Map(edition.index.documents.map(({ id, route }) => [id, route]));
    const documents = edition.documents.filter((document) => document.kind === 'text');
    const pages = await Promise.all(
      documents.map(async (document) => {
        const result = await transform({ stylesheet, source: document.tei, index: document.index });
        reportMessages(document, result, world.report);
        return page(routes.get(document.id)!, result.principal);
      }),
    );
    const sitePages = await Promise.all(
      edition.index.pages.map(async ({ id, route }) => {
        const result = await transform({ stylesheet, index: edition.indexXml, parameters: { page: id } });
        reportMessages(undefined, result, world.report);
        return page(route, result.principal);
      }),
    );
    return [...pages, ...sitePages];
  },

  async readBack(artifacts) {
    return artifacts
      .filter((artifact) => artifact.mediaType === 'text/html')
      .flatMap((artifact) => readHtml(String(artifact.content)));
  },
};

function page(route: string, content: string): Artifact {
  return { path: `html/${route}`, mediaType: 'text/html', content: `${content}\n` };
}
