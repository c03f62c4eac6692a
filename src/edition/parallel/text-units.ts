import type { EditedDocument } from '../edited-document.ts';
import { childrenOf } from '../sequence.ts';

/** Elements that are parted where something inside them is aligned. A paragraph stays whole. */
const parted = new Set(
  'TEI TEI.2 teiCorpus group text front body back floatingText div div0 div1 div2 div3 div4 div5 div6 div7 lg sp'.split(
    ' ',
  ),
);

/** The blocks that a text is read in, in its order: as large as they can be with each aligned passage in a block of its own or inside one. `aligned` are the numbers of aligned elements, ascending. */
export function textUnits(
  document: EditedDocument,
  roots: readonly number[],
  aligned: readonly number[],
): number[] {
  const { names, reading, unsettled } = document;
  const units: number[] = [];
  const visit = (i: number) => {
    if (reading.lefts.has(i)) return;
    const holdsAligned = firstFrom(aligned, i + 1) <= unsettled.lasts[i]!;
    if (holdsAligned && (parted.has(names[i]!) || isNothingButAligned(document, i, aligned))) {
      for (const child of childrenOf(unsettled, i)) visit(child);
    } else if (reading.blocks[i] === 1 || firstFrom(aligned, i) === i) units.push(i);
  };
  for (const root of roots) visit(root);
  return units;
}

/** An anonymous block whose text stands in aligned segments altogether is parted at them. */
function isNothingButAligned(document: EditedDocument, i: number, aligned: readonly number[]): boolean {
  if (document.names[i] !== 'ab') return false;
  const { elements } = document.unsettled;
  const hasText = elements[i]!.childNodes.some((node) => node.nodeType === 3 && node.data.trim() !== '');
  if (hasText) return false;
  const children = [...childrenOf(document.unsettled, i)].filter(
    (child) => elements[child]!.childNodes.length > 0 && !document.reading.lefts.has(child),
  );
  return children.every((child) => firstFrom(aligned, child) === child);
}

/** The first of ascending numbers that is not below `from`. */
export function firstFrom(ascending: readonly number[], from: number): number {
  return ascending[indexFrom(ascending, from)] ?? Number.POSITIVE_INFINITY;
}

/** Where it stands among them. */
export function indexFrom(ascending: readonly number[], from: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle]! < from) low = middle + 1;
    else high = middle;
  }
  return low;
}
