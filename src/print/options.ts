import { diagnostic } from '../diagnostics/catalogue.ts';
import type { Report } from '../diagnostics/diagnostic.ts';
import type { Place } from '../diagnostics/place.ts';
import type { SeriesKey } from './print-document.ts';

/** What an edition may set about its printed pages; lengths are in points. */
export interface PrintOptions {
  readonly pageSize: readonly [width: number, height: number];
  readonly marginInner: number;
  readonly marginOuter: number;
  readonly marginTop: number;
  readonly marginBottom: number;
  readonly fontSize: number;
  readonly noteSize: number;
  readonly leading: number;
  readonly fonts: readonly string[];
  readonly justify: boolean;
  readonly hyphenate: boolean;
  readonly titlePage: boolean;
  readonly contents: boolean;
  readonly indexes: boolean;
  readonly lineNumbers: 'page' | 'section' | 'document' | 'none';
  readonly lineNumberEvery: number;
  readonly lineNumberSide: 'outer' | 'inner' | 'left' | 'right';
  readonly verseNumberEvery: number;
  readonly ranges: 'full' | 'short' | 'following';
  readonly keyNumerals: 'arabic' | 'roman';
  readonly sameKey: 'repeat' | 'omit';
  readonly lemmaWords: number;
  readonly lemmaEllipsis: string;
  readonly lemmaBracket: string;
  readonly repeatedWords: boolean;
  readonly readingSeparator: string;
  readonly siglaSeparator: string;
  readonly entrySeparator: string;
  readonly bandTitles: boolean;
  readonly series: Readonly<Record<string, SeriesOptions>>;
  readonly pdfStandard: string;
  readonly date: string;
  readonly docxNotes: Readonly<Record<string, 'footnote' | 'endnote'>>;
  readonly textWidth: number;
  readonly textLines: number;
}

export interface SeriesOptions {
  readonly title?: string;
  readonly order?: number;
  readonly layout?: 'run-in' | 'blocks';
  readonly key?: SeriesKey;
  readonly marks?: 'number' | 'letter' | 'roman' | 'symbol';
  readonly restart?: 'document' | 'page';
}

type Kind = 'size' | 'length' | 'number' | 'flag' | 'words' | 'strings' | 'choice' | 'series' | 'streams';

/** One row of the table of print options: what the reference prints and the reader of the config checks. */
export interface PrintOption {
  readonly key: keyof PrintOptions;
  readonly kind: Kind;
  readonly choices?: readonly string[];
  readonly default: unknown;
  readonly describes: string;
}

const sizes: Readonly<Record<string, readonly [number, number]>> = {
  a4: [595.28, 841.89],
  a5: [419.53, 595.28],
  b5: [498.9, 708.66],
  letter: [612, 792],
  octavo: [432, 648],
};
const keys = ['mark', 'line', 'verse', 'paragraph', 'source-page', 'source-line'] as const;
const seriesShape: Readonly<Record<keyof SeriesOptions, readonly string[] | 'string' | 'number'>> = {
  title: 'string',
  order: 'number',
  layout: ['run-in', 'blocks'],
  key: keys,
  marks: ['number', 'letter', 'roman', 'symbol'],
  restart: ['document', 'page'],
};

/** Every key below `print` in `variorum.json`. */
export const printOptions: readonly PrintOption[] = [
  {
    key: 'pageSize',
    kind: 'size',
    default: 'b5',
    describes: 'Paper: a4, a5, b5, letter, octavo, or width and height ("148mm 210mm").',
  },
  { key: 'marginInner', kind: 'length', default: '22mm', describes: 'Margin at the spine.' },
  { key: 'marginOuter', kind: 'length', default: '24mm', describes: 'Margin at the outer edge.' },
  {
    key: 'marginTop',
    kind: 'length',
    default: '22mm',
    describes: 'Margin above the text; the running head stands in it.',
  },
  { key: 'marginBottom', kind: 'length', default: '22mm', describes: 'Margin below the foot.' },
  { key: 'fontSize', kind: 'length', default: '10.5pt', describes: 'Type size of the text.' },
  { key: 'noteSize', kind: 'length', default: '8.5pt', describes: 'Type size of the foot.' },
  { key: 'leading', kind: 'number', default: 1.3, describes: 'Distance of lines, in type sizes.' },
  {
    key: 'fonts',
    kind: 'strings',
    default: [],
    describes:
      'Font files of the edition (.ttf, .otf, .woff), first choice first; the packaged fonts follow.',
  },
  { key: 'justify', kind: 'flag', default: true, describes: 'Sets prose to the full width of the line.' },
  {
    key: 'hyphenate',
    kind: 'flag',
    default: true,
    describes: 'Divides words by the rules of their language.',
  },
  { key: 'titlePage', kind: 'flag', default: true, describes: 'Begins with a title page.' },
  {
    key: 'contents',
    kind: 'flag',
    default: true,
    describes: 'Prints a table of contents where the text has headings.',
  },
  { key: 'indexes', kind: 'flag', default: true, describes: 'Prints the indexes with page numbers.' },
  {
    key: 'lineNumbers',
    kind: 'choice',
    choices: ['page', 'section', 'document', 'none'],
    default: 'page',
    describes:
      'Where the count of lines begins again; `none` prints no numbers, and keys still count by page.',
  },
  { key: 'lineNumberEvery', kind: 'number', default: 5, describes: 'Prints every so many line numbers.' },
  {
    key: 'lineNumberSide',
    kind: 'choice',
    choices: ['outer', 'inner', 'left', 'right'],
    default: 'outer',
    describes: 'Margin that the line numbers stand in.',
  },
  {
    key: 'verseNumberEvery',
    kind: 'number',
    default: 5,
    describes: 'Prints every so many verse numbers; 0 numbers verse by printed line.',
  },
  {
    key: 'ranges',
    kind: 'choice',
    choices: ['full', 'short', 'following'],
    default: 'short',
    describes: 'How a span of lines is written: 107–108, 107–8, or 107f. and 107ff.',
  },
  {
    key: 'keyNumerals',
    kind: 'choice',
    choices: ['arabic', 'roman'],
    default: 'arabic',
    describes: 'Numerals of the keys.',
  },
  {
    key: 'sameKey',
    kind: 'choice',
    choices: ['repeat', 'omit'],
    default: 'repeat',
    describes: 'Prints the key again for a second entry of the same line, or leaves it out.',
  },
  {
    key: 'lemmaWords',
    kind: 'number',
    default: 4,
    describes: 'A lemma of more words is shortened to its first and last; 0 never shortens.',
  },
  {
    key: 'lemmaEllipsis',
    kind: 'words',
    default: ' … ',
    describes: 'Stands between the first and last word of a shortened lemma.',
  },
  { key: 'lemmaBracket', kind: 'words', default: ']', describes: 'Stands after the lemma.' },
  {
    key: 'repeatedWords',
    kind: 'flag',
    default: true,
    describes: 'Counts a lemma that its printed line holds more than once: et².',
  },
  { key: 'readingSeparator', kind: 'words', default: ' : ', describes: 'Stands between two readings.' },
  {
    key: 'siglaSeparator',
    kind: 'words',
    default: ' ',
    describes: 'Stands between a reading and its sigla.',
  },
  {
    key: 'entrySeparator',
    kind: 'words',
    default: ' ‖ ',
    describes: 'Stands between two entries that are run in.',
  },
  { key: 'bandTitles', kind: 'flag', default: false, describes: 'Prints the title of a band above it.' },
  {
    key: 'series',
    kind: 'series',
    default: {},
    describes:
      'Settings of a band by its name: title, order, layout (run-in, blocks), key (mark, line, verse, paragraph, source-page, source-line), marks (number, letter, roman, symbol), restart (document, page).',
  },
  {
    key: 'pdfStandard',
    kind: 'choice',
    choices: ['1.7', '2.0', 'a-2b', 'a-2u', 'a-2a', 'a-3b', 'a-3u', 'a-3a', 'a-4'],
    default: 'a-2u',
    describes: 'PDF standard that the file keeps.',
  },
  {
    key: 'date',
    kind: 'words',
    default: '',
    describes: "Date in the file's metadata (ISO 8601); without it, the edition's own.",
  },
  {
    key: 'docxNotes',
    kind: 'streams',
    default: {},
    describes: 'Which series are footnotes in Word and which endnotes (footnote, endnote).',
  },
  {
    key: 'textWidth',
    kind: 'number',
    default: 64,
    describes: 'Columns of the text in pages, without the margin.',
  },
  { key: 'textLines', kind: 'number', default: 56, describes: 'Lines of a page of the text in pages.' },
];

const points: Readonly<Record<string, number>> = { pt: 1, mm: 72 / 25.4, cm: 720 / 25.4, in: 72 };

function lengthOf(value: unknown): number | undefined {
  if (typeof value === 'number') return value > 0 && Number.isFinite(value) ? value : undefined;
  const found = /^\s*(\d+(?:\.\d+)?)\s*(pt|mm|cm|in)\s*$/.exec(String(value));
  return found === null ? undefined : Number(found[1]) * points[found[2]!]!;
}

function sizeOf(value: unknown): readonly [number, number] | undefined {
  const text = String(value).trim().toLowerCase();
  if (Object.hasOwn(sizes, text)) return sizes[text];
  const [width, height, more] = text.split(/\s+/).map(lengthOf);
  return more === undefined && width !== undefined && height !== undefined && width > 100 && height > 100
    ? [width, height]
    : undefined;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function seriesOf(value: unknown): unknown {
  if (!isRecord(value)) return undefined;
  for (const settings of Object.values(value)) {
    if (!isRecord(settings)) return undefined;
    for (const [key, each] of Object.entries(settings)) {
      const shape = Object.hasOwn(seriesShape, key) ? seriesShape[key as keyof SeriesOptions] : undefined;
      if (shape === undefined) return undefined;
      if (typeof shape === 'string' ? typeof each !== shape : !shape.includes(String(each))) return undefined;
    }
  }
  return value;
}

const readers: Readonly<Record<Kind, (value: unknown, option: PrintOption) => unknown>> = {
  size: sizeOf,
  length: lengthOf,
  number: (value) => (typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : undefined),
  flag: (value) => (typeof value === 'boolean' ? value : undefined),
  words: (value) => (typeof value === 'string' ? value : undefined),
  strings: (value) =>
    Array.isArray(value) && value.every((each) => typeof each === 'string') ? value : undefined,
  choice: (value, option) => (option.choices?.includes(String(value)) ? value : undefined),
  series: seriesOf,
  streams: (value) =>
    isRecord(value) && Object.values(value).every((each) => each === 'footnote' || each === 'endnote')
      ? value
      : undefined,
};
const wanted: Readonly<Record<Kind, string>> = {
  size: 'a4, a5, b5, letter, octavo, or a width and a height such as "148mm 210mm"',
  length: 'a length such as "10.5pt" or "22mm"',
  number: 'a number from 0',
  flag: 'true or false',
  words: 'a string',
  strings: 'a list of strings',
  choice: 'one of its words',
  series:
    'an object of series, each with title, order, layout, key, marks or restart as the guide lists them',
  streams: 'an object of series, each "footnote" or "endnote"',
};

/** Reads the `print` settings of a config; what is wrong is reported, and its default stands. */
export function readPrintOptions(
  settings: Readonly<Record<string, unknown>>,
  report: Report,
  place: Place,
): PrintOptions {
  const options: Record<string, unknown> = {};
  for (const option of printOptions) options[option.key] = readers[option.kind](option.default, option);
  for (const [key, value] of Object.entries(settings)) {
    const option = printOptions.find((each) => each.key === key);
    if (option === undefined) {
      report(diagnostic('config-unknown-key', place, { key: `print.${key}` }));
      continue;
    }
    const read = readers[option.kind](value, option);
    if (read === undefined) {
      const what = option.choices === undefined ? wanted[option.kind] : `one of ${option.choices.join(', ')}`;
      report(diagnostic('config-wrong-type', place, { key: `print.${key}`, wanted: what }));
    } else options[key] = read;
  }
  return options as unknown as PrintOptions;
}

/** The options of an edition that sets none. */
export const defaultPrintOptions: PrintOptions = readPrintOptions({}, () => {}, {
  path: '',
  line: 1,
  column: 1,
  endLine: 1,
  endColumn: 1,
});
