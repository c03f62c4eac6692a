import { walkInlines } from '../inlines.ts';
import { mark } from '../line-key.ts';
import type { Series } from '../print-document.ts';
import type { FlowLine } from './flow-line.ts';
import { Foot, type FootBand, type FootItem } from './foot.ts';
import { margin } from './page-text.ts';
import { LineCount, Positions } from './positions.ts';
import type { Hole, Slotted } from './slots.ts';
import type { Setting } from './slotted-run.ts';

/** A page of the text: its lines with their numbers, and the lines of each band at its foot. */
export interface SetPage {
  readonly lines: readonly { readonly line: FlowLine; readonly number: number }[];
  readonly bands: readonly (readonly Slotted[])[];
  /** Whether its bands stand without blank lines between them. */
  readonly isTight: boolean;
  /** Every slot on it. */
  readonly holes: readonly Hole[];
}

type Carried = ReadonlyMap<string, readonly Slotted[]>;

/** Shares the lines of a text among pages, each with the notes and entries of its lines at its foot. */
export class PageSetter {
  readonly positions: Positions;
  readonly foot: Foot;
  /** Which of the same words of its line the lemma of an entry is. */
  readonly occurrences = new Map<string, number>();
  private readonly setting: Setting;
  private readonly bands: readonly Series[];
  private readonly flow: readonly FlowLine[];
  /** The note that an anchor stands in. */
  private readonly noteOf = new Map<string, string>();

  constructor(setting: Setting, bands: readonly Series[], flow: readonly FlowLine[]) {
    this.setting = setting;
    this.bands = bands;
    this.flow = flow;
    this.positions = new Positions(setting);
    this.foot = new Foot(setting, bands, this.positions, setting.options.textWidth + margin);
    for (const line of flow) for (const [id, n] of line.occurrences) this.occurrences.set(id, n);
    for (const note of setting.document.notes)
      for (const inline of walkInlines(note.content)) {
        if (inline.kind === 'anchor') this.noteOf.set(inline.id, note.id);
        else if (inline.kind === 'name') {
          this.noteOf.set(inline.id, note.id);
          this.noteOf.set(`x:${inline.id}`, note.id);
        } else if (inline.kind === 'index-mark') this.noteOf.set(`x:${inline.id}`, note.id);
      }
  }

  /** What places an id: itself, or the note that it stands in. */
  readonly placeOf = (id: string): string => this.noteOf.get(id) ?? id;

  /** Fills page after page: a line goes on while its foot still fits, or at least the first line of each of its notes. */
  set(): SetPage[] {
    const pages: SetPage[] = [];
    const room = this.setting.options.textLines - 2;
    const count = new LineCount(this.setting.options);
    let carried: Carried = new Map();
    let at = 0;
    while (at < this.flow.length || carried.size > 0) {
      const lines: { line: FlowLine; number: number }[] = [];
      let items: FootItem[] = [];
      let bands = this.foot.bandsOf(items, carried);
      const page = pages.length + 1;
      count.beginPage();
      for (; at < this.flow.length; at++) {
        const line = this.flow[at]!;
        if (lines.length === 0 && line.cells.length === 0 && line.marks.length === 0) continue;
        const point = count.next(line, page);
        this.positions.place(line, point, page);
        const own = line.marks.filter(({ kind }) => kind === 'start' || kind === 'note');
        const grown = [
          ...items,
          ...own.map(({ id }) => ({ id, occurrence: line.occurrences.get(id) ?? 0 })),
        ].filter(({ id }) => this.foot.band(id) !== undefined);
        const foot = line.marks.length > 0 ? this.foot.bandsOf(grown, carried) : bands;
        const keeps = this.keptWith(at, room / 2);
        if (lines.length > 0 && lines.length + 1 + heightOf(foot) + keeps > room) {
          this.positions.takeBack(line);
          count.undo();
          break;
        }
        lines.push({ line, number: point.number });
        items = grown;
        bands = foot;
      }
      this.numberNotes(items);
      // A small page has no room for blank lines between many bands.
      const isTight = lines.length + 1 + 2 * bands.length > room;
      const shares = sharesOf(bands, room - lines.length, isTight ? 0 : 1);
      const shown = bands.map(({ lines }, index) => lines.slice(0, shares[index]));
      carried = new Map(
        bands
          .map(({ band, lines }, index) => [band.id, lines.slice(shares[index])] as const)
          .filter(([, rest]) => rest.length > 0),
      );
      pages.push({
        lines,
        bands: shown,
        isTight,
        holes: [...lines.flatMap(({ line }) => line.cells), ...shown.flat()].flatMap(({ holes }) => holes),
      });
    }
    return pages.length > 0 ? pages : [{ lines: [], bands: [], isTight: false, holes: [] }];
  }

  /** Lines that must follow a line on its page: those of a chain, as of headings, speaker and direction, and two more. */
  private keptWith(at: number, atMost: number): number {
    let next = at;
    while (this.flow[next]?.staysWithNext === true && next - at < atMost) next++;
    return next === at ? 0 : Math.min(next - at + 1, this.flow.length - 1 - at);
  }

  /** Counts the notes of a page where their series begins again on each. */
  private numberNotes(items: readonly FootItem[]): void {
    for (const band of this.bands) {
      if (band.key !== 'mark' || band.restart !== 'page') continue;
      const own = items.filter(({ id }) => this.foot.band(id) === band);
      for (const [index, { id }] of own.entries()) this.positions.number(id, mark(index + 1, band.marks));
    }
  }
}

/** Lines that a page must keep for a foot: a rule above it, and a blank line between bands. */
function heightOf(bands: readonly FootBand[]): number {
  return bands.reduce((sum, { least }) => sum + Math.max(least, 1) + 1, bands.length > 0 ? 1 : 0);
}

/** How many lines each band shows on its page, from the top; the last band gives way first. */
function sharesOf(bands: readonly FootBand[], room: number, between: number): number[] {
  const shares = bands.map(({ lines, least }) => Math.min(lines.length, Math.max(least, 1)));
  let free =
    room -
    (bands.length > 0 ? 2 + between * (bands.length - 1) : 0) -
    shares.reduce((sum, share) => sum + share, 0);
  // A note carried over may itself be longer than a page.
  for (let at = bands.length - 1; at >= 0 && free < 0; at--) {
    const give = Math.min(-free, shares[at]! - 1);
    shares[at]! -= give;
    free += give;
  }
  for (const [at, { lines }] of bands.entries()) {
    const more = Math.min(Math.max(free, 0), lines.length - shares[at]!);
    shares[at]! += more;
    free -= more;
  }
  return shares;
}
