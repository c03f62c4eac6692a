import type { LayoutReport } from '../../print/layout-report.ts';
import { renderPages } from '../../print/pages/render-pages.ts';
import type { Output } from '../output.ts';
import { printDocuments, printOptionsOf } from '../print-documents.ts';
import { readLaidOut } from '../read-laid-out.ts';

/** Text in pages: numbered lines of fixed columns, notes and apparatus at the foot, a form feed between pages. */
export const pages: Output = {
  name: 'pages',
  promises: ['notes', 'entries', 'readings', 'words'],

  async make(input) {
    const options = printOptionsOf(input);
    return (await printDocuments(input)).flatMap(({ document }) => {
      const { text, layout } = renderPages(document, options);
      return [
        { path: `pages/${document.id}.txt`, mediaType: 'text/plain', content: text },
        {
          path: `pages/${document.id}.layout.json`,
          mediaType: 'application/json',
          content: `${JSON.stringify(layout, null, 1)}\n`,
        },
      ];
    });
  },

  readBack: (artifacts) =>
    Promise.resolve(
      artifacts
        .filter(({ path }) => path.endsWith('.layout.json'))
        .map(({ path, content }) => {
          const layout = JSON.parse(String(content)) as LayoutReport;
          const file = artifacts.find((each) => each.path === path.replace(/\.layout\.json$/, '.txt'));
          return readLaidOut(String(file?.content).split('\f'), layout, (text) =>
            text.replace(/[\s\u2060]/gu, ''),
          );
        }),
    ),
};
