import { type Name, TEI, XINCLUDE } from '../xml/name.ts';
import type { Source } from '../xml/source.ts';
import type { Child, Document, Element } from '../xml/tree.ts';

/** What a step of a sequence is: its lowest two bits; the rest is an index into `elements`, `texts` or `instructions`. */
export const STEP = { start: 0, end: 1, text: 2, instruction: 3 } as const;

/** What XInclude puts in the place of an `xi:include`: nodes (of another file, or of a fallback) or plain text. */
export interface Replacement {
  readonly source: Source;
  readonly nodes: readonly Child[];
  readonly text: string;
  /** `xml:base` and `xml:lang` that the included elements need to keep their meaning (XInclude 1.0, 4.7). */
  readonly attributes: readonly AddedAttribute[];
}

export interface AddedAttribute {
  readonly name: string;
  readonly value: string;
}

/** What stands in for an `xi:include`; undefined leaves the element as it is. */
export type Include = (element: Element) => Replacement | undefined;

/** A document laid out flat in its order, with its inclusions: elements are numbered from 0, as `v:i`. */
export interface Sequence {
  readonly elements: readonly Element[];
  /** The TEI name of each element; '' for an element of another vocabulary. */
  readonly names: readonly string[];
  readonly sources: readonly Source[];
  /** The parent's number; -1 for the outermost. */
  readonly parents: readonly number[];
  /** The number of the last descendant; its own where it has none. */
  readonly lasts: readonly number[];
  readonly steps: readonly number[];
  readonly texts: readonly string[];
  readonly instructions: readonly string[];
  /** Attributes that an inclusion adds to its outermost elements, by element number. */
  readonly added: ReadonlyMap<number, readonly AddedAttribute[]>;
  /** The first number of an element of the tree. */
  readonly numbers: ReadonlyMap<Element, number>;
}

/** The TEI name of an element; '' for one of another vocabulary. TEI P4 and files with a sloppy namespace count as TEI. */
export function teiName(name: Name): string {
  const { namespace } = name;
  return namespace === TEI || namespace === '' || namespace === `${TEI}/` ? name.local : '';
}

const noInclusion: Include = () => undefined;

/** Nodes with what stands in for each `xi:include` among them, in the order in which a sequence has them. */
export function expanded(nodes: readonly Child[], include: Include): readonly Child[] {
  const replacementOf = (node: Child) => (node.nodeType === 1 && isInclude(node) ? include(node) : undefined);
  if (!nodes.some((node) => replacementOf(node) !== undefined)) return nodes;
  const all: Child[] = [];
  const open = [...nodes].reverse();
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    const replacement = replacementOf(node);
    if (replacement === undefined) {
      all.push(node);
      continue;
    }
    const { text, nodes: inside } = replacement;
    const { parentNode, start, end } = node as Element;
    if (text !== '') all.push({ nodeType: 3, data: text, parentNode: parentNode as Element, start, end });
    for (let n = inside.length - 1; n >= 0; n--) open.push(inside[n]!);
  }
  return all;
}

const isInclude = ({ name }: Element) => name.namespace === XINCLUDE && name.local === 'include';

/** Lays a document out flat. Takes no recursion, so depth costs nothing. */
export function sequenceOf(document: Document, include: Include = noInclusion): Sequence {
  const elements: Element[] = [];
  const names: string[] = [];
  const sources: Source[] = [];
  const parents: number[] = [];
  const lasts: number[] = [];
  const steps: number[] = [];
  const texts: string[] = [];
  const instructions: string[] = [];
  const added = new Map<number, readonly AddedAttribute[]>();
  const numbers = new Map<Element, number>();

  interface Frame {
    readonly nodes: readonly Child[];
    next: number;
    /** The element that the nodes stand in. */
    readonly parent: number;
    readonly closes: boolean;
    readonly source: Source;
    readonly attributes: readonly AddedAttribute[];
  }
  const stack: Frame[] = [
    {
      nodes: [document.documentElement],
      next: 0,
      parent: -1,
      closes: false,
      source: document.source,
      attributes: [],
    },
  ];
  while (stack.length > 0) {
    const frame = stack.at(-1)!;
    const node = frame.nodes[frame.next++];
    if (node === undefined) {
      stack.pop();
      if (frame.closes) {
        lasts[frame.parent] = elements.length - 1;
        steps.push((frame.parent << 2) | STEP.end);
      }
    } else if (node.nodeType === 3) {
      steps.push((texts.length << 2) | STEP.text);
      texts.push(node.data);
    } else if (node.nodeType === 7) {
      steps.push((instructions.length << 2) | STEP.instruction);
      instructions.push(`<?${node.target}${node.data === '' ? '' : ` ${node.data}`}?>`);
    } else if (node.nodeType === 1) {
      const inclusion = isInclude(node) ? include(node) : undefined;
      if (inclusion !== undefined) {
        if (inclusion.text !== '') {
          steps.push((texts.length << 2) | STEP.text);
          texts.push(inclusion.text);
        }
        stack.push({
          nodes: inclusion.nodes,
          next: 0,
          parent: frame.parent,
          closes: false,
          source: inclusion.source,
          attributes: inclusion.attributes,
        });
        continue;
      }
      const i = elements.length;
      elements.push(node);
      names.push(teiName(node.name));
      sources.push(frame.source);
      parents.push(frame.parent);
      lasts.push(i);
      if (frame.attributes.length > 0) added.set(i, frame.attributes);
      if (!numbers.has(node)) numbers.set(node, i);
      steps.push((i << 2) | STEP.start);
      stack.push({
        nodes: node.childNodes,
        next: 0,
        parent: i,
        closes: true,
        source: frame.source,
        attributes: [],
      });
    }
  }
  return {
    elements,
    names,
    sources,
    parents,
    lasts,
    steps,
    texts,
    instructions,
    added,
    numbers,
  };
}

/** The numbers of an element's children, in order. */
export function* childrenOf(sequence: Sequence, i: number): Generator<number> {
  const last = sequence.lasts[i]!;
  for (let child = i + 1; child <= last; child = sequence.lasts[child]! + 1) yield child;
}

/** Whether an ancestor of the element, or the element itself, has one of the names. */
export function standsIn(sequence: Sequence, i: number, names: ReadonlySet<string>): boolean {
  for (let at = i; at >= 0; at = sequence.parents[at]!) {
    if (names.has(sequence.names[at]!)) return true;
  }
  return false;
}
