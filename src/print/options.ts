import { pageSizeOf, pointsOf } from '../config/lengths.ts';
import { printKeys } from '../config/print-keys.ts';
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
  readonly facing: boolean;
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

type Raw = Readonly<Record<string, unknown>>;

const defaults: Raw = Object.fromEntries(
  printKeys.map(({ key, default: value }) => [key.slice('print.'.length), value]),
);
const isLength = new Set(
  printKeys.filter(({ type }) => type === 'length').map(({ key }) => key.slice('print.'.length)),
);

/** The `print` settings of a config with lengths in points; the config's reader has checked them, and what is not set has its default. */
export function readPrintOptions(settings: Raw): PrintOptions {
  const options = Object.entries({ ...defaults, ...settings }).map(([name, value]) => [
    name,
    name === 'pageSize' ? pageSizeOf(value) : isLength.has(name) ? pointsOf(value) : value,
  ]);
  return Object.fromEntries(options) as PrintOptions;
}

/** The options of an edition that sets none. */
export const defaultPrintOptions: PrintOptions = readPrintOptions({});
