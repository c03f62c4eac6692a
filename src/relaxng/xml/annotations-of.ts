import { parseTree } from '../../xml/parse-tree.ts';
import type { Source } from '../../xml/source.ts';
import type { Element } from '../../xml/tree.ts';
import { RELAXNG } from '../syntax.ts';

/** The outermost elements of other vocabularies in a schema in XML. */
export function annotationsOf(source: Source): Element[] {
  const found: Element[] = [];
  const visit = (element: Element): void => {
    const own: Element[] = [];
    for (const child of element.childNodes) {
      if (child.nodeType !== 1) continue;
      if (child.name.namespace === RELAXNG) own.push(child);
      else found.push(child);
    }
    for (const each of own) visit(each);
  };
  const document = parseTree(source, () => undefined);
  if (document !== undefined) visit(document.documentElement);
  return found;
}
