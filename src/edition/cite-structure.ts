import { childElements, isNamed } from '../xml/axes.ts';
import type { Attribute } from '../xml/events.ts';
import { TEI, XML } from '../xml/name.ts';
import { attributeNode, type Child, type Document, type Element } from '../xml/tree.ts';
import { XPath, XPathError } from '../xpath/xpath.ts';
import { type XPathNode, XPathTree } from '../xpath/xpath-tree.ts';
import { expanded, type Include, type Sequence } from './sequence.ts';

/** A passage that a `citeStructure` names. */
export interface CitedPassage {
  /** The number of its element. */
  readonly i: number;
  /** The whole reference: those of the levels above, the delimiters and its own. */
  readonly reference: string;
  /** What the level is called: `chapter`, `line` …; '' where the structure does not say. */
  readonly unit: string;
  /** From 1. */
  readonly level: number;
  /** Which of the document's trees of reference it belongs to, from 0; the first is the one that citations use. */
  readonly tree: number;
  /** What `citeData` says of it: property and value. */
  readonly data: readonly { readonly property: string; readonly value: string }[];
}

/** What is wrong with a `citeStructure`, and where. */
export interface CiteStructureFault {
  readonly kind: 'expression' | 'ambiguous' | 'unnamed';
  /** The number of the structure, or of the passage that is named badly. */
  readonly i: number;
  readonly attribute: Attribute | undefined;
  readonly what: string;
}

export interface CiteStructures {
  /** In document order of the structure, not of the text. */
  readonly passages: readonly CitedPassage[];
  readonly faults: readonly CiteStructureFault[];
  /** The reference that citations use, by element number: that of the first tree that names it. */
  readonly references: ReadonlyMap<number, string>;
}

const none: CiteStructures = { passages: [], faults: [], references: new Map() };

/**
 * The citable passages that a document declares (TEI P5, 17.2.5.4 `citeStructure`), in what XInclude brings into it too. Unprefixed names in its XPaths are TEI's, as in the Guidelines' examples.
 * Each TEI text of a corpus has the structures of its own header, for which it is the whole document. An expression that fails is a fault; what stands beside it is still read.
 */
export function citeStructuresOf(
  document: Document,
  sequence: Sequence,
  include: Include = () => undefined,
): CiteStructures {
  const hosts = hostsOf(sequence);
  if (hosts.size === 0) return none;
  const childrenOf = (children: readonly Child[]) => expanded(children, include);
  const passages: CitedPassage[] = [];
  const faults: CiteStructureFault[] = [];
  // The innermost text's own structures name its passages before those of the corpus around it.
  for (const [host, declarations] of [...hosts].sort(([a], [b]) => b - a)) {
    const outermost = sequence.elements[host]!;
    const run = new Run(new XPathTree(document, { childrenOf, outermost }), host, sequence);
    ordered(declarations).forEach((declaration, tree) => {
      for (const structure of structuresIn(declaration)) run.follow(structure, undefined, '', 1, tree);
    });
    passages.push(...run.passages);
    faults.push(...run.faults);
  }
  const references = new Map<number, string>();
  for (const { i, reference } of passages) {
    if (!references.has(i)) references.set(i, reference);
  }
  return { passages, faults, references };
}

/** The declarations that hold structures, by the number of the TEI element whose header has them. */
function hostsOf({ names, elements, parents }: Sequence): Map<number, Element[]> {
  const hosts = new Map<number, Element[]>();
  for (let i = 0; i < names.length; i++) {
    if (names[i] !== 'refsDecl' || structuresIn(elements[i]!).length === 0) continue;
    let at = parents[i]!;
    while (at >= 0 && names[at] !== 'teiHeader') at = parents[at]!;
    if (at < 0) continue;
    const host = Math.max(parents[at]!, 0);
    hosts.set(host, [...(hosts.get(host) ?? []), elements[i]!]);
  }
  return hosts;
}

/** The default tree first, the others in their order. */
function ordered(declarations: readonly Element[]): Element[] {
  const isDefault = (each: Element) => attributeNode(each, 'default')?.value === 'true';
  return [...declarations.filter(isDefault), ...declarations.filter((each) => !isDefault(each))];
}

const structuresIn = (element: Element) =>
  [...childElements(element)].filter((each) => isNamed(each, 'citeStructure'));

class Run {
  readonly passages: CitedPassage[] = [];
  readonly faults: CiteStructureFault[] = [];
  private readonly root: XPathNode;
  private readonly sequence: Sequence;
  private readonly numbers = new Map<XPathNode, number>();
  private readonly failed = new Set<Attribute | Element>();
  private readonly taken = new Map<string, number>();

  constructor(tree: XPathTree, first: number, sequence: Sequence) {
    this.root = tree.root;
    this.sequence = sequence;
    const open = [...this.root.childNodes];
    for (let i = first, at = open.pop(); at !== undefined; at = open.pop()) {
      if (at.nodeType !== 1) continue;
      this.numbers.set(at, i++);
      for (let n = at.childNodes.length - 1; n >= 0; n--) open.push(at.childNodes[n]!);
    }
  }

  /** Follows one structure below one passage; `above` is its reference. */
  follow(
    structure: Element,
    parent: XPathNode | undefined,
    above: string,
    level: number,
    tree: number,
  ): void {
    const match = attributeNode(structure, 'match');
    const use = attributeNode(structure, 'use');
    if (match === undefined || use === undefined) {
      this.fail(structure, undefined, `it has no @${match === undefined ? 'match' : 'use'}`);
      return;
    }
    const start = parent ?? this.root;
    const nodes = this.evaluate(structure, match, match.value, (xpath) => xpath.nodes(start));
    if (nodes === undefined || nodes.length === 0) return;
    const values = this.evaluate(structure, use, `(${match.value}) ! string((${use.value})[1])`, (xpath) =>
      xpath.all(start),
    );
    if (values === undefined) return;
    const delimiter = attributeNode(structure, 'delim')?.value ?? '';
    const unit = attributeNode(structure, 'unit')?.value ?? '';
    nodes.forEach((node, n) => {
      const i = this.numbers.get(node);
      if (i === undefined) return;
      const own = String(values[n] ?? '').trim();
      if (own === '') {
        this.faults.push({ kind: 'unnamed', i, attribute: undefined, what: use.value });
        return;
      }
      const reference = above + delimiter + own;
      const key = `${tree} ${reference}`;
      if (this.taken.has(key) && this.taken.get(key) !== i)
        this.faults.push({ kind: 'ambiguous', i, attribute: undefined, what: reference });
      else this.taken.set(key, i);
      this.passages.push({ i, reference, unit, level, tree, data: this.dataOf(structure, node) });
      for (const nested of structuresIn(structure)) this.follow(nested, node, reference, level + 1, tree);
    });
  }

  private dataOf(structure: Element, passage: XPathNode): { property: string; value: string }[] {
    const data: { property: string; value: string }[] = [];
    for (const child of childElements(structure)) {
      if (!isNamed(child, 'citeData')) continue;
      const use = attributeNode(child, 'use');
      const property = attributeNode(child, 'property')?.value ?? '';
      if (use === undefined) continue;
      const values = this.evaluate(child, use, `(${use.value}) ! string(.)`, (xpath) => xpath.all(passage));
      for (const value of values ?? []) {
        const text = String(value).replace(/\s+/g, ' ').trim();
        if (text !== '') data.push({ property, value: text });
      }
    }
    return data;
  }

  /** Runs an expression once it is known to work; a fault is said once for each attribute. */
  private evaluate<T>(
    structure: Element,
    at: Attribute,
    expression: string,
    run: (xpath: XPath) => T,
  ): T | undefined {
    if (this.failed.has(at)) return undefined;
    try {
      return run(compiled(expression, structure));
    } catch (error) {
      if (!(error instanceof XPathError)) throw error;
      this.fail(structure, at, error.message);
      return undefined;
    }
  }

  private fail(structure: Element, attribute: Attribute | undefined, what: string): void {
    const at = attribute ?? structure;
    if (this.failed.has(at)) return;
    this.failed.add(at);
    const i = this.sequence.numbers.get(structure)!;
    this.faults.push({ kind: 'expression', i, attribute, what });
  }
}

const expressions = new WeakMap<Element, Map<string, XPath>>();

function compiled(expression: string, structure: Element): XPath {
  const own = expressions.get(structure) ?? new Map<string, XPath>();
  expressions.set(structure, own);
  let xpath = own.get(expression);
  if (xpath === undefined) {
    const namespaces = {
      tei: TEI,
      xml: XML,
      xs: 'http://www.w3.org/2001/XMLSchema',
      fn: 'http://www.w3.org/2005/xpath-functions',
    };
    xpath = new XPath(expression, {
      namespaces: { ...namespaces, ...Object.fromEntries(structure.scope.bindings()), '': TEI },
    });
    own.set(expression, xpath);
  }
  return xpath;
}
