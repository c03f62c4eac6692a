import type { Inline, Table } from './print-document.ts';

/** A cell with the column that it begins in, from 0: one that goes over rows keeps its columns from the cells below. */
export interface PlacedCell {
  readonly column: number;
  readonly columns: number;
  readonly isLabel: boolean;
  readonly content: readonly Inline[];
}

/** The cells of a table in their columns, row by row. */
export function placedCells(table: Table): PlacedCell[][] {
  let hanging: number[] = [];
  return table.rows.map(({ cells }) => {
    const taken = hanging.map((rows) => rows > 0);
    hanging = hanging.map((rows) => Math.max(0, rows - 1));
    let column = 0;
    return cells.map(({ columns, rows, isLabel, content }) => {
      while (taken[column] === true) column++;
      const placed = { column, columns, isLabel, content };
      for (let at = column; at < column + columns; at++) {
        taken[at] = true;
        if (rows > 1) hanging[at] = rows - 1;
        else hanging[at] ??= 0;
      }
      column += columns;
      return placed;
    });
  });
}

/** What the columns of a table need, in points at the text's own type size: for their longest word, and for their longest cell on one line. */
export interface ColumnNeed {
  readonly word: number;
  readonly cell: number;
}

/** How a table is set: its type size in sizes of the text, the widths of its columns in points where they are not left to the typesetter, and what must be broken. */
export interface TableSize {
  readonly scale: number;
  readonly widths: readonly number[] | undefined;
  /** Columns by number with what is broken in them: words that have no syllables, as figures, or any. */
  readonly broken: ReadonlyMap<number, 'figures' | 'words'>;
}

/** The smallest type of a table, in sizes of the text. */
const smallest = 0.62;
/** Width that a syllable may take, in paddings of a cell. */
const syllable = 5.5;

/** Type size of a table by the number of its columns, in sizes of the text. */
export const usualScale = (columns: number): number => (columns > 8 ? 0.75 : columns > 5 ? 0.85 : 0.94);

/** Shares the width among the columns: as they are where all cells fit on one line, else so that no word is broken, in smaller type if it must be; where that is not enough, words are. */
export function tableSize(needs: readonly ColumnNeed[], padding: number, width: number): TableSize {
  const usual = usualScale(needs.length);
  const none = new Map<number, 'figures' | 'words'>();
  // A hair more, so that rounding breaks no word.
  const room = width - 0.5;
  const words = needs.map(({ word }) => word + padding);
  const cells = needs.map(({ cell }) => cell + padding);
  if (sum(cells) * usual <= room) return { scale: usual, widths: undefined, broken: none };
  const scale = Math.max(smallest, Math.min(usual, room / sum(words)));
  const least = words.map((each) => each * scale);
  const most = cells.map((each) => each * scale);
  const isEnough = sum(least) <= room + 1e-6;
  const widths = isEnough ? shares(most, width, least) : shares(least, width);
  const broken = new Map(
    [...widths.keys()]
      .filter((index) => widths[index]! < least[index]! - 1e-6)
      .map((index) => [index, widths[index]! < syllable * padding * scale ? 'words' : 'figures'] as const),
  );
  return { scale, widths, broken };
}

/** Shares a width so that who wants less than the others' share gets what it wants, and the others one share, each at least its least. */
function shares(
  wanted: readonly number[],
  width: number,
  least: readonly number[] = wanted.map(() => 0),
): number[] {
  const at = (share: number) => wanted.map((want, index) => Math.min(want, Math.max(least[index]!, share)));
  const steps = [0, ...least, ...wanted].sort((a, b) => a - b);
  const from = steps.findLast((step) => sum(at(step)) <= width + 1e-6) ?? 0;
  const open = wanted.filter((want, index) => want > from && least[index]! <= from).length;
  return at(open === 0 ? from : from + (width - sum(at(from))) / open);
}

const sum = (values: readonly number[]): number => values.reduce((all, each) => all + each, 0);

/** Inlines whose words, or those without syllables, may be broken between any two letters. */
export const brokenAnywhere = (content: readonly Inline[], what: 'figures' | 'words'): Inline[] =>
  content.map((inline): Inline => {
    if (inline.kind === 'text')
      return {
        ...inline,
        text: inline.text.replace(/\S+/gu, (word) =>
          what === 'figures' && /^[\p{L}\p{M}]+\p{P}?$/u.test(word)
            ? word
            : word.replace(/(?<=[\p{L}\p{N}\p{P}\p{M}])(?=[\p{L}\p{N}])/gu, '\u200B'),
        ),
      };
    return 'content' in inline
      ? ({ ...inline, content: brokenAnywhere(inline.content, what) } as Inline)
      : inline;
  });
