import { diagnostic } from '../diagnostics/catalogue.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Attribute } from '../xml/events.ts';
import type { Document, Element } from '../xml/tree.ts';
import { XSLT } from './stylesheet-closure.ts';

/** Constructs whose cost grows with the square of the document (measured with SaxonJS 2.7 at 250, 500 and 1,000 notes), and what does the same in one pass. */
const slow: readonly { pattern: RegExp; instead: string }[] = [
  {
    pattern: /\bpreceding(?:-sibling)?::[^)\]]*\)\s*(?:\+|$|[,)])/,
    instead: 'count once, with an accumulator or a map; notes and entries carry their number as v:n',
  },
  {
    pattern: /\/\/[\w:*-]+\s*\[\s*@(?:xml:)?id\s*=/,
    instead: 'declare an xsl:key and call key()',
  },
];

/** Finds in a stylesheet the constructs that make a long document slow. */
export function slowConstructs(stylesheet: Document): Diagnostic[] {
  const found: Diagnostic[] = [];
  const say = (at: Attribute, what: string, instead: string) =>
    found.push(diagnostic('slow-stylesheet', stylesheet.source.place(at.start, at.end), { what, instead }));
  const visit = (element: Element) => {
    for (const attribute of element.attributes) {
      const { name, value } = attribute;
      if (element.name.namespace === XSLT && element.name.local === 'number' && name.local === 'level') {
        if (value === 'any') say(attribute, 'xsl:number level="any"', slow[0]!.instead);
        continue;
      }
      if (element.name.namespace !== XSLT && !value.includes('{')) continue;
      for (const { pattern, instead } of slow) {
        const hit = pattern.exec(value)?.[0];
        if (hit !== undefined && (instead !== slow[0]!.instead || /\bcount\s*\(/.test(value)))
          say(attribute, hit.trim(), instead);
      }
    }
    for (const child of element.childNodes) if (child.nodeType === 1) visit(child);
  };
  visit(stylesheet.documentElement);
  return found;
}
