import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { composeEntry } from '../compose-entry.ts';
import type { FontBook } from '../fonts/font-book.ts';
import { plainText, walkBlocks, walkInlines, walkRuns } from '../inlines.ts';
import type { LayoutReport } from '../layout-report.ts';
import type { PrintOptions } from '../options.ts';
import type { Block, PrintDocument } from '../print-document.ts';
import {
  blankLayout,
  type Composed,
  composeLayout,
  contentsOf,
  type Layout,
  type Slot,
  spreadsOf,
} from './layout.ts';
import { clearanceOf, linesOf, type Model, modelOf, piecesOf } from './model.ts';
import type { Report } from './report.ts';
import { laying, measuring, template } from './template.ts';
import type { Engine, TypesetDocument, Typesetter } from './typesetter.ts';

/** A fault of the layout that an editor can mend: which note or block, on which page. */
export interface LayoutFault {
  readonly fault: 'foot-crowded' | 'pair-too-tall' | 'layout-unsettled';
  readonly id: string;
  readonly page: string;
}

export interface RenderedPdf {
  readonly pdf: Uint8Array;
  readonly layout: LayoutReport;
  readonly faults: readonly LayoutFault[];
  readonly passes: number;
}

/** The folder that the template believes to stand in; its files are in memory. */
const workspace = resolve(tmpdir(), 'variorum-print');
const mostPasses = 8;
/** A note of more lines than this may be divided between pages. */
const wholeLines = 3;

/** Typesets a document: passes over the same template, each painting what the last one measured, until nothing moves. */
export function renderPdf(
  document: PrintDocument,
  options: PrintOptions,
  engine: Engine,
  fonts: FontBook,
): RenderedPdf {
  const typesetter = engine.create(fonts.files, workspace);
  const model = modelOf(document, options, fonts.families);
  const slots = measure(typesetter, model, document, options);
  const { noteLine } = linesOf(options);
  const clearance = clearanceOf(model.series, options);
  const room = options.pageSize[1] - options.marginTop - options.marginBottom;
  const footOf = pairFeet(document, slots, noteLine);
  let layout: Layout = { ...blankLayout({ ...slots }), contents: contentsOf(document, options, () => '000') };
  let spreads: Layout['spreads'] = {};
  let pairs: Report['pairs'] = [];
  let before = '';
  let stood = '';
  const breaks = new Set<string>();
  for (let pass = 1; ; pass++) {
    const { typeset, report } = lay(typesetter, model.doc, layout);
    if (report.pairs.length > 0) {
      pairs = report.pairs;
      spreads = spreadsOf(report, room - clearance, options, footOf);
    }
    typesetter.evictCache(0);
    // A foot is judged on its own page only: where slots have moved since it was composed, the next pass paints anew.
    const standing = JSON.stringify(report.slots);
    const grown = standing === stood && growSlots(report, layout, slots, clearance, noteLine);
    stood = standing;
    const composed = composeLayout(report, {
      document,
      options,
      model,
      slots: { ...slots },
      spreads,
      breaks: [...breaks],
    });
    const joined = joinSlots(report, slots, noteLine);
    for (const heading of partedHeadings(document, report, composed)) breaks.add(heading);
    const after = JSON.stringify(composed.layout, (key, value) => (key === 'starts' ? undefined : value));
    const isSettled = after === before && !grown && !joined && breaks.size === composed.layout.breaks.length;
    if (isSettled || pass === mostPasses) {
      const pdf = typesetter.pdf(typeset, { pdfStandard: options.pdfStandard, creationTimestamp: 0 });
      const faults = [...faultsOf({ ...report, pairs }, composed, room)];
      if (!isSettled) faults.push({ fault: 'layout-unsettled', id: document.id, page: '' });
      typesetter.evictCache(0);
      return {
        pdf,
        layout: reportOf(document, composed, report, typeset.numOfPages, options),
        faults,
        passes: pass,
      };
    }
    before = after;
    layout = composed.layout;
  }
}

function lay(
  typesetter: Typesetter,
  doc: object,
  layout: Layout,
): { typeset: TypesetDocument; report: Report } {
  const typeset = compile(typesetter, doc, layout, laying);
  const [report] = typesetter.query(typeset, { selector: '<v-report>', field: 'value' }) as [Report];
  return { typeset, report };
}

function compile(typesetter: Typesetter, doc: object, layout: Layout, program: string): TypesetDocument {
  typesetter.mapShadow(join(workspace, 'doc.json'), Buffer.from(JSON.stringify(doc)));
  typesetter.mapShadow(join(workspace, 'layout.json'), Buffer.from(JSON.stringify(layout)));
  const compiled = typesetter.compile({ mainFileContent: template + program });
  if (compiled.hasError() || compiled.result === null)
    throw new Error(`The typesetter failed: ${JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics)}`);
  return compiled.result;
}

/** Finds the room of each note and entry at the foot: run-in ones their share of lines, the others whole lines. */
function measure(
  typesetter: Typesetter,
  model: Model,
  document: PrintDocument,
  options: PrintOptions,
): Record<string, Slot> {
  const slots: Record<string, Slot> = {};
  if (document.notes.length + document.entries.length === 0) return slots;
  const typeset = compile(typesetter, model.doc, blankLayout({}), measuring);
  const [sizes] = typesetter.query(typeset, { selector: '<v-sizes>', field: 'value' }) as [
    { id: string; size: number }[],
  ];
  const width = options.pageSize[0] - options.marginInner - options.marginOuter;
  const { noteLine } = linesOf(options);
  const separator = options.entrySeparator.length * options.noteSize * 0.45;
  const runIn = model.doc['run-in'] as Record<string, boolean>;
  const pieces = model.doc.pieces as Record<string, unknown>;
  for (const { id, size } of sizes) {
    const lines = runIn[id] ? ((size + separator) * 1.02) / width : size;
    const isLong = lines > wholeLines;
    slots[id] = {
      ...(isLong ? { height: 0, lines: Math.ceil(lines) } : { height: lines * noteLine, lines: 0 }),
      extra: 0,
      prepaid: 0,
    };
    if (isLong) pieces[id] = piecesOf(document, model, options, id);
  }
  return slots;
}

/** Gives a slot of a page more room where its foot came out taller than its slots. */
function growSlots(
  report: Report,
  layout: Layout,
  slots: Record<string, Slot>,
  clearance: number,
  noteLine: number,
): boolean {
  const rooms = new Map<number, { height: number; grows: string }>();
  for (const [page, id] of report.slots) {
    const slot = layout.slots[id]!;
    const height = (rooms.get(page)?.height ?? clearance) + (slot.lines > 0 ? noteLine : slot.height);
    const before = rooms.get(page)?.grows;
    rooms.set(page, { height, grows: before !== undefined && slots[before]!.lines === 0 ? before : id });
  }
  let grown = false;
  for (const [page, height] of report.feet) {
    const room = rooms.get(page);
    const lacking = height - (room?.height ?? 0);
    if (room === undefined || lacking <= noteLine * 0.15) continue;
    const slot = slots[room.grows]!;
    slots[room.grows] =
      slot.lines > 0
        ? { ...slot, lines: slot.lines + Math.ceil(lacking / noteLine) }
        : { ...slot, height: slot.height + lacking };
    grown = true;
  }
  return grown;
}

/** What the feet of a pair of facing blocks take, by side. */
function pairFeet(document: PrintDocument, slots: Readonly<Record<string, Slot>>, noteLine: number) {
  const heightOf = (blocks: readonly Block[]) => {
    let height = 0;
    for (const run of walkRuns(blocks))
      for (const inline of walkInlines(run.content)) {
        const id = inline.kind === 'note' ? inline.note : inline.kind === 'entry-start' ? inline.entry : '';
        const slot = slots[id];
        if (slot !== undefined) height += slot.lines > 0 ? slot.lines * noteLine : slot.height;
      }
    return height;
  };
  const parallels = new Map(
    [...walkBlocks([...document.front, ...document.body, ...document.back])]
      .filter((block) => block.kind === 'parallel')
      .map((block) => [block.id ?? '', block]),
  );
  return (block: string, pair: number) => {
    const sides = parallels.get(block)?.pairs[pair];
    return sides === undefined
      ? { left: 0, right: 0 }
      : { left: heightOf(sides.left), right: heightOf(sides.right) };
  };
}

/** Gives the first slot of a printed line the room of a later one that was left to the next page: the typesetter (Typst 0.14) moves a line for its first footnote only. */
function joinSlots(report: Report, slots: Record<string, Slot>, noteLine: number): boolean {
  const firstOfLine = new Map<string, string>();
  const slotPage = new Map<string, number>();
  for (const [page, id] of report.slots) if (!slotPage.has(id)) slotPage.set(id, page);
  let isJoined = false;
  for (const [page, , y, mark] of report.marks) {
    const id = mark.slice(2);
    const slot = slots[id];
    if (!mark.startsWith('s:') || slot === undefined) continue;
    const line = `${page} ${y}`;
    const first = firstOfLine.get(line);
    if (first === undefined) firstOfLine.set(line, id);
    else if ((slotPage.get(id) ?? page) > page && slot.prepaid === 0) {
      slots[id] = { ...slot, prepaid: 1 };
      slots[first] = {
        ...slots[first]!,
        extra: slots[first]!.extra + (slot.lines > 0 ? noteLine : slot.height),
      };
      isJoined = true;
    }
  }
  return isJoined;
}

/** Headings whose note was left on the page before them: the typesetter moves a heading to its text, and not its footnote (0.14). */
function* partedHeadings(
  document: PrintDocument,
  report: Report,
  { positions }: Composed,
): Generator<string> {
  const slotPage = new Map<string, number>();
  for (const [page, id] of report.slots) if (!slotPage.has(id)) slotPage.set(id, page);
  for (const block of walkBlocks([...document.front, ...document.body, ...document.back])) {
    if (block.kind !== 'heading' || block.id === undefined) continue;
    const page = positions.pageAt(`h:${block.id}`);
    for (const inline of walkInlines(block.content)) {
      const id =
        inline.kind === 'note' ? inline.note : inline.kind === 'entry-start' ? inline.entry : undefined;
      const slot = id === undefined ? undefined : slotPage.get(id);
      if (slot !== undefined && page !== undefined && slot < page) yield block.id;
    }
  }
}

/** Feet parted from their anchors and pairs that no page can hold. */
function* faultsOf(report: Report, composed: Composed, room: number): Generator<LayoutFault> {
  const seen = new Set<string>();
  for (const [page, id, line] of report.slots) {
    if (line > 0 || seen.has(id)) continue;
    seen.add(id);
    const anchored = composed.positions.pageAt(`s:${id}`);
    if (anchored !== undefined && anchored !== page)
      yield { fault: 'foot-crowded', id, page: composed.positions.pageLabel(anchored) };
  }
  for (const [block, , left, right] of report.pairs)
    if (Math.max(left, right) > room) yield { fault: 'pair-too-tall', id: block, page: '' };
}

function reportOf(
  document: PrintDocument,
  composed: Composed,
  report: Report,
  pages: number,
  options: PrintOptions,
): LayoutReport {
  const { positions, keys } = composed;
  const pageOf = new Map<string, string>();
  for (const [page, id] of report.slots) if (!pageOf.has(id)) pageOf.set(id, positions.pageLabel(page));
  const standing = <Each extends { readonly id: string }>(each: readonly Each[]) =>
    each.filter(({ id }) => pageOf.has(id));
  return {
    version: 1,
    document: document.id,
    pages,
    notes: standing(document.notes).map((note) => ({
      id: note.id,
      page: pageOf.get(note.id)!,
      key: keys.get(note.id) ?? '',
      text: plainText(note.content),
    })),
    entries: standing(document.entries).map((entry) => ({
      id: entry.id,
      page: pageOf.get(entry.id)!,
      key: keys.get(entry.id) ?? '',
      lemma: plainText(entry.lemma.content),
      readings: [entry.lemma.id, ...entry.readings.map(({ id }) => id)].filter((id) => id !== ''),
      text: plainText(composeEntry(entry, options, composed.layout.refs[`${entry.id} occurrence`] ?? '')),
    })),
    headings: [...walkBlocks([...document.front, ...document.body, ...document.back])]
      .filter((block) => block.kind === 'heading')
      .map((block) => ({
        id: block.id ?? '',
        page: positions.pageLabel(positions.pageAt(`h:${block.id}`) ?? 1),
        text: block.text,
      })),
  };
}
