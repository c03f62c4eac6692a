import type { Corpus } from '../../corpus/corpus.ts';
import { diagnostic } from '../../diagnostics/catalogue.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { didYouMean } from '../../diagnostics/did-you-mean.ts';
import { groupBy } from '../group-by.ts';
import { otherPlaces, someOf } from '../many-places.ts';
import { relativePath } from '../relative-path.ts';
import { isBareWord } from './pointer-without-hash.ts';
import { pointersTo } from './pointers-to.ts';

const mostSingly = 2;

/** Finds pointers to files of the project that are not there. */
export function* missingFile(corpus: Corpus): Iterable<Diagnostic> {
  for (const document of corpus.checked) {
    const missing = pointersTo('missing-file', document, corpus).filter((each) => !isBareWord(each, corpus));
    for (const [attribute, all] of groupBy(missing, ({ pointer }) => pointer.attribute.name.local)) {
      const groups = [...groupBy(all, ({ target }) => target.path).values()];
      const told = groups.length > mostSingly ? [groups.flat()] : groups;
      for (const group of told) {
        const { pointer, target } = group[0]!;
        const paths = [...new Set(group.map((each) => each.target.path))];
        const near = nearPaths(target.path, corpus).map((path) => relativePath(document.path, path));
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

/** Files that were read whose name is the same in another folder, or nearly the same. */
function nearPaths(path: string, corpus: Corpus): string[] {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const paths = [...corpus.files.keys()].slice(0, 5000);
  const same = paths.filter((each) => each.slice(each.lastIndexOf('/') + 1) === name);
  if (same.length > 0) return same.slice(0, 3);
  const words = (each: string) => each.replace(/\d/g, '');
  const extension = name.slice(name.lastIndexOf('.'));
  return didYouMean(
    path,
    paths.filter((each) => each.endsWith(extension)),
  ).filter((each) => words(each) !== words(path));
}
