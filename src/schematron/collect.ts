import { diagnostic } from '../diagnostics/catalogue.ts';
import type { Report } from '../diagnostics/diagnostic.ts';
import type { Place } from '../diagnostics/place.ts';
import { descendantElements } from '../xml/axes.ts';
import { attribute, attributeNode, type Document, type Element } from '../xml/tree.ts';
import { SCHEMATRON } from './schema.ts';

/** Reads another file of a schema; undefined, with the fault reported, where it cannot. */
export type ReadSchemaFile = (href: string, from: Element, report: Report) => Promise<Document | undefined>;

/** An element of a schema with the file it stands in. */
export interface Located {
  readonly element: Element;
  readonly document: Document;
}

export function placeOf({ element, document }: Located): Place {
  return document.source.place(element.start, element.startTagEnd);
}

/** The place of an attribute's value, or of the start tag without one. */
export function placeOfAttribute(at: Located, name: string): Place {
  const found = attributeNode(at.element, name);
  return found === undefined ? placeOf(at) : at.document.source.place(found.valueStart, found.valueEnd);
}

/** Whether an element is Schematron's of that name. */
export function isSchematron(element: Element, local?: string): boolean {
  return element.name.namespace === SCHEMATRON && (local === undefined || element.name.local === local);
}

/** The Schematron that stands in a file of another kind (an RNG, an ODD): its `ns`, `let`, `pattern`, and rules that stand alone. */
export function embeddedIn(document: Document): Element[] {
  const found: Element[] = [];
  for (const element of descendantElements(document)) {
    if (element.name.namespace !== SCHEMATRON) continue;
    const parent = element.parentNode;
    if (parent.nodeType === 1 && parent.name.namespace === SCHEMATRON) continue;
    found.push(element);
  }
  return found;
}

/** The child elements with every `include` replaced by what it names, and a cycle of inclusions reported. */
export async function childrenWithIncludes(
  at: Located,
  read: ReadSchemaFile,
  report: Report,
  chain: readonly string[] = [at.document.source.path],
): Promise<Located[]> {
  const children: Located[] = [];
  for (const element of at.element.childNodes) {
    if (element.nodeType !== 1) continue;
    const child = { element, document: at.document };
    if (!isSchematron(element, 'include') && !isSchematron(element, 'extends')) {
      children.push(child);
      continue;
    }
    const href = attribute(element, 'href');
    if (href === undefined) {
      children.push(child);
      continue;
    }
    const document = await read(href, element, report);
    if (document === undefined) continue;
    const { path } = document.source;
    if (chain.includes(path)) {
      const links = [...chain.slice(chain.indexOf(path)), path].join(' → ');
      report(diagnostic('schematron-include-cycle', placeOfAttribute(child, 'href'), { chain: links }));
      continue;
    }
    const fragment = href.includes('#') ? href.slice(href.indexOf('#') + 1) : '';
    const target = fragment === '' ? document.documentElement : byId(document, fragment);
    if (target === undefined) {
      report(diagnostic('schematron-include-missing', placeOfAttribute(child, 'href'), { href }));
      continue;
    }
    const included = { element: target, document };
    const goesDeeper = isSchematron(element, 'extends') || isSchematron(target, 'schema');
    if (goesDeeper) children.push(...(await childrenWithIncludes(included, read, report, [...chain, path])));
    else children.push(included);
  }
  return children;
}

function byId(document: Document, id: string): Element | undefined {
  for (const element of [document.documentElement, ...descendantElements(document)]) {
    for (const { name, value } of element.attributes) {
      if (name.local === 'id' && value === id) return element;
    }
  }
  return undefined;
}
