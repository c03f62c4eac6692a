import type { Corpus } from '../../corpus/corpus.ts';
import { diagnostic } from '../../diagnostics/catalogue.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { RuleContext } from '../rule.ts';
import { citeFaults } from './cite-faults.ts';

/** Finds a passage that its `citeStructure` calls as it calls another, or not at all. */
export function* ambiguousReference(corpus: Corpus, context: RuleContext): Iterable<Diagnostic> {
  for (const { fault, place } of citeFaults(corpus, context)) {
    const { kind, what } = fault;
    if (kind === 'expression') continue;
    const message =
      kind === 'ambiguous'
        ? `is called “${what}”, as another passage is`
        : `has no name: ${what} gives nothing here`;
    yield diagnostic('ambiguous-reference', place, { what: message });
  }
}
