/** Blocks of two texts beside each other, by their places in the order of either text. */
export interface PlacedRow {
  readonly left: readonly number[];
  readonly right: readonly number[];
}

export type Edge = readonly [left: number, right: number];

/** Puts two texts side by side: both keep their order, nothing stands twice, what is not aligned keeps its place. Where alignments cross, as many as can stand in rows do; `crossing` are the others. `likeness` says whether two blocks that are not aligned may share a row. */
export function parallelRows(
  lefts: number,
  rights: number,
  edges: readonly Edge[],
  isLike: (left: number, right: number) => boolean,
): { rows: PlacedRow[]; crossing: Edge[] } {
  const { kept, crossing } = withoutCrossings(edges);
  const rows: PlacedRow[] = [];
  let [left, right] = [0, 0];
  const between = (toLeft: number, toRight: number) => {
    const [a, b] = [range(left, toLeft), range(right, toRight)];
    if (a.length === b.length && a.every((each, at) => isLike(each, b[at]!))) {
      for (const [at, each] of a.entries()) rows.push({ left: [each], right: [b[at]!] });
    } else {
      for (const each of a) rows.push({ left: [each], right: [] });
      for (const each of b) rows.push({ left: [], right: [each] });
    }
  };
  for (let at = 0; at < kept.length; ) {
    const [firstLeft, firstRight] = kept[at]!;
    let [lastLeft, lastRight] = kept[at]!;
    for (at++; at < kept.length; at++) {
      const [l, r] = kept[at]!;
      if (l > lastLeft && r > lastRight) break;
      [lastLeft, lastRight] = [l, r];
    }
    between(firstLeft, firstRight);
    rows.push({ left: range(firstLeft, lastLeft + 1), right: range(firstRight, lastRight + 1) });
    [left, right] = [lastLeft + 1, lastRight + 1];
  }
  between(lefts, rights);
  return { rows, crossing };
}

/** The most edges of which none crosses another: the longest run that does not fall, on the right, when sorted by the left. */
function withoutCrossings(edges: readonly Edge[]): { kept: Edge[]; crossing: Edge[] } {
  const sorted = edges.toSorted((a, b) => a[0] - b[0] || a[1] - b[1]);
  const ends: number[] = [];
  const before = new Int32Array(sorted.length).fill(-1);
  for (const [at, [, right]] of sorted.entries()) {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[ends[middle]!]![1] <= right) low = middle + 1;
      else high = middle;
    }
    before[at] = low > 0 ? ends[low - 1]! : -1;
    ends[low] = at;
  }
  const chosen = new Set<number>();
  for (let at = ends.at(-1) ?? -1; at >= 0; at = before[at]!) chosen.add(at);
  return {
    kept: sorted.filter((_, at) => chosen.has(at)),
    crossing: sorted.filter((_, at) => !chosen.has(at)),
  };
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);
