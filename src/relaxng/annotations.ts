import type { Child, Element } from '../xml/tree.ts';
import { collapsed } from './datatypes/white-space.ts';
import { ANNOTATIONS, type PatternSyntax } from './syntax.ts';

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
  let text = '';
  for (const child of element.childNodes) if (isDocumentation(child)) text += `${textOf(child)} `;
  if (text === '' && element.name.local === 'value' && element.parentNode.nodeType === 1) {
    const siblings = element.parentNode.childNodes;
    for (let i = siblings.indexOf(element) + 1; i < siblings.length; i++) {
      const next = siblings[i]!;
      if (next.nodeType !== 1) continue;
      if (isDocumentation(next)) text = textOf(next);
      break;
    }
  }
  return text === '' ? undefined : collapsed(text) || undefined;
}

function isDocumentation(child: Child): child is Element {
  return child.nodeType === 1 && child.name.namespace === ANNOTATIONS && child.name.local === 'documentation';
}

/** The pattern with what is said of it, where it is one that messages name and nothing nearer is said. */
export function documented(pattern: PatternSyntax, documentation: string | undefined): PatternSyntax {
  if (documentation === undefined) return pattern;
  if (pattern.kind !== 'element' && pattern.kind !== 'attribute' && pattern.kind !== 'value') return pattern;
  return pattern.documentation === undefined ? { ...pattern, documentation } : pattern;
}
