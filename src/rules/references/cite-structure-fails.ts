import type { Corpus } from '../../corpus/corpus.ts';
import { diagnostic } from '../../diagnostics/catalogue.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { RuleContext } from '../rule.ts';
import { citeFaults } from './cite-faults.ts';

/** Finds a `citeStructure` whose XPath fails, which so names no passages. */
export function* citeStructureFails(corpus: Corpus, context: RuleContext): Iterable<Diagnostic> {
  for (const { fault, place } of citeFaults(corpus, context)) {
    if (fault.kind === 'expression') yield diagnostic('cite-structure-fails', place, { what: fault.what });
  }
}
