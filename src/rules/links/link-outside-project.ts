import type { Corpus } from '../../corpus/corpus.ts';
import { diagnostic } from '../../diagnostics/catalogue.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { groupBy } from '../group-by.ts';
import { otherPlaces, someOf } from '../many-places.ts';
import { type Led, pointersTo } from '../pointers/pointers-to.ts';

/** Finds pointers to files out of the project: by `..`, an absolute path, `file:`, or a symbolic link. They are never read or copied. */
export function* linkOutsideProject(corpus: Corpus): Iterable<Diagnostic> {
  for (const document of corpus.checked) {
    const outside = pointersTo('outside', document, corpus);
    for (const all of groupBy(outside, causeOf).values()) {
      const { pointer, target } = all[0]!;
      const places = all.map((each) => document.place(each.pointer));
      const others = [...new Set(all.map((each) => each.pointer.value))].filter(
        (value) => value !== pointer.value,
      );
      const isOnSite = /^\/(?!Users\/|home\/|Volumes\/|etc\/)/.test(target.path);
      yield diagnostic(
        'link-outside-project',
        places[0]!,
        {
          pointer: pointer.value,
          where: pointer.value.includes(target.path) ? '' : `, to “${target.path}”`,
          more:
            others.length > 0
              ? `, as ${others.length === 1 ? 'does' : `do ${others.length} others of this file`} ${someOf(others)}`
              : '',
        },
        {
          ...(isOnSite ? { help: 'For a page on the web, write the whole address: “https://…”.' } : {}),
          ...otherPlaces(places, 'leads out of the project too'),
        },
      );
    }
  }
}

/** Links through one prefix, or of one form in one attribute, have one cause. */
function causeOf({ pointer, target }: Led<'outside'>): string {
  const prefix = /^[^:/]+:/.exec(pointer.value)?.[0];
  return prefix ?? `${pointer.attribute.name.local} ${target.path.startsWith('/') ? '/' : ''}`;
}
