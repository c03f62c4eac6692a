import type { Place } from '../diagnostics/place.ts';
import { descendantElements } from '../xml/axes.ts';
import type { Attribute } from '../xml/events.ts';
import { TEI, XINCLUDE, XML } from '../xml/name.ts';
import type { Source } from '../xml/source.ts';
import { attribute, attributeNode, type Document, type Element } from '../xml/tree.ts';
import { readXmlModel, type XmlModel } from './xml-model.ts';

/** The use of an attribute: the element and the attribute on it. */
export interface AttributeUse {
  readonly element: Element;
  readonly attribute: Attribute;
}

/** One well-formed file of a corpus with what is looked up in it; each table is made on first use, in document order. */
export class CorpusDocument {
  /** Relative to the edition's root, `/` as separator. */
  readonly path: string;
  readonly tree: Document;
  private readonly elementTable = new Map<string, Element[]>();
  private readonly attributeTable = new Map<string, Element[]>();
  /** Elements by their `xml:id`, blanks around it taken off; more than one where the file repeats an id. */
  readonly ids = new Map<string, Element[]>();
  /** Every `xi:include`, those inside another's fallback too. */
  readonly includes: readonly Element[];
  readonly models: readonly XmlModel[];

  constructor(path: string, tree: Document) {
    this.path = path;
    this.tree = tree;
    const includes: Element[] = [];
    for (const element of descendantElements(tree)) this.note(element, includes);
    this.includes = includes;
    this.models = tree.childNodes.flatMap((node) => {
      const model =
        node.nodeType === 7 && node.target === 'xml-model' ? readXmlModel(node, tree.source.text) : undefined;
      return model === undefined ? [] : [model];
    });
  }

  get source(): Source {
    return this.tree.source;
  }

  get root(): Element {
    return this.tree.documentElement;
  }

  place(span: { readonly start: number; readonly end: number }): Place {
    return this.source.place(span.start, span.end);
  }

  /** The TEI elements of a local name. */
  elements(...locals: readonly string[]): readonly Element[] {
    if (locals.length === 1) return this.elementTable.get(locals[0]!) ?? [];
    const found = locals.flatMap((local) => this.elementTable.get(local) ?? []);
    return found.sort((a, b) => a.start - b.start);
  }

  /** The attributes of a local name, on TEI elements, in no namespace or in that of `xml:`. */
  attributes(local: string, namespace = ''): AttributeUse[] {
    const elements = this.attributeTable.get(namespace === XML ? `xml:${local}` : local) ?? [];
    return elements.map((element) => ({ element, attribute: attributeNode(element, local, namespace)! }));
  }

  /** The names of all attributes on TEI elements, with `xml:` where they have it. */
  attributeNames(): Iterable<string> {
    return this.attributeTable.keys();
  }

  private note(element: Element, includes: Element[]): void {
    const { namespace, local } = element.name;
    const isTei = namespace === TEI;
    if (isTei) append(this.elementTable, local, element);
    else if (namespace === XINCLUDE && local === 'include') includes.push(element);
    for (const { name, value } of element.attributes) {
      if (name.namespace === XML) {
        if (name.local === 'id') append(this.ids, value.trim(), element);
        append(this.attributeTable, `xml:${name.local}`, element);
      } else if (isTei && name.namespace === '') append(this.attributeTable, name.local, element);
    }
  }
}

/** The value of the nearest `xml:lang` around a node, or ''. */
export function languageOf(element: Element): string {
  for (let at: Element | Document = element; at.nodeType === 1; at = at.parentNode) {
    const language = attribute(at, 'lang', XML);
    if (language !== undefined) return language;
  }
  return '';
}

function append<K, V>(table: Map<K, V[]>, key: K, value: V): void {
  const list = table.get(key);
  if (list === undefined) table.set(key, [value]);
  else list.push(value);
}
