import type { PrintOptions } from '../options.ts';
import { linesOf, type Model, roomOf } from './model.ts';
import type { Point, Report } from './report.ts';
import type { Unit, UnitRange } from './units.ts';

/** One printed line, as wide as the page: what pages are made of. */
export interface Box {
  readonly unit: number;
  /** Which line of the text it is, whatever page it stands on. */
  readonly key: string;
  /** Kinds of the line before it and of its own, with their distance. */
  readonly above: string;
  /** Distance to the box before it, and its own height with what frames it, in points. */
  readonly gap: number;
  readonly height: number;
  /** Of its baseline, from its top. */
  readonly ascent: number;
  /** A page does not begin with it. */
  readonly staysWithBefore: boolean;
  /** Height of what is above it where a page begins with it, as a table's head is. */
  readonly head: number;
  /** Number of its verse in the text, or ''. */
  readonly verse: string;
  /** Notes and entries that are anchored in it, in order. */
  readonly notes: readonly string[];
  /** Where the pass that it was read from put it. */
  readonly at: Point;
}

/** The text as lines in one endless column, by segment. */
export interface Galley {
  readonly segments: readonly GalleySegment[];
  /** The line that a mark stands on. */
  boxOf(mark: string): Box | undefined;
}

export type GalleySegment =
  | { readonly kind: 'flow'; readonly boxes: readonly Box[] }
  | {
      readonly kind: 'parallel';
      readonly id: string;
      readonly pairs: readonly { readonly left: readonly Box[]; readonly right: readonly Box[] }[];
    };

/** Distances between blocks as passes have shown them: a pass does not show those where a page ends. */
export class Distances {
  private readonly pairs = new Map<string, number>();
  private readonly kinds = new Map<string, number>();
  private readonly heads = new Map<number, number>();
  private readonly tops = new Map<string, number>();

  learn(before: number, after: number, kinds: string, distance: number): void {
    this.pairs.set(`${before} ${after}`, distance);
    this.kinds.set(kinds, distance);
  }

  between(before: number, after: number, kinds: string, otherwise: number): number {
    return this.pairs.get(`${before} ${after}`) ?? this.kinds.get(kinds) ?? otherwise;
  }

  /** Learns that a line stands so much lower, in points, where a page begins with it than it was thought to. */
  learnTop(box: Box, more: number): void {
    const top = this.top(box) + more;
    this.tops.set(box.key, top);
    // Part of the distance to what is before it, which like lines keep too.
    if (top > 0.5 && top < box.gap) this.tops.set(box.above, top);
  }

  /** What stays above a line where a page begins with it: a part of its distance, or something without height that is there too. */
  top(box: Box): number {
    return this.tops.get(box.key) ?? this.tops.get(box.above) ?? 0;
  }

  /** Height of a table's head, as far as it is known. */
  head(table: number, seen: number | undefined): number {
    if (seen !== undefined) this.heads.set(table, seen);
    return this.heads.get(table) ?? 0;
  }
}

interface OpenBox extends Box {
  gap: number;
  above: string;
  height: number;
  staysWithBefore: boolean;
  head: number;
  readonly notes: string[];
}

/** Units that are set together: one, or those of one group. */
interface Item {
  readonly units: readonly number[];
  readonly boxes: readonly OpenBox[];
  readonly top: Point;
  readonly bottom: Point;
}

/** Reads the lines of the text from where a pass put the ends of its units; `footOf` is the room that the pass kept at the foot of a page. */
export function galleyOf(
  report: Report,
  model: Model,
  options: PrintOptions,
  footOf: (page: number) => number,
  distances: Distances,
): Galley {
  const { line } = linesOf(options);
  const { height: room } = roomOf(options);
  const { fontSize: size, marginTop: top } = options;
  const leading = line - size;
  const [starts, ends, marks] = placesOf(report);
  const boxesOfUnit = new Map<number, readonly OpenBox[]>();
  const streams: OpenBox[][] = [];

  /** Baselines of a unit's lines. */
  const linesOfUnit = (unit: number): Point[] => {
    const [start, end] = [starts[unit]!, ends[unit] ?? starts[unit]!];
    const { scale } = model.units[unit]!;
    const pitch = scale * size + leading;
    const lines: Point[] = [];
    const put = (page: number, from: number, count: number) => {
      for (let n = 0; n < count; n++) lines.push({ page, y: from + n * pitch });
    };
    if (start.page === end.page) put(start.page, start.y, Math.round((end.y - start.y) / pitch) + 1);
    else {
      const ascent = 0.8 * scale * size;
      const fitting = (page: number, y: number) =>
        Math.floor((top + room - footOf(page) - y - 0.2 * scale * size + 1e-6) / pitch) + 1;
      put(start.page, start.y, Math.max(1, fitting(start.page, start.y)));
      for (let page = start.page + 1; page < end.page; page++)
        put(page, top + ascent, fitting(page, top + ascent));
      put(end.page, top + ascent, Math.max(1, Math.round((end.y - top - ascent) / pitch) + 1));
    }
    return lines;
  };

  const itemOf = (units: readonly number[]): Item => {
    const first = model.units[units[0]!]!;
    const all = units
      .flatMap((unit) => linesOfUnit(unit).map((point) => ({ point, unit })))
      .sort((a, b) => a.point.page - b.point.page || a.point.y - b.point.y);
    const boxes: OpenBox[] = [];
    for (const { point, unit } of all) {
      const { scale, verse } = model.units[unit]!;
      const before = boxes.at(-1);
      const isSame =
        before !== undefined && before.at.page === point.page && point.y - before.at.y < 0.5 * scale * size;
      if (isSame) continue;
      const ascent = 0.8 * scale * size;
      boxes.push({
        unit,
        key: `${units[0]} ${boxes.length}`,
        above: '',
        gap:
          before === undefined || before.at.page !== point.page
            ? leading
            : point.y - before.at.y - scale * size,
        height: scale * size,
        ascent,
        staysWithBefore: first.group >= 0 && !first.mayPart && boxes.length > 0,
        head: 0,
        verse,
        notes: [],
        at: point,
      });
    }
    const [head, foot] = [boxes[0]!, boxes.at(-1)!];
    const bottom = { page: foot.at.page, y: foot.at.y + foot.height - foot.ascent + first.pad };
    boxes[0] = { ...head, height: head.height + first.pad, ascent: head.ascent + first.pad };
    boxes[boxes.length - 1] = { ...boxes.at(-1)!, height: boxes.at(-1)!.height + first.pad };
    const at = { page: head.at.page, y: head.at.y - head.ascent - first.pad };
    for (const unit of units) boxesOfUnit.set(unit, boxes);
    return { units, boxes, top: at, bottom };
  };

  const streamOf = ([from, to]: UnitRange): OpenBox[] => {
    const stream: OpenBox[] = [];
    let before: Item | undefined;
    let table = { id: -1, top: undefined as Point | undefined, hasBody: false };
    for (let at = from; at < to; ) {
      const unit = model.units[at]!;
      const units: number[] = [];
      const { group } = unit;
      do units.push(at++);
      while (group >= 0 && at < to && model.units[at]!.group === group);
      const standing = units.filter((each) => starts[each] !== undefined);
      if (standing.length === 0 || unit.isBeside) continue;
      const item = itemOf(standing);
      keepTogether(item, unit);
      if (before !== undefined) {
        const [a, b] = [before.units.at(-1)!, standing[0]!];
        const kinds = `${model.units[a]!.kind} ${unit.kind}`;
        if (before.bottom.page === item.top.page) distances.learn(a, b, kinds, item.top.y - before.bottom.y);
        item.boxes[0]!.gap = distances.between(a, b, kinds, leading);
        item.boxes[0]!.above = `${kinds} ${item.boxes[0]!.gap.toFixed(1)}`;
        const isFirstRow = unit.table >= 0 && unit.table === table.id && !unit.isHead && !table.hasBody;
        const isSigned = unit.kind.endsWith('/signed');
        if (model.units[a]!.isSticky || isFirstRow || isSigned || (unit.isHead && unit.table === table.id))
          item.boxes[0]!.staysWithBefore = true;
      }
      if (unit.table >= 0) {
        if (unit.table !== table.id)
          table = { id: unit.table, top: unit.isHead ? item.top : undefined, hasBody: !unit.isHead };
        else if (!unit.isHead) {
          const height =
            !table.hasBody && table.top?.page === item.top.page ? item.top.y - table.top.y : undefined;
          const known = table.top === undefined ? 0 : distances.head(unit.table, height);
          table.hasBody = true;
          item.boxes[0]!.head = known;
        }
      }
      stream.push(...item.boxes);
      before = item;
    }
    for (const box of stream) box.head += distances.top(box);
    keepStanzas(stream, model.units);
    streams.push(stream);
    return stream;
  };

  const segments: GalleySegment[] = model.segments.map((segment) =>
    segment.kind === 'flow'
      ? { kind: 'flow', boxes: streamOf(segment.units) }
      : {
          kind: 'parallel',
          id: segment.id,
          pairs: segment.pairs.map((pair) => ({ left: streamOf(pair.left), right: streamOf(pair.right) })),
        },
  );
  /** What stands beside the flow is on the line of the flow at its side. */
  const beside = (unit: number, point: Point): readonly OpenBox[] => {
    const stream = streams.find((each) => (each.at(-1)?.unit ?? -1) > unit) ?? streams.at(-1) ?? [];
    const next = stream.findIndex((box) => box.unit > unit);
    const near = stream.slice(Math.max(0, next), next + 400).filter((box) => box.at.page === point.page);
    return near.length > 0 ? near : stream.slice(Math.max(0, next)).slice(0, 1);
  };
  const boxAt = (first: number, point: Point | undefined): OpenBox | undefined => {
    // What has no words, as a table without a caption, begins where the next does.
    let unit = first;
    if (point === undefined) while (unit < model.units.length && starts[unit] === undefined) unit++;
    const at = point ?? starts[unit];
    if (at === undefined) return undefined;
    const boxes = boxesOfUnit.get(unit) ?? beside(unit, at);
    let found = boxes[0];
    const distance = (box: Box) => Math.abs(box.at.page - at.page) * 1e5 + Math.abs(box.at.y - at.y);
    for (const box of boxes) if (distance(box) < distance(found!)) found = box;
    return found;
  };
  const boxOf = (mark: string): OpenBox | undefined => {
    const unit = model.unitOf.get(mark);
    return unit === undefined ? undefined : boxAt(unit, marks.get(mark));
  };
  // In the order of the text: where it runs from the right, a pass reports a line from its end.
  for (const mark of model.unitOf.keys())
    if (mark.startsWith('s:') && marks.has(mark)) boxOf(mark)?.notes.push(mark.slice(2));
  return { segments, boxOf };
}

function placesOf(report: Report): [starts: Point[], ends: Point[], marks: Map<string, Point>] {
  const starts: Point[] = [];
  const ends: Point[] = [];
  const marks = new Map<string, Point>();
  for (const [page, y, mark] of report.marks) {
    const point = { page, y };
    if (typeof mark === 'string') {
      if (!marks.has(mark)) marks.set(mark, point);
    } else {
      const [of, unit] = [mark % 2 === 0 ? starts : ends, mark >> 1];
      // The head of a table is printed, and reported, again on each of its pages.
      of[unit] ??= point;
    }
  }
  return [starts, ends, marks];
}

/** No page begins or ends with one line of a paragraph of several; a line of verse is whole. */
function keepTogether(item: Item, unit: Unit): void {
  if (unit.group >= 0) return;
  const { boxes } = item;
  for (const [index, box] of boxes.entries())
    if (index === 1 || (index > 0 && (index === boxes.length - 1 || unit.stanza >= 0)))
      box.staysWithBefore = true;
}

/** A stanza of four lines or more leaves no line alone. */
function keepStanzas(boxes: readonly OpenBox[], units: readonly Unit[]): void {
  for (let at = 0; at < boxes.length; ) {
    const { stanza } = units[boxes[at]!.unit]!;
    let end = at + 1;
    while (stanza >= 0 && end < boxes.length && units[boxes[end]!.unit]!.stanza === stanza) end++;
    if (end - at >= 4) {
      boxes[at + 1]!.staysWithBefore = true;
      boxes[end - 1]!.staysWithBefore = true;
    }
    at = end;
  }
}
