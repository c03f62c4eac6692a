import { diagnostic } from '../diagnostics/catalogue.ts';
import type { Report } from '../diagnostics/diagnostic.ts';
import { qualifiedName, textOf } from '../xml/axes.ts';
import { attribute, type Document, type Element } from '../xml/tree.ts';
import {
  childrenWithIncludes,
  embeddedIn,
  isSchematron,
  type Located,
  placeOf,
  placeOfAttribute,
  type ReadSchemaFile,
} from './collect.ts';
import { fillParameters } from './fill-parameters.ts';
import { readFunction, readKey, readLets, readMessage } from './read-parts.ts';
import { type Check, type Pattern, type Phase, type Rule, type SchematronSchema, XSLT } from './schema.ts';

/** Reads an ISO Schematron schema, or the rules that an RNG or ODD carries. What is wrong is reported at its place in the schema and left out; the rest counts. */
export async function loadSchematron(
  document: Document,
  read: ReadSchemaFile,
  report: Report,
): Promise<SchematronSchema | undefined> {
  const root = { element: document.documentElement, document };
  if (isSchematron(root.element, 'schema')) {
    return assemble(root, await childrenWithIncludes(root, read, report), read, report);
  }
  const embedded = embeddedIn(document);
  if (embedded.length === 0) {
    const what = `its root is “${qualifiedName(root.element.name)}”`;
    report(diagnostic('schematron-not-a-schema', placeOf(root), { what }));
    return undefined;
  }
  return assemble(
    root,
    embedded.map((element) => ({ element, document })),
    read,
    report,
  );
}

async function assemble(
  root: Located,
  children: readonly Located[],
  read: ReadSchemaFile,
  report: Report,
): Promise<SchematronSchema> {
  const binding = attribute(root.element, 'queryBinding') ?? 'xslt2';
  if (!/^(xslt|xpath|xquery)\d*$/i.test(binding)) {
    report(diagnostic('schematron-query-binding', placeOfAttribute(root, 'queryBinding'), { binding }));
  }
  const named = (local: string) => children.filter(({ element }) => isSchematron(element, local));
  const inPatterns = named('pattern').flatMap(({ element, document }) =>
    element.childNodes.flatMap((child) => (child.nodeType === 1 ? [{ element: child, document }] : [])),
  );
  const foreign = (local: string) =>
    [...children, ...inPatterns].filter(
      ({ element }) => element.name.namespace === XSLT && element.name.local === local,
    );
  const rules = await readRules(children, read, report);
  const namespaces: Record<string, string> = {};
  for (const { element } of named('ns')) {
    namespaces[attribute(element, 'prefix') ?? ''] = attribute(element, 'uri') ?? '';
  }
  const diagnostics = new Map(
    named('diagnostics').flatMap(({ element, document }) =>
      childrenOf({ element, document }, 'diagnostic').map(
        (each) => [attribute(each.element, 'id') ?? '', readMessage(each)] as const,
      ),
    ),
  );
  return {
    path: root.document.source.path,
    title: named('title').map(({ element }) => textOf(element).trim())[0] ?? '',
    namespaces,
    lets: readLets(children),
    keys: foreign('key').map(readKey),
    functions: foreign('function').flatMap((each) => readFunction(each, report) ?? []),
    phases: named('phase').map(readPhase),
    defaultPhase: attribute(root.element, 'defaultPhase'),
    patterns: rules,
    diagnostics,
  };
}

function readPhase(at: Located): Phase {
  const active = childrenOf(at, 'active').map(({ element }) => attribute(element, 'pattern') ?? '');
  const children = at.element.childNodes.flatMap((element) =>
    element.nodeType === 1 ? [{ element, document: at.document }] : [],
  );
  return { id: attribute(at.element, 'id') ?? '', lets: readLets(children), active, place: placeOf(at) };
}

/** The patterns that count: abstract ones instantiated by `is-a`, rules with those they extend. Rules outside any pattern (embedded ones) are each a pattern of their own. */
async function readRules(
  children: readonly Located[],
  read: ReadSchemaFile,
  report: Report,
): Promise<Pattern[]> {
  const abstract = new Map<string, Located>();
  for (const each of children) {
    const id = attribute(each.element, 'id');
    if (isSchematron(each.element, 'pattern') && isAbstract(each.element) && id) abstract.set(id, each);
  }
  const patterns: Pattern[] = [];
  const readOne = async (at: Located, id: string, parameters: ReadonlyMap<string, string>) => {
    const parts = isSchematron(at.element, 'rule') ? [at] : await childrenWithIncludes(at, read, report);
    const rules = parts.filter(({ element }) => isSchematron(element, 'rule'));
    const abstractRules = new Map(
      rules
        .filter(({ element }) => isAbstract(element))
        .map((each) => [attribute(each.element, 'id') ?? '', each]),
    );
    const reader = new RuleReader(abstractRules, parameters, read, report);
    const made: Rule[] = [];
    for (const rule of rules) {
      if (isAbstract(rule.element)) continue;
      const found = await reader.rule(rule);
      if (found !== undefined) made.push(found);
    }
    const lets = isSchematron(at.element, 'rule') ? [] : readLets(parts, parameters);
    patterns.push({ id, lets, rules: made, place: placeOf(at) });
  };
  for (const each of children) {
    const { element } = each;
    const id = attribute(element, 'id') ?? '';
    if (isSchematron(element, 'rule') && !isAbstract(element)) await readOne(each, id, new Map());
    if (!isSchematron(element, 'pattern') || isAbstract(element)) continue;
    const isA = attribute(element, 'is-a');
    const general = isA === undefined ? each : abstract.get(isA);
    if (general === undefined) {
      const place = placeOfAttribute(each, 'is-a');
      report(diagnostic('schematron-unknown-pattern', place, { kind: 'abstract pattern', id: isA! }));
    } else await readOne(general, id, isA === undefined ? new Map() : parametersOf(each));
  }
  return patterns;
}

class RuleReader {
  private readonly abstract: ReadonlyMap<string, Located>;
  private readonly parameters: ReadonlyMap<string, string>;
  private readonly read: ReadSchemaFile;
  private readonly report: Report;

  constructor(
    abstract: ReadonlyMap<string, Located>,
    parameters: ReadonlyMap<string, string>,
    read: ReadSchemaFile,
    report: Report,
  ) {
    this.abstract = abstract;
    this.parameters = parameters;
    this.read = read;
    this.report = report;
  }

  async rule(at: Located): Promise<Rule | undefined> {
    const context = attribute(at.element, 'context');
    if (context === undefined) {
      this.report(diagnostic('schematron-missing-part', placeOf(at), { what: 'A rule needs a context.' }));
      return undefined;
    }
    const parts = await this.partsOf(at, new Set());
    return {
      context: this.fill(context),
      lets: readLets(parts, this.parameters),
      checks: parts.flatMap((each) => this.check(each) ?? []),
      role: attribute(at.element, 'role') ?? '',
      place: placeOfAttribute(at, 'context'),
    };
  }

  /** The parts of a rule, with those of the abstract rules that it extends in their places. */
  private async partsOf(at: Located, open: ReadonlySet<string>): Promise<Located[]> {
    const parts: Located[] = [];
    for (const each of await childrenWithIncludes(at, this.read, this.report)) {
      const id = isSchematron(each.element, 'extends') ? attribute(each.element, 'rule') : undefined;
      if (id === undefined) {
        parts.push(each);
        continue;
      }
      const general = this.abstract.get(id);
      if (general === undefined || open.has(id)) {
        const place = placeOfAttribute(each, 'rule');
        this.report(diagnostic('schematron-unknown-pattern', place, { kind: 'abstract rule', id }));
      } else parts.push(...(await this.partsOf(general, new Set([...open, id]))));
    }
    return parts;
  }

  private check(at: Located): Check | undefined {
    const { element } = at;
    if (!isSchematron(element, 'assert') && !isSchematron(element, 'report')) return undefined;
    const kind = element.name.local as 'assert' | 'report';
    const test = attribute(element, 'test');
    if (test === undefined) {
      this.report(diagnostic('schematron-missing-part', placeOf(at), { what: `A ${kind} needs a test.` }));
      return undefined;
    }
    return {
      kind,
      test: this.fill(test),
      id: attribute(element, 'id') ?? '',
      role: attribute(element, 'role') ?? '',
      message: readMessage(at, this.parameters),
      diagnostics: (attribute(element, 'diagnostics') ?? '').split(/\s+/).filter((each) => each !== ''),
      place: placeOfAttribute(at, 'test'),
    };
  }

  private fill(expression: string): string {
    return fillParameters(expression, this.parameters);
  }
}

function parametersOf(at: Located): Map<string, string> {
  const all = childrenOf(at, 'param').map(
    ({ element }) => [attribute(element, 'name') ?? '', attribute(element, 'value') ?? ''] as const,
  );
  return new Map(all);
}

function childrenOf({ element, document }: Located, local: string): Located[] {
  return element.childNodes.flatMap((child) =>
    child.nodeType === 1 && isSchematron(child, local) ? [{ element: child, document }] : [],
  );
}

function isAbstract(element: Element): boolean {
  return attribute(element, 'abstract') === 'true';
}
