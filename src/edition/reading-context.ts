import { attribute, type Element } from '../xml/tree.ts';
import type { EncodingMethod } from './apparatus/encoding-method.ts';
import { alwaysBlocks } from './element-content.ts';
import type { Sequence } from './sequence.ts';
import { childrenOf } from './sequence.ts';

/** What an edition decides about its reading text. */
export interface ReadingPolicy {
  /** Children of a `choice`, the preferred first. */
  readonly choice: readonly string[];
  /** Siglum of the witness that gives the text where an entry has no lemma. */
  readonly baseWitness: string | undefined;
}

const preferred = ['corr', 'reg', 'expan', 'ex'];
const dispreferred = ['orig', 'sic', 'abbr', 'am'];

/** Notes inside these belong to what they describe. */
const describing = new Set(
  `bibl biblStruct biblFull analytic monogr series relatedItem msDesc person personGrp persona place org event object nym
  relation witness teiHeader correspDesc figDesc char glyph interpGrp`.split(/\s+/),
);
const registerLists = new Set(
  'listPerson listPlace listOrg listEvent listObject listNym listBibl listApp listWit'.split(' '),
);

/** The questions that the table of the reading text asks about an element of one document. */
export class ReadingContext {
  readonly sequence: Sequence;
  readonly kind: 'text' | 'register';
  private readonly policy: ReadingPolicy;
  private readonly method: (app: number) => EncodingMethod;
  private readonly glyphOf: (i: number) => string | undefined;
  private readonly calls: (i: number) => boolean;
  private readonly taken = new Map<number, number>();
  /** Names of the elements around each element, itself included, as bits. */
  private readonly around: Uint8Array;

  constructor(
    sequence: Sequence,
    facts: {
      readonly policy: ReadingPolicy;
      readonly kind: 'text' | 'register';
      readonly method: (app: number) => EncodingMethod;
      readonly glyph: (i: number) => string | undefined;
      readonly isCall: (i: number) => boolean;
    },
  ) {
    this.sequence = sequence;
    this.kind = facts.kind;
    this.policy = facts.policy;
    this.method = facts.method;
    this.glyphOf = facts.glyph;
    this.calls = facts.isCall;
    this.around = aroundOf(sequence);
  }

  parent(i: number): number {
    return this.sequence.parents[i]!;
  }

  parentName(i: number): string {
    return this.sequence.names[this.sequence.parents[i]!] ?? '';
  }

  attribute(i: number, local: string): string | undefined {
    return attribute(this.sequence.elements[i]!, local);
  }

  standsIn(i: number, name: 'expan' | 'supplied'): boolean {
    return i >= 0 && (this.around[i]! & BIT[name]) !== 0;
  }

  isEmpty(i: number): boolean {
    return this.sequence.elements[i]!.childNodes.length === 0;
  }

  /** Begins with a word right behind another element: nothing parts the two. */
  isRunInto(i: number): boolean {
    const { elements } = this.sequence;
    const siblings = elements[this.parent(i)]!.childNodes;
    const before = siblings[siblings.indexOf(elements[i]!) - 1];
    return (
      before?.nodeType === 1 && /^[\p{L}\p{N}]/u.test(wordsIn(elements[i]!)) && /\S$/.test(wordsIn(before))
    );
  }

  count(i: number): number {
    const quantity = Number(this.attribute(i, 'quantity') ?? this.attribute(i, 'n') ?? 1);
    return Number.isFinite(quantity) && quantity >= 1 ? Math.round(quantity) : 1;
  }

  glyph(i: number): string {
    return this.glyphOf(i) ?? '□';
  }

  isBareCall(i: number): boolean {
    return this.calls(i) && !/\p{L}{2}/u.test(ownText(this.sequence, i));
  }

  isRunningNote(i: number): boolean {
    return (this.around[i]! & BIT.described) === 0;
  }

  isApparatusPart(i: number): boolean {
    let parent = this.parent(i);
    while (parent >= 0 && this.sequence.names[parent] === 'noteGrp') parent = this.parent(parent);
    const name = this.sequence.names[parent] ?? '';
    return name === 'app' || name === 'rdgGrp' || name === 'listApp';
  }

  isBetweenBlocks(i: number): boolean {
    const parent = this.parentName(i);
    return /^(?:div[0-7]?|body|front|back|lg|sp|list|text)$/.test(parent);
  }

  /** Whether the next element sibling is a break inside a word. */
  precedesInnerBreak(i: number): boolean {
    const next = this.sequence.lasts[i]! + 1;
    return (
      this.sequence.parents[next] === this.sequence.parents[i] &&
      /^(?:lb|pb|cb|gb|milestone)$/.test(this.sequence.names[next]!) &&
      this.attribute(next, 'break') === 'no'
    );
  }

  methodOf(app: number): EncodingMethod {
    return this.method(app);
  }

  /** The child that a `choice` gives to the reading text. */
  takenOf(choice: number): number {
    let taken = this.taken.get(choice);
    if (taken === undefined) {
      let best = Number.POSITIVE_INFINITY;
      taken = -1;
      for (const child of childrenOf(this.sequence, choice)) {
        const rank = this.rankOf(this.sequence.names[child]!);
        if (rank < best) [taken, best] = [child, rank];
      }
      this.taken.set(choice, taken);
    }
    return taken;
  }

  private rankOf(name: string): number {
    const own = this.policy.choice.indexOf(name);
    if (own >= 0) return own;
    const first = preferred.indexOf(name);
    if (first >= 0) return 100 + first;
    const last = dispreferred.indexOf(name);
    return last >= 0 ? 300 + last : 200;
  }

  /** Whether a `lem`, `rdg` or `rdgGrp` is the lemma of its entry or holds it. */
  isTaken(i: number): boolean {
    let app = i;
    while (app >= 0 && this.sequence.names[app] !== 'app') app = this.sequence.parents[app]!;
    if (app < 0) return true;
    const taken = this.takenReadingOf(app);
    return taken !== undefined && i <= taken && taken <= this.sequence.lasts[i]!;
  }

  /** The `lem` of an entry; without one the base witness's reading, else the first; undefined where it has none. */
  takenReadingOf(app: number): number | undefined {
    let taken = this.taken.get(app);
    if (taken === undefined) {
      taken = this.findTaken(app);
      this.taken.set(app, taken);
    }
    return taken < 0 ? undefined : taken;
  }

  private findTaken(app: number): number {
    let [lemma, base, first] = [-1, -1, -1];
    const { names, lasts, parents } = this.sequence;
    for (let i = app + 1; i <= lasts[app]!; i++) {
      const name = names[i]!;
      if (name === 'rdgGrp') continue;
      if (name === 'lem' && lemma < 0) lemma = i;
      else if (name === 'rdg') {
        if (first < 0) first = i;
        if (base < 0 && this.hasBaseWitness(i, parents[i]!)) base = i;
      }
      i = lasts[i]!;
    }
    return lemma >= 0 ? lemma : base >= 0 ? base : first;
  }

  private hasBaseWitness(reading: number, parent: number): boolean {
    const base = this.policy.baseWitness;
    if (base === undefined) return false;
    const wit =
      this.attribute(reading, 'wit') ??
      (this.sequence.names[parent] === 'rdgGrp' ? this.attribute(parent, 'wit') : undefined);
    return (wit ?? '').split(/\s+/).some((each) => each.slice(each.lastIndexOf('#') + 1) === base);
  }
}

const BIT = { expan: 1, supplied: 2, described: 4 } as const;

function aroundOf(sequence: Sequence): Uint8Array {
  const around = new Uint8Array(sequence.elements.length);
  for (let i = 0; i < around.length; i++) {
    const name = sequence.names[i]!;
    let bits = i === 0 ? 0 : around[sequence.parents[i]!]!;
    if (name === 'expan') bits |= BIT.expan;
    else if (name === 'supplied') bits |= BIT.supplied;
    else if (describing.has(name)) bits |= BIT.described;
    around[i] = bits;
  }
  return around;
}

/** The text directly and indirectly inside an element, as written. */
function ownText(sequence: Sequence, i: number): string {
  const pieces: string[] = [];
  const stack = [...sequence.elements[i]!.childNodes];
  while (stack.length > 0) {
    const node = stack.pop()!;
    if (node.nodeType === 3) pieces.push(node.data);
    else if (node.nodeType === 1) stack.push(...node.childNodes);
  }
  return pieces.join(' ');
}

const containers = new Set(
  'TEI TEI.2 teiCorpus text front body back group standOff div div0 div1 div2 div3 div4 div5 div6 div7 head'.split(
    ' ',
  ),
);
const passedOver = new Set(['teiHeader', 'facsimile']);

/** Whether a document only lists the things of a register, or the entries of an apparatus on another text: it then has no page of its own. */
export function kindOf(sequence: Sequence): 'text' | 'register' {
  let lists = 0;
  const { names, lasts, elements } = sequence;
  let standOffUntil = -1;
  for (let i = 0; i < names.length; i++) {
    const name = names[i]!;
    if (name === 'standOff') standOffUntil = lasts[i]!;
    if (passedOver.has(name)) i = lasts[i]!;
    else if (registerLists.has(name)) {
      lists++;
      i = lasts[i]!;
    } else if (
      i > standOffUntil &&
      alwaysBlocks.has(name) &&
      !containers.has(name) &&
      elements[i]!.childNodes.length > 0
    ) {
      return 'text';
    }
  }
  return lists > 0 ? 'register' : 'text';
}

function wordsIn(element: Element): string {
  return element.childNodes
    .map((node) => (node.nodeType === 1 ? wordsIn(node) : node.nodeType === 3 ? node.data : ''))
    .join('');
}
