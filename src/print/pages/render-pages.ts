import { plainText } from '../inlines.ts';
import type { LayoutReport } from '../layout-report.ts';
import { type KeyPoint, lineKey } from '../line-key.ts';
import type { PrintOptions } from '../options.ts';
import type { PrintDocument, Series } from '../print-document.ts';
import { seriesOf } from '../series.ts';
import { sourceKey, sourceKeys } from '../source-keys.ts';
import { entriesOf, entryText, type FlowLine, pageFlow } from './page-flow.ts';
import { columns, setRun } from './set-run.ts';

export interface RenderedPages {
  /** Pages parted by form feeds. */
  readonly text: string;
  readonly layout: LayoutReport;
}

interface Placed {
  readonly line: FlowLine;
  /** Its number as keys give it. */
  readonly number: number;
}

interface Page {
  readonly lines: Placed[];
  readonly items: { readonly id: string; readonly occurrence: number }[];
  /** Foot lines that the page before had no room for, by band. */
  readonly carried: ReadonlyMap<string, readonly string[]>;
}

const margin = 6;

/** Sets a document as text in pages: numbered lines, a foot in bands keyed to them; made in one pass, as every width is known. */
export function renderPages(document: PrintDocument, options: PrintOptions): RenderedPages {
  const bands = seriesOf(document, options);
  const flow = pageFlow(document, options, bands);
  const setter = new PageSetter(document, options, bands, flow);
  return setter.set();
}

class PageSetter {
  private readonly document: PrintDocument;
  private readonly options: PrintOptions;
  private readonly bands: readonly Series[];
  private readonly flow: readonly FlowLine[];
  private readonly seriesOfId: ReadonlyMap<string, Series>;
  private readonly noteText: ReadonlyMap<string, string>;
  private readonly noteMark: ReadonlyMap<string, string>;
  private readonly source;
  private readonly points = new Map<string, { from: KeyPoint; to: KeyPoint; page: number }>();
  private readonly endLine = new Map<string, number>();

  constructor(
    document: PrintDocument,
    options: PrintOptions,
    bands: readonly Series[],
    flow: readonly FlowLine[],
  ) {
    this.document = document;
    this.options = options;
    this.bands = bands;
    this.flow = flow;
    const byId = new Map(bands.map((band) => [band.id, band]));
    this.seriesOfId = new Map(
      [...document.notes, ...document.entries].map((each) => [each.id, byId.get(each.series)!]),
    );
    this.noteText = new Map(
      document.notes.map((note) => [note.id, plainText(note.content).replace(/\s+/g, ' ').trim()]),
    );
    this.noteMark = new Map(document.notes.map((note) => [note.id, note.n]));
    this.source = sourceKeys(document);
    for (const [index, line] of flow.entries())
      for (const mark of line.marks) if (mark.kind === 'end') this.endLine.set(mark.id, index);
  }

  set(): RenderedPages {
    const pages = this.paginate();
    const texts: string[] = [];
    let section = '';
    for (const [index, page] of pages.entries()) {
      section = page.lines.find(({ line }) => (line.heading?.level ?? 9) <= 2)?.line.heading?.text ?? section;
      texts.push(this.write(page, index + 1, section, index === pages.length - 1));
    }
    const headings = pages.flatMap((page, index) =>
      page.lines.flatMap(({ line }) =>
        line.heading === undefined ? [] : [{ ...line.heading, page: String(index + 1) }],
      ),
    );
    const keyed = (id: string) => ({ id, page: String(this.points.get(id)?.page ?? 1), key: this.keyOf(id) });
    const occurrences = new Map(
      pages.flatMap((page) => page.items.map((item) => [item.id, item.occurrence])),
    );
    return {
      text: texts.join('\f'),
      layout: {
        version: 1,
        document: this.document.id,
        pages: pages.length,
        passes: 1,
        notes: this.document.notes
          .filter(({ id }) => this.points.has(id))
          .map((note) => ({ ...keyed(note.id), text: this.noteText.get(note.id)! })),
        entries: this.document.entries
          .filter(({ id }) => this.points.has(id))
          .map((entry) => ({
            ...keyed(entry.id),
            lemma: plainText(entry.lemma.content),
            readings: [entry.lemma.id, ...entry.readings.map(({ id }) => id)].filter((id) => id !== ''),
            text: entryText(this.document, entry.id, this.options, occurrences.get(entry.id) ?? 0),
          })),
        headings: headings.map(({ id, page, text }) => ({ id, page, text })),
      },
    };
  }

  /** Fills page after page: a line goes on while its foot still fits, or at least the first line of each of its notes. */
  private paginate(): Page[] {
    const pages: Page[] = [];
    const room = this.options.textLines - 2;
    let [number, sectionNumber, at] = [0, 0, 0];
    let carried: ReadonlyMap<string, readonly string[]> = new Map();
    while (at < this.flow.length || [...carried.values()].some((lines) => lines.length > 0)) {
      const page: Page = { lines: [], items: [], carried };
      const label = String(pages.length + 1);
      if (this.options.lineNumbers === 'page' || this.options.lineNumbers === 'none') number = 0;
      while (at < this.flow.length) {
        const line = this.flow[at]!;
        if (page.lines.length === 0 && line.text === '') {
          at++;
          continue;
        }
        if (line.heading?.level === 1) {
          sectionNumber++;
          if (this.options.lineNumbers === 'section') number = 0;
        }
        const verse =
          this.options.verseNumberEvery > 0 && /^\d+$/.test(line.verse) ? Number(line.verse) : undefined;
        const scope =
          verse !== undefined
            ? ''
            : this.options.lineNumbers === 'document'
              ? ''
              : this.options.lineNumbers === 'section'
                ? String(sectionNumber)
                : label;
        const own = line.counts ? number + 1 : number;
        const point: KeyPoint = { scope, number: verse ?? own };
        for (const mark of line.marks) {
          if (mark.kind !== 'end')
            this.points.set(mark.id, { from: point, to: point, page: pages.length + 1 });
          else {
            const span = this.points.get(mark.id);
            if (span !== undefined) this.points.set(mark.id, { ...span, to: point });
          }
        }
        const items = line.marks
          .filter((mark) => mark.kind !== 'end')
          .map((mark) => ({ id: mark.id, occurrence: line.occurrences.get(mark.id) ?? 0 }));
        const grown = { ...page, items: [...page.items, ...items] };
        const needed = page.lines.length + 1 + this.footOf(grown, true).length;
        const next = this.flow[at + 1];
        const keeps = line.staysWithNext && next !== undefined ? 2 : 0;
        if (page.lines.length > 0 && needed + keeps > room) break;
        page.lines.push({ line, number: verse ?? own });
        page.items.push(...items);
        number = own;
        at++;
      }
      pages.push(page);
      carried = this.overflowOf(page, room);
    }
    return pages.length > 0 ? pages : [{ lines: [], items: [], carried: new Map() }];
  }

  private keyOf(id: string): string {
    const series = this.seriesOfId.get(id)!;
    if (series.key === 'mark') return this.noteMark.get(id) ?? '';
    const loc = entriesOf(this.document).get(id)?.loc ?? '';
    if (loc !== '') return loc;
    const source = this.source.get(id);
    const own = series.key === 'line' || source === undefined ? '' : sourceKey(source, series.key);
    const span = this.points.get(id);
    return own !== '' || span === undefined ? own : lineKey(span.from, span.to, this.options);
  }

  /** The lines of each band: whole, or only what a page must hold of a note (its first line). */
  private bandLines(page: Page): { band: Series; lines: string[]; least: number }[] {
    const width = this.options.textWidth + margin;
    return this.bands.flatMap((band) => {
      const items = page.items.filter(({ id }) => this.seriesOfId.get(id) === band);
      const before = page.carried.get(band.id) ?? [];
      if (items.length === 0 && before.length === 0) return [];
      const said = items.map(({ id, occurrence }, index) => {
        const key = this.keyOf(id);
        const body = this.noteText.get(id) ?? entryText(this.document, id, this.options, occurrence);
        if (band.key === 'mark') return `[${key}] ${body}`;
        const repeated =
          this.options.sameKey === 'omit' && index > 0 && this.keyOf(items[index - 1]!.id) === key;
        return repeated ? body : `${key} ${body}`;
      });
      const set =
        band.layout === 'run-in' ? (said.length === 0 ? [] : [said.join(this.options.entrySeparator)]) : said;
      const own = set.map((each) => setRun(each, width).map((line) => line.text));
      const least =
        band.layout === 'run-in'
          ? (own[0]?.length ?? 0)
          : own.slice(0, -1).flat().length + (own.length > 0 ? 1 : 0);
      const title = this.options.bandTitles && band.title !== '' ? [band.title] : [];
      return [
        { band, lines: [...title, ...before, ...own.flat()], least: title.length + before.length + least },
      ];
    });
  }

  private footOf(page: Page, isLeast: boolean): string[] {
    const bands = this.bandLines(page);
    if (bands.length === 0) return [];
    const parts = bands.map(({ lines, least }) => (isLeast ? lines.slice(0, Math.max(least, 1)) : lines));
    return ['', '-'.repeat(16), ...parts.flatMap((lines, index) => (index > 0 ? ['', ...lines] : lines))];
  }

  /** How many lines each band shows on its page, from the top; the last band gives way first. */
  private shares(page: Page, room: number): number[] {
    const bands = this.bandLines(page);
    const fixed = bands.length === 0 ? 0 : 2 + bands.length - 1;
    const shares = bands.map(({ lines, least }) => Math.min(lines.length, Math.max(least, 1)));
    let free = room - page.lines.length - fixed - shares.reduce((sum, share) => sum + share, 0);
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

  private overflowOf(page: Page, room: number): ReadonlyMap<string, readonly string[]> {
    const shares = this.shares(page, room);
    return new Map(
      this.bandLines(page)
        .map(({ band, lines }, at) => [band.id, lines.slice(shares[at])] as const)
        .filter(([, lines]) => lines.length > 0),
    );
  }

  private write(page: Page, n: number, section: string, isLast: boolean): string {
    const { textLines, textWidth, lineNumberEvery, verseNumberEvery, lineNumbers } = this.options;
    const full = textWidth + margin;
    const title = n % 2 === 0 ? this.document.running.left : section || this.document.running.right;
    const clipped = setRun(title, full - 8)[0]?.text ?? '';
    const head =
      n % 2 === 0
        ? `${n}${' '.repeat(Math.max(2, Math.floor((full - columns(clipped)) / 2) - String(n).length))}${clipped}`
        : `${' '.repeat(Math.max(0, Math.floor((full - columns(clipped)) / 2)))}${clipped}`;
    const heading =
      n % 2 === 0 ? head : `${head}${' '.repeat(Math.max(1, full - columns(head) - String(n).length))}${n}`;
    const body = page.lines.map(({ line, number }, index) => {
      const isVerse = line.verse !== '' && verseNumberEvery > 0;
      const every = isVerse ? verseNumberEvery : lineNumberEvery;
      const repeats = isVerse && page.lines[index - 1]?.number === number;
      const isShown =
        line.counts && every > 0 && number % every === 0 && !repeats && (isVerse || lineNumbers !== 'none');
      return `${(isShown ? String(number) : '').padStart(margin - 2)}  ${line.text}`.trimEnd();
    });
    const bands = this.bandLines(page);
    const shares = this.shares(page, textLines - 2);
    const foot = bands.flatMap(({ lines }, at) => [...(at > 0 ? [''] : []), ...lines.slice(0, shares[at])]);
    const ruled = foot.length === 0 ? [] : ['', '-'.repeat(16), ...foot];
    const filler = isLast ? 0 : Math.max(0, textLines - 2 - body.length - ruled.length);
    return `${[heading, '', ...body, ...Array<string>(filler).fill(''), ...ruled].join('\n')}\n`;
  }
}
