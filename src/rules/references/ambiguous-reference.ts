import type { Corpus } from '../../corpus/corpus.ts';
import { diagnostic } from '../../diagnostics/catalogue.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { citeStructuresOf } from '../../edition/cite-structure.ts';

/** Finds a passage that its `citeStructure` calls as it calls another, or not at all. */
export function* ambiguousReference(corpus: Corpus): Iterable<Diagnostic> {
  for (const document of corpus.documents) {
    for (const { kind, element, what } of citeStructuresOf(document.tree).faults) {
      if (kind === 'expression') continue;
      const place = document.place({ start: element.start, end: element.startTagEnd });
      const message =
        kind === 'ambiguous'
          ? `is called “${what}”, as another passage is`
          : `has no name: ${what} gives nothing here`;
      yield diagnostic('ambiguous-reference', place, { what: message });
    }
  }
}
