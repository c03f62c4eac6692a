import type { Corpus } from '../../corpus/corpus.ts';
import { diagnostic } from '../../diagnostics/catalogue.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { RuleContext } from '../rule.ts';
import { apparatusOf } from './apparatus-of.ts';
import { tagPlace, wordPlace } from './siglum-place.ts';

/** Finds entries whose end point stands before their starting point. */
export function* reversedEndPoints(corpus: Corpus, context: RuleContext): Iterable<Diagnostic> {
  for (const { fault, document, i } of apparatusOf(corpus, context)?.all ?? []) {
    if (fault?.kind !== 'reversed') continue;
    const { from, to } = fault;
    yield diagnostic(
      'reversed-end-points',
      wordPlace(document, i, 'from', 0),
      {},
      {
        related: [
          { message: 'it begins here', place: tagPlace(from.document, from.i) },
          { message: 'it ends here', place: tagPlace(to.document, to.i) },
        ],
      },
    );
  }
}
