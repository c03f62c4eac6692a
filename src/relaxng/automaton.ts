import { editDistance } from '../diagnostics/did-you-mean.ts';
import { AttributeTable } from './attribute-table.ts';
import { type CompiledSchema, kinds } from './compiled-schema.ts';
import type { Datatype } from './datatypes/datatype.ts';
import { datatype } from './datatypes/library.ts';
import { afterElement } from './derivative.ts';
import { contains, type NameClass, namesOf } from './name-class.ts';
import { type Declaration, type Pattern, Patterns, type Transition } from './pattern.ts';

/** A name that no schema mentions. */
const ELSEWHERE = '\0';
/** So many misspelt names are remembered. */
const nearLimit = 256;
const nothing: Transition = { declarations: [], next: [] };

/** A name as the schema tells names apart: those that it does not mention are alike, by namespace where it mentions that. */
export interface KnownName {
  readonly id: number;
  readonly namespace: string;
  readonly local: string;
}

/** The content models of a schema as automata whose states are patterns. States and transitions are made when a document first needs them, and kept. */
export class Automaton {
  readonly patterns: Patterns = new Patterns();
  readonly start: Pattern;
  readonly declarations: readonly Declaration[];
  readonly checksIds: boolean;
  private readonly schema: CompiledSchema;
  private readonly revived: (Pattern | undefined)[] = [];
  private readonly datatypes: (Datatype | undefined)[] = [];
  private readonly tables = new Map<Declaration, AttributeTable>();
  private readonly exact = new Map<number, Declaration[]>();
  private readonly open: Declaration[] = [];
  private readonly names = new Map<string, Map<string, KnownName>>();
  private readonly elsewhere: KnownName;
  private texts: readonly string[] | undefined;
  private readonly near = new Map<string, Map<Declaration, number>>();

  constructor(schema: CompiledSchema) {
    this.schema = schema;
    this.checksIds = schema.checksIds;
    let id = 0;
    for (const namespace of schema.namespaces)
      this.names.set(namespace, new Map([[ELSEWHERE, { id: id++, namespace, local: ELSEWHERE }]]));
    for (const [namespace, local] of schema.names)
      this.names.get(namespace)!.set(local, { id: id++, namespace, local });
    this.elsewhere = { id, namespace: ELSEWHERE, local: ELSEWHERE };
    const automaton = this;
    this.declarations = schema.declarations.map(([nameClass, content, documentation], index) => ({
      id: index,
      nameClass: schema.classes[nameClass]!,
      documentation,
      get content() {
        return automaton.pattern(content);
      },
    }));
    for (const declaration of this.declarations) this.index(declaration);
    this.start = this.pattern(schema.start);
  }

  private index(declaration: Declaration): void {
    if (declaration.nameClass.kind !== 'name') this.open.push(declaration);
    for (const { namespace, local } of namesOf(declaration.nameClass)) {
      const { id } = this.name(namespace, local);
      const known = this.exact.get(id);
      if (known === undefined) this.exact.set(id, [declaration]);
      else known.push(declaration);
    }
  }

  name(namespace: string, local: string): KnownName {
    const known = this.names.get(namespace);
    return known === undefined ? this.elsewhere : (known.get(local) ?? known.get(ELSEWHERE)!);
  }

  /** Whether the schema mentions a name itself. */
  mentions(namespace: string, local: string): boolean {
    return this.names.get(namespace)?.has(local) === true;
  }

  /** The declarations that spell out a name. */
  declarationsOf(name: KnownName): readonly Declaration[] {
    return this.exact.get(name.id) ?? [];
  }

  /** The namespaces in which the schema declares elements of a local name. */
  namespacesOf(local: string): string[] {
    return [...this.names]
      .filter(([, names]) => this.exact.has(names.get(local)?.id ?? -1))
      .map(([each]) => each);
  }

  /** The declarations with names so near to a misspelt one that they may be meant, each with its edit distance. */
  distances(local: string): ReadonlyMap<Declaration, number> {
    let found = this.near.get(local);
    if (found === undefined) {
      found = new Map();
      const limit = Math.max(1, Math.floor(local.length / 3));
      for (const declaration of this.declarations) {
        const distances = namesOf(declaration.nameClass).map((each) =>
          editDistance(local, each.local, limit),
        );
        const least = Math.min(...distances);
        if (least <= limit) found.set(declaration, least);
      }
      if (this.near.size >= nearLimit) this.near.clear();
      this.near.set(local, found);
    }
    return found;
  }

  documentation(index: number): string | undefined {
    if (index < 0) return undefined;
    this.texts ??= JSON.parse(this.schema.documentation) as string[];
    return this.texts[index];
  }

  table(declaration: Declaration): AttributeTable {
    let table = this.tables.get(declaration);
    if (table === undefined) {
      table = new AttributeTable(this.patterns, declaration.content);
      this.tables.set(declaration, table);
    }
    return table;
  }

  /** What an element of a name can be at a point of its parent's content. */
  transition(state: Pattern, name: KnownName): Transition {
    state.transitions ??= new Map();
    let found = state.transitions.get(name.id);
    if (found === undefined) {
      found = this.findTransition(state, name);
      state.transitions.set(name.id, found);
    }
    return found;
  }

  private findTransition(state: Pattern, name: KnownName): Transition {
    const declarations: Declaration[] = [];
    const next: Pattern[] = [];
    const attempt = (declaration: Declaration) => {
      const after = afterElement(this.patterns, state, declaration);
      if (after === this.patterns.notAllowed || declarations.includes(declaration)) return;
      declarations.push(declaration);
      next.push(after);
    };
    for (const each of this.exact.get(name.id) ?? []) attempt(each);
    if (state.hasOpenNames) {
      for (const each of this.open) if (contains(each.nameClass, name.namespace, name.local)) attempt(each);
    }
    return declarations.length === 0 ? nothing : { declarations, next };
  }

  /** Tells of declarations, without making their content, whether it may begin with one of some elements, or with text. */
  beginsWith(wanted: ReadonlySet<Declaration> | 'text'): (declaration: Declaration) => boolean {
    const { nodes, declarations } = this.schema;
    const empties = new Map<number, boolean>();
    const canBeEmpty = (number: number): boolean => {
      let found = empties.get(number);
      if (found === undefined) {
        const [code, ...parts] = nodes[number]! as readonly number[];
        const kind = kinds[code!]!;
        if (kind === 'choice') found = parts.some(canBeEmpty);
        else if (kind === 'group' || kind === 'interleave' || kind === 'oneOrMore')
          found = parts.every(canBeEmpty);
        else found = kind === 'empty' || kind === 'text' || kind === 'attribute';
        empties.set(number, found);
      }
      return found;
    };
    const starts = new Map<number, boolean>();
    const canStart = (number: number): boolean => {
      let found = starts.get(number);
      if (found === undefined) {
        const node = nodes[number]! as readonly number[];
        const kind = kinds[node[0]!]!;
        if (kind === 'element') found = wanted !== 'text' && wanted.has(this.declarations[node[1]!]!);
        else if (kind === 'text') found = wanted === 'text';
        else if (kind === 'group') found = canStart(node[1]!) || (canBeEmpty(node[1]!) && canStart(node[2]!));
        else {
          found = false;
          if (kind === 'choice' || kind === 'interleave' || kind === 'oneOrMore')
            for (let i = 1; i < node.length && !found; i++) found = canStart(node[i]!);
        }
        starts.set(number, found);
      }
      return found;
    };
    return ({ id }) => canStart(declarations[id]![1]);
  }

  private pattern(number: number): Pattern {
    let pattern = this.revived[number];
    if (pattern === undefined) {
      pattern = this.revive(number);
      this.revived[number] = pattern;
    }
    return pattern;
  }

  private revive(number: number): Pattern {
    const { patterns } = this;
    const [code, ...parts] = this.schema.nodes[number]!;
    const kind = kinds[code as number]!;
    const [first, second, third, fourth] = parts as [number, number & string, number & string, number];
    const inner = (index: number) => this.pattern(parts[index] as number);
    switch (kind) {
      case 'empty':
      case 'notAllowed':
      case 'text':
        return patterns[kind];
      case 'choice':
        return patterns.alternatives(parts.map((_, index) => inner(index)));
      case 'group':
      case 'interleave':
        return patterns[kind](inner(0), inner(1));
      case 'oneOrMore':
      case 'list':
        return patterns[kind](inner(0));
      case 'element':
        return patterns.element(this.declarations[first]!);
      case 'attribute':
        return patterns.attribute(this.schema.classes[first] as NameClass, inner(1), third);
      case 'data':
        return patterns.data(this.datatype(first), second < 0 ? patterns.notAllowed : inner(1));
      case 'value':
        return patterns.value(this.datatype(first), second, third, fourth);
    }
  }

  private datatype(number: number): Datatype {
    let found = this.datatypes[number];
    if (found === undefined) {
      const [library, name, parameters] = this.schema.datatypes[number]!;
      found = datatype(library, name, parameters, { lookup: () => undefined });
      this.datatypes[number] = found;
    }
    return found;
  }
}
