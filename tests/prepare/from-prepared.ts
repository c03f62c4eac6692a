import { readTree } from '../../src/xml/read.ts';
import { attribute, type Element } from '../../src/xml/tree.ts';

const PREPARED = 'urn:x-variorum:prepared';

/** The outermost element of prepared TEI. */
export function readPrepared(tei: string): Element {
  const faults: string[] = [];
  const tree = readTree(new TextEncoder().encode(tei), 'prepared.xml', (fault) => {
    if (fault.severity === 'error') faults.push(fault.message);
  });
  if (tree === undefined || faults.length > 0)
    throw new Error(`prepared TEI does not read back: ${faults[0]}`);
  return tree.documentElement;
}

/** The value of one of our attributes. */
export function prepared(element: Element, local: string): string {
  return attribute(element, local, PREPARED) ?? '';
}

/** What a stylesheet that knows only the contract gets from prepared TEI: the text of an element without white space, where `skips` leaves elements out. */
export function textOf(
  top: Element,
  skips: (element: Element) => boolean = (element) => prepared(element, 'left') !== '',
): string {
  const pieces: string[] = [];
  const stack: (Element | string)[] = [top];
  for (let item = stack.pop(); item !== undefined; item = stack.pop()) {
    if (typeof item === 'string') {
      pieces.push(item);
      continue;
    }
    pieces.push(prepared(item, 'before'));
    stack.push(prepared(item, 'after'));
    if (item !== top && skips(item)) continue;
    for (const node of [...item.childNodes].reverse()) {
      if (node.nodeType === 1) stack.push(node);
      else if (node.nodeType === 3) stack.push(node.data);
    }
  }
  return withoutSpace(pieces.join(''));
}

export function withoutSpace(text: string): string {
  return text.replace(/\s+/g, '');
}

/** The elements of a tree in order. */
export function* elementsOf(top: Element): Generator<Element> {
  const stack = [top];
  for (let element = stack.pop(); element !== undefined; element = stack.pop()) {
    yield element;
    for (const node of [...element.childNodes].reverse()) if (node.nodeType === 1) stack.push(node);
  }
}

/** The parts of a prepared document that are running text. */
export function runningRoots(root: Element): Element[] {
  if (!/^(?:TEI|TEI\.2|teiCorpus)$/.test(root.name.local)) return [root];
  const children = root.childNodes.filter((node): node is Element => node.nodeType === 1);
  const texts = children.flatMap((child) =>
    /^(?:TEI|teiCorpus)$/.test(child.name.local)
      ? runningRoots(child)
      : child.name.local === 'text'
        ? [child]
        : [],
  );
  if (texts.length > 0) return texts;
  for (const name of ['sourceDoc', 'standOff', 'facsimile']) {
    const found = children.filter((child) => child.name.local === name);
    if (found.length > 0) return found;
  }
  return [];
}
