import type { Corpus } from '../../corpus/corpus.ts';
import { diagnostic } from '../../diagnostics/catalogue.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { RuleContext } from '../rule.ts';
import { apparatusOf } from './apparatus-of.ts';
import { entryPlace } from './siglum-place.ts';

/** Finds texts whose apparatus only names places, so that no witness can be read from it. */
export function* witnessTextUnavailable(corpus: Corpus, context: RuleContext): Iterable<Diagnostic> {
  const apparatus = apparatusOf(corpus, context);
  for (const document of apparatus?.edition.documents ?? []) {
    const unplaced = apparatus!
      .entriesOf(document)
      .filter(({ method, readings }) => method === 'location-referenced' && readings.length > 0);
    if (unplaced.length === 0) continue;
    const count = unplaced.length;
    yield diagnostic('witness-text-unavailable', entryPlace(unplaced[0]!), {
      count,
      s: count === 1 ? 's' : '',
    });
  }
}
