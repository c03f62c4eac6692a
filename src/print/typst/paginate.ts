import { type FootNote, type FootPart, type FootRoom, wholePart } from './foot.ts';
import type { Box, Galley } from './galley.ts';
import type { PageEnds } from './page-ends.ts';

/** One page of the text: its lines and the notes at its foot. */
export interface PlannedPage {
  /** From 1, blank pages counted. */
  readonly page: number;
  readonly segment: number;
  readonly boxes: readonly Box[];
  /** Distance of each line's top from the top of the text, in points. */
  readonly tops: readonly number[];
  readonly parts: readonly FootPart[];
  /** Height of the text, in points. */
  readonly text: number;
}

/** A pair on facing pages: what makes its sides equal, and its distance to the one above it, in points. */
export interface PlacedPair {
  readonly pair: number;
  readonly left: number;
  readonly right: number;
  readonly gap: number;
}

/** Facing pages: which pairs stand on them. */
export interface Spread {
  readonly pairs: readonly PlacedPair[];
}

export interface Plan {
  readonly pages: readonly PlannedPage[];
  readonly spreads: readonly (readonly Spread[])[];
  /** Pairs of facing texts that no page can hold. */
  readonly tooTall: readonly string[];
}

export interface Pages {
  /** Room of a page for text and foot, in points. */
  readonly room: number;
  /** Distance of a pair on facing pages to the one above it, in points. */
  readonly gapOf: (segment: number, pair: number) => number;
  readonly foot: FootRoom;
  readonly notes: ReadonlyMap<string, FootNote>;
  /** The page that the text begins on. */
  readonly start: number;
  readonly ends: PageEnds;
}

/** Shares the lines of the text among pages, each with its notes at its foot. */
export function paginate(galley: Galley, pages: Pages): Plan {
  const planned: PlannedPage[] = [];
  const spreads: Spread[][] = [];
  const tooTall: string[] = [];
  let next = pages.start;
  let carried: FootPart[] = [];
  for (const [segment, each] of galley.segments.entries()) {
    spreads.push([]);
    if (each.kind === 'flow') {
      const isLast = segment === galley.segments.length - 1;
      for (let at = 0; at < each.boxes.length || (isLast && carried.length > 0); ) {
        const filled = fillPage(each.boxes, at, carried, pages);
        const boxes = each.boxes.slice(at, filled.to);
        const { tops, text } = stacked(boxes);
        planned.push({ page: next++, segment, boxes, tops, parts: filled.parts, text });
        at = filled.to;
        carried = filled.rest;
      }
      continue;
    }
    for (const spread of spreadsOf(each.pairs, segment, carried, pages)) {
      if (next % 2 === 1) next++;
      spreads.at(-1)!.push({ pairs: spread.pairs });
      for (const side of [spread.left, spread.right]) planned.push({ page: next++, segment, ...side });
      carried = [...spread.rest];
      if (Math.max(spread.left.text, spread.right.text) > pages.room) tooTall.push(each.id);
    }
  }
  return { pages: planned, spreads, tooTall };
}

/** Tops and height of boxes that stand on one page. */
function stacked(boxes: readonly Box[]): { tops: number[]; text: number } {
  const tops: number[] = [];
  let text = boxes[0]?.head ?? 0;
  for (const [index, box] of boxes.entries()) {
    if (index > 0) text += box.gap;
    tops.push(text);
    text += box.height;
  }
  return { tops, text };
}

interface Filled {
  readonly to: number;
  readonly parts: readonly FootPart[];
  readonly rest: FootPart[];
}

function fillPage(boxes: readonly Box[], at: number, carried: readonly FootPart[], pages: Pages): Filled {
  const { foot, ends } = pages;
  const room = pages.room - ends.lack(boxes[at]);
  const next = ends.nextOf(boxes[at]);
  const mayEnd = (to: number) => boxes[to]?.staysWithBefore !== true;
  let parts: readonly FootPart[] = carried;
  let text = 0;
  let to = at;
  let best: Filled | undefined;
  let divided: Filled | undefined;
  for (; to < boxes.length && boxes[to]!.key !== next; to++) {
    const box = boxes[to]!;
    const higher = text + box.height + (to > at ? box.gap : box.head);
    const more = partsOf(box, pages);
    if (higher + foot.heightOf([...parts, ...more]) > room) {
      divided = dividedAt(to);
      break;
    }
    text = higher;
    parts = [...parts, ...more];
    if (mayEnd(to + 1)) best = { to: to + 1, parts, rest: [] };
  }
  // Lines that should stay together may be more than a page has room for.
  return divided ?? best ?? (to > at ? { to, parts, rest: [] } : squeezed(boxes, at, carried, pages));

  /** The page with a line whose notes go on overleaf, and with the lines that it does not part from. */
  function dividedAt(line: number): Filled | undefined {
    let height = text;
    let more: FootPart[] = [];
    for (let end = line; end < boxes.length && boxes[end]!.key !== next; end++) {
      const box = boxes[end]!;
      height += box.height + (end > at ? box.gap : box.head);
      more = [...more, ...partsOf(box, pages)];
      if (height > room) return undefined;
      if (!mayEnd(end + 1) && best !== undefined) continue;
      const shared = foot.share(parts, more, room - height);
      const allBegin = more.length > 0 && shared.parts.length === more.length;
      if (!allBegin || height + foot.heightOf([...parts, ...shared.parts]) > room) return undefined;
      return { to: end + 1, parts: [...parts, ...shared.parts], rest: shared.rest };
    }
    return undefined;
  }
}

const partsOf = (box: Box, pages: Pages): FootPart[] =>
  box.notes.map((id) => wholePart(pages.notes.get(id)!));

/** A page that the rests of long notes fill: few lines of text, and of each note as much as there is room for. */
function squeezed(boxes: readonly Box[], at: number, carried: readonly FootPart[], pages: Pages): Filled {
  let found: Filled | undefined;
  for (const count of [3, 4, 5, 2, 1]) {
    const lines = boxes.slice(at, at + count);
    const parts = [...carried, ...lines.flatMap((box) => partsOf(box, pages))];
    const shared = pages.foot.share([], parts, pages.room - stacked(lines).text);
    const filled = { to: at + lines.length, ...shared };
    const allBegin = shared.parts.length === parts.length;
    if (allBegin && boxes[filled.to]?.staysWithBefore !== true) return filled;
    if (allBegin) found ??= filled;
    if (count > 1 || found !== undefined) continue;
    found = filled;
    // Something stands on every page, be it too much.
    if (lines.length + shared.parts.length === 0)
      found = { to: at, parts: parts.slice(0, 1), rest: parts.slice(1) };
  }
  return found!;
}

interface Side {
  readonly boxes: Box[];
  readonly tops: number[];
  parts: FootPart[];
  text: number;
}

/** Shares pairs of facing blocks among spreads: each side of a spread holds the same pairs and fits its page. */
function spreadsOf(
  pairs: Extract<Galley['segments'][number], { kind: 'parallel' }>['pairs'],
  segment: number,
  carried: readonly FootPart[],
  pages: Pages,
): (Spread & { readonly left: Side; readonly right: Side; readonly rest: FootPart[] })[] {
  const { foot, room } = pages;
  const side = (parts: readonly FootPart[]): Side => ({ boxes: [], tops: [], parts: [...parts], text: 0 });
  const open = (left: readonly FootPart[], right: readonly FootPart[]) => ({
    pairs: [] as PlacedPair[],
    left: side(left),
    right: side(right),
    rest: [] as FootPart[],
  });
  const all = [open(carried, [])];
  const put = (on: Side, boxes: readonly Box[], top: number, height: number) => {
    on.boxes.push(...boxes);
    on.tops.push(...stacked(boxes).tops.map((each) => each + top));
    on.parts.push(...boxes.flatMap((box) => partsOf(box, pages)));
    on.text = top + height;
  };
  for (const [pair, { left, right }] of pairs.entries()) {
    const [l, r] = [stacked(left).text, stacked(right).text];
    const height = Math.max(l, r);
    let last = all.at(-1)!;
    const gap = pages.gapOf(segment, pair);
    const fits = (on: Side, boxes: readonly Box[]) =>
      on.text + gap + height + foot.heightOf([...on.parts, ...boxes.flatMap((box) => partsOf(box, pages))]) <=
      room;
    if (last.pairs.length > 0 && !(fits(last.left, left) && fits(last.right, right))) {
      const rests = [last.left, last.right].map((on) => settle(on));
      last = open(rests[0]!, rests[1]!);
      all.push(last);
    }
    const top = last.pairs.length === 0 ? 0 : last.left.text + gap;
    put(last.left, left, top, height);
    put(last.right, right, top, height);
    last.pairs.push({ pair, left: height - l, right: height - r, gap });
  }
  const last = all.at(-1)!;
  last.rest.push(...settle(last.left), ...settle(last.right));
  return all.filter((each) => each.pairs.length > 0);

  /** Leaves a side what its foot has room for. */
  function settle(on: Side): FootPart[] {
    const shared = foot.share([], on.parts, room - on.text);
    on.parts = shared.parts;
    return shared.rest;
  }
}
