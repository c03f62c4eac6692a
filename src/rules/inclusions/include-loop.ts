import type { Corpus } from '../../corpus/corpus.ts';
import type { Inclusion } from '../../corpus/inclusion.ts';
import { diagnostic } from '../../diagnostics/catalogue.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { includePlace } from './include-place.ts';

/** Finds inclusions that lead round to themselves, each circle once. */
export function* includeLoop(corpus: Corpus): Iterable<Diagnostic> {
  const told = new Set<Inclusion['element']>();
  for (const document of corpus.checked) {
    for (const { fault, element } of corpus.inclusionsOf(document)) {
      if (fault?.kind !== 'loop' || told.has(element)) continue;
      for (const each of fault.chain) told.add(each.element);
      const [first, ...rest] = fault.chain;
      const chain = [...fault.chain.map((each) => each.document.path), document.path].join(' → ');
      yield diagnostic(
        'include-loop',
        includePlace(first!, 'href', 'xpointer'),
        { chain },
        {
          ...(rest.length > 0
            ? {
                related: rest.map((each) => ({
                  message: 'and this inclusion',
                  place: includePlace(each, 'href', 'xpointer'),
                })),
              }
            : {}),
        },
      );
    }
  }
}
