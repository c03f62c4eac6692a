import { readFileSync } from 'node:fs';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.ts';
import { decode } from '../../../src/xml/decode.ts';
import { XML } from '../../../src/xml/name.ts';
import { parseTree } from '../../../src/xml/parse-tree.ts';
import { attribute, type Document, type Element, type Node } from '../../../src/xml/tree.ts';

const root = new URL('../../../', import.meta.url);

/** A file of the edition as a tree; a fault of the reader fails the test. */
export function readTei(path: string): Document {
  const found: Diagnostic[] = [];
  const source = decode(readFileSync(new URL(path, root)), path, (each) => found.push(each));
  const document = source && parseTree(source, (each) => found.push(each));
  if (!document || found.length > 0)
    throw new Error(`${path}: ${found.map((each) => each.message).join('; ')}`);
  return document;
}

export function* elementsOf(node: Document | Element): Generator<Element> {
  for (const child of node.childNodes) {
    if (child.nodeType !== 1) continue;
    yield child;
    yield* elementsOf(child);
  }
}

export function textOf(node: Node): string {
  if (node.nodeType === 3) return node.data;
  return node.nodeType === 1 || node.nodeType === 9 ? node.childNodes.map(textOf).join('') : '';
}

/** The value of an attribute by its written name, `xml:id` among them. */
export function valueAt(element: Element, name: string): string | undefined {
  return name.startsWith('xml:') ? attribute(element, name.slice(4), XML) : attribute(element, name);
}

/** Whether an element is what `name`, `name[@attribute='value']` says. */
export function matches(element: Element, pattern: string): boolean {
  const [, name, key, value] = /^(\w+)(?:\[@([\w:]+)='([^']*)'\])?$/.exec(pattern) ?? [];
  if (!name) throw new Error(`not a pattern: ${pattern}`);
  return element.name.local === name && (key === undefined || valueAt(element, key) === value);
}

/** The one element that a path of such patterns leads to. */
export function at(document: Document, path: string): Element {
  let found: Element[] = [document.documentElement];
  for (const step of path.split('/')) {
    found = found.flatMap((each) =>
      each.childNodes.filter((child): child is Element => child.nodeType === 1 && matches(child, step)),
    );
  }
  if (found.length !== 1) throw new Error(`${path}: ${found.length} elements`);
  return found[0]!;
}
