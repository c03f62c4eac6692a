import type { Corpus } from '../../corpus/corpus.ts';
import type { Place } from '../../diagnostics/place.ts';
import type { CiteStructureFault } from '../../edition/cite-structure.ts';
import { editionOf } from '../../edition/edition-of.ts';
import type { RuleContext } from '../rule.ts';

/** What is wrong with the `citeStructure`s of a corpus, each with its place; files without any cost nothing. */
export function* citeFaults(
  corpus: Corpus,
  { config }: RuleContext,
): Iterable<{ readonly fault: CiteStructureFault; readonly place: Place }> {
  const declares = [...corpus.files.values()].some((file) => file.elements('citeStructure').length > 0);
  if (!declares) return;
  for (const { citeStructures, unsettled } of editionOf(corpus, config).edition.documents) {
    for (const fault of citeStructures.faults) {
      const { start, startTagEnd } = unsettled.elements[fault.i]!;
      const span = fault.attribute ?? { start, end: startTagEnd };
      yield { fault, place: unsettled.sources[fault.i]!.place(span.start, span.end) };
    }
  }
}
