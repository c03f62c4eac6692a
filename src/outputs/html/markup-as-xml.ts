import { escapeAttribute, escapeText } from '../../xml/escape.ts';
import type { Node } from './html-tree.ts';

/** How markup is taken over from another page. */
export interface Taking {
  /** What its ids get, so that two pages may stand on one. */
  readonly prefix: string;
  /** Ids of what corresponds to an element, by its own id: they are written to `data-aligned`. */
  readonly aligned: ReadonlyMap<string, readonly string[]>;
}

/** Attributes that name ids of the same page. */
const naming = new Set(['id', 'for', 'aria-labelledby', 'aria-describedby', 'aria-controls', 'headers']);

/** Finished HTML as XML in no namespace, for a stylesheet to copy; links within the page stay within it. */
export function markupAsXml(nodes: readonly Node[], { prefix, aligned }: Taking): string {
  const out: string[] = [];
  const write = (node: Node) => {
    if (node.nodeName === '#text' && 'value' in node) out.push(escapeText(node.value));
    if (!('tagName' in node) || node.tagName === 'script') return;
    out.push(`<${node.tagName}`);
    for (const { name, value } of node.attrs) {
      if (!/^[A-Za-z_][\w.-]*$/.test(name)) continue;
      let written = value;
      if (naming.has(name))
        written = value
          .split(' ')
          .map((each) => prefix + each)
          .join(' ');
      else if (name === 'href' && value.startsWith('#')) written = `#${prefix}${value.slice(1)}`;
      out.push(` ${name}="${escapeAttribute(written)}"`);
      const theirs = name === 'id' ? aligned.get(value) : undefined;
      if (theirs !== undefined) out.push(` data-aligned="${escapeAttribute(theirs.join(' '))}"`);
    }
    out.push('>');
    for (const child of node.childNodes) write(child);
    out.push(`</${node.tagName}>`);
  };
  for (const node of nodes) write(node);
  return out.join('');
}
