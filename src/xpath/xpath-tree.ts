import type { IDomFacade } from 'fontoxpath';
import type { Attribute } from '../xml/events.ts';
import type { Child, Document, Element, Node } from '../xml/tree.ts';

/** A node as XPath sees it: the names of the DOM over a node or an attribute of ours. */
export class XPathNode {
  readonly nodeType: 1 | 2 | 3 | 7 | 8 | 9;
  readonly nodeName: string;
  readonly localName: string;
  readonly prefix: string | null;
  readonly namespaceURI: string | null;
  readonly parentNode: XPathNode | null;
  childNodes: XPathNode[] = none;
  attributes: XPathNode[] = none;
  /** Its place among its parent's children, from 0. */
  readonly index: number;
  /** Where it comes from; for an attribute, the element that bears it. */
  readonly node: Node;
  readonly attribute: Attribute | undefined;

  constructor(parent: XPathNode | null, index: number, node: Node, attribute?: Attribute) {
    const name = attribute?.name ?? (node.nodeType === 1 ? node.name : undefined);
    const target = node.nodeType === 7 ? node.target : '';
    this.nodeType = attribute === undefined ? node.nodeType : 2;
    this.localName = name?.local ?? target;
    this.prefix = name?.prefix || null;
    this.namespaceURI = name?.namespace || null;
    this.nodeName = this.prefix === null ? this.localName : `${this.prefix}:${this.localName}`;
    this.parentNode = parent;
    this.index = index;
    this.node = node;
    this.attribute = attribute;
  }

  /** Of an attribute: its value, which fontoxpath reads by this name. */
  get value(): string {
    return this.attribute!.value;
  }

  get data(): string {
    return this.attribute?.value ?? ('data' in this.node ? this.node.data : '');
  }

  get target(): string {
    return this.localName;
  }
}

const none: XPathNode[] = [];

/** What an `XPathTree` shows otherwise than the document has it. */
export interface XPathTreeOptions {
  /** The children that stand in a tree for those of the document: where XInclude puts others in their place. */
  readonly childrenOf?: (children: readonly Child[]) => readonly Child[];
  /** The element that the tree shows as the document's only one. */
  readonly outermost?: Element;
}

/** A document as XPath sees it, and the way from each of its nodes to ours and back. */
export class XPathTree {
  readonly root: XPathNode;
  private readonly views = new Map<Node, XPathNode>();

  constructor(document: Document, { childrenOf = (all) => all, outermost }: XPathTreeOptions = {}) {
    this.root = this.view(null, 0, document);
    const outer = outermost === undefined ? document.childNodes : [outermost];
    const open: { view: XPathNode; children: readonly Child[] }[] = [{ view: this.root, children: outer }];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      const { view, children } = at;
      view.childNodes = childrenOf(children).map((child, index) => this.view(view, index, child));
      for (const child of view.childNodes) {
        const { node } = child;
        if (node.nodeType === 1 && node.childNodes.length > 0) {
          open.push({ view: child, children: node.childNodes });
        }
      }
    }
  }

  /** What XPath sees of a node; of one that an inclusion brings twice, the last. */
  of(node: Node): XPathNode {
    return this.views.get(node)!;
  }

  /** What XPath sees of an attribute. */
  ofAttribute(element: Element, attribute: Attribute): XPathNode | undefined {
    return this.of(element).attributes.find((each) => each.attribute === attribute);
  }

  private view(parent: XPathNode | null, index: number, node: Node): XPathNode {
    const view = new XPathNode(parent, index, node);
    this.views.set(node, view);
    if (node.nodeType === 1 && node.attributes.length > 0) {
      view.attributes = node.attributes.map((attribute, n) => new XPathNode(view, n, node, attribute));
    }
    return view;
  }
}

/** How fontoxpath walks such a tree. */
export const facade = {
  getAllAttributes: (node: XPathNode) => node.attributes,
  getAttribute: (node: XPathNode, name: string) =>
    node.attributes.find((each) => each.nodeName === name)?.value ?? null,
  getChildNodes: (node: XPathNode) => node.childNodes,
  getData: (node: XPathNode) => node.data,
  getFirstChild: (node: XPathNode) => node.childNodes[0] ?? null,
  getLastChild: (node: XPathNode) => node.childNodes.at(-1) ?? null,
  getNextSibling: (node: XPathNode) => node.parentNode?.childNodes[node.index + 1] ?? null,
  getParentNode: (node: XPathNode) => node.parentNode,
  getPreviousSibling: (node: XPathNode) =>
    node.index === 0 ? null : (node.parentNode?.childNodes[node.index - 1] ?? null),
} as unknown as IDomFacade;
