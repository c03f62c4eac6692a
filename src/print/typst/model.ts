import { composeEntry } from '../compose-entry.ts';
import { plainText, walkInlines, walkRuns } from '../inlines.ts';
import { noteNumbers } from '../note-numbers.ts';
import type { PrintOptions } from '../options.ts';
import type { Block, Inline, PrintDocument, Series, Table } from '../print-document.ts';
import { seriesOf } from '../series.ts';
import { settleBlanks } from '../settle-blanks.ts';
import type { TableSize } from '../table-columns.ts';
import { type Plants, plantOccurrences } from './lemma-occurrences.ts';
import { blockOf } from './model-blocks.ts';
import { type Node, nodesOf, occurrenceHole, primary, type Writing } from './model-inlines.ts';
import { pieces } from './pieces.ts';
import type { Segment, Unit } from './units.ts';

/** What the template lays out, as data, and what is known of it beforehand. */
export interface Model {
  readonly doc: Record<string, unknown>;
  readonly series: readonly Series[];
  readonly units: readonly Unit[];
  readonly segments: readonly Segment[];
  /** The unit that a mark stands in. */
  readonly unitOf: ReadonlyMap<string, number>;
  /** The note or entry that a mark stands in. */
  readonly noteOf: ReadonlyMap<string, string>;
  /** Of entries: every place in its run where the lemma's words stand, in order, and which of them is the lemma itself. */
  readonly occurrences: ReadonlyMap<string, readonly string[]>;
  /** Which of the series a note or entry belongs to. */
  bandOf(id: string): number;
  /** The words of a note or entry as pieces that can be divided between lines and pages. */
  piecesOf(id: string): Node[][];
  /** Inlines without marks. */
  nodesOf(inlines: readonly Inline[]): Node[];
  /** The room that a table has between the margins of its place, in points. */
  widthOf(table: Table): number;
}

/** Makes the model of a document, with its tables as they were measured. */
export function modelOf(
  document: PrintDocument,
  options: PrintOptions,
  families: readonly string[],
  tableSizes: ReadonlyMap<Table, TableSize> = new Map(),
): Model {
  const series = seriesOf(document, options);
  const bands = new Map(series.map((each) => [each.id, each]));
  const all = [...document.front, ...document.body, ...document.back];
  const writing: Writing = {
    document,
    series: bands,
    seriesOfNote: new Map(document.notes.map((note) => [note.id, note.series])),
    labels: noteNumbers(document, series),
    referenced: new Set(referencedIn(document, all)),
    units: [],
    unitOf: new Map(),
    tableSizes,
    tableRooms: new Map(),
    noteOf: new Map(),
    longestWord: Math.floor(roomOf(options).width / (0.45 * options.fontSize)),
  };
  const occurrences = new Map<string, string[]>();
  const entries = new Map(document.entries.map((entry) => [entry.id, entry]));
  const plantsOf = (content: readonly Inline[]): Plants =>
    options.repeatedWords ? plantOccurrences(content, entries, occurrences) : [];
  const { blocks, segments } = segmentsOf(
    document,
    (block) =>
      blockOf(block, {
        writing,
        plantsOf,
        size: options.fontSize,
        width: roomOf(options).width,
        scale: 1,
        depth: '',
      }),
    writing.units,
  );
  const order = new Map(series.map((each, index) => [each.id, index]));
  const bandOf = new Map(
    [...document.notes, ...document.entries].map((each) => [each.id, order.get(each.series)!]),
  );
  const foot: Record<string, Node[]> = {};
  const labels: Record<string, unknown[]> = {};
  const inlinesOf = new Map<string, readonly Inline[]>();
  const put = (id: string, of: string, content: readonly Inline[], language: string | undefined) => {
    const inlines = settleBlanks(content);
    const band = bands.get(of)!;
    inlinesOf.set(id, inlines);
    foot[id] = nodesOf(inlines, writing, { note: id });
    labels[id] = [
      band.key === 'mark' ? (writing.labels.get(id) ?? '000') : '000–000',
      band.key !== 'mark',
      primary(language ?? document.language),
      document.direction,
      band.layout === 'run-in',
    ];
  };
  for (const note of document.notes) put(note.id, note.series, note.content, note.language);
  for (const entry of document.entries)
    put(entry.id, entry.series, composeEntry(entry, options, occurrenceHole), undefined);
  const doc = {
    title: {
      text: plainText(document.title.main).trim() || document.id,
      authors: document.title.authors,
      main: nodesOf(document.title.main, writing),
      subtitle: nodesOf(document.title.subtitle, writing),
      lines: document.title.lines.map((each) => nodesOf(each, writing)),
    },
    date: dateOf(options.date || document.date),
    language: primary(document.language),
    region: /-([A-Z]{2})(?:-|$)/.exec(document.language)?.[1] ?? null,
    direction: document.direction,
    words: document.words,
    segments: blocks,
    foot,
    labels,
    lines: {} as Record<string, Node[][]>,
    options: settingsOf(options, families),
  };
  return {
    doc,
    series,
    units: writing.units,
    segments,
    unitOf: writing.unitOf,
    noteOf: writing.noteOf,
    occurrences,
    bandOf: (id) => bandOf.get(id)!,
    nodesOf: (inlines) => nodesOf(inlines, writing),
    widthOf: (table) => writing.tableRooms.get(table)!,
    piecesOf: (id) => pieces(inlinesOf.get(id)!).map((piece) => nodesOf(piece, writing, { note: id })),
  };
}

/** The text in stretches that begin on pages of their own: facing texts, and all that stands between them. */
function segmentsOf(
  document: PrintDocument,
  write: (block: Block) => Record<string, unknown>[],
  units: readonly Unit[],
): { blocks: object[]; segments: Segment[] } {
  const blocks: object[] = [];
  const segments: Segment[] = [];
  let open: Record<string, unknown>[] = [];
  let from = 0;
  const close = () => {
    if (units.length > from) {
      // Marks without words behind facing texts would print an empty page.
      blocks.push({ kind: 'flow', blocks: open.every(isEmpty) ? [] : open });
      segments.push({ kind: 'flow', units: [from, units.length] });
    }
    open = [];
  };
  for (const part of [document.front, document.body, document.back]) {
    if (part === document.body && open.length > 0) open.push({ kind: 'space' });
    for (const block of part) {
      if (block.kind !== 'parallel') {
        open.push(...write(block));
        continue;
      }
      close();
      const written: object[] = [];
      const pairs = block.pairs.map((pair) => {
        const start = units.length;
        const left = pair.left.flatMap(write);
        const middle = units.length;
        const right = pair.right.flatMap(write);
        written.push({ left, right });
        return { left: [start, middle] as const, right: [middle, units.length] as const };
      });
      from = units.length;
      blocks.push({ kind: 'parallel', pairs: written });
      segments.push({ kind: 'parallel', id: block.id ?? '', pairs });
    }
  }
  close();
  // Notes of facing pages may go on behind them.
  if (segments.at(-1)?.kind !== 'flow') {
    blocks.push({ kind: 'flow', blocks: open });
    segments.push({ kind: 'flow', units: [units.length, units.length] });
  }
  return { blocks, segments };
}

const isEmpty = ({ kind, content }: Record<string, unknown>): boolean =>
  kind === 'space' || (kind === 'paragraph' && (content as readonly Node[]).length === 0);

/** Distances of lines in the text and at the foot, in points. */
export const linesOf = (options: PrintOptions): { line: number; noteLine: number } => ({
  line: options.fontSize * options.leading,
  noteLine: options.noteSize * Math.min(options.leading, 1.24),
});

/** Height and width of the room for text and foot, in points. */
export const roomOf = (options: PrintOptions): { width: number; height: number } => ({
  width: options.pageSize[0] - options.marginInner - options.marginOuter,
  height: options.pageSize[1] - options.marginTop - options.marginBottom,
});

function settingsOf(options: PrintOptions, families: readonly string[]): Record<string, unknown> {
  const { line, noteLine } = linesOf(options);
  return {
    width: options.pageSize[0],
    height: options.pageSize[1],
    inner: options.marginInner,
    outer: options.marginOuter,
    top: options.marginTop,
    bottom: options.marginBottom,
    size: options.fontSize,
    line,
    noteSize: options.noteSize,
    noteLine,
    bandGap: noteLine * 0.9,
    // A line does not begin with it.
    separator: options.entrySeparator.replace(/^ /, '\u00A0'),
    justify: options.justify,
    hyphenate: options.hyphenate,
    titlePage: options.titlePage,
    families,
  };
}

function dateOf(date: string): [number, number, number] {
  const [year, month, day] = date.split('-').map(Number);
  const valid = (value: number | undefined, low: number, high: number): value is number =>
    value !== undefined && Number.isInteger(value) && value >= low && value <= high;
  return [valid(year, 1, 9999) ? year : 2000, valid(month, 1, 12) ? month : 1, valid(day, 1, 28) ? day : 1];
}

function* referencedIn(document: PrintDocument, blocks: readonly Block[]): Generator<string> {
  const contents = [
    ...[...walkRuns(blocks)].map((run) => run.content),
    ...document.notes.map((note) => note.content),
  ];
  for (const content of contents)
    for (const inline of walkInlines(content)) if (inline.kind === 'reference') yield inline.target;
}
