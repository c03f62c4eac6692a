import { type KeyPoint, lineKey } from '../line-key.ts';
import type { PrintOptions } from '../options.ts';
import type { Series } from '../print-document.ts';
import { type SourceSpan, sourceKey, sourceKeys } from '../source-keys.ts';
import type { FlowLine } from './flow-line.ts';
import type { Setting } from './slotted-run.ts';

interface Span {
  readonly from: KeyPoint;
  readonly to: KeyPoint;
  /** Of the text, from 1. */
  readonly page: number;
}

/** Where notes, entries and anchors stand on the pages made so far, and the keys and numbers that follow from that. */
export class Positions {
  private readonly setting: Setting;
  private readonly source: ReadonlyMap<string, SourceSpan>;
  private readonly spans = new Map<string, Span>();
  /** Numbers that notes have on their page. */
  private readonly marks = new Map<string, string>();
  /** Anchors that the last line was the first to have. */
  private anchored: string[] = [];
  /** Ends of lemmata that have been placed. */
  private readonly ended = new Set<string>();

  constructor(setting: Setting) {
    this.setting = setting;
    this.source = sourceKeys(setting.document);
  }

  /** Places what stands on a line. */
  place(line: FlowLine, point: KeyPoint, page: number): void {
    this.anchored = [];
    for (const { id, kind } of line.marks) {
      if (kind !== 'end') {
        if (this.spans.has(id)) continue;
        this.spans.set(id, { from: point, to: point, page });
        if (kind === 'anchor') this.anchored.push(id);
        continue;
      }
      const span = this.spans.get(id);
      if (span !== undefined) this.spans.set(id, { ...span, to: point });
      this.ended.add(id);
    }
  }

  /** Takes back what stands on a line that goes to the next page. */
  takeBack(line: FlowLine): void {
    for (const { id, kind } of line.marks) {
      if (kind === 'end') this.ended.delete(id);
      else if (kind !== 'anchor') this.spans.delete(id);
    }
    for (const id of this.anchored) this.spans.delete(id);
  }

  /** Gives the notes of a page their numbers on it. */
  number(id: string, value: string): void {
    this.marks.set(id, value);
  }

  has(id: string): boolean {
    return this.spans.has(id);
  }

  /** The page of the text that an id stands on. */
  pageOf(id: string): number | undefined {
    return this.spans.get(id)?.page;
  }

  lineOf(id: string): number | undefined {
    return this.spans.get(id)?.from.number;
  }

  /** The number that a note's call prints. */
  numberOf(id: string): string {
    return this.marks.get(id) ?? this.setting.numbers.get(id) ?? '';
  }

  /** The key of a note or entry in its band; nothing while the end of its lemma is not placed and the key may yet change. */
  settledKeyOf(id: string, band: Series): string | undefined {
    const isOpen = this.setting.entries.has(id) && !this.ended.has(id);
    const byPage = band.key === 'mark' && band.restart === 'page';
    return isOpen || byPage ? undefined : this.keyOf(id, band);
  }

  keyOf(id: string, band: Series): string {
    if (band.key === 'mark') return this.numberOf(id);
    const loc = this.setting.entries.get(id)?.loc ?? '';
    if (loc !== '') return loc;
    const source = this.source.get(id);
    const own = band.key === 'line' || source === undefined ? '' : sourceKey(source, band.key);
    const span = this.spans.get(id);
    return own !== '' || span === undefined ? own : lineKey(span.from, span.to, this.setting.options);
  }
}

/** The number and the scope of lines as they are set one after the other. */
export class LineCount {
  private readonly options: PrintOptions;
  private section = 0;
  private number = 0;
  private saved: readonly [number, number] = [0, 0];

  constructor(options: PrintOptions) {
    this.options = options;
  }

  beginPage(): void {
    if (this.options.lineNumbers === 'page' || this.options.lineNumbers === 'none') this.number = 0;
  }

  /** Counts a line and gives the point that keys name it by. */
  next(line: FlowLine, page: number): KeyPoint {
    this.saved = [this.section, this.number];
    const { lineNumbers, verseNumberEvery } = this.options;
    if (line.headings.some(({ level }) => level === 1)) {
      this.section++;
      if (lineNumbers === 'section') this.number = 0;
    }
    if (line.counts) this.number++;
    if (verseNumberEvery > 0 && /^\d+$/.test(line.verse)) return { scope: '', number: Number(line.verse) };
    const scope =
      lineNumbers === 'document' ? '' : lineNumbers === 'section' ? String(this.section) : String(page);
    return { scope, number: this.number };
  }

  /** Takes the last line back: it goes to the next page. */
  undo(): void {
    [this.section, this.number] = this.saved;
  }
}
