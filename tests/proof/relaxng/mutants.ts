import { parseTree } from '../../../src/xml/parse-tree.ts';
import { Source } from '../../../src/xml/source.ts';
import type { Document, Element, Text } from '../../../src/xml/tree.ts';

/** A document with one fault put into it, and where a message about it belongs. */
export interface Mutant {
  readonly kind: string;
  readonly text: string;
  /** The spans any of which is right, in the text. */
  readonly spans: readonly (readonly [start: number, end: number])[];
  readonly what: string;
}

/** Numbers that look random and are the same every time (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** A document and what of it can be changed. */
export interface Base {
  readonly text: string;
  readonly elements: readonly Element[];
  readonly texts: readonly Text[];
}

export function baseOf(text: string): Base | undefined {
  const document: Document | undefined = parseTree(new Source('base', text), () => {});
  if (document === undefined || /<!DOCTYPE/.test(text.slice(0, 4000))) return undefined;
  const elements: Element[] = [];
  const texts: Text[] = [];
  const visit = (element: Element) => {
    elements.push(element);
    for (const child of element.childNodes) {
      if (child.nodeType === 1) visit(child);
      else if (child.nodeType === 3) texts.push(child);
    }
  };
  visit(document.documentElement);
  return { text, elements, texts };
}

type Pick = <Item>(items: readonly Item[]) => Item;

const insertable =
  'p div head salute list item note persName date title publisher lg l app choice ptr figure table teiHeader idno foo'.split(
    ' ',
  );
const wrongValues = ['27.10.1962', 'not a value', '', '#a #b', '-', '1962-13-45', '%zz', 'é'];

/** Each kind of fault, and the span that its message must have. */
const kinds: Record<
  string,
  (base: Base, pick: Pick, random: () => number) => Omit<Mutant, 'kind'> | undefined
> = {
  /** The parent lacks something: its start tag. */
  'deleted element'({ text, elements }, pick) {
    const element = pick(elements.slice(1));
    const parent = element.parentNode as Element;
    return {
      text: text.slice(0, element.start) + text.slice(element.end),
      spans: [[parent.start, parent.startTagEnd]],
      what: element.name.local,
    };
  },
  /** What was added: its start tag. */
  'added element'({ text, elements }, pick) {
    const sibling = pick(elements.slice(1));
    const tag = `<${pick(insertable)}/>`;
    return {
      text: text.slice(0, sibling.start) + tag + text.slice(sibling.start),
      spans: [[sibling.start, sibling.start + tag.length]],
      what: tag,
    };
  },
  'misspelt element'({ text, elements }, pick, random) {
    const element = pick(elements);
    const from = element.start + 1;
    const name = /^[^\s/>]+/.exec(text.slice(from))![0];
    const wrong = misspelt(name, random);
    const change = wrong.length - name.length;
    const isEmpty = element.endTagStart === element.end;
    const tail = isEmpty
      ? text.slice(from + name.length)
      : `${text.slice(from + name.length, element.endTagStart + 2)}${wrong}${text.slice(element.endTagStart + 2 + name.length)}`;
    return {
      text: text.slice(0, from) + wrong + tail,
      spans: [[element.start, element.startTagEnd + change]],
      what: `${name} → ${wrong}`,
    };
  },
  /** Two neighbours change places: the start tag of the one that comes too late, or too early. */
  'moved element'({ text, elements }, pick) {
    const element = pick(elements.slice(1));
    const siblings = element.parentNode.childNodes.filter((each): each is Element => each.nodeType === 1);
    const next = siblings[siblings.indexOf(element) + 1];
    if (next === undefined || next.name.local === element.name.local) return undefined;
    const between = text.slice(element.end, next.start);
    const [a, b] = [text.slice(element.start, element.end), text.slice(next.start, next.end)];
    const second = element.start + b.length + between.length;
    return {
      text: text.slice(0, element.start) + b + between + a + text.slice(next.end),
      spans: [
        [second, second + element.startTagEnd - element.start],
        [element.start, element.start + next.startTagEnd - next.start],
      ],
      what: `${element.name.local} ↔ ${next.name.local}`,
    };
  },
  'misspelt attribute'({ text, elements }, pick, random) {
    const element = pick(elements.filter((each) => each.attributes.length > 0));
    const attribute = pick(element.attributes);
    const name = /^[^\s=]+/.exec(text.slice(attribute.start))![0];
    const wrong = name.includes(':') ? `xml:${misspelt(name.slice(4), random)}` : misspelt(name, random);
    return {
      text: text.slice(0, attribute.start) + wrong + text.slice(attribute.start + name.length),
      spans: [[attribute.start, attribute.start + wrong.length]],
      what: `${element.name.local}/@${name} → ${wrong}`,
    };
  },
  'deleted attribute'({ text, elements }, pick) {
    const element = pick(elements.filter((each) => each.attributes.length > 0));
    const attribute = pick(element.attributes);
    return {
      text: text.slice(0, attribute.start).trimEnd() + text.slice(attribute.end),
      spans: [
        [
          element.start,
          element.startTagEnd - (attribute.end - text.slice(0, attribute.start).trimEnd().length),
        ],
      ],
      what: `${element.name.local}/@${attribute.name.local}`,
    };
  },
  'added attribute'({ text, elements }, pick) {
    const element = pick(elements);
    const name = pick(['foo', 'href', 'when', 'type', 'nn', 'id', 'calendar', 'lang']);
    if (element.attributes.some((each) => each.name.local === name)) return undefined;
    const at = element.start + /^<[^\s/>]+/.exec(text.slice(element.start))![0].length;
    return {
      text: `${text.slice(0, at)} ${name}="x"${text.slice(at)}`,
      // An attribute that may stand there may still have a wrong value.
      spans: [
        [at + 1, at + 1 + name.length],
        [at + 3 + name.length, at + 4 + name.length],
      ],
      what: `${element.name.local}/@${name}`,
    };
  },
  'wrong value'({ text, elements }, pick) {
    const element = pick(elements.filter((each) => each.attributes.length > 0));
    const attribute = pick(element.attributes);
    const value = pick(wrongValues);
    return {
      text: text.slice(0, attribute.valueStart) + value + text.slice(attribute.valueEnd),
      spans: [[attribute.valueStart, attribute.valueStart + value.length]],
      what: `${element.name.local}/@${attribute.name.local}="${value}"`,
    };
  },
  'added text'({ text, elements }, pick) {
    const element = pick(elements.slice(1));
    const parent = element.parentNode as Element;
    return {
      text: `${text.slice(0, element.start)}stray words${text.slice(element.start)}`,
      spans: [[element.start, element.start + 11]],
      what: `in ${parent.name.local}`,
    };
  },
  'duplicate id'({ text, elements }, pick) {
    const withId = elements.flatMap((each) =>
      each.attributes.filter((one) => one.name.local === 'id' && one.name.prefix === 'xml'),
    );
    if (withId.length < 2) return undefined;
    const [a, b] = [pick(withId), pick(withId)].sort((x, y) => x.start - y.start) as [
      (typeof withId)[0],
      (typeof withId)[0],
    ];
    if (a === b) return undefined;
    return {
      text: text.slice(0, b.valueStart) + a.value + text.slice(b.valueEnd),
      spans: [[b.valueStart, b.valueStart + a.value.length]],
      what: a.value,
    };
  },
  'wrong namespace'({ text, elements }, pick) {
    const element = pick(elements);
    const tag = text.slice(element.start, element.startTagEnd);
    if (/xmlns=/.test(tag) || element.name.prefix !== '') return undefined;
    const at = element.start + 1 + element.name.local.length;
    const added = ' xmlns="http://www.tei-c.org/ns/2.0"';
    return {
      text: text.slice(0, at) + added + text.slice(at),
      spans: [[element.start, element.startTagEnd + added.length]],
      what: element.name.local,
    };
  },
  /** The tags go, the content stays: what of it is now wrong first, or the parent that lacks the element. */
  'unwrapped element'({ text, elements }, pick) {
    const element = pick(elements.slice(1));
    if (element.endTagStart === element.end) return undefined;
    const parent = element.parentNode as Element;
    const cut = element.startTagEnd - element.start;
    const spans = element.childNodes.flatMap((each): [number, number][] => {
      if (each.nodeType === 1) return [[each.start - cut, each.startTagEnd - cut]];
      if (each.nodeType !== 3 || each.data.trim() === '') return [];
      const written = text.slice(each.start, each.end);
      const lead = written.length - written.trimStart().length;
      return [[each.start - cut + lead, each.start - cut + written.trimEnd().length]];
    });
    return {
      text:
        text.slice(0, element.start) +
        text.slice(element.startTagEnd, element.endTagStart) +
        text.slice(element.end),
      spans: [...spans, [parent.start, parent.startTagEnd]],
      what: element.name.local,
    };
  },
};

export const kindsOfMutants: readonly string[] = Object.keys(kinds);

/** One letter is dropped, doubled, exchanged or replaced. */
function misspelt(name: string, random: () => number): string {
  const at = Math.floor(random() * name.length);
  const ways = [
    () => (name.length > 1 ? name.slice(0, at) + name.slice(at + 1) : `${name}x`),
    () => name.slice(0, at + 1) + name.slice(at),
    () => (at > 0 ? name.slice(0, at - 1) + name[at]! + name[at - 1]! + name.slice(at + 1) : `${name}s`),
    () => `${name.slice(0, at)}x${name.slice(at + 1)}`,
  ];
  const wrong = ways[Math.floor(random() * ways.length)]!();
  return wrong === name || !/^[A-Za-z_]/.test(wrong) ? `${name}x` : wrong;
}

/** So many mutants of documents, the same for the same seed. */
export function mutantsOf(bases: readonly Base[], count: number, seed: number, only?: string): Mutant[] {
  const random = randomOf(seed);
  const pick: Pick = (items) => items[Math.floor(random() * items.length)]!;
  const found: Mutant[] = [];
  while (found.length < count) {
    const kind = only ?? pick(kindsOfMutants);
    const base = pick(bases);
    const mutant = kinds[kind]!(base, pick, random);
    if (mutant !== undefined) found.push({ kind, ...mutant });
  }
  return found;
}
