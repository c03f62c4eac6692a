import { walkBlocks } from '../inlines.ts';
import type { PrintOptions } from '../options.ts';
import type { IndexLine } from '../page-index.ts';
import type { Heading, PrintDocument } from '../print-document.ts';

/** What a pass paints, as the template reads it; lengths in points. */
export interface Layout {
  /** Pages of each segment of the text, in order. */
  readonly feet: readonly (readonly LaidPage[])[];
  /** Facing pages of each segment: the pairs on them, and what is added to their left and right sides, and above them. */
  readonly spreads: readonly (readonly (readonly (readonly [
    pair: number,
    left: number,
    right: number,
    gap: number,
  ])[])[])[];
  /** Calls of notes whose numbers begin again on each page. */
  readonly marks: Readonly<Record<string, string>>;
  readonly refs: Readonly<Record<string, string>>;
  readonly contents: readonly (readonly [level: number, text: string, page: string])[];
  readonly indexes: readonly { readonly title: string; readonly entries: readonly IndexLine[] }[];
  /** The page that the text begins on. */
  readonly start: number;
}

export interface LaidPage {
  readonly page: number;
  /** Height kept at the foot. */
  readonly room: number;
  /** Page number and running head, or nothing. */
  readonly head: readonly string[];
  readonly numbers: readonly (readonly [y: number, label: string, side: 'left' | 'right'])[];
  readonly bands: readonly {
    readonly 'run-in': boolean;
    readonly title: string;
    readonly items: readonly FootItem[];
  }[];
}

/** A note or entry with its key, and of a long one the lines that stand here; −1 for a whole one. */
export type FootItem = readonly [id: string, label: string, from: number, to: number];

/** The layout that a first pass starts from: nothing painted. */
export const blankLayout = (document: PrintDocument, options: PrintOptions): Layout => ({
  feet: [],
  spreads: [],
  marks: {},
  refs: {},
  contents: contentsOf(document, options, () => '000'),
  indexes: [],
  start: 1,
});

/** The table of contents: level, words and page of the headings of the first three levels and of the indexes; nothing where the text has one heading or none. */
export function contentsOf(
  document: PrintDocument,
  options: PrintOptions,
  pageOf: (id: string) => string,
  indexes: Layout['contents'] = [],
): Layout['contents'] {
  const headings = [...walkBlocks([...document.front, ...document.body, ...document.back])].filter(
    (block) => block.kind === 'heading' && block.level <= 3,
  ) as Heading[];
  return options.contents && headings.length > 1
    ? [...headings.map(({ level, text, id }) => [level, text, pageOf(id ?? '')] as const), ...indexes]
    : [];
}
