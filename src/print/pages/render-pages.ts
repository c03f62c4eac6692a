import { plainText } from '../inlines.ts';
import type { LayoutReport } from '../layout-report.ts';
import { noteNumbers } from '../note-numbers.ts';
import type { PrintOptions } from '../options.ts';
import type { PrintDocument } from '../print-document.ts';
import { referenceTargets } from '../reference-targets.ts';
import { seriesOf } from '../series.ts';
import { keyText } from './foot.ts';
import { backPages, contentsPages, titlePages } from './front-pages.ts';
import { pageFlow } from './page-flow.ts';
import { type Frame, pageText } from './page-text.ts';
import { PageSetter, type SetPage } from './set-pages.ts';
import { filled, type ShownBy, type Slot, type Slotted, SlotWidths } from './slots.ts';
import type { Setting } from './slotted-run.ts';

export interface RenderedPages {
  /** Pages parted by form feeds. */
  readonly text: string;
  readonly layout: LayoutReport;
}

/**
 * Sets a document as text in pages: numbered lines, a foot in bands keyed to them.
 *
 * A number that only the finished pages give (of a page, a line, a note that is counted by page, a lemma that runs on) is kept a place of fixed width. The right edge is ragged, so a shorter number moves nothing and one pass is exact; where one is too long for its place, the text is set once more with wider places, which never shrink.
 */
export function renderPages(document: PrintDocument, options: PrintOptions): RenderedPages {
  const bands = seriesOf(document, options);
  const widths = new SlotWidths();
  const setting: Setting = {
    document,
    options,
    series: new Map(bands.map((band) => [band.id, band])),
    notes: new Map(document.notes.map((note) => [note.id, note])),
    entries: new Map(document.entries.map((entry) => [entry.id, entry])),
    numbers: noteNumbers(document, bands),
    targets: referenceTargets(document),
    widths,
  };
  for (let passes = 1; ; passes++) {
    const setter = new PageSetter(setting, bands, pageFlow(setting));
    const pages = setter.set();
    const shownBy = valuesOf(setter);
    if (pages.every((page) => page.holes.map((hole) => widths.fits(hole, shownBy(hole.slot))).every(Boolean)))
      return rendered(setter, pages, shownBy, setting, passes);
  }
}

/** What slots print once the pages are made. */
function valuesOf({ positions, foot, placeOf }: PageSetter): ShownBy {
  const keyOf = (id: string) => positions.keyOf(id, foot.band(id)!);
  return ({ shows, id, after }: Slot): string => {
    if (shows === 'number') return positions.numberOf(id);
    if (shows === 'page') return String(positions.pageOf(placeOf(id)) ?? '');
    if (shows === 'line') return String(positions.lineOf(placeOf(id)) ?? '');
    const key = keyOf(id);
    return after !== undefined && keyOf(after) === key ? '' : keyText(key);
  };
}

function rendered(
  { positions, foot, placeOf, occurrences }: PageSetter,
  set: readonly SetPage[],
  shownBy: ShownBy,
  setting: Setting,
  passes: number,
): RenderedPages {
  const { document, options } = setting;
  const headings = set.flatMap((page, index) =>
    page.lines.flatMap(({ line }) => line.headings.map((each) => ({ ...each, page: String(index + 1) }))),
  );
  const frame: Frame = { options, running: document.running, shownBy };
  const before = [
    ...(options.titlePage ? titlePages(document, options) : []),
    ...(options.contents && headings.length > 1
      ? contentsPages(document.words.contents, headings, options)
      : []),
  ];
  const after = options.indexes
    ? backPages(document, options, (id, note) => positions.pageOf(note ?? placeOf(`x:${id}`)))
    : [];
  // A page is headed by the first section that begins on it, or by the one that goes on: the last that has begun.
  let open = '';
  const body = set.map((page, index) => {
    const begun = page.lines.flatMap(({ line }) => line.headings).filter(({ level }) => level <= 2);
    const section = begun[0]?.text ?? open;
    open = begun.at(-1)?.text ?? open;
    return pageText(page, index + 1, section, frame);
  });
  const indexes = after.map(({ title, lines }, index) =>
    pageText({ lines, bands: [], isTight: false }, set.length + index + 1, title, frame),
  );
  const said = (id: string): Slotted => foot.said({ id, occurrence: occurrences.get(id) ?? 0 });
  const standing = <Each extends { readonly id: string }>(each: readonly Each[]) =>
    each.filter(({ id }) => positions.has(id) && foot.band(id) !== undefined);
  const reported = (id: string) => ({
    id,
    page: String(positions.pageOf(id)),
    key: positions.keyOf(id, foot.band(id)!),
    text: filled(said(id), shownBy),
  });
  return {
    // The last page ends where its text does.
    text: [...before, ...body, ...indexes].join('\f').replace(/\n+$/, '\n'),
    layout: {
      version: 1,
      document: document.id,
      pages: before.length + body.length + indexes.length,
      passes,
      notes: standing(document.notes).map(({ id }) => reported(id)),
      entries: standing(document.entries).map((entry) => ({
        ...reported(entry.id),
        lemma: plainText(entry.lemma.content),
        readings: [entry.lemma.id, ...entry.readings.map(({ id }) => id)].filter((id) => id !== ''),
      })),
      headings: headings.map(({ id, page, text }) => ({ id, page, text })),
    },
  };
}
