import type { Corpus } from '../../corpus/corpus.ts';
import { diagnostic } from '../../diagnostics/catalogue.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { TEI } from '../../xml/name.ts';

/** Finds documents whose root is a part of TEI (`div`, `text`, `surface` …) and that no other file includes. */
export function* fragmentDocument(corpus: Corpus): Iterable<Diagnostic> {
  for (const document of corpus.documents) {
    const { name, start } = document.root;
    if (name.namespace !== TEI || name.local === 'TEI' || name.local === 'teiCorpus') continue;
    if (corpus.composition.isIncluded(document)) continue;
    const written = name.prefix === '' ? name.local : `${name.prefix}:${name.local}`;
    const place = document.place({ start: start + 1, end: start + 1 + written.length });
    yield diagnostic('fragment-document', place, { root: name.local });
  }
}
