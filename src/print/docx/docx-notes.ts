import { Bookmark, type ParagraphChild, TextRun } from 'docx';
import { composeEntry } from '../compose-entry.ts';
import { walkInlines, walkRuns } from '../inlines.ts';
import { mark } from '../line-key.ts';
import { noteNumbers } from '../note-numbers.ts';
import type { PrintOptions } from '../options.ts';
import type { Inline, PrintDocument, Series } from '../print-document.ts';
import { seriesOf } from '../series.ts';
import { sourceKey, sourceKeys } from '../source-keys.ts';
import { docxRuns, type RunSetting } from './docx-runs.ts';

/** One of Word's two streams of notes. */
export type Stream = 'footnote' | 'endnote';

/** One note or entry of a stream of Word's notes. */
export interface Noted {
  readonly id: string;
  readonly stream: Stream;
  readonly number: number;
  readonly content: readonly Inline[];
  /** Stands before its words where Word's own number does not say it: the edition's number, or what the entry is keyed by. */
  readonly label: string;
  /** Ids that stand in it beside its own: readings. */
  readonly holds: readonly string[];
}

/** How Word numbers a stream, in the words of its format. */
export interface Numbering {
  readonly stream: Stream;
  readonly format: string;
  readonly restarts: boolean;
}

export interface DocxNotes {
  readonly notes: ReadonlyMap<string, Noted>;
  readonly numberings: readonly Numbering[];
  numberOf(id: string): string;
}

const formats = { number: 'decimal', letter: 'lowerLetter', roman: 'lowerRoman', symbol: 'chicago' } as const;

/** Which notes go to which of Word's two streams: the config says, else entries are footnotes and, beside them, notes endnotes. A stream of one series is numbered as that is. */
export function docxNotes(document: PrintDocument, options: PrintOptions): DocxNotes {
  const series = seriesOf(document, options);
  const bands = new Map(series.map((each) => [each.id, each]));
  const hasEntries = document.entries.length > 0;
  const streamOf = (each: Series): Stream =>
    options.docxNotes[each.id] ?? (each.holds === 'notes' && hasEntries ? 'endnote' : 'footnote');
  const alone = (['footnote', 'endnote'] as const).flatMap((stream) => {
    const own = series.filter((each) => streamOf(each) === stream);
    return own.length === 1 && own[0]!.key === 'mark' ? [{ stream, series: own[0]! }] : [];
  });
  const marksOf = new Map(alone.map((each) => [each.stream, each.series]));
  const numbers = noteNumbers(document, series);
  const source = sourceKeys(document);
  const notes = new Map(document.notes.map((note) => [note.id, note]));
  const entries = new Map(document.entries.map((entry) => [entry.id, entry]));
  const noted = new Map<string, Noted>();
  const counts = { footnote: 0, endnote: 0 };
  const inText: string[] = [];
  for (const { content } of walkRuns([...document.front, ...document.body, ...document.back]))
    for (const inline of walkInlines(content)) {
      if (inline.kind === 'note') inText.push(inline.note);
      else if (inline.kind === 'entry-end') inText.push(inline.entry);
    }
  const ended = new Set(inText);
  for (const id of [...inText, ...document.entries.map((entry) => entry.id).filter((id) => !ended.has(id))]) {
    const [note, entry] = [notes.get(id), entries.get(id)];
    const band = bands.get((note ?? entry)?.series ?? '');
    if (band === undefined || noted.has(id)) continue;
    const stream = streamOf(band);
    counts[stream]++;
    const number = counts[stream];
    const own = marksOf.get(stream);
    const shown = own === undefined ? String(number) : mark(number, own.marks);
    const isCountedByPage = own !== undefined && own.restart === 'page';
    const span = source.get(id);
    // Word knows no lines of its own; the source's count it can be told.
    const key =
      entry?.loc ||
      (band.key === 'mark' || band.key === 'line' || span === undefined ? '' : sourceKey(span, band.key));
    const n = note === undefined || band.key !== 'mark' ? '' : (numbers.get(id) ?? '');
    noted.set(id, {
      id,
      stream,
      number,
      content: note?.content ?? composeEntry(entry!, options),
      label: key !== '' ? key : n === shown || isCountedByPage ? '' : n,
      holds:
        entry === undefined
          ? []
          : [entry.lemma.id, ...entry.readings.map((reading) => reading.id)].filter((each) => each !== ''),
    });
  }
  return {
    notes: noted,
    // Said of both, as Word would count endnotes in Roman numerals.
    numberings: (['footnote', 'endnote'] as const).map((stream) => {
      const own = marksOf.get(stream);
      return { stream, format: formats[own?.marks ?? 'number'], restarts: own?.restart === 'page' };
    }),
    numberOf: (id) => numbers.get(id) ?? '',
  };
}

/** What stands in a note of Word: its bookmarks, its label and its words. */
export function noteRuns(noted: Noted, setting: RunSetting): ParagraphChild[] {
  const named = [noted.id, ...noted.holds].map(
    (id) => new Bookmark({ id: setting.bookmark(id), children: [] }),
  );
  const label = noted.label === '' ? [] : [new TextRun({ text: `${noted.label} `, bold: true })];
  return [new TextRun(' '), ...named, ...label, ...docxRuns(noted.content, setting)];
}
