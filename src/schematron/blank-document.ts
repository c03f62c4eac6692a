import { parseTree } from '../xml/parse-tree.ts';
import { Source } from '../xml/source.ts';
import { type XPathNode, XPathTree } from '../xpath/xpath-tree.ts';

let root: XPathNode | undefined;

/** The root of a document that holds nothing: where an expression is tried before it is used. */
export function blankDocument(): XPathNode {
  root ??= new XPathTree(parseTree(new Source('', '<none/>'), () => undefined)!).root;
  return root;
}
