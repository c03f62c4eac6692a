import type { Element } from '../xml/tree.ts';
import { collapsed } from './datatypes/white-space.ts';
import { ANNOTATIONS, type PatternSyntax } from './syntax.ts';

/** The child elements of a namespace. */
export function elementsOf(element: Element, namespace: string): Element[] {
  const found: Element[] = [];
  for (const child of element.childNodes) {
    if (child.nodeType === 1 && child.name.namespace === namespace) found.push(child);
  }
  return found;
}

export function textOf(element: Element): string {
  let text = '';
  for (const child of element.childNodes) {
    if (child.nodeType === 3) text += child.data;
    else if (child.nodeType === 1) text += textOf(child);
  }
  return text;
}

/** What the schema says of an element, attribute or value: the `a:documentation` inside it, or after a value (RELAX NG DTD Compatibility §2.3). */
export function documentationOf(element: Element): string | undefined {
  const inside = elementsOf(element, ANNOTATIONS).filter((each) => each.name.local === 'documentation');
  const found = inside.length > 0 ? inside : followingDocumentation(element);
  const text = collapsed(found.map(textOf).join(' '));
  return text === '' ? undefined : text;
}

function followingDocumentation(element: Element): Element[] {
  if (element.name.local !== 'value' || element.parentNode.nodeType !== 1) return [];
  const siblings = element.parentNode.childNodes;
  for (let i = siblings.indexOf(element) + 1; i < siblings.length; i++) {
    const next = siblings[i]!;
    if (next.nodeType !== 1) continue;
    return next.name.namespace === ANNOTATIONS && next.name.local === 'documentation' ? [next] : [];
  }
  return [];
}

/** The pattern with what is said of it, where it is one that messages name and nothing nearer is said. */
export function documented(pattern: PatternSyntax, documentation: string | undefined): PatternSyntax {
  if (documentation === undefined) return pattern;
  if (pattern.kind !== 'element' && pattern.kind !== 'attribute' && pattern.kind !== 'value') return pattern;
  return pattern.documentation === undefined ? { ...pattern, documentation } : pattern;
}
