import type { Corpus } from '../../corpus/corpus.ts';
import { diagnostic } from '../../diagnostics/catalogue.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { textOf } from '../../xml/axes.ts';
import type { Element } from '../../xml/tree.ts';
import { holeIn } from '../inclusions/hole-in.ts';

/** Finds documents whose header gives no title: pages and citations would have none. */
export function* untitledDocument(corpus: Corpus): Iterable<Diagnostic> {
  for (const document of corpus.documents) {
    const { root } = document;
    if (root.name.local !== 'TEI' && root.name.local !== 'teiCorpus') continue;
    const joined = [...corpus.composition.belowOf(document)];
    const titles = joined.flatMap((each) => each.elements('title').filter(isOfDocument));
    if (titles.some((title) => textOf(title).trim() !== '')) continue;
    if (holeIn(document, corpus) !== undefined) continue;
    const at =
      document.elements('title').find(isOfDocument) ??
      document.elements('titleStmt')[0] ??
      document.elements('teiHeader')[0] ??
      root;
    yield diagnostic('untitled-document', document.place({ start: at.start, end: at.startTagEnd }), {});
  }
}

function isOfDocument(title: Element): boolean {
  const parent = title.parentNode;
  return parent.nodeType === 1 && parent.name.local === 'titleStmt';
}
