import type { Attribute, Scope } from './events.ts';
import type { Name } from './name.ts';
import type { Source } from './source.ts';

/** The tree of one parse: read-only, DOM-shaped where XPath needs it (`nodeType`, `parentNode`, `childNodes`), with spans. */
export type Node = Document | Element | Text | Comment | ProcessingInstruction;
export type Child = Exclude<Node, Document>;

export interface Document {
  readonly nodeType: 9;
  readonly source: Source;
  readonly childNodes: readonly Child[];
  readonly documentElement: Element;
  readonly parentNode: null;
}

export interface Element {
  readonly nodeType: 1;
  readonly name: Name;
  readonly attributes: readonly Attribute[];
  readonly scope: Scope;
  readonly childNodes: readonly Child[];
  readonly parentNode: Element | Document;
  /** From the `<` of the start tag to the `>` of the end tag. */
  readonly start: number;
  readonly end: number;
  /** The end of the start tag; equals `end` for an empty-element tag. */
  readonly startTagEnd: number;
  /** The start of the end tag; equals `end` for an empty-element tag. */
  readonly endTagStart: number;
}

export interface Text {
  readonly nodeType: 3;
  /** Adjacent character data is one node, CDATA sections and references included. */
  readonly data: string;
  readonly parentNode: Element;
  readonly start: number;
  readonly end: number;
}

export interface Comment {
  readonly nodeType: 8;
  readonly data: string;
  readonly parentNode: Element | Document;
  readonly start: number;
  readonly end: number;
}

export interface ProcessingInstruction {
  readonly nodeType: 7;
  readonly target: string;
  readonly data: string;
  readonly parentNode: Element | Document;
  readonly start: number;
  readonly end: number;
}

/** The value of an attribute, by local name and namespace ('' for none). */
export function attribute(element: Element, local: string, namespace = ''): string | undefined {
  return attributeNode(element, local, namespace)?.value;
}

export function attributeNode(element: Element, local: string, namespace = ''): Attribute | undefined {
  for (const each of element.attributes) {
    if (each.name.local === local && each.name.namespace === namespace) return each;
  }
  return undefined;
}
