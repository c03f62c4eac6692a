import type { Corpus } from '../../corpus/corpus.ts';
import { diagnostic } from '../../diagnostics/catalogue.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { RuleContext } from '../rule.ts';
import { apparatusOf } from './apparatus-of.ts';
import { wordPlace } from './siglum-place.ts';

/** Finds entries that begin in one text and end in another. */
export function* dividedEndPoints(corpus: Corpus, context: RuleContext): Iterable<Diagnostic> {
  for (const { fault, document, i } of apparatusOf(corpus, context)?.all ?? []) {
    if (fault?.kind !== 'two-documents') continue;
    yield diagnostic('divided-end-points', wordPlace(document, i, 'to', 0), {
      from: fault.from.document.path,
      to: fault.to.document.path,
    });
  }
}
