import { diagnostic } from '../diagnostics/catalogue.ts';
import type { Diagnostic, Report, Severity } from '../diagnostics/diagnostic.ts';
import type { Document } from '../xml/tree.ts';
import type { DynamicContext } from '../xpath/supply.ts';
import { sequence, XPathError } from '../xpath/xpath.ts';
import { type XPathNode, XPathTree } from '../xpath/xpath-tree.ts';
import type {
  CompiledCheck,
  CompiledLet,
  CompiledMatch,
  CompiledPattern,
  CompiledRule,
  CompiledSchema,
} from './compile.ts';
import type { QualifiedName } from './match-pattern.ts';
import { NodeIndex } from './node-index.ts';
import { placeOfNode } from './place-of-node.ts';

type Variables = Readonly<Record<string, unknown>>;

/** Runs a compiled schema over a document; findings come pattern by pattern, in document order. */
export function runSchematron(schema: CompiledSchema, document: Document, report: Report): void {
  new Run(schema, document, report).run();
}

class Run {
  private readonly schema: CompiledSchema;
  private readonly document: Document;
  private readonly report: Report;
  private readonly index: NodeIndex;
  private readonly keyTables = new Map<string, Map<string, XPathNode[]>>();
  private readonly context: DynamicContext;
  private readonly saidToFail = new Set<object>();

  constructor(schema: CompiledSchema, document: Document, report: Report) {
    this.schema = schema;
    this.document = document;
    this.report = report;
    this.index = new NodeIndex(new XPathTree(document));
    this.context = { root: this.index.root, key: (name, values, top) => this.lookUp(name, values, top) };
  }

  run(): void {
    const { root } = this.index;
    const variables = this.bind(this.schema.lets, root, {});
    for (const pattern of this.schema.patterns)
      this.runPattern(pattern, this.bind(pattern.lets, root, variables));
  }

  private runPattern(pattern: CompiledPattern, variables: Variables): void {
    const fired = new Map<XPathNode, CompiledRule>();
    for (const rule of pattern.rules) {
      for (const node of this.matching(rule.match, variables)) {
        if (!fired.has(node)) fired.set(node, rule);
      }
    }
    const order = (node: XPathNode) => this.index.orderOf(node);
    const nodes = [...fired.keys()].sort((a, b) => order(a) - order(b));
    for (const node of nodes) this.fire(fired.get(node)!, node, variables);
  }

  private fire(rule: CompiledRule, node: XPathNode, outer: Variables): void {
    const variables = this.bind(rule.lets, node, outer);
    const context = { ...this.context, current: node };
    for (const check of rule.checks) {
      const holds = this.attempt(check, node, () => check.test.test(node, variables, context));
      if (holds === undefined || holds === (check.check.kind === 'assert')) continue;
      this.report(this.finding(check, rule, node, variables, context));
    }
  }

  private finding(
    { check, message }: CompiledCheck,
    rule: CompiledRule,
    node: XPathNode,
    variables: Variables,
    context: DynamicContext,
  ): Diagnostic {
    const words = message.map((part) => {
      if ('text' in part) return part.text;
      try {
        return part.value.all(node, variables, context).map(asText).join(' ');
      } catch {
        return '…';
      }
    });
    const text = words.join('').replace(/\s+/g, ' ').trim() || `${check.kind} ${check.test}`;
    const severity = severityOf(check.role || rule.role);
    const related = [{ message: 'The rule:', place: check.place }];
    return diagnostic(
      'schematron-assert',
      placeOfNode(node, this.document),
      { message: text },
      { severity, related },
    );
  }

  /** The nodes that a context matches. */
  private matching(match: CompiledMatch, variables: Variables): Set<XPathNode> {
    const found = new Set<XPathNode>();
    for (const { alternative, xpath } of match) {
      if (alternative.whole !== undefined) {
        const { root } = this.index;
        const nodes = this.attempt(match, root, () => xpath!.nodes(root, variables, this.context));
        for (const node of nodes ?? []) found.add(node);
        continue;
      }
      const { namespaces } = this.schema.schema;
      const isLacking = ancestorJudge(alternative.lacks, namespaces);
      for (const node of this.index.candidates(alternative, namespaces)) {
        if (found.has(node) || !isLacking(node)) continue;
        const context = { ...this.context, current: node };
        if (
          xpath === undefined ||
          this.attempt(match, node, () => xpath.test(node, variables, context)) === true
        ) {
          found.add(node);
        }
      }
    }
    return found;
  }

  /** Values of variables, each evaluated on first use. */
  private bind(lets: readonly CompiledLet[], node: XPathNode, outer: Variables): Variables {
    if (lets.length === 0) return outer;
    const variables: Record<string, unknown> = Object.create(null);
    for (const name of Object.keys(outer)) {
      Object.defineProperty(variables, name, {
        enumerable: true,
        configurable: true,
        get: () => outer[name],
      });
    }
    const context = { ...this.context, current: node };
    for (const each of lets) {
      const scope = { ...Object.getOwnPropertyDescriptors(variables) };
      const visible = Object.defineProperties(Object.create(null), scope) as Variables;
      let value: { is: unknown } | undefined;
      Object.defineProperty(variables, each.name, {
        enumerable: true,
        configurable: true,
        get: () => {
          value ??= {
            is: sequence(this.attempt(each, node, () => each.value.all(node, visible, context)) ?? []),
          };
          return value.is;
        },
      });
    }
    return variables;
  }

  private lookUp(name: string, values: readonly string[], top: XPathNode | undefined): XPathNode[] {
    let table = this.keyTables.get(name);
    if (table === undefined) {
      table = new Map();
      this.keyTables.set(name, table);
      for (const { match, use } of this.schema.keys.get(name) ?? []) {
        for (const node of this.matching(match, {})) {
          for (const value of new Set(use.all(node, {}, { ...this.context, current: node }).map(asText))) {
            const list = table.get(value) ?? [];
            table.set(value, list);
            list.push(node);
          }
        }
      }
    }
    const found = new Set(values.flatMap((value) => table.get(value) ?? []));
    const within = [...found].filter((node) => top === undefined || isInside(node, top));
    return within.sort((a, b) => this.index.orderOf(a) - this.index.orderOf(b));
  }

  /** Evaluates something of the schema's; a failure is reported once, at the first node it happens on. */
  private attempt<T>(what: object, node: XPathNode, evaluate: () => T): T | undefined {
    try {
      return evaluate();
    } catch (error) {
      if (!(error instanceof XPathError)) throw error;
      if (!this.saidToFail.has(what)) {
        this.saidToFail.add(what);
        this.report(
          diagnostic('schematron-run-failed', placeOfNode(node, this.document), { why: error.message }),
        );
      }
      return undefined;
    }
  }
}

/** Judges whether no ancestor of a node has one of the names; each parent is judged once. */
function ancestorJudge(
  names: readonly QualifiedName[],
  namespaces: Readonly<Record<string, string>>,
): (node: XPathNode) => boolean {
  if (names.length === 0) return () => true;
  const known = new Map<XPathNode, boolean>();
  const isNamed = (node: XPathNode) =>
    names.some(
      ({ prefix, local }) =>
        node.localName === local && (node.namespaceURI ?? '') === (namespaces[prefix] ?? ''),
    );
  return (node) => {
    const path: XPathNode[] = [];
    let at = node.parentNode;
    while (at !== null && !known.has(at)) {
      path.push(at);
      at = at.parentNode;
    }
    let isFree = at === null || known.get(at)!;
    for (const each of path.reverse()) {
      isFree &&= !isNamed(each);
      known.set(each, isFree);
    }
    return isFree;
  };
}

function isInside(node: XPathNode, top: XPathNode): boolean {
  for (let at: XPathNode | null = node; at !== null; at = at.parentNode) if (at === top) return true;
  return false;
}

function severityOf(role: string): Severity {
  if (/^(warn|warning|nonfatal)$/i.test(role)) return 'warning';
  if (/^(info|information|hint)$/i.test(role)) return 'info';
  return 'error';
}

function asText(value: unknown): string {
  if (typeof value !== 'object' || value === null || !('nodeType' in value)) return String(value);
  const node = value as XPathNode;
  if (node.nodeType !== 1 && node.nodeType !== 9) return node.data;
  return node.childNodes
    .map((child) => (child.nodeType === 1 || child.nodeType === 3 ? asText(child) : ''))
    .join('');
}
