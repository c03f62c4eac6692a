import { type Name, TEI } from './name.ts';
import type { Child, Document, Element, Node } from './tree.ts';

export function isElement(node: Node | null | undefined): node is Element {
  return node?.nodeType === 1;
}

/** Whether a node is the element of that name; the namespace is TEI's unless given. */
export function isNamed(
  node: Node | null | undefined,
  local: string,
  namespace: string = TEI,
): node is Element {
  return isElement(node) && node.name.local === local && node.name.namespace === namespace;
}

/** The child elements; with `local`, those of that name. */
export function childElements(
  node: Element | Document,
  local?: string,
  namespace: string = TEI,
): readonly Element[] {
  const found: Element[] = [];
  for (const child of node.childNodes) {
    if (child.nodeType === 1 && (local === undefined || isNamed(child, local, namespace))) found.push(child);
  }
  return found;
}

/** The first child element of that name. */
export function firstChild(
  node: Element | Document,
  local: string,
  namespace: string = TEI,
): Element | undefined {
  for (const child of node.childNodes) if (isNamed(child, local, namespace)) return child;
  return undefined;
}

/** Every node below, in document order; needs no call stack however deep the tree is. */
export function* descendants(node: Node): Generator<Child, void> {
  if (node.nodeType !== 1 && node.nodeType !== 9) return;
  const stack: { children: readonly Child[]; next: number }[] = [{ children: node.childNodes, next: 0 }];
  while (stack.length > 0) {
    const top = stack[stack.length - 1]!;
    const child = top.children[top.next++];
    if (child === undefined) {
      stack.pop();
      continue;
    }
    yield child;
    if (child.nodeType === 1 && child.childNodes.length > 0)
      stack.push({ children: child.childNodes, next: 0 });
  }
}

/** Every element below, in document order; with `local`, those of that name. */
export function* descendantElements(
  node: Node,
  local?: string,
  namespace: string = TEI,
): Generator<Element, void> {
  for (const each of descendants(node)) {
    if (each.nodeType === 1 && (local === undefined || isNamed(each, local, namespace))) yield each;
  }
}

/** The elements around a node, the innermost first. */
export function* ancestors(node: Node): Generator<Element, void> {
  let parent = node.parentNode;
  while (parent !== null && parent.nodeType === 1) {
    yield parent;
    parent = parent.parentNode;
  }
}

/** The document that a node is in. */
export function documentOf(node: Node): Document {
  let each: Node = node;
  while (each.nodeType !== 9) each = each.parentNode;
  return each;
}

/** All character data of a node in order, as XPath's `string()` gives it. */
export function textOf(node: Node): string {
  if (node.nodeType !== 1 && node.nodeType !== 9) return node.data;
  let text = '';
  for (const each of descendants(node)) if (each.nodeType === 3) text += each.data;
  return text;
}

/** A name as it is written: with its prefix. */
export function qualifiedName(name: Name): string {
  return name.prefix === '' ? name.local : `${name.prefix}:${name.local}`;
}
