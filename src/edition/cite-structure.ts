import { childElements, descendantElements, isNamed, textOf } from '../xml/axes.ts';
import type { Attribute } from '../xml/events.ts';
import { TEI, XML } from '../xml/name.ts';
import { attributeNode, type Document, type Element } from '../xml/tree.ts';
import { XPath, XPathError } from '../xpath/xpath.ts';
import { XPathTree } from '../xpath/xpath-tree.ts';

/** A passage that a `citeStructure` names. */
export interface CitedPassage {
  readonly element: Element;
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
  readonly element: Element;
  readonly attribute: Attribute | undefined;
  readonly what: string;
}

export interface CiteStructures {
  /** In document order of the structure, not of the text. */
  readonly passages: readonly CitedPassage[];
  readonly faults: readonly CiteStructureFault[];
  /** The reference that citations use, by element: that of the first tree that names it. */
  readonly references: ReadonlyMap<Element, string>;
}

const none: CiteStructures = { passages: [], faults: [], references: new Map() };
const known = new WeakMap<Document, CiteStructures>();

/**
 * The citable passages that a document declares (TEI P5, 17.2.5.4 `citeStructure`). Unprefixed names in its XPaths are TEI's, as in the Guidelines' examples.
 * An expression that fails is a fault; what stands beside it is still read.
 */
export function citeStructuresOf(document: Document): CiteStructures {
  let found = known.get(document);
  if (found === undefined) {
    found = read(document);
    known.set(document, found);
  }
  return found;
}

function read(document: Document): CiteStructures {
  const declarations: Element[] = [];
  for (const element of descendantElements(document)) {
    if (isNamed(element, 'text') && declarations.length === 0) break;
    if (isNamed(element, 'refsDecl')) declarations.push(element);
  }
  const trees = ordered(declarations).filter((each) => structuresIn(each).length > 0);
  if (trees.length === 0) return none;
  const run = new Run(new XPathTree(document));
  trees.forEach((declaration, tree) => {
    for (const structure of structuresIn(declaration)) run.follow(structure, undefined, '', 1, tree);
  });
  const references = new Map<Element, string>();
  for (const { element, reference } of run.passages) {
    if (!references.has(element)) references.set(element, reference);
  }
  return { passages: run.passages, faults: run.faults, references };
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
  private readonly tree: XPathTree;
  private readonly failed = new Set<Attribute>();
  private readonly taken = new Map<string, Element>();

  constructor(tree: XPathTree) {
    this.tree = tree;
  }

  /** Follows one structure below one passage; `above` is its reference. */
  follow(structure: Element, parent: Element | undefined, above: string, level: number, tree: number): void {
    const match = attributeNode(structure, 'match');
    const use = attributeNode(structure, 'use');
    if (match === undefined || use === undefined) {
      const missing = match === undefined ? 'match' : 'use';
      if (!this.faults.some((fault) => fault.element === structure))
        this.faults.push({
          kind: 'expression',
          element: structure,
          attribute: undefined,
          what: `it has no @${missing}`,
        });
      return;
    }
    const start = parent === undefined ? this.tree.root : this.tree.of(parent);
    const nodes = this.evaluate(structure, match, match.value, (xpath) => xpath.nodes(start));
    if (nodes === undefined || nodes.length === 0) return;
    const values = this.evaluate(structure, use, `(${match.value}) ! string((${use.value})[1])`, (xpath) =>
      xpath.all(start),
    );
    if (values === undefined) return;
    const delimiter = attributeNode(structure, 'delim')?.value ?? '';
    const unit = attributeNode(structure, 'unit')?.value ?? '';
    nodes.forEach((node, n) => {
      if (node.node.nodeType !== 1) return;
      const element = node.node;
      const own = String(values[n] ?? '').trim();
      if (own === '') {
        this.faults.push({ kind: 'unnamed', element, attribute: undefined, what: use.value });
        return;
      }
      const reference = above + delimiter + own;
      const key = `${tree} ${reference}`;
      if (this.taken.has(key) && this.taken.get(key) !== element)
        this.faults.push({ kind: 'ambiguous', element, attribute: undefined, what: reference });
      else this.taken.set(key, element);
      this.passages.push({ element, reference, unit, level, tree, data: this.dataOf(structure, element) });
      for (const nested of structuresIn(structure)) this.follow(nested, element, reference, level + 1, tree);
    });
  }

  private dataOf(structure: Element, element: Element): { property: string; value: string }[] {
    const data: { property: string; value: string }[] = [];
    for (const child of childElements(structure)) {
      if (!isNamed(child, 'citeData')) continue;
      const use = attributeNode(child, 'use');
      const property = attributeNode(child, 'property')?.value ?? '';
      if (use === undefined) continue;
      const values = this.evaluate(child, use, use.value, (xpath) => xpath.all(this.tree.of(element)));
      for (const value of values ?? []) {
        const text = valueText(value);
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
      this.failed.add(at);
      this.faults.push({ kind: 'expression', element: structure, attribute: at, what: error.message });
      return undefined;
    }
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

function valueText(value: unknown): string {
  const node = value as { node?: Element; attribute?: Attribute };
  if (typeof value !== 'object' || value === null || node.node === undefined)
    return String(value ?? '').trim();
  return (node.attribute?.value ?? textOf(node.node)).replace(/\s+/g, ' ').trim();
}
