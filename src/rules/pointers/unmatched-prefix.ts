import type { Corpus } from '../../corpus/corpus.ts';
import { diagnostic } from '../../diagnostics/catalogue.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { groupBy } from '../group-by.ts';
import { otherPlaces, someOf } from '../many-places.ts';
import { pointersTo } from './pointers-to.ts';

/** Finds pointers that the pattern of their `prefixDef` does not fit. */
export function* unmatchedPrefix(corpus: Corpus): Iterable<Diagnostic> {
  for (const document of corpus.checked) {
    // What is wrong with a pattern itself is told at the pattern.
    const faulty = pointersTo('prefix-mismatch', document, corpus).filter(
      ({ target: { definition } }) => definition.pattern !== undefined && !definition.pattern.isTooSlow,
    );
    for (const all of groupBy(faulty, ({ target }) => target.definition).values()) {
      const { pointer, target } = all[0]!;
      const values = [...new Set(all.map((each) => each.pointer.value))];
      const { document: declarer, matchPattern } = target.definition;
      yield diagnostic(
        'unmatched-prefix',
        document.place(pointer),
        {
          pointer: pointer.value,
          pattern: matchPattern.value,
          more:
            values.length > 1
              ? ` (nor does it fit ${values.length - 1} more: ${someOf(values.slice(1))})`
              : '',
        },
        {
          related: [
            {
              message: 'the pattern',
              place: declarer.place({ start: matchPattern.valueStart, end: matchPattern.valueEnd }),
            },
            ...(otherPlaces(
              all.map((each) => document.place(each.pointer)),
              'and here',
            ).related ?? []),
          ],
        },
      );
    }
  }
}
