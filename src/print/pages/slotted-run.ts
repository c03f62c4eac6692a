import type { PrintOptions } from '../options.ts';
import type { Entry, Inline, Note, PrintDocument, Series } from '../print-document.ts';
import { columns, type PointMark, setRun } from './set-run.ts';
import { type Hole, joined, type Slotted, type SlotWidths } from './slots.ts';

/** What setting a text looks up. */
export interface Setting {
  readonly document: PrintDocument;
  readonly options: PrintOptions;
  readonly series: ReadonlyMap<string, Series>;
  readonly notes: ReadonlyMap<string, Note>;
  readonly entries: ReadonlyMap<string, Entry>;
  /** Numbers of notes that no page decides. */
  readonly numbers: ReadonlyMap<string, string>;
  /** Ids that references lead to. */
  readonly targets: ReadonlySet<string>;
  readonly widths: SlotWidths;
}

/** One line of a run: what it shows, and its offsets in the run. */
export interface SlottedLine extends Slotted {
  readonly from: number;
  readonly to: number;
}

/** The plain text of a run with its calls and slots, and the marks in it. */
export function flatten(
  content: readonly Inline[],
  setting: Setting,
): Slotted & { readonly marks: PointMark[] } {
  let all: Slotted = { text: '', holes: [] };
  const marks: PointMark[] = [];
  const put = (part: Slotted | string) => {
    all = typeof part === 'string' ? { ...all, text: all.text + part } : joined(all, part);
  };
  const visit = (list: readonly Inline[]) => {
    for (const inline of list) {
      const at = all.text.length;
      if (inline.kind === 'text') {
        const words = flat(inline.text);
        put(/(?:^|[ \n])$/.test(all.text) ? words.replace(/^ /, '') : words);
      } else if (inline.kind === 'break') all = { ...all, text: `${all.text.trimEnd()}\n` };
      else if (inline.kind === 'note') {
        marks.push({ at: Math.max(0, at - 1), kind: 'note', id: inline.note });
        const number = inline.isCalledInNote === true ? undefined : numberOf(inline.note, setting);
        if (number !== undefined) for (const part of ['\u2060[', number, ']']) put(part);
      } else if (inline.kind === 'entry-start') marks.push({ at, kind: 'start', id: inline.entry });
      else if (inline.kind === 'entry-end') marks.push({ at, kind: 'end', id: inline.entry });
      else if (inline.kind === 'anchor') {
        if (setting.targets.has(inline.id)) marks.push({ at, kind: 'anchor', id: inline.id });
      } else if (inline.kind === 'index-mark')
        marks.push({ at: Math.max(0, at - 1), kind: 'anchor', id: `x:${inline.id}` });
      else if (inline.kind === 'name') {
        marks.push({ at, kind: 'anchor', id: `x:${inline.id}` });
        if (setting.targets.has(inline.id)) marks.push({ at, kind: 'anchor', id: inline.id });
        visit(inline.content);
      } else if (inline.kind === 'reference') {
        visit(inline.content);
        const shown = referenceOf(inline, setting);
        if (shown !== undefined) put(shown);
      } else if (inline.kind === 'style' && isCallAgain(inline)) {
        put('\u2060[');
        visit(inline.content);
        put(']');
      } else if ('content' in inline) visit(inline.content);
    }
  };
  visit(content);
  const text = all.text.replace(/\s+$/u, '');
  return { text, holes: all.holes, marks };
}

/** A second call of a note is its number, raised. */
const isCallAgain = ({ style, content }: Extract<Inline, { kind: 'style' }>): boolean =>
  style === 'superscript' &&
  content.length === 1 &&
  content[0]!.kind === 'reference' &&
  content[0]!.shows === 'number';

/** The number of a note whose series has calls; a slot where its page decides. */
function numberOf(id: string, { notes, series, numbers, widths }: Setting): Slotted | string | undefined {
  const band = series.get(notes.get(id)?.series ?? '');
  if (band?.key !== 'mark') return undefined;
  if (band.restart === 'document') return numbers.get(id) ?? '';
  return widths.hold({ shows: 'number', id, measure: `number of ${band.id}` });
}

/** What a reference prints beside its words; nothing where these are all, or its target is not in the document. */
function referenceOf(
  { target: id, shows }: Extract<Inline, { kind: 'reference' }>,
  setting: Setting,
): Slotted | string | undefined {
  if (shows === 'content' || !setting.targets.has(id)) return undefined;
  const number = shows === 'number' ? numberOf(id, setting) : undefined;
  return number ?? setting.widths.hold({ shows: shows === 'page' ? 'page' : 'line', id, measure: shows });
}

const flat = (value: string): string => value.replace(/\t/g, ' ').replace(/[ \n\r]+/g, ' ');

/** Divides a text with slots into lines; a slot is never divided. */
export function setSlotted({ text, holes }: Slotted, width: number, firstWidth = width): SlottedLine[] {
  return setRun(text, width, firstWidth, holes).map((line) => ({
    ...line,
    holes: holes
      .filter(({ at }) => at >= line.from && at < line.to)
      .map((hole): Hole => ({ ...hole, at: hole.at - line.from })),
  }));
}

/** The most columns that a run takes on one line. */
export const widthOf = (content: readonly Inline[], setting: Setting): number =>
  Math.max(
    0,
    ...flatten(content, setting)
      .text.split('\n')
      .map((line) => columns(line)),
  );
