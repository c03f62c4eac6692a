import type { Corpus } from '../../corpus/corpus.ts';
import { diagnostic } from '../../diagnostics/catalogue.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { NearestIds } from '../nearest-ids.ts';
import type { RuleContext } from '../rule.ts';
import { apparatusOf } from './apparatus-of.ts';
import { wordPlace } from './siglum-place.ts';

/** Finds end points of entries that no element of the edition has. */
export function* missingEndPoint(corpus: Corpus, context: RuleContext): Iterable<Diagnostic> {
  const nearest = new NearestIds(corpus);
  for (const { fault, document, i } of apparatusOf(corpus, context)?.all ?? []) {
    if (fault?.kind !== 'no-anchor') continue;
    const { value, target } = fault.lead;
    const id = value.slice(value.lastIndexOf('#') + 1);
    const near = target.kind === 'missing-id' ? nearest.suggest(id, target.document) : [];
    const written = near.map((each) => `${value.slice(0, value.length - id.length)}${each}`);
    yield diagnostic(
      'missing-end-point',
      wordPlace(document, i, fault.attribute, 0),
      { id },
      written.length === 0
        ? {}
        : {
            help: `Did you mean ${written.map((each) => `“${each}”`).join(' or ')}?`,
            expected: written.map((name) => ({ kind: 'value', name })),
          },
    );
  }
}
