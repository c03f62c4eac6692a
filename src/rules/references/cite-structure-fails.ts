import type { Corpus } from '../../corpus/corpus.ts';
import { diagnostic } from '../../diagnostics/catalogue.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { citeStructuresOf } from '../../edition/cite-structure.ts';

/** Finds a `citeStructure` whose XPath fails, which so names no passages. */
export function* citeStructureFails(corpus: Corpus): Iterable<Diagnostic> {
  for (const document of corpus.documents) {
    for (const { kind, element, attribute, what } of citeStructuresOf(document.tree).faults) {
      if (kind !== 'expression') continue;
      const span = attribute ?? { start: element.start, end: element.startTagEnd };
      yield diagnostic('cite-structure-fails', document.place(span), { what });
    }
  }
}
