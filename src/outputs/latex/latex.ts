import { latexName } from '../../print/latex/escape-latex.ts';
import { renderLatex } from '../../print/latex/render-latex.ts';
import type { Output } from '../output.ts';
import { printDocuments, printOptionsOf } from '../print-documents.ts';

const readingsLine = '% readings of ';

/** LaTeX source for reledmac: always written, whether or not TeX is on the machine. */
export const latex: Output = {
  name: 'latex',
  promises: ['notes', 'entries', 'readings'],

  async make(input) {
    const options = printOptionsOf(input);
    return (await printDocuments(input)).map(({ document }) => {
      // What an entry's macro holds, for those who look for a reading in the source by its id.
      const readings = document.entries
        .map(
          ({ id, lemma, readings }) =>
            `${readingsLine}${latexName(id)}: ${[lemma.id, ...readings.map((each) => each.id)].filter((each) => each !== '').join(' ')}\n`,
        )
        .join('');
      return {
        path: `latex/${document.id}.tex`,
        mediaType: 'application/x-tex',
        content: renderLatex(document, options) + readings,
      };
    });
  },

  readBack: (artifacts) =>
    Promise.resolve(
      artifacts.map(({ path, content }) => {
        const source = String(content);
        const held = [...source.matchAll(/\\vid\{([^}]*)\}/g)].map(([, name]) => plainName(name!));
        const readings = [...source.matchAll(/^% readings of (\S+): (.*)$/gm)]
          .filter(([, entry]) => held.includes(plainName(entry!)))
          .flatMap(([, , ids]) => ids!.split(' ').filter((id) => id !== ''));
        return {
          document: path.replace(/^.*\//, '').replace(/\.tex$/, ''),
          notes: held,
          entries: held,
          readings,
        };
      }),
    ),
};

const plainName = (name: string): string =>
  name.replace(/\.([0-9a-f]+)\./g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)));
