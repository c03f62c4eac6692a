import type { XPathNode, XPathTree } from '../xpath/xpath-tree.ts';
import type { Alternative } from './match-pattern.ts';

/** The nodes of a document by kind and local name, each list in document order. */
export class NodeIndex {
  readonly root: XPathNode;
  private readonly orders = new Map<XPathNode, number>();
  private readonly byKind = new Map<string, XPathNode[]>();
  private readonly bearers = new Map<string, XPathNode[]>();

  constructor(tree: XPathTree) {
    this.root = tree.root;
    const stack = [tree.root];
    for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
      this.add(node);
      for (const attribute of node.attributes) {
        this.add(attribute);
        append(this.bearers, attribute.localName, node);
      }
      for (let i = node.childNodes.length - 1; i >= 0; i--) stack.push(node.childNodes[i]!);
    }
  }

  /** The place of a node in document order. */
  orderOf(node: XPathNode): number {
    return this.orders.get(node)!;
  }

  /** The nodes that an alternative may match, by its names alone. */
  candidates(
    { kind, local, prefix, bears }: Alternative,
    namespaces: Readonly<Record<string, string>>,
  ): readonly XPathNode[] {
    if (kind === 'node')
      return [...this.orders.keys()].filter((node) => node.nodeType !== 2 && node.nodeType !== 9);
    const found =
      bears !== undefined && local === undefined && kind === 'element'
        ? (this.bearers.get(bears) ?? [])
        : (this.byKind.get(local === undefined ? kind : `${kind} ${local}`) ?? []);
    if (prefix === '*' || (kind !== 'element' && kind !== 'attribute')) return found;
    const namespace =
      (prefix === undefined ? (kind === 'element' ? namespaces[''] : undefined) : namespaces[prefix]) || null;
    return found.filter((node) => node.namespaceURI === namespace);
  }

  private add(node: XPathNode): void {
    this.orders.set(node, this.orders.size);
    const kind = kinds[node.nodeType];
    append(this.byKind, kind, node);
    if (kind === 'element' || kind === 'attribute') append(this.byKind, `${kind} ${node.localName}`, node);
  }
}

const kinds = {
  1: 'element',
  2: 'attribute',
  3: 'text',
  7: 'processing-instruction',
  8: 'comment',
  9: 'document',
} as const;

function append<K, V>(table: Map<K, V[]>, key: K, value: V): void {
  const list = table.get(key);
  if (list === undefined) table.set(key, [value]);
  else list.push(value);
}
