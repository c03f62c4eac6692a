import type { Place } from '../diagnostics/place.ts';
import type { Document } from '../xml/tree.ts';
import type { XPathNode } from '../xpath/xpath-tree.ts';

/** The place to show for a node: an element's start tag, an attribute as it stands, any other node whole. */
export function placeOfNode({ node, attribute }: XPathNode, { source }: Document): Place {
  if (attribute !== undefined) return source.place(attribute.start, attribute.end);
  switch (node.nodeType) {
    case 9:
      return source.place(node.documentElement.start, node.documentElement.startTagEnd);
    case 1:
      return source.place(node.start, node.startTagEnd);
    default:
      return source.place(node.start, node.end);
  }
}
