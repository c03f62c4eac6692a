import type { Corpus } from '../../corpus/corpus.ts';
import { diagnostic } from '../../diagnostics/catalogue.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { groupBy } from '../group-by.ts';
import { otherPlaces, someOf } from '../many-places.ts';
import { NearestFiles } from '../nearest-files.ts';
import { relativePath } from '../relative-path.ts';
import { isPartOfFileName } from './blank-in-file-name.ts';
import { isBareWord } from './pointer-without-hash.ts';
import { pointersTo } from './pointers-to.ts';

const mostSingly = 2;

/** Finds pointers to files of the project that are not there. */
export function* missingFile(corpus: Corpus): Iterable<Diagnostic> {
  const nearest = new NearestFiles(corpus);
  for (const document of corpus.checked) {
    const missing = pointersTo('missing-file', document, corpus).filter(
      (each) => !isBareWord(each, corpus) && !isPartOfFileName(each, corpus),
    );
    for (const [attribute, all] of groupBy(missing, ({ pointer }) => pointer.attribute.name.local)) {
      const groups = [...groupBy(all, ({ target }) => target.path).values()];
      const told = groups.length > mostSingly ? [groups.flat()] : groups;
      for (const group of told) {
        const { pointer, target } = group[0]!;
        const paths = [...new Set(group.map((each) => each.target.path))];
        const near = nearest.suggest(target.path).map((path) => relativePath(document.path, path));
        yield diagnostic(
          'missing-file',
          document.place(pointer),
          {
            file: target.path,
            more:
              paths.length > 1
                ? `, nor any of ${paths.length - 1} more that @${attribute} names in this file: ${someOf(paths.slice(1))}`
                : '',
          },
          {
            ...(near.length === 0 || paths.length > 1
              ? {}
              : {
                  help: `Did you mean ${near.map((each) => `“${each}”`).join(' or ')}?`,
                  expected: near.map((name) => ({ kind: 'value', name })),
                }),
            ...otherPlaces(
              group.map((each) => document.place(each.pointer)),
              'and here',
            ),
          },
        );
      }
    }
  }
}
