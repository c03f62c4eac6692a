import type { Corpus } from '../../corpus/corpus.ts';
import { diagnostic } from '../../diagnostics/catalogue.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { RuleContext } from '../rule.ts';
import { apparatusOf } from './apparatus-of.ts';
import { tagPlace } from './siglum-place.ts';

/** Finds groups of witnesses that are members of themselves. */
export function* circularWitnessList(corpus: Corpus, context: RuleContext): Iterable<Diagnostic> {
  for (const circle of apparatusOf(corpus, context)?.witnesses.circles ?? []) {
    const [first, ...others] = circle;
    const sigla = [...circle, first!].map((each) => each.siglum).join(' → ');
    yield diagnostic(
      'circular-witness-list',
      tagPlace(first!.document, first!.i),
      { circle: sigla },
      {
        related: others.map((each) => ({
          message: 'by way of this',
          place: tagPlace(each.document, each.i),
        })),
      },
    );
  }
}
