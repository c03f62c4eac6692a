import {
  alwaysBlocks,
  elementsWithoutText,
  holdsOnlyElements,
  passageParts,
  sometimesBlocks,
} from './element-content.ts';
import type { ReadingContext } from './reading-context.ts';
import { type Left, readingTextTable, type Treatment } from './reading-text-table.ts';
import type { Sequence } from './sequence.ts';

/** What the reading text takes of one document and what it adds, by element number. */
export interface Reading {
  readonly lefts: ReadonlyMap<number, Left>;
  readonly befores: ReadonlyMap<number, string>;
  readonly afters: ReadonlyMap<number, string>;
  /** Begins and ends a line. */
  readonly blocks: Uint8Array;
  /** The outermost elements of the running text, in order. */
  readonly roots: readonly number[];
  /** 1 for an element of the running text, whether taken or left. */
  readonly inText: Uint8Array;
}

/** Characters that a rendition asks for around an element, for instance quotation marks. */
export type RenderedAround = (i: number) => { readonly before: string; readonly after: string } | undefined;

const rows = rowsByName();

/** Applies the table of the reading text to a document. */
export function readingOf(context: ReadingContext, renderedAround: RenderedAround): Reading {
  const { sequence } = context;
  const { names, parents, elements } = sequence;
  const roots = rootsOf(sequence);
  const inText = new Uint8Array(names.length);
  for (const root of roots) inText.fill(1, root, sequence.lasts[root]! + 1);
  const blocks = blocksOf(sequence);
  const lefts = new Map<number, Left>();
  const befores = new Map<number, string>();
  const afters = new Map<number, string>();
  /** The latest child with content of each element that holds only elements. */
  const latest = new Map<number, number>();

  for (let i = 0; i < names.length; i++) {
    const row = rowFor(context, i, names[i]!, inText[i] === 1);
    if (row?.left !== undefined) {
      lefts.set(i, row.left);
      // What is left out does not part the line that it stands in.
      if (parents[i]! >= 0) blocks[i] = 0;
    }
    let before = textOf(row?.before, context, i);
    let after = textOf(row?.after, context, i);
    const around = renderedAround(i);
    if (around !== undefined) {
      before = around.before + before;
      after += around.after;
    }
    const parent = parents[i]!;
    if (parent >= 0 && row?.left === undefined && elements[i]!.childNodes.length > 0) {
      const parentName = names[parent]!;
      if (elementsWithoutText.has(parentName) && !passageParts.has(parentName)) {
        const previous = latest.get(parent);
        if (previous !== undefined && blocks[previous] === 0 && blocks[i] === 0) before = ` ${before}`;
        latest.set(parent, i);
      }
    }
    if (before !== '') befores.set(i, before);
    if (after !== '') afters.set(i, after);
  }
  return { lefts, befores, afters, blocks, roots, inText };
}

function rowFor(context: ReadingContext, i: number, name: string, isInText: boolean): Treatment | undefined {
  for (const row of rows.get(name) ?? rows.get('*')!) {
    if ((isInText || row.everywhere === true) && (row.applies === undefined || row.applies(context, i))) {
      return row;
    }
  }
  return undefined;
}

function textOf(
  text: string | ((at: ReadingContext, i: number) => string) | undefined,
  context: ReadingContext,
  i: number,
): string {
  return typeof text === 'function' ? text(context, i) : (text ?? '');
}

/** The rows that may apply to each name, in the table's order. */
function rowsByName(): Map<string, Treatment[]> {
  const found = new Map<string, Treatment[]>([['*', []]]);
  for (const row of readingTextTable) {
    for (const name of row.elements.split(/\s+/)) if (!found.has(name)) found.set(name, []);
  }
  for (const row of readingTextTable) {
    const named = row.elements.split(/\s+/);
    for (const [name, list] of found) if (named.includes('*') || named.includes(name)) list.push(row);
  }
  return found;
}

const withoutRunningText = new Set(['teiHeader', 'standOff', 'facsimile', 'fsdDecl', 'xenoData']);
const documents = new Set(['TEI', 'TEI.2', 'teiCorpus']);

/** Where running text stands: each `text`; without one `sourceDoc`, then `standOff`, then `facsimile`; a root of another kind is running text as a whole. */
function rootsOf(sequence: Sequence): number[] {
  const { names, lasts } = sequence;
  if (names.length === 0) return [];
  if (!documents.has(names[0]!)) return [0];
  const texts: number[] = [];
  const others: Record<string, number[]> = { sourceDoc: [], standOff: [], facsimile: [] };
  for (let i = 1; i < names.length; i++) {
    const name = names[i]!;
    if (documents.has(name)) continue;
    if (name === 'text') texts.push(i);
    else if (Object.hasOwn(others, name)) others[name]!.push(i);
    else if (!withoutRunningText.has(name)) texts.push(i);
    i = lasts[i]!;
  }
  const first = [texts, others.sourceDoc!, others.standOff!, others.facsimile!].find(
    (each) => each.length > 0,
  );
  return first ?? [];
}

/** Which elements begin and end a line: always, or where they stand among blocks or hold one. */
function blocksOf(sequence: Sequence): Uint8Array {
  const { names, parents } = sequence;
  const blocks = new Uint8Array(names.length);
  for (let i = names.length - 1; i >= 0; i--) {
    const name = names[i]!;
    const parent = parents[i]!;
    const parentName = parent < 0 ? '' : names[parent]!;
    // Markup shown as an example keeps its lines, and so has its own.
    if (alwaysBlocks.has(name) || (name === '' && sequence.elements[i]!.name.local === 'egXML')) {
      blocks[i] = 1;
      // A child that is a block makes its parent one, where the parent may be either.
      if (parent >= 0 && mayHoldBlocks(parentName)) blocks[parent] = 1;
    } else if (sometimesBlocks.has(name)) {
      if (parent < 0 || (holdsOnlyElements(parentName) && !passageParts.has(parentName))) blocks[i] = 1;
      if (blocks[i] === 1 && parent >= 0 && mayHoldBlocks(parentName)) blocks[parent] = 1;
    }
  }
  return blocks;
}

/** A note is set apart from the line that calls it, whatever it holds. */
function mayHoldBlocks(name: string): boolean {
  return sometimesBlocks.has(name) && name !== 'note' && name !== 'noteGrp';
}
