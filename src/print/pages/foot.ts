import { composeEntry } from '../compose-entry.ts';
import { text } from '../inlines.ts';
import type { Inline, Series } from '../print-document.ts';
import type { Positions } from './positions.ts';
import { joined, plain, type Slotted } from './slots.ts';
import { flatten, type Setting, setSlotted } from './slotted-run.ts';

/** A note or entry whose anchor stands on a page; of a repeated word, which of its line it is. */
export interface FootItem {
  readonly id: string;
  readonly occurrence: number;
}

/** One band of a page: its lines, and how many of them the page must hold. */
export interface FootBand {
  readonly band: Series;
  readonly lines: readonly Slotted[];
  readonly least: number;
}

/** Sets the feet of pages. */
export class Foot {
  private readonly setting: Setting;
  private readonly bands: readonly Series[];
  private readonly positions: Positions;
  private readonly width: number;
  private readonly bandOf: ReadonlyMap<string, Series>;
  private readonly words = new Map<string, Slotted>();
  private readonly blocks = new Map<string, readonly Slotted[]>();

  constructor(setting: Setting, bands: readonly Series[], positions: Positions, width: number) {
    this.setting = setting;
    this.bands = bands;
    this.positions = positions;
    this.width = width;
    const { notes, entries } = setting.document;
    this.bandOf = new Map([...notes, ...entries].map(({ id, series }) => [id, setting.series.get(series)!]));
  }

  band(id: string): Series | undefined {
    return this.bandOf.get(id);
  }

  /** What an item says after its key. */
  said({ id, occurrence }: FootItem): Slotted {
    const known = this.words.get(`${id} ${occurrence}`);
    if (known !== undefined) return known;
    const { notes, entries, options } = this.setting;
    const note = notes.get(id);
    const content: readonly Inline[] =
      note?.content ?? composeEntry(entries.get(id)!, options, occurrence > 0 ? superscript(occurrence) : '');
    const isRunIn = this.bandOf.get(id)!.layout === 'run-in';
    const said = trimmed(flatten(isRunIn ? withoutBreaks(content) : content, this.setting));
    this.words.set(`${id} ${occurrence}`, said);
    return said;
  }

  /** The bands of a page with these items, below what earlier pages had no room for. */
  bandsOf(items: readonly FootItem[], carried: ReadonlyMap<string, readonly Slotted[]>): FootBand[] {
    const { bandTitles, entrySeparator } = this.setting.options;
    return this.bands.flatMap((band) => {
      const own = items.filter(({ id }) => this.bandOf.get(id) === band);
      const before = carried.get(band.id) ?? [];
      if (own.length === 0 && before.length === 0) return [];
      const said = own.map((item, index) => this.keyed(item, own[index - 1]?.id, band));
      const set =
        band.layout === 'run-in'
          ? said.length === 0
            ? []
            : [
                setSlotted(
                  said.reduce((all, each) => joined(joined(all, plain(entrySeparator)), each)),
                  this.width,
                ),
              ]
          : said.map((each) => this.block(each));
      const title = bandTitles && band.title !== '' ? setSlotted(plain(band.title), this.width) : [];
      const lines = set.flat();
      const least =
        band.layout === 'run-in' || set.length === 0 ? lines.length : lines.length - set.at(-1)!.length + 1;
      return [{ band, lines: [...title, ...before, ...lines], least: title.length + before.length + least }];
    });
  }

  /** Notes are long and stay as they are while their page fills. */
  private block(said: Slotted): readonly Slotted[] {
    const slots = said.holes.map(({ at, slot }) => `${at} ${slot.id}`).join(' ');
    const key = `${said.text}\n${slots}`;
    let lines = this.blocks.get(key);
    if (lines === undefined) {
      lines = setSlotted(said, this.width);
      this.blocks.set(key, lines);
    }
    return lines;
  }

  private keyed(item: FootItem, before: string | undefined, band: Series): Slotted {
    const said = this.said(item);
    const { positions } = this;
    const key = positions.settledKeyOf(item.id, band);
    if (band.key === 'mark') {
      const measure = `number of ${band.id}`;
      const label =
        key === undefined ? this.setting.widths.hold({ shows: 'number', id: item.id, measure }) : plain(key);
      return joined(joined(joined(plain('['), label), plain('] ')), said);
    }
    const mayOmit = this.setting.options.sameKey === 'omit' && before !== undefined;
    const last = mayOmit ? positions.settledKeyOf(before, band) : undefined;
    if (key === undefined || (mayOmit && last === undefined)) {
      const slot = {
        shows: 'key',
        id: item.id,
        measure: 'key',
        ...(mayOmit ? { after: before } : {}),
      } as const;
      return joined(this.setting.widths.hold(slot), said);
    }
    return mayOmit && last === key ? said : joined(plain(keyText(key)), said);
  }
}

/** A key with the blank that parts it from the lemma. */
export const keyText = (key: string): string => (key === '' ? '' : `${key} `);

const trimmed = (said: Slotted): Slotted => {
  const blanks = /^\s*/u.exec(said.text)![0].length;
  return {
    text: said.text.slice(blanks),
    holes: said.holes.map((hole) => ({ ...hole, at: hole.at - blanks })),
  };
};

const withoutBreaks = (content: readonly Inline[]): Inline[] =>
  content.map((inline): Inline => {
    if (inline.kind === 'break') return text(' ');
    return 'content' in inline ? ({ ...inline, content: withoutBreaks(inline.content) } as Inline) : inline;
  });

const superscript = (n: number): string =>
  [...String(n)].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]).join('');
