import type { Corpus } from '../../corpus/corpus.ts';
import { diagnostic } from '../../diagnostics/catalogue.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { qualifiedName } from '../../xml/axes.ts';
import { TEI, XINCLUDE } from '../../xml/name.ts';
import type { Element } from '../../xml/tree.ts';

/** Finds documents whose root is not in the TEI's namespace: one message for the file, not one for each element. */
export function* notTei(corpus: Corpus): Iterable<Diagnostic> {
  for (const document of corpus.documents) {
    const { root } = document;
    if (root.name.namespace === TEI || root.name.namespace === XINCLUDE) continue;
    if (corpus.composition.isIncluded(document)) continue;
    const { what, help } = describe(root);
    const place = document.place({
      start: root.start + 1,
      end: root.start + 1 + qualifiedName(root.name).length,
    });
    yield diagnostic('not-tei', place, { what }, help === undefined ? {} : { help });
  }
}

function describe(root: Element): { what: string; help?: string } {
  const { local, namespace } = root.name;
  const declare = `Write <${local} xmlns="${TEI}"> at the root.`;
  if (local === 'TEI.2' || local === 'teiCorpus.2') {
    return {
      what: `<${local}> is the root of TEI P4`,
      help: 'Convert the file to TEI P5; the TEI Consortium’s stylesheets have a conversion (p4top5). Nothing else in it was checked.',
    };
  }
  if (namespace === '') return { what: `<${local}> is in no namespace`, help: declare };
  if (namespace.replace(/\/+$/, '').toLowerCase() === TEI) {
    return {
      what: `The namespace “${namespace}” is not quite the TEI’s`,
      help: `It is “${TEI}”, without anything after it.`,
    };
  }
  if (/tei-c\.org|tei\/1\.0/i.test(namespace))
    return { what: `The namespace “${namespace}” is not the TEI’s`, help: declare };
  return {
    what: `The root is <${qualifiedName(root.name)}> of the namespace “${namespace}”`,
  };
}
