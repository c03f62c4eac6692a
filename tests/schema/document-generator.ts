import { type Grammar, type Named, nameOf, type Pattern, partsOf, reachable } from './profile-grammar.ts';
import type { Random } from './random.ts';
import { sampleValue } from './sample-value.ts';

type Declaration = Named & { readonly kind: 'element' };

/** What is being written: the attributes and the content of one element, and how far it may still grow. */
interface Growth {
  readonly declaration: Declaration | undefined;
  readonly attributes: string[];
  content: string;
  /** Levels of elements that may still be added freely; at 0 only what must be there is. */
  readonly depth: number;
  /** The declaration that the document is to reach, until it is reached. */
  target: Declaration | undefined;
}

/**
 * Makes documents from a grammar. Each aims at one declaration by the shortest way and is rich in what that one may hold;
 * among alternatives it takes what was taken least there, so that many documents take everything.
 */
export class DocumentGenerator {
  /** How often each pattern was used. */
  readonly used = new Map<Pattern, number>();
  /** The declarations that were written inside each. */
  readonly inside = new Map<Declaration, Set<Declaration>>();
  readonly declarations: readonly Declaration[];
  private readonly grammar: Grammar;
  private readonly random: Random;
  private readonly children = new Map<Pattern, ReadonlySet<Declaration>>();
  private readonly flat = new Map<Pattern, readonly Pattern[]>();
  private readonly costs = new Map<Pattern, number>();
  private readonly distances = new Map<Declaration, Map<Declaration, number>>();
  private readonly taken = new Map<Declaration | undefined, Map<Pattern, number[]>>();
  private ids = 0;

  constructor(grammar: Grammar, random: Random) {
    this.grammar = grammar;
    this.random = random;
    this.declarations = [...reachable(grammar)].filter(
      (each): each is Declaration => each.kind === 'element',
    );
    this.weigh();
  }

  /** A document that holds the target. */
  document(target: Declaration): string {
    this.ids = 0;
    const growth: Growth = { declaration: undefined, attributes: [], content: '', depth: 0, target };
    this.grow(this.grammar.start, growth);
    if (growth.target !== undefined) throw new Error(`${nameOf(target)} was not reached`);
    return growth.content;
  }

  /** The declarations that may stand directly inside one, by the grammar. */
  childrenOf(pattern: Pattern): ReadonlySet<Declaration> {
    const known = this.children.get(pattern);
    if (known !== undefined) return known;
    const found = new Set<Declaration>();
    const seen = new Set<Pattern>();
    const visit = (each: Pattern): void => {
      if (seen.has(each)) return;
      seen.add(each);
      if (each.kind === 'element') found.add(each as Declaration);
      else if (each.kind !== 'attribute') for (const part of partsOf(this.grammar, each)) visit(part);
    };
    for (const part of pattern.kind === 'element' ? [pattern.content] : [pattern]) visit(part);
    this.children.set(pattern, found);
    return found;
  }

  private grow(pattern: Pattern, growth: Growth): void {
    this.used.set(pattern, (this.used.get(pattern) ?? 0) + 1);
    switch (pattern.kind) {
      case 'element':
        this.growElement(pattern as Declaration, growth);
        break;
      case 'attribute':
        growth.attributes.push(`${nameOf(pattern)}="${escaped(this.valueOf(pattern.content))}"`);
        break;
      case 'group': {
        const carrier = this.nearest(pattern.items, growth);
        for (const each of pattern.items) this.growApart(each, growth, each === carrier);
        break;
      }
      case 'choice':
        this.grow(this.choose(pattern, growth), growth);
        break;
      case 'optional':
        if (this.isOnTheWay(pattern.content, growth) || this.grows(pattern.content, growth)) {
          this.grow(pattern.content, growth);
        }
        break;
      case 'zeroOrMore':
      case 'oneOrMore':
        this.repeat(pattern, growth);
        break;
      case 'text':
        growth.content += escaped(this.random.one([' ', 'words & more ', '“<” ', 'Ελλάς\n', 'СССР', '']));
        break;
      case 'data':
      case 'value':
      case 'list':
        growth.content += escaped(this.valueOf(pattern));
        break;
      default:
        for (const each of partsOf(this.grammar, pattern)) this.grow(each, growth);
    }
  }

  private growElement(declaration: Declaration, growth: Growth): void {
    const isTarget = growth.target === declaration;
    const inner: Growth = {
      declaration,
      attributes: [],
      content: '',
      depth: isTarget ? 2 : Math.max(0, growth.depth - 1),
      target: isTarget ? undefined : growth.target,
    };
    if (growth.declaration !== undefined) {
      const inside = this.inside.get(growth.declaration) ?? new Set();
      this.inside.set(growth.declaration, inside.add(declaration));
    }
    this.grow(declaration.content, inner);
    growth.target = inner.target;
    const name = nameOf(declaration);
    const namespace = growth.declaration === undefined ? ' xmlns="http://www.tei-c.org/ns/1.0"' : '';
    const attributes = inner.attributes.map((each) => ` ${each}`).join('');
    growth.content +=
      inner.content === ''
        ? `<${name}${namespace}${attributes}/>`
        : `<${name}${namespace}${attributes}>${inner.content}</${name}>`;
  }

  /** Grows a part that is, or is not, the one on the way to the target. */
  private growApart(pattern: Pattern, growth: Growth, isCarrier: boolean): void {
    if (isCarrier || growth.target === undefined) {
      this.grow(pattern, growth);
      return;
    }
    const apart: Growth = { ...growth, content: '', target: undefined };
    this.grow(pattern, apart);
    growth.content += apart.content;
  }

  private repeat(pattern: Pattern & { readonly content: Pattern }, growth: Growth): void {
    const { content } = pattern;
    let times = pattern.kind === 'oneOrMore' ? 1 : 0;
    if (this.isOnTheWay(content, growth)) times = 1;
    if (growth.depth > 0) {
      const room = growth.depth > 1 ? 40 : 2;
      while (times < room && this.random.next() < (growth.depth > 1 ? 0.95 : 0.4)) times++;
    }
    const carrier = this.random.below(Math.max(1, times));
    for (let each = 0; each < times; each++) this.growApart(content, growth, each === carrier);
  }

  /** Whether what need not be there is there all the same. */
  private grows(pattern: Pattern, growth: Growth): boolean {
    if (this.costs.get(pattern) === 0) {
      // An attribute, as a rule: rare in passing, and half of all where the document is about the element.
      const unused = (this.used.get(pattern) ?? 0) === 0;
      return unused || this.random.next() < (growth.depth > 1 ? 0.5 : 0.03);
    }
    return growth.depth > 0 && this.random.next() < 0.6;
  }

  private choose(choice: Pattern, growth: Growth): Pattern {
    const all = this.alternatives(choice);
    const way = this.nearest(all, growth);
    if (way !== undefined) return way;
    if (growth.depth === 0) {
      const least = Math.min(...all.map((each) => this.costs.get(each)!));
      return this.random.one(all.filter((each) => this.costs.get(each) === least));
    }
    const counts = this.countsAt(growth.declaration, choice, all.length);
    let chosen = -1;
    let equals = 0;
    for (const index of all.keys()) {
      if (chosen === -1 || counts[index]! < counts[chosen]!) [chosen, equals] = [index, 1];
      else if (counts[index] === counts[chosen] && this.random.below(++equals) === 0) chosen = index;
    }
    counts[chosen]!++;
    return all[chosen]!;
  }

  private countsAt(declaration: Declaration | undefined, choice: Pattern, length: number): number[] {
    const here = this.taken.get(declaration) ?? new Map<Pattern, number[]>();
    this.taken.set(declaration, here);
    const counts = here.get(choice) ?? new Array<number>(length).fill(0);
    here.set(choice, counts);
    return counts;
  }

  /** The alternatives of a choice, those of the choices and classes in it among them. */
  private alternatives(choice: Pattern): readonly Pattern[] {
    const known = this.flat.get(choice);
    if (known !== undefined) return known;
    const found = new Set<Pattern>();
    const visit = (pattern: Pattern): void => {
      if (pattern.kind === 'choice') pattern.items.forEach(visit);
      else if (pattern.kind === 'ref') visit(partsOf(this.grammar, pattern)[0]!);
      else found.add(pattern);
    };
    visit(choice);
    const all = [...found];
    this.flat.set(choice, all);
    return all;
  }

  private isOnTheWay(pattern: Pattern, growth: Growth): boolean {
    return this.nearest([pattern], growth) !== undefined;
  }

  /** The pattern from which the target is nearest; undefined where none leads to it. */
  private nearest(patterns: readonly Pattern[], { target, declaration }: Growth): Pattern | undefined {
    if (target === undefined) return undefined;
    const distance = this.distancesTo(target);
    const from = declaration === undefined ? Number.POSITIVE_INFINITY : distance.get(declaration)!;
    let best: Pattern | undefined;
    let least = from;
    for (const pattern of patterns) {
      for (const each of pattern.kind === 'element' ? [pattern as Declaration] : this.childrenOf(pattern)) {
        const length = distance.get(each) ?? Number.POSITIVE_INFINITY;
        if (length < least) [best, least] = [pattern, length];
      }
    }
    return best;
  }

  /** How many elements lie between each declaration and the target. */
  private distancesTo(target: Declaration): Map<Declaration, number> {
    const known = this.distances.get(target);
    if (known !== undefined) return known;
    const distance = new Map([[target, 0]]);
    for (let level = 0, found = true; found; level++) {
      found = false;
      for (const each of this.declarations) {
        if (distance.has(each)) continue;
        const leads = [...this.childrenOf(each)].some((child) => distance.get(child) === level);
        if (leads) distance.set(each, level + 1);
        found ||= leads;
      }
    }
    this.distances.set(target, distance);
    return distance;
  }

  private valueOf(pattern: Pattern): string {
    this.used.set(pattern, (this.used.get(pattern) ?? 0) + 1);
    switch (pattern.kind) {
      case 'value':
        return pattern.value;
      case 'data':
        return sampleValue(pattern, this.random, () => `id-${++this.ids}`);
      case 'text':
        return this.random.one(['', 'any "text"', '<&>']);
      case 'empty':
        return '';
      case 'choice': {
        const all = this.alternatives(pattern);
        const counts = this.countsAt(undefined, pattern, all.length);
        const index = counts.indexOf(Math.min(...counts));
        counts[index]!++;
        return this.valueOf(all[index]!);
      }
      case 'list':
      case 'ref':
        return this.valueOf(partsOf(this.grammar, pattern)[0]!);
      case 'group':
        return pattern.items.map((each) => this.valueOf(each)).join(' ');
      case 'optional':
        return this.random.next() < 0.5 ? this.valueOf(pattern.content) : '';
      case 'zeroOrMore':
      case 'oneOrMore': {
        const times = this.random.below(3) + (pattern.kind === 'oneOrMore' ? 1 : 0);
        return Array.from({ length: times }, () => this.valueOf(pattern.content)).join(' ');
      }
      default:
        throw new Error(`the generator has no ${pattern.kind} in a value`);
    }
  }

  /** The least number of levels that each pattern adds; the end of every path. */
  private weigh(): void {
    const all = [...reachable(this.grammar)];
    for (const each of all) this.costs.set(each, Number.POSITIVE_INFINITY);
    for (let changed = true; changed; ) {
      changed = false;
      for (const each of all) {
        const cost = this.costOf(each);
        if (cost < this.costs.get(each)!) {
          this.costs.set(each, cost);
          changed = true;
        }
      }
    }
  }

  private costOf(pattern: Pattern): number {
    if (pattern.kind === 'zeroOrMore' || pattern.kind === 'attribute' || pattern.kind === 'list') return 0;
    // An optional attribute costs nothing and an optional element what it holds: `grows` asks for the content.
    if (pattern.kind === 'optional') return 0;
    const parts = partsOf(this.grammar, pattern).map((each) => this.costs.get(each)!);
    if (pattern.kind === 'choice') return Math.min(...parts);
    return Math.max(0, ...parts) + (pattern.kind === 'element' ? 1 : 0);
  }
}

function escaped(value: string): string {
  return value
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
