import type { Corpus } from '../../corpus/corpus.ts';
import { diagnostic } from '../../diagnostics/catalogue.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { groupBy } from '../group-by.ts';
import { otherPlaces } from '../many-places.ts';
import { relativePath } from '../relative-path.ts';
import { pointersTo } from './pointers-to.ts';

/** Finds bare `#id`s that only another file of the edition has: they are followed, but other programs will not find them. */
export function* pointerWithoutFile(corpus: Corpus): Iterable<Diagnostic> {
  for (const document of corpus.checked) {
    const elsewhere = pointersTo('element', document, corpus);
    for (const [holder, all] of groupBy(elsewhere, ({ target }) => target.document)) {
      const { pointer, target } = all.find((each) => each.target.rivals > 0) ?? all[0]!;
      const written = `${relativePath(document.path, holder.path)}${pointer.value}`;
      const ambiguous =
        target.rivals > 0 ? ` (and in ${target.rivals} other file${target.rivals > 1 ? 's' : ''})` : '';
      yield diagnostic(
        'pointer-without-file',
        document.place(pointer),
        {
          pointer: pointer.value,
          file: `${holder.path}${ambiguous}`,
          more: all.length > 1 ? `, as ${all.length} such pointers of this file are` : '',
          written,
        },
        {
          expected: [{ kind: 'value', name: written }],
          ...otherPlaces(
            all.map((each) => document.place(each.pointer)),
            `names an id of ${holder.path} too`,
          ),
        },
      );
    }
  }
}
