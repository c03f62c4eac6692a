import { describe, isListed } from './name-class.ts';
import { NameSets } from './name-sets.ts';
import type { Pattern } from './pattern.ts';
import type { Problems } from './problems.ts';
import type { PlacedDeclaration, SimpleSchema } from './simplify.ts';
import type { Origin } from './syntax.ts';

/** What stands around a pattern, as bits. */
const START = 1;
const ATTRIBUTE = 2;
const LIST = 4;
const EXCEPT = 8;
const REPEATED = 16;
const REPEATED_GROUP = 32;

/** Reports what RELAX NG §7 forbids. Only declarations that the start can reach count (§4.19). Returns them. */
export function checkRestrictions(schema: SimpleSchema, problems: Problems): PlacedDeclaration[] {
  const reached = reachable(schema);
  new Checker(schema, problems, schema.origin).contexts(schema.start, START);
  for (const declaration of reached) {
    const checker = new Checker(schema, problems, declaration.origin);
    const before = problems.count;
    checker.contexts(declaration.content, 0);
    if (problems.count > before) continue;
    if (checker.contentOf(declaration.content) === undefined)
      checker.wrong(
        `“${describe(declaration.nameClass)}” mixes a datatype with elements, text or another datatype`,
      );
    checker.pairs(declaration.content);
  }
  return reached;
}

function reachable(schema: SimpleSchema): PlacedDeclaration[] {
  const found = new Set<PlacedDeclaration>();
  const seen = new Set<Pattern>();
  const queue = [schema.start];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    queue.push(...next.items);
    if (next.declaration === undefined) continue;
    found.add(next.declaration as PlacedDeclaration);
    queue.push(next.declaration.content);
  }
  return [...found].sort((a, b) => a.id - b.id);
}

type Content = 'empty' | 'complex' | 'simple';
const order: readonly Content[] = ['empty', 'complex', 'simple'];

/** What was found about patterns that several declarations share. */
interface Shared {
  readonly contents: Map<Pattern, Content | undefined>;
  readonly attributes: NameSets;
  readonly elements: NameSets;
  readonly paired: Set<Pattern>;
  readonly visited: Set<number>;
}
const sharedBy = new WeakMap<SimpleSchema, Shared>();

class Checker {
  private readonly schema: SimpleSchema;
  private readonly problems: Problems;
  private readonly origin: Origin;
  private readonly shared: Shared;

  constructor(schema: SimpleSchema, problems: Problems, origin: Origin) {
    this.schema = schema;
    this.problems = problems;
    this.origin = origin;
    let shared = sharedBy.get(schema);
    if (shared === undefined) {
      shared = {
        contents: new Map(),
        attributes: new NameSets('attribute'),
        elements: new NameSets('element'),
        paired: new Set(),
        visited: new Set(),
      };
      sharedBy.set(schema, shared);
    }
    this.shared = shared;
  }

  wrong(what: string, origin = this.origin): void {
    this.problems.add('schema-forbidden-pattern', origin, { what });
  }

  /** §7.1: which pattern may stand in which. */
  contexts(pattern: Pattern, around: number): void {
    const key = pattern.id * 64 + around;
    if (this.shared.visited.has(key)) return;
    this.shared.visited.add(key);
    const { kind, items } = pattern;
    if (around & START && !['notAllowed', 'choice', 'element'].includes(kind)) {
      this.wrong(`A document is an element, so “${kind}” may not stand in the start`);
      return;
    }
    if (around & EXCEPT && !['notAllowed', 'choice', 'data', 'value'].includes(kind)) {
      this.wrong(`The exception of a datatype consists of datatypes and values, not of “${kind}”`);
      return;
    }
    switch (kind) {
      case 'element':
        if (around & ATTRIBUTE) this.wrong('An attribute cannot contain an element');
        if (around & LIST) this.wrong('A list cannot contain an element');
        return;
      case 'attribute':
        this.attribute(pattern, around);
        return;
      case 'text':
        if (around & LIST) this.wrong('A list cannot contain “text”; name a datatype such as “token”');
        return;
      case 'list':
        if (around & LIST) {
          this.wrong('A list cannot contain a list');
          return;
        }
        this.contexts(items[0]!, around | LIST);
        return;
      case 'data':
        for (const each of items) this.contexts(each, EXCEPT);
        return;
      case 'interleave':
        if (around & LIST) {
          this.wrong('A list cannot contain “interleave”');
          return;
        }
    }
    let inside = around;
    if (kind === 'oneOrMore') inside |= REPEATED;
    if ((kind === 'group' || kind === 'interleave') && around & REPEATED) inside |= REPEATED_GROUP;
    for (const each of items) this.contexts(each, inside);
  }

  private attribute(pattern: Pattern, around: number): void {
    const name = describe(pattern.nameClass!);
    const origin = this.schema.attributeOrigins.get(pattern) ?? this.origin;
    if (around & ATTRIBUTE) this.wrong(`An attribute cannot contain the attribute “${name}”`, origin);
    else if (around & LIST) this.wrong(`A list cannot contain the attribute “${name}”`, origin);
    else if (around & REPEATED_GROUP)
      this.wrong(
        `The attribute “${name}” stands in a repeated group; an attribute cannot be repeated`,
        origin,
      );
    else if (!isListed(pattern.nameClass!) && !(around & REPEATED))
      this.wrong(`An attribute with ${name} must be repeated (“zeroOrMore” or “oneOrMore”)`, origin);
    this.contexts(pattern.items[0]!, ATTRIBUTE);
    if (this.contentOf(pattern.items[0]!) === undefined)
      this.wrong(
        `The value of the attribute “${name}” puts two datatypes one after the other; use a list`,
        origin,
      );
  }

  /** §7.2: undefined where a datatype stands beside something else. */
  contentOf(pattern: Pattern): Content | undefined {
    const { contents } = this.shared;
    if (contents.has(pattern)) return contents.get(pattern);
    const content = this.content(pattern);
    contents.set(pattern, content);
    return content;
  }

  private content({ kind, items }: Pattern): Content | undefined {
    switch (kind) {
      case 'data':
      case 'value':
      case 'list':
        return 'simple';
      case 'text':
      case 'element':
        return 'complex';
      case 'group':
      case 'interleave': {
        const [a, b] = [this.contentOf(items[0]!), this.contentOf(items[1]!)];
        if (a === undefined || b === undefined) return undefined;
        if (a === 'empty' || b === 'empty') return a === 'empty' ? b : a;
        return a === 'complex' && b === 'complex' ? 'complex' : undefined;
      }
      case 'oneOrMore': {
        const content = this.contentOf(items[0]!);
        return content === 'simple' ? undefined : content;
      }
      case 'choice': {
        const all = items.map((each) => this.contentOf(each));
        return all.reduce((a, b) =>
          a === undefined || b === undefined ? undefined : order.indexOf(a) > order.indexOf(b) ? a : b,
        );
      }
      default:
        return 'empty';
    }
  }

  /** §7.3 and §7.4: what may not stand side by side. */
  pairs(pattern: Pattern): void {
    if (this.shared.paired.has(pattern)) return;
    this.shared.paired.add(pattern);
    const { kind, items } = pattern;
    if (kind === 'attribute' || kind === 'data' || kind === 'list' || kind === 'element') return;
    for (const each of items) this.pairs(each);
    if (kind !== 'group' && kind !== 'interleave') return;
    const [a, b] = items as [Pattern, Pattern];
    if (a.hasAttributes && b.hasAttributes) {
      const twice = this.shared.attributes.common(a, b);
      if (twice !== undefined) {
        const origin = this.schema.attributeOrigins.get(twice) ?? this.origin;
        this.wrong(`The attribute “${describe(twice.nameClass!)}” is declared twice in one element`, origin);
      }
    }
    if (kind === 'group') return;
    if (a.hasText && b.hasText) this.wrong('“text” stands in more than one part of an interleave');
    const both = a.hasElements && b.hasElements ? this.shared.elements.common(a, b) : undefined;
    if (both === undefined) return;
    const declaration = both.declaration as PlacedDeclaration;
    this.wrong(
      `The element “${describe(declaration.nameClass)}” stands in more than one part of an interleave`,
      declaration.origin,
    );
  }
}
