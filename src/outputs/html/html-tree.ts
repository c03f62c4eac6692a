import type { DefaultTreeAdapterTypes } from 'parse5';

export type Node = DefaultTreeAdapterTypes.ChildNode;
export type Element = DefaultTreeAdapterTypes.Element;

export function attributeOf(element: Element, name: string): string | undefined {
  return element.attrs?.find((each) => each.name === name)?.value;
}

/** Calls `visit` for the elements below a node in document order; `false` leaves out what is below that element. */
export function walk(
  root: { readonly childNodes: readonly Node[] },
  visit: (element: Element) => boolean,
): void {
  const stack = [...root.childNodes].reverse();
  while (stack.length > 0) {
    const node = stack.pop()!;
    if (!('tagName' in node) || !visit(node)) continue;
    for (let at = node.childNodes.length - 1; at >= 0; at--) stack.push(node.childNodes[at]!);
  }
}

export function elementsIn(root: { readonly childNodes: readonly Node[] }): Element[] {
  const found: Element[] = [];
  walk(root, (element) => {
    found.push(element);
    return true;
  });
  return found;
}
