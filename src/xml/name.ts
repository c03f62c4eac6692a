/** An expanded name with the prefix it was written with. `namespace` is '' for none (Namespaces in XML 1.0). Names are interned for each parse: equal names of one document are the same object. */
export interface Name {
  readonly prefix: string;
  readonly local: string;
  readonly namespace: string;
}

export const TEI = 'http://www.tei-c.org/ns/1.0';
export const XML = 'http://www.w3.org/XML/1998/namespace';
export const XMLNS = 'http://www.w3.org/2000/xmlns/';
export const XINCLUDE = 'http://www.w3.org/2001/XInclude';

const usual: ReadonlyMap<string, string> = new Map([
  ['tei', TEI],
  ['xi', XINCLUDE],
  ['xlink', 'http://www.w3.org/1999/xlink'],
  ['xsi', 'http://www.w3.org/2001/XMLSchema-instance'],
  ['svg', 'http://www.w3.org/2000/svg'],
  ['m', 'http://www.w3.org/1998/Math/MathML'],
  ['mml', 'http://www.w3.org/1998/Math/MathML'],
  ['mei', 'http://www.music-encoding.org/ns/mei'],
  ['rng', 'http://relaxng.org/ns/structure/1.0'],
  ['sch', 'http://purl.oclc.org/dsdl/schematron'],
  ['xhtml', 'http://www.w3.org/1999/xhtml'],
]);

/** The namespace that TEI files mostly bind a prefix to, for advice; `…` where there is none. */
export function usualNamespace(prefix: string): string {
  return usual.get(prefix) ?? '…';
}
