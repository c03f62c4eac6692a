import type { Corpus } from '../../corpus/corpus.ts';
import { diagnostic } from '../../diagnostics/catalogue.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';

/** Finds a `delSpan`: what it deletes crosses elements, so the reading text cannot leave it out. */
export function* deletedSpanInText(corpus: Corpus): Iterable<Diagnostic> {
  for (const document of corpus.documents) {
    for (const { start } of document.elements('delSpan'))
      yield diagnostic(
        'deleted-span-in-text',
        document.place({ start: start + 1, end: start + 1 + 'delSpan'.length }),
        {},
      );
  }
}
