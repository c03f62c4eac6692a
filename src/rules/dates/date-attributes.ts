import type { AttributeUse, CorpusDocument } from '../../corpus/corpus-document.ts';

/** Elements whose `@from` and `@to` are pages, leaves or pointers. */
const notDated = new Set(['app', 'arc', 'biblScope', 'citedRange', 'locus', 'rt', 'span']);

/** The attributes of a document that hold dates, in XML Schema's form or (with `suffix` `-iso`) in that of ISO 8601. */
export function dateAttributes(document: CorpusDocument, suffix: '' | '-iso'): AttributeUse[] {
  return ['when', 'notBefore', 'notAfter', 'from', 'to', ...(suffix === '' ? ['absolute'] : [])]
    .flatMap((name) => document.attributes(`${name}${suffix}`))
    .filter(
      ({ element, attribute }) =>
        !notDated.has(element.name.local) &&
        (attribute.name.local !== 'absolute' || element.name.local === 'when'),
    );
}
