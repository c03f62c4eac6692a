import type { Corpus } from '../../corpus/corpus.ts';
import type { CorpusDocument } from '../../corpus/corpus-document.ts';
import { unsafeScheme } from '../../corpus/uri.ts';
import { diagnostic } from '../../diagnostics/catalogue.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { pointersTo } from '../pointers/pointers-to.ts';

/** Finds links that would run a script, hide a document in themselves, or cut a file's name short. No output keeps them. */
export function* unsafeLink(corpus: Corpus): Iterable<Diagnostic> {
  for (const document of corpus.checked) {
    const told = new Set<unknown>();
    for (const { pointer, target } of pointersTo('unsafe', document, corpus)) {
      told.add(pointer.attribute);
      yield diagnostic('unsafe-link', document.place(pointer), { what: target.what });
    }
    yield* withBlanksInside(document, told);
  }
}

/** A browser reads past tabs and line ends, so what are several words here may be one link there. */
function* withBlanksInside(document: CorpusDocument, told: ReadonlySet<unknown>): Iterable<Diagnostic> {
  for (const name of ['target', 'url', 'ref', 'facs', 'source', 'corresp', 'href']) {
    for (const { attribute } of document.attributes(name)) {
      if (told.has(attribute) || !/[\s]/.test(attribute.value)) continue;
      const what = unsafeScheme(attribute.value);
      if (what === undefined) continue;
      const place = document.place({ start: attribute.valueStart, end: attribute.valueEnd });
      yield diagnostic('unsafe-link', place, { what: `${what}:` });
    }
  }
}
