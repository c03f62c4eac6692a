import { composeEntry } from '../compose-entry.ts';
import type { FontBook } from '../fonts/font-book.ts';
import { plainText } from '../inlines.ts';
import type { LayoutReport } from '../layout-report.ts';
import type { PrintOptions } from '../options.ts';
import type { PrintDocument } from '../print-document.ts';
import { type Composed, composeLayout, headingsOf } from './compose-layout.ts';
import { type FootNote, FootRoom } from './foot.ts';
import { type Box, Distances, galleyOf } from './galley.ts';
import { blankLayout, type Layout } from './layout.ts';
import { measureNotes } from './measure-notes.ts';
import { measureTables } from './measure-tables.ts';
import { linesOf, modelOf, roomOf } from './model.ts';
import { PageEnds } from './page-ends.ts';
import { type Plan, paginate } from './paginate.ts';
import { pairGaps } from './pair-gaps.ts';
import { Press } from './press.ts';
import type { Report } from './report.ts';
import type { Engine } from './typesetter.ts';
import { unsettledAt } from './unsettled.ts';

/** A fault of the layout that an editor can mend: which note or block, on which page. */
export interface LayoutFault {
  readonly fault: 'foot-crowded' | 'pair-too-tall' | 'layout-unsettled' | 'table-too-wide';
  readonly id: string;
  /** `v:i` of the block, where it has one. */
  readonly i?: number;
  readonly page: string;
  /** Of a table. */
  readonly columns?: number;
}

export interface RenderedPdf {
  readonly pdf: Uint8Array;
  readonly layout: LayoutReport;
  readonly faults: readonly LayoutFault[];
  readonly passes: number;
}

/** Feet only ever grow, so passes end; a pass more sets only what has changed. */
const mostPasses = 24;

/** Typesets a document: a first pass shows its lines, we share them among pages with their feet, and the next pass paints that; again where the numbers it prints have moved a line. */
export function renderPdf(
  document: PrintDocument,
  options: PrintOptions,
  engine: Engine,
  fonts: FontBook,
  passesAtMost: number = mostPasses,
): RenderedPdf {
  const press = new Press(engine, fonts);
  let model = modelOf(document, options, fonts.families);
  press.put(model.doc);
  const tableSizes = measureTables(press, model, document, options);
  if (tableSizes.size > 0) {
    model = modelOf(document, options, fonts.families, tableSizes);
    press.put(model.doc);
  }
  const notes = measureNotes(press, model, document, options);
  const foot = new FootRoom(model.series, options);
  const { height: room } = roomOf(options);
  const gapOf = pairGaps(model, options);
  const distances = new Distances();
  const ends = new PageEnds(linesOf(options).line);
  let layout: Layout = blankLayout(document, options);
  let before = JSON.stringify(layout);
  let painted: Plan | undefined;
  for (let pass = 1; ; pass++) {
    const { typeset, report } = press.lay(layout);
    const feet = new Map(layout.feet.flat().map((page) => [page.page, page.room]));
    const galley = galleyOf(report, model, options, (page) => feet.get(page) ?? 0, distances);
    const grown = growNotes(report, painted, foot, notes, options);
    const plan = paginate(galley, { room, gapOf, foot, notes, start: report.start, ends });
    const composed = composeLayout(plan, galley, report, { document, options, model, foot });
    const after = JSON.stringify(composed.layout);
    const isSame = after === before && !grown;
    const misplaced = isSame ? misplacedIn(plan, options, distances, ends) : undefined;
    const isSettled = isSame && misplaced === undefined;
    if (isSettled || pass === passesAtMost) {
      const pdf = press.pdf(typeset, options.pdfStandard);
      const faults = faultsOf(plan, composed);
      for (const [{ id = '', i, columns }, { broken }] of tableSizes)
        if (broken.size > 0)
          faults.push({ fault: 'table-too-wide', id, page: '', columns, ...(i === undefined ? {} : { i }) });
      if (!isSettled) {
        const { page, i } = unsettledAt(layout, composed.layout, misplaced, plan, model);
        faults.push({
          fault: 'layout-unsettled',
          id: document.id,
          page: page === undefined ? '' : composed.positions.pageLabel(page),
          ...(i === undefined ? {} : { i }),
        });
      }
      press.forget(0);
      return {
        pdf,
        layout: reportOf(document, composed, typeset.numOfPages, pass, options),
        faults,
        passes: pass,
      };
    }
    press.forget(1);
    before = after;
    painted = plan;
    layout = composed.layout;
  }
}

/** Gives a note of a page the room that its foot took beyond what was planned, where that is more than the page has. */
function growNotes(
  report: Report,
  painted: Plan | undefined,
  foot: FootRoom,
  notes: Map<string, FootNote>,
  options: PrintOptions,
): boolean {
  const { noteLine } = linesOf(options);
  const { height: room } = roomOf(options);
  const tops = new Map(report.feet);
  let grown = false;
  for (const { page, parts, text } of painted?.pages ?? []) {
    const top = tops.get(page);
    if (top === undefined) continue;
    const height = options.pageSize[1] - options.marginBottom - top;
    if (height + text <= room + noteLine * 0.15) continue;
    grown = true;
    if (foot.learn(parts, height - foot.heightOf(parts))) continue;
    const [longest] = parts.filter((part) => part.from === 0).sort((one, other) => other.to - one.to);
    const note = notes.get((longest ?? parts[0]!).note.id)!;
    const lines = Math.ceil((height - foot.heightOf(parts)) / noteLine - 0.05);
    notes.set(note.id, { ...note, extra: note.extra + Math.max(1, lines) });
  }
  return grown;
}

/** The first line that the pass has put elsewhere than its plan has it, if any; learns why, as what comes behind may follow from that. */
function misplacedIn(
  plan: Plan,
  options: PrintOptions,
  distances: Distances,
  ends: PageEnds,
): Box | undefined {
  for (const { page, boxes, tops } of plan.pages)
    for (const [index, box] of boxes.entries()) {
      const lower = box.at.y - options.marginTop - tops[index]! - box.ascent;
      if (box.at.page === page && Math.abs(lower) < 1) continue;
      if (index === 0 && box.at.page === page) distances.learnTop(box, lower);
      else ends.learn(boxes[0] as Box, index > 0 && box.at.page === page + 1 ? box : undefined);
      return box;
    }
  return undefined;
}

/** Feet parted from their anchors and pairs that no page can hold. */
function faultsOf(plan: Plan, { positions }: Composed): LayoutFault[] {
  const faults: LayoutFault[] = [];
  const begun = new Set<string>();
  for (const { page, boxes, parts } of plan.pages) {
    for (const { note } of parts) begun.add(note.id);
    for (const id of boxes.flatMap((box) => box.notes))
      if (!begun.has(id)) faults.push({ fault: 'foot-crowded', id, page: positions.pageLabel(page) });
  }
  for (const id of plan.tooTall) faults.push({ fault: 'pair-too-tall', id, page: '' });
  return faults;
}

function reportOf(
  document: PrintDocument,
  { positions, keys, layout }: Composed,
  pages: number,
  passes: number,
  options: PrintOptions,
): LayoutReport {
  const pageOf = (id: string) => positions.pageLabel(positions.pageAt(`s:${id}`)!);
  const standing = <Each extends { readonly id: string }>(each: readonly Each[]) =>
    each.filter(({ id }) => keys.has(id));
  return {
    version: 1,
    document: document.id,
    pages,
    passes,
    notes: standing(document.notes).map((note) => ({
      id: note.id,
      page: pageOf(note.id),
      key: keys.get(note.id)!,
      text: plainText(note.content),
    })),
    entries: standing(document.entries).map((entry) => ({
      id: entry.id,
      page: pageOf(entry.id),
      key: keys.get(entry.id)!,
      lemma: plainText(entry.lemma.content),
      readings: [entry.lemma.id, ...entry.readings.map(({ id }) => id)].filter((id) => id !== ''),
      text: plainText(composeEntry(entry, options, layout.refs[`${entry.id} occurrence`] ?? '')),
    })),
    headings: headingsOf(document, positions),
  };
}
