import { walkBlocks, walkRuns } from '../inlines.ts';
import { lineKey, mark as markOf } from '../line-key.ts';
import { noteNumbers } from '../note-numbers.ts';
import type { PrintOptions } from '../options.ts';
import { pageIndexes } from '../page-index.ts';
import type { PrintDocument } from '../print-document.ts';
import { type SourceSpan, sourceKey, sourceKeys } from '../source-keys.ts';
import { type FootPart, type FootRoom, isWhole } from './foot.ts';
import type { Galley } from './galley.ts';
import { contentsOf, type FootItem, type LaidPage, type Layout } from './layout.ts';
import { type Model, roomOf } from './model.ts';
import type { Plan } from './paginate.ts';
import { type Positions, positionsOf } from './positions.ts';
import { referencesOf } from './references.ts';
import type { Report } from './report.ts';

/** Left free at the foot of a page, so that rounding moves no line, in points. */
const tolerance = 0.4;

/** All that composing needs beside the plan. */
export interface Composing {
  readonly document: PrintDocument;
  readonly options: PrintOptions;
  readonly model: Model;
  readonly foot: FootRoom;
}

export interface Composed {
  readonly layout: Layout;
  readonly positions: Positions;
  /** Keys of notes and entries as they are printed. */
  readonly keys: ReadonlyMap<string, string>;
}

/** Composes feet, heads, line numbers, contents, indexes and references of planned pages. */
export function composeLayout(
  plan: Plan,
  galley: Galley,
  { start, indexes: indexPages }: Pick<Report, 'start' | 'indexes'>,
  { document, options, model, foot }: Composing,
): Composed {
  const headings = [...walkRuns([...document.front, ...document.body, ...document.back])]
    .map((run) => run.block)
    .filter((block) => block.kind === 'heading');
  const sections = headings.filter((each) => each.level === 1).map((each) => `h:${each.id}`);
  const positions = positionsOf(plan, galley, model, options, start, sections);
  const { keys, marks } = keysOf(plan, positions, document, options, model);
  const heads = runningHeads(document, headings, positions);
  const numbers = new Map<number, LaidPage['numbers'][number][]>();
  for (const line of positions.lines) {
    if (line.shown === '') continue;
    const list = numbers.get(line.page) ?? [];
    list.push([rounded(line.y), line.shown, sideOf(line.page, options, document.direction)]);
    numbers.set(line.page, list);
  }
  const feet: LaidPage[][] = model.segments.map(() => []);
  const { height } = roomOf(options);
  for (const [index, { page, segment, parts, text }] of plan.pages.entries()) {
    const isLast = plan.pages[index + 1]?.segment !== segment && model.segments[segment]!.kind === 'flow';
    feet[segment]!.push({
      page,
      // What ends a text without words, as a rule does, needs room too.
      room: rounded(isLast && text > 0 ? foot.heightOf(parts) : Math.max(0, height - text - tolerance)),
      head: heads.get(page) ?? [],
      numbers: numbers.get(page) ?? [],
      bands: bandsOf(parts, model, options, keys),
    });
  }
  const numbered = noteNumbers(document, model.series);
  for (const [id, own] of Object.entries(marks)) numbered.set(id, own);
  const { pageAt, pageLabel } = positions;
  const indexes = options.indexes
    ? pageIndexes(document, (id, note) => pageAt(note === undefined ? `x:${id}` : `s:${note}`), pageLabel)
    : [];
  const layout: Layout = {
    feet,
    spreads: plan.spreads.map((segment) =>
      segment.map(({ pairs }) =>
        pairs.map(({ pair, left, right, gap }) => [pair, rounded(left), rounded(right), rounded(gap)]),
      ),
    ),
    marks,
    refs: referencesOf(document, model, positions, numbered),
    contents: contentsOf(
      document,
      options,
      (id) => pageLabel(pageAt(`h:${id}`) ?? start),
      indexes.map(({ title }, index) => [1, title, pageLabel(indexPages[index] ?? start)]),
    ),
    indexes,
    start,
  };
  return { layout, positions, keys };
}

const rounded = (length: number): number => Math.round(length * 1000) / 1000;

function keysOf(
  plan: Plan,
  positions: Positions,
  document: PrintDocument,
  options: PrintOptions,
  model: Model,
): { keys: Map<string, string>; marks: Record<string, string> } {
  const source = sourceKeys(document);
  const locs = new Map(document.entries.map((entry) => [entry.id, entry.loc]));
  const numbers = noteNumbers(document, model.series);
  const keys = new Map<string, string>();
  const marks: Record<string, string> = {};
  for (const { boxes } of plan.pages) {
    const counts = new Map<number, number>();
    for (const id of boxes.flatMap((box) => box.notes)) {
      const band = model.bandOf(id);
      const series = model.series[band]!;
      if (series.key !== 'mark')
        keys.set(id, entryKey(id, series.key, positions, source.get(id), options, locs.get(id) ?? ''));
      else if (series.restart === 'page') {
        const n = (counts.get(band) ?? 0) + 1;
        counts.set(band, n);
        marks[id] = markOf(n, series.marks);
        keys.set(id, marks[id]);
      } else keys.set(id, numbers.get(id) ?? '');
    }
  }
  return { keys, marks };
}

function entryKey(
  id: string,
  kind: Exclude<Model['series'][number]['key'], 'mark'>,
  positions: Positions,
  source: SourceSpan | undefined,
  options: PrintOptions,
  loc: string,
): string {
  if (loc !== '') return loc;
  const ownKey = kind === 'line' || source === undefined ? '' : sourceKey(source, kind);
  if (ownKey !== '') return ownKey;
  const from = positions.lineAt(`s:${id}`);
  if (from === undefined) return '';
  const to = positions.lineAt(`e:${id}`) ?? from;
  return lineKey(from, to, options);
}

function sideOf(page: number, options: PrintOptions, direction: string): 'left' | 'right' {
  if (options.lineNumberSide === 'left' || options.lineNumberSide === 'right') return options.lineNumberSide;
  const outer = (page % 2 === 1) !== (direction === 'rtl') ? 'right' : 'left';
  return options.lineNumberSide === 'outer' ? outer : outer === 'right' ? 'left' : 'right';
}

function runningHeads(
  document: PrintDocument,
  headings: readonly { readonly id?: string; readonly level: number; readonly text: string }[],
  { start, last, pageAt, pageLabel }: Positions,
): Map<number, string[]> {
  const onPage = new Map<number, string[]>();
  for (const heading of headings.filter((each) => each.level <= 2)) {
    const page = pageAt(`h:${heading.id}`);
    if (page !== undefined) onPage.set(page, [...(onPage.get(page) ?? []), heading.text]);
  }
  const heads = new Map<number, string[]>();
  // A page is headed by the first section that begins on it, or by the one that goes on: the last that has begun.
  let open = '';
  for (let page = start; page <= last; page++) {
    const begun = onPage.get(page) ?? [];
    const right = begun[0] || open || document.running.right;
    open = begun.at(-1) ?? open;
    heads.set(page, [pageLabel(page), page === start ? '' : page % 2 === 0 ? document.running.left : right]);
  }
  return heads;
}

/** The bands at the foot of a page, each with its notes in the order of their calls, rests of earlier pages first. */
function bandsOf(
  parts: readonly FootPart[],
  model: Model,
  options: PrintOptions,
  keys: ReadonlyMap<string, string>,
): LaidPage['bands'] {
  return model.series.flatMap((series, index) => {
    const own = parts.filter((part) => part.note.band === index);
    if (own.length === 0) return [];
    let before = '';
    const items = own.map((part): FootItem => {
      const { id, mayPart, isRunIn } = part.note;
      const key = keys.get(id) ?? '';
      const isSame = options.sameKey === 'omit' && series.key !== 'mark' && key === before;
      before = key;
      const label = isSame ? '' : key;
      return mayPart && !(isRunIn && isWhole(part)) ? [id, label, part.from, part.to] : [id, label, -1, -1];
    });
    return [{ 'run-in': series.layout === 'run-in', title: options.bandTitles ? series.title : '', items }];
  });
}

/** Headings of a document with the pages they stand on. */
export const headingsOf = (document: PrintDocument, { pageAt, pageLabel }: Positions) =>
  [...walkBlocks([...document.front, ...document.body, ...document.back])]
    .filter((block) => block.kind === 'heading')
    .map((block) => ({
      id: block.id ?? '',
      page: pageLabel(pageAt(`h:${block.id}`) ?? 1),
      text: block.text,
    }));
