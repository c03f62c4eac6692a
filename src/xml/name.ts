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
