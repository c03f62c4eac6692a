import { diagnostic } from '../diagnostics/catalogue.ts';
import type { Report } from '../diagnostics/diagnostic.ts';
import type { Place } from '../diagnostics/place.ts';
import { registerFunction } from '../xpath/supply.ts';
import { type StaticContext, sequence, XPath, type XPathNode } from '../xpath/xpath.ts';
import { blankDocument } from './blank-document.ts';
import { type Alternative, readPattern } from './match-pattern.ts';
import type { Check, Let, MessagePart, SchematronSchema } from './schema.ts';

/** A schema whose expressions are known to be right; what was not has been reported and left out. */
export interface CompiledSchema {
  readonly schema: SchematronSchema;
  readonly lets: readonly CompiledLet[];
  readonly keys: ReadonlyMap<string, readonly { readonly match: CompiledMatch; readonly use: XPath }[]>;
  readonly patterns: readonly CompiledPattern[];
}

export interface CompiledLet {
  readonly name: string;
  readonly value: XPath;
}

export interface CompiledPattern {
  readonly id: string;
  readonly lets: readonly CompiledLet[];
  readonly rules: readonly CompiledRule[];
}

export interface CompiledRule {
  readonly match: CompiledMatch;
  readonly lets: readonly CompiledLet[];
  readonly checks: readonly CompiledCheck[];
  readonly role: string;
}

export interface CompiledCheck {
  readonly check: Check;
  readonly test: XPath;
  readonly message: readonly CompiledPart[];
}

export type CompiledPart = { readonly text: string } | { readonly value: XPath };

/** A context: its alternatives, each with the expression that must hold, or the one that gives the nodes. */
export type CompiledMatch = readonly {
  readonly alternative: Alternative;
  readonly xpath: XPath | undefined;
}[];

let schemaCount = 0;

/** Compiles a schema for one of its phases (`#ALL` or undefined: all patterns). */
export function compileSchematron(
  schema: SchematronSchema,
  phase: string | undefined,
  report: Report,
): CompiledSchema {
  return new Compiler(schema, report).compile(phase);
}

class Compiler {
  private readonly schema: SchematronSchema;
  private readonly report: Report;
  private readonly context: StaticContext;
  /** Variables whose own expression is wrong: what needs them is left out without a word, for it has been said once. */
  private readonly broken = new Set<string>();
  private hoisted: ReadonlySet<Let> = new Set();

  constructor(schema: SchematronSchema, report: Report) {
    this.schema = schema;
    this.report = report;
    const own = new Map<string, string>();
    const namespaces = { ...implicit, ...schema.namespaces };
    this.context = { namespaces, functions: (uri, local, arity) => own.get(`${uri} ${local} ${arity}`) };
    this.registerFunctions(own, namespaces);
  }

  compile(phase: string | undefined): CompiledSchema {
    const { schema } = this;
    const asked = phase ?? schema.defaultPhase ?? '#ALL';
    const wanted = asked === '#DEFAULT' ? (schema.defaultPhase ?? '#ALL') : asked;
    const chosen = schema.phases.find((each) => each.id === wanted);
    if (chosen === undefined && wanted !== '#ALL') {
      const place: Place = { path: schema.path, line: 1, column: 1, endLine: 1, endColumn: 1 };
      this.report(diagnostic('schematron-unknown-phase', place, { phase: wanted }));
    }
    const scope: string[] = [];
    const outer = [...schema.lets, ...(chosen?.lets ?? [])];
    this.hoisted = hoistedLets(outer, schema.patterns);
    const lets = this.lets([...outer, ...this.hoisted], scope);
    const patterns = schema.patterns.filter(
      (each) => chosen === undefined || chosen.active.includes(each.id),
    );
    return {
      schema,
      lets,
      keys: this.keys(scope),
      patterns: patterns.map((each) => this.pattern(each, scope)),
    };
  }

  private pattern(pattern: SchematronSchema['patterns'][number], outer: readonly string[]): CompiledPattern {
    const scope = [...outer];
    const lets = this.lets(
      pattern.lets.filter((each) => !this.hoisted.has(each)),
      scope,
    );
    const rules = pattern.rules.flatMap((rule): CompiledRule[] => {
      const match = this.match(rule.context, rule.place, scope);
      if (match === undefined) return [];
      const inner = [...scope];
      const ruleLets = this.lets(rule.lets, inner);
      const checks = rule.checks.flatMap((each) => this.check(each, inner) ?? []);
      return [{ match, lets: ruleLets, checks, role: rule.role }];
    });
    return { id: pattern.id, lets, rules };
  }

  private check(check: Check, scope: readonly string[]): CompiledCheck | undefined {
    const test = this.expression(check.test, `in this ${check.kind}`, check.place, scope);
    if (test === undefined) return undefined;
    const extra = check.diagnostics.flatMap((id) => [space, ...(this.schema.diagnostics.get(id) ?? [])]);
    const message = [...check.message, ...extra].flatMap((part): CompiledPart[] => {
      if (part.kind === 'text') return [{ text: part.text }];
      const source = part.kind === 'value' ? part.select : `name(${part.path})`;
      const value = this.expression(source, 'in this message', part.place, scope);
      return value === undefined ? [{ text: `{${source}}` }] : [{ value }];
    });
    return { check, test, message };
  }

  private match(context: string, place: Place, scope: readonly string[]): CompiledMatch | undefined {
    const compiled = [];
    for (const alternative of readPattern(context)) {
      const source = alternative.whole ?? alternative.condition;
      const xpath = source === '' ? undefined : this.expression(source, 'of this context', place, scope);
      if (source !== '' && xpath === undefined) return undefined;
      compiled.push({ alternative, xpath });
    }
    return compiled;
  }

  private lets(lets: readonly Let[], scope: string[]): CompiledLet[] {
    return lets.flatMap(({ name, value, place }) => {
      const compiled = this.expression(value, `of the variable $${name}`, place, scope);
      scope.push(name);
      if (compiled === undefined) {
        this.broken.add(name);
        return [];
      }
      return [{ name, value: compiled }];
    });
  }

  private keys(scope: readonly string[]): CompiledSchema['keys'] {
    const keys = new Map<string, { match: CompiledMatch; use: XPath }[]>();
    for (const { name, match, use, place } of this.schema.keys) {
      const compiled = this.match(match, place, scope);
      const value = this.expression(use, `of the key “${name}”`, place, scope);
      if (compiled === undefined || value === undefined) continue;
      keys.set(name, [...(keys.get(name) ?? []), { match: compiled, use: value }]);
    }
    return keys;
  }

  private expression(
    source: string,
    where: string,
    place: Place,
    scope: readonly string[],
  ): XPath | undefined {
    if ([...source.matchAll(/\$([\p{L}_][\p{L}\p{N}_.-]*)/gu)].some(([, name]) => this.broken.has(name!)))
      return undefined;
    const xpath = new XPath(source, this.context);
    const why = xpath.fault(blankDocument(), scope);
    if (why === undefined) return xpath;
    this.report(diagnostic('schematron-bad-expression', place, { where, why }));
    return undefined;
  }

  private registerFunctions(own: Map<string, string>, namespaces: Readonly<Record<string, string>>): void {
    const serial = ++schemaCount;
    for (const { name, parameters, lets, value } of this.schema.functions) {
      const [prefix, local] = name.includes(':') ? (name.split(':') as [string, string]) : ['', name];
      const bodies = [...lets, { name: '', value }].map((each) => ({
        name: each.name,
        xpath: new XPath(each.value, this.context),
      }));
      const registered = registerFunction(
        `schema-${serial}-${local}`,
        parameters.map(() => 'item()*'),
        'item()*',
        (context, ...values) => {
          const variables: Record<string, unknown> = {};
          parameters.forEach((parameter, i) => {
            variables[parameter] = sequence(values[i] ?? []);
          });
          let result: unknown[] = [];
          for (const body of bodies) {
            result = body.xpath.all((context.root ?? blankDocument()) as XPathNode, variables, context);
            variables[body.name] = sequence(result);
          }
          return result;
        },
      );
      own.set(`${namespaces[prefix] ?? ''} ${local} ${parameters.length}`, registered);
    }
  }
}

/** Variables of patterns that the whole schema may use: real schemas (the jTEI's) declare theirs in a pattern without rules. A pattern's own variable wins inside it. */
function hoistedLets(outer: readonly Let[], patterns: SchematronSchema['patterns']): Set<Let> {
  const names = new Set(outer.map((each) => each.name));
  const hoisted = new Set<Let>();
  for (const each of patterns.flatMap((pattern) => pattern.lets)) {
    if (names.has(each.name)) continue;
    names.add(each.name);
    hoisted.add(each);
  }
  return hoisted;
}

const space: MessagePart = { kind: 'text', text: ' ' };
const implicit = {
  xml: 'http://www.w3.org/XML/1998/namespace',
  xs: 'http://www.w3.org/2001/XMLSchema',
  fn: 'http://www.w3.org/2005/xpath-functions',
  map: 'http://www.w3.org/2005/xpath-functions/map',
  array: 'http://www.w3.org/2005/xpath-functions/array',
  math: 'http://www.w3.org/2005/xpath-functions/math',
};
