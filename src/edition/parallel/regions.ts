import type { EditedDocument } from '../edited-document.ts';
import type { Alignment } from './alignments.ts';

/** Parts of one document that stand side by side: the outermost blocks that hold one text and not the other. */
export interface Region {
  readonly first: readonly number[];
  readonly second: readonly number[];
}

/** The regions of a document whose parts are aligned with each other, in the order of the text; where two would overlap, the larger counts. */
export function regionsOf(document: EditedDocument, alignments: readonly Alignment[]): Region[] {
  const { reading, unsettled } = document;
  const found = new Map<number, Set<number>>();
  for (const { from, to } of alignments) {
    const [a, b] = from.i < to.i ? [from.i, to.i] : [to.i, from.i];
    const [first, second] = apart(unsettled.parents, a, b);
    // Phrases of one paragraph stand in it.
    if (reading.blocks[first] !== 1 || reading.blocks[second] !== 1) continue;
    const others = found.get(first);
    if (others === undefined) found.set(first, new Set([second]));
    else others.add(second);
  }
  const taken: number[] = [];
  const overlaps = (i: number) =>
    taken.some((each) => i <= unsettled.lasts[each]! && each <= unsettled.lasts[i]!);
  const regions: Region[] = [];
  for (const [first, others] of [...found].toSorted(([a], [b]) => a - b)) {
    const second = [...others].filter((each) => !overlaps(each)).sort((a, b) => a - b);
    if (overlaps(first) || second.length === 0) continue;
    taken.push(first, ...second);
    regions.push({ first: [first], second });
  }
  return regions;
}

/** The outermost ancestors of two elements, or they themselves, that do not hold both. */
function apart(parents: readonly number[], a: number, b: number): readonly [number, number] {
  const pathOf = (i: number) => {
    const path: number[] = [];
    for (let at = i; at >= 0; at = parents[at]!) path.push(at);
    return path.reverse();
  };
  const [left, right] = [pathOf(a), pathOf(b)];
  let at = 0;
  while (at < left.length && at < right.length && left[at] === right[at]) at++;
  return [left[at] ?? a, right[at] ?? b];
}
