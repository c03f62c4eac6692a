import type { Corpus } from '../../corpus/corpus.ts';
import { diagnostic } from '../../diagnostics/catalogue.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { groupBy } from '../group-by.ts';
import type { RuleContext } from '../rule.ts';
import { apparatusOf } from './apparatus-of.ts';
import { entryPlace } from './siglum-place.ts';

const words = {
  'parallel-segmentation': 'parallel segmentation',
  'double-end-point': 'the double end-point method',
  'location-referenced': 'reference by location',
} as const;

/** Finds files whose apparatus has to be read by a guess at its method. */
export function* undeclaredMethod(corpus: Corpus, context: RuleContext): Iterable<Diagnostic> {
  const entries = apparatusOf(corpus, context)?.all ?? [];
  for (const [document, own] of groupBy(entries, (entry) => entry.document)) {
    const first = own[0]!;
    if (
      document.methods.length > 0 ||
      own.every(({ lemma, readings }) => lemma.i === undefined && readings.length === 0)
    )
      continue;
    const location = document.isStandoff(first.i) ? 'external' : 'internal';
    const method = words[first.method];
    yield diagnostic('undeclared-method', entryPlace(first), { method, code: first.method, location });
  }
}
