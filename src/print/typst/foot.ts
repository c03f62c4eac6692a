import type { PrintOptions } from '../options.ts';
import type { Series } from '../print-document.ts';
import { linesOf } from './model.ts';

/** A note or entry as the foot has room for it. */
export interface FootNote {
  readonly id: string;
  /** Its band, from the top. */
  readonly band: number;
  readonly isRunIn: boolean;
  /** Lines it takes alone; of one that is run in, the share of a line may be a fraction. */
  readonly lines: number;
  /** It may be divided between pages: its lines are known. */
  readonly mayPart: boolean;
  /** Lines that the foot of a page where it begins turned out to need besides. */
  readonly extra: number;
}

/** The lines of a note that one page has, from the first to before the last. */
export interface FootPart {
  readonly note: FootNote;
  readonly from: number;
  readonly to: number;
}

export const wholePart = (note: FootNote): FootPart => ({ note, from: 0, to: note.lines });
export const isWhole = ({ note, from, to }: FootPart): boolean => from === 0 && to === note.lines;

/** Lines that stand on a page at least of a note that is divided. */
const fewest = 2;
/** Counts the height of feet. */
export class FootRoom {
  private readonly titled: readonly boolean[];
  private readonly noteLine: number;
  /** What lines that are run in take beside their width: where a word does not fit, a part of a line is left. */
  private slack = 1.02;

  constructor(series: readonly Series[], options: PrintOptions) {
    this.noteLine = linesOf(options).noteLine;
    this.titled = series.map((band) => options.bandTitles && band.title !== '');
  }

  /** Height that parts take at the foot of a page, in points. */
  heightOf(parts: readonly FootPart[]): number {
    let lines = 0;
    const runIn: number[] = [];
    const seen: boolean[] = [];
    for (const part of parts) {
      const { band, isRunIn } = part.note;
      if (seen[band] !== true) lines += 0.9 + (this.titled[band] === true ? 1 : 0);
      seen[band] = true;
      if (part.from === 0) lines += part.note.extra;
      if (isRunIn && isWhole(part)) runIn[band] = (runIn[band] ?? 0) + part.note.lines;
      else lines += part.to - part.from;
    }
    for (const width of runIn) if (width !== undefined) lines += Math.ceil(width * this.slack + 0.02);
    return lines * this.noteLine;
  }

  /** Learns that a foot took so much more than planned, in points; tells whether that was news. */
  learn(parts: readonly FootPart[], more: number): boolean {
    const width = parts.reduce(
      (sum, part) => sum + (part.note.isRunIn && isWhole(part) ? part.note.lines : 0),
      0,
    );
    if (width < 2) return false;
    const needed = Math.ceil(width * this.slack + 0.02) + Math.ceil(more / this.noteLine - 0.05);
    const slack = Math.min(1.2, (needed - 0.95) / width);
    if (slack <= this.slack) return false;
    this.slack = slack;
    return true;
  }

  /** Shares a room among parts that do not all fit beside those that are given: each that may be divided gets a beginning, and what is left goes to the first. What comes back as rest did not fit. */
  share(
    given: readonly FootPart[],
    parts: readonly FootPart[],
    room: number,
  ): { readonly parts: FootPart[]; readonly rest: FootPart[] } {
    const shared = parts.map((part) =>
      part.note.mayPart && part.to - part.from > fewest + 1 ? { ...part, to: part.from + fewest } : part,
    );
    while (shared.length > 0 && this.heightOf([...given, ...shared]) > room) shared.pop();
    for (const [index, least] of shared.entries()) {
      const whole = parts[index]!.to;
      const fits = (to: number) => {
        shared[index] = { ...least, to };
        return this.heightOf([...given, ...shared]) <= room;
      };
      let [low, high] = [least.to, whole];
      while (low < high) {
        const middle = Math.ceil((low + high) / 2);
        if (fits(middle)) low = middle;
        else high = middle - 1;
      }
      // A rest of one line would stand alone.
      if (whole - low === 1 && low > least.to) low--;
      shared[index] = { ...least, to: low };
    }
    const rest = parts.flatMap((part, index) => {
      const to = shared[index]?.to ?? part.from;
      return to < part.to ? [{ ...part, from: to }] : [];
    });
    return { parts: shared, rest };
  }
}
