import { walkBlocks, walkRuns } from '../inlines.ts';
import { type KeyPoint, lineKey, mark as markOf } from '../line-key.ts';
import type { PrintOptions } from '../options.ts';
import { type IndexLine, pageIndexes } from '../page-index.ts';
import type { PrintDocument, Series } from '../print-document.ts';
import { type SourceSpan, sourceKey, sourceKeys } from '../source-keys.ts';
import { linesOf, type Model } from './model.ts';
import { type Positions, positionsOf, type Report } from './report.ts';

/** What the next pass paints, as the template reads it. */
export interface Layout {
  readonly slots: Readonly<Record<string, Slot>>;
  readonly marks: Readonly<Record<string, string>>;
  readonly refs: Readonly<Record<string, string>>;
  readonly pages: readonly {
    readonly head: readonly string[];
    readonly bands: readonly Band[];
    readonly numbers: readonly (readonly [y: number, label: string, side: 'left' | 'right'])[];
  }[];
  readonly contents: readonly (readonly [level: number, text: string, page: string])[];
  readonly indexes: readonly { readonly title: string; readonly entries: readonly IndexLine[] }[];
  readonly spreads: Readonly<Record<string, readonly (readonly SpreadPair[])[]>>;
  /** Headings that begin a page, because their notes would not stay with them. */
  readonly breaks: readonly string[];
}

/** Room that one note or entry takes at the foot: a height, or lines that may be divided between pages. */
export interface Slot {
  readonly height: number;
  readonly lines: number;
  /** Room that it keeps for others of its printed line. */
  readonly extra: number;
  /** Lines of its own (1 for a whole entry) that the first slot of its printed line keeps for it. */
  readonly prepaid: number;
}

interface Band {
  readonly id: string;
  readonly layout: 'run-in' | 'blocks';
  readonly title: string;
  readonly items: readonly Item[];
}

export interface Item {
  readonly id: string;
  readonly label: string;
  readonly key: boolean;
  /** Which part of a divided note, from 0; −1 for a whole one. */
  readonly part: number;
  /** Lines of each part. */
  readonly rooms: readonly number[];
  /** The word that each part begins with, and the end, where the last pass found it for the same rooms. */
  readonly starts: readonly number[];
  readonly lang: string;
  readonly dir: string;
}

export interface SpreadPair {
  readonly pair: number;
  readonly left: number;
  readonly right: number;
}

/** The layout that a first pass starts from: rooms, and nothing painted. */
export const blankLayout = (slots: Record<string, Slot>): Layout => ({
  slots,
  marks: {},
  refs: {},
  pages: [],
  contents: [],
  indexes: [],
  spreads: {},
  breaks: [],
});

/** The table of contents: level, words and page of the headings of the first three levels. */
export const contentsOf = (
  document: PrintDocument,
  options: PrintOptions,
  pageOf: (id: string) => string,
): Layout['contents'] =>
  options.contents
    ? [...walkBlocks([...document.front, ...document.body, ...document.back])].flatMap((block) =>
        block.kind === 'heading' && block.level <= 3
          ? [[block.level, block.text, pageOf(block.id ?? '')] as const]
          : [],
      )
    : [];

/** All that composing needs beside the report. */
export interface Composing {
  readonly document: PrintDocument;
  readonly options: PrintOptions;
  readonly model: Model;
  readonly slots: Readonly<Record<string, Slot>>;
  readonly spreads: Layout['spreads'];
  readonly breaks: Layout['breaks'];
}

export interface Composed {
  readonly layout: Layout;
  readonly positions: Positions;
  readonly keys: ReadonlyMap<string, string>;
}

/** Composes feet, heads, line numbers, contents, indexes and references from where the last pass put things. */
export function composeLayout(report: Report, composing: Composing): Composed {
  const { document, options, model } = composing;
  const pageLabel = (page: number) => (page < report.start ? '' : String(page - report.start + 1));
  const headings = [...walkRuns([...document.front, ...document.body, ...document.back])]
    .map((run) => run.block)
    .filter((block) => block.kind === 'heading');
  const positions = positionsOf(report, {
    ...options,
    sections: new Set(headings.filter((each) => each.level === 1).map((each) => `h:${each.id}`)),
    pageLabel,
  });
  const source = sourceKeys(document);
  const bands = new Map(model.series.map((series) => [series.id, series]));
  const seriesOf = new Map(
    [...document.notes, ...document.entries].map((each) => [each.id, bands.get(each.series)!]),
  );
  const locs = new Map(document.entries.map((entry) => [entry.id, entry.loc]));
  const notes = new Map(document.notes.map((note) => [note.id, note]));
  const keys = new Map<string, string>();
  const marks: Record<string, string> = {};
  const counts = new Map<string, number>();
  for (const [page, id, line] of report.slots) {
    if (line > 0) continue;
    const series = seriesOf.get(id)!;
    if (series.key !== 'mark')
      keys.set(id, keyOf(id, series, positions, source.get(id), options, locs.get(id) ?? ''));
    else if (series.restart === 'page') {
      const counter = `${series.id} ${page}`;
      const n = (counts.get(counter) ?? 0) + 1;
      counts.set(counter, n);
      marks[id] = markOf(n, series.marks);
      keys.set(id, marks[id]);
    } else keys.set(id, notes.get(id)?.n ?? '');
  }
  const last = Math.max(
    report.start,
    ...report.lines.map((line) => line[0]),
    ...report.slots.map((slot) => slot[0]),
  );
  const heads = runningHeads(document, headings, positions, report.start, last);
  const feet = feetOf(report, composing, seriesOf, keys, options);
  const numbers = new Map<number, [number, string, 'left' | 'right'][]>();
  for (const line of positions.lines) {
    if (line.shown === '') continue;
    const list = numbers.get(line.page) ?? [];
    list.push([line.y, line.shown, sideOf(line.page, options, document.direction)]);
    numbers.set(line.page, list);
  }
  const pages: Layout['pages'][number][] = [];
  for (let page = 1; page <= last; page++)
    pages.push({
      head: heads.get(page) ?? [],
      bands: feet.get(page) ?? [],
      numbers: numbers.get(page) ?? [],
    });
  const noteNumbers = new Map(document.notes.map((note) => [note.id, marks[note.id] ?? note.n]));
  const layout: Layout = {
    slots: composing.slots,
    marks,
    refs: referencesOf(document, model, positions, noteNumbers),
    pages,
    contents: contentsOf(document, options, (id) => pageLabel(positions.pageAt(`h:${id}`) ?? report.start)),
    indexes: options.indexes
      ? pageIndexes(
          document,
          (id, note) => positions.pageAt(note === undefined ? `x:${id}` : `s:${note}`),
          pageLabel,
        )
      : [],
    spreads: composing.spreads,
    breaks: composing.breaks,
  };
  return { layout, positions, keys };
}

function keyOf(
  id: string,
  series: Series,
  positions: Positions,
  source: SourceSpan | undefined,
  options: PrintOptions,
  loc: string,
): string {
  if (loc !== '') return loc;
  const ownKey =
    series.key === 'line' || series.key === 'mark' || source === undefined
      ? ''
      : sourceKey(source, series.key);
  if (ownKey !== '') return ownKey;
  const from = positions.lineAt(`s:${id}`);
  if (from === undefined) return '';
  const to = positions.lineAt(`e:${id}`) ?? from;
  const point = (line: typeof from): KeyPoint => ({ scope: line.scope, number: line.number });
  return lineKey(point(from), point(to), options);
}

function sideOf(page: number, options: PrintOptions, direction: string): 'left' | 'right' {
  if (options.lineNumberSide === 'left' || options.lineNumberSide === 'right') return options.lineNumberSide;
  const outer = (page % 2 === 1) !== (direction === 'rtl') ? 'right' : 'left';
  return options.lineNumberSide === 'outer' ? outer : outer === 'right' ? 'left' : 'right';
}

function runningHeads(
  document: PrintDocument,
  headings: readonly { readonly id?: string; readonly level: number; readonly text: string }[],
  positions: Positions,
  start: number,
  last: number,
): Map<number, string[]> {
  const onPage = new Map<number, string>();
  for (const heading of headings.filter((each) => each.level <= 2)) {
    const page = positions.pageAt(`h:${heading.id}`);
    if (page !== undefined && !onPage.has(page)) onPage.set(page, heading.text);
  }
  const heads = new Map<number, string[]>();
  let current = '';
  for (let page = start; page <= last; page++) {
    current = onPage.get(page) ?? current;
    const label = positions.pageLabel(page);
    const right = current === '' ? document.running.right : current;
    heads.set(page, [label, page === start ? '' : page % 2 === 0 ? document.running.left : right, '']);
  }
  return heads;
}

function feetOf(
  report: Report,
  { document, options, model, slots }: Composing,
  seriesOf: ReadonlyMap<string, Series>,
  keys: ReadonlyMap<string, string>,
  { sameKey }: PrintOptions,
): Map<number, Band[]> {
  const rooms = new Map<string, Map<number, number>>();
  for (const [page, id] of report.slots) {
    const on = rooms.get(id) ?? new Map<number, number>();
    on.set(page, (on.get(page) ?? 0) + 1);
    rooms.set(id, on);
  }
  const languages = new Map(document.notes.map((note) => [note.id, note.language]));
  const found = new Map(report.parts.map(([id, room, starts]) => [`${id} ${room.join()}`, starts]));
  const perPage = new Map<number, Map<string, Item[]>>();
  for (const [id, on] of rooms) {
    const pages = [...on.keys()].sort((a, b) => a - b);
    const isDivided = slots[id]!.lines > 0 && pages.length > 1;
    for (const [part, page] of pages.entries()) {
      if (!isDivided && part > 0) break;
      const series = seriesOf.get(id)!;
      const bands = perPage.get(page) ?? new Map<string, Item[]>();
      perPage.set(page, bands);
      const items = bands.get(series.id) ?? [];
      bands.set(series.id, items);
      const room = isDivided ? pages.map((each) => on.get(each)!) : [];
      items.push({
        id,
        label: keys.get(id) ?? '',
        key: series.key !== 'mark',
        part: isDivided ? part : -1,
        rooms: room,
        starts: isDivided ? (found.get(`${id} ${room.join()}`) ?? []) : [],
        lang: (languages.get(id) ?? document.language).split('-')[0]!.toLowerCase(),
        dir: document.direction,
      });
    }
  }
  const feet = new Map<number, Band[]>();
  for (const [page, bands] of perPage) {
    feet.set(
      page,
      model.series
        .filter((series) => bands.has(series.id))
        .map((series) => {
          const items = bands.get(series.id)!;
          return {
            id: series.id,
            layout: series.layout,
            title: options.bandTitles ? series.title : '',
            items: items.map((item, index) =>
              sameKey === 'omit' && item.key && index > 0 && items[index - 1]!.label === item.label
                ? { ...item, label: '' }
                : item,
            ),
          };
        }),
    );
  }
  return feet;
}

function referencesOf(
  document: PrintDocument,
  model: Model,
  positions: Positions,
  noteNumbers: ReadonlyMap<string, string>,
): Record<string, string> {
  const refs: Record<string, string> = {};
  for (const target of targetsOf(document)) {
    const found = [`b:${target}`, `h:${target}`, `s:${target}`].find(
      (mark) => positions.pageAt(mark) !== undefined,
    );
    if (found === undefined) continue;
    refs[`${target} page`] = positions.pageLabel(positions.pageAt(found)!);
    refs[`${target} line`] = String(positions.lineAt(found)?.number ?? '');
    refs[`${target} number`] = noteNumbers.get(target) ?? refs[`${target} line`]!;
  }
  for (const entry of document.entries) refs[`${entry.id} occurrence`] = '';
  for (const [id, marks] of model.occurrences) {
    const own = positions.lineAt(`s:${id}`);
    const same = marks.filter((mark) => own !== undefined && positions.lineAt(mark) === own);
    if (same.length > 1) refs[`${id} occurrence`] = String(same.indexOf(`s:${id}`) + 1);
  }
  return refs;
}

function targetsOf(document: PrintDocument): Set<string> {
  const targets = new Set<string>();
  const read = (list: PrintDocument['title']['main']) => {
    for (const inline of list) {
      if (inline.kind === 'reference') targets.add(inline.target);
      if ('content' in inline) read(inline.content);
    }
  };
  for (const run of walkRuns([...document.front, ...document.body, ...document.back])) read(run.content);
  for (const note of document.notes) read(note.content);
  return targets;
}

/** Shares pairs of facing blocks among spreads: each side of a spread holds the same pairs and fits its page. */
export function spreadsOf(
  report: Report,
  room: number,
  options: PrintOptions,
  footOf: (block: string, pair: number) => { readonly left: number; readonly right: number },
): Record<string, SpreadPair[][]> {
  const { line } = linesOf(options);
  let feet = { left: 0, right: 0 };
  const spreads: Record<string, SpreadPair[][]> = {};
  let used = 0;
  for (const [block, pair, left, right] of report.pairs) {
    const all = spreads[block] ?? [];
    spreads[block] = all;
    const height = Math.max(left, right);
    const padded: SpreadPair = { pair, left: height - left, right: height - right };
    const own = footOf(block, pair);
    const grown = { left: feet.left + own.left, right: feet.right + own.right };
    if (all.length === 0 || used + height + Math.max(grown.left, grown.right) > room) {
      all.push([padded]);
      used = height + line * 0.5;
      feet = own;
    } else {
      feet = grown;
      all.at(-1)!.push(padded);
      used += height + line * 0.5;
    }
  }
  return spreads;
}
