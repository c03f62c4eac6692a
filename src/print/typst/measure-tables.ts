import { plainText, text, walkBlocks } from '../inlines.ts';
import type { PrintOptions } from '../options.ts';
import type { Inline, PrintDocument, Table } from '../print-document.ts';
import { type ColumnNeed, placedCells, type TableSize, tableSize, usualScale } from '../table-columns.ts';
import { type Model, roomOf } from './model.ts';
import { pieces } from './pieces.ts';
import type { Press } from './press.ts';

/** Words and cells of a column that are measured: the longest by their letters, one of which is the widest. */
const wordsMeasured = 8;
const cellsMeasured = 4;
/** Width of a letter beyond doubt, in type sizes. */
const widest = 1.1;

/** Room left and right of the text of a cell, in its type sizes. */
export const cellPadding = 0.7;

/** Finds type size and columns of the tables whose cells do not fit side by side; the others are left to the typesetter. `widthOf` is the room of a table. */
export function measureTables(
  press: Press,
  model: Model,
  document: PrintDocument,
  options: PrintOptions,
): Map<Table, TableSize> {
  const tables = [...walkBlocks([...document.front, ...document.body, ...document.back])].filter(
    (block): block is Table => block.kind === 'table' && mayBeWide(block, options),
  );
  const asked: { readonly content: readonly Inline[]; readonly isLabel: boolean }[] = [];
  const columnsOf = tables.map((table) => {
    const columns = Array.from({ length: table.columns }, () => [] as ReturnType<typeof placedCells>[number]);
    for (const cell of placedCells(table).flat()) if (cell.columns === 1) columns[cell.column]?.push(cell);
    return columns.map((cells) => {
      const words = cells.flatMap((cell) =>
        pieces(cell.content).map((piece) => ({ content: parted(piece), isLabel: cell.isLabel })),
      );
      return { words: ask(longest(words, wordsMeasured)), cells: ask(longest(cells, cellsMeasured)) };
    });
  });
  if (tables.length === 0) return new Map();
  const widths = press.widths(
    asked.map(({ content, isLabel }) => ({ nodes: model.nodesOf(content), label: isLabel })),
  );
  const widestOf = (items: readonly number[]) => Math.max(0, ...items.map((item) => widths[item]!));
  return new Map(
    tables.map((table, index) => {
      const needs = columnsOf[index]!.map(
        ({ words, cells }): ColumnNeed => ({ word: widestOf(words), cell: widestOf(cells) }),
      );
      return [table, tableSize(needs, cellPadding * options.fontSize, model.widthOf(table))];
    }),
  );

  function ask(items: typeof asked): number[] {
    return items.map((item) => asked.push(item) - 1);
  }
}

const mayBeWide = (table: Table, options: PrintOptions): boolean => {
  const letters = Array<number>(table.columns).fill(0);
  for (const cell of placedCells(table).flat())
    if (cell.columns === 1)
      letters[cell.column] = Math.max(letters[cell.column] ?? 0, plainText(cell.content).length);
  const needed = letters.reduce((sum, each) => sum + each * widest + cellPadding, 0);
  return needed * options.fontSize * usualScale(table.columns) > roomOf(options).width / 2;
};

function longest<Each extends { readonly content: readonly Inline[] }>(
  all: readonly Each[],
  count: number,
): Each[] {
  return all
    .map((each) => ({ each, letters: plainText(each.content).trim().length }))
    .sort((a, b) => b.letters - a.letters)
    .slice(0, count)
    .map(({ each }) => each);
}

/** A word without the blank behind it; of one that may be divided behind a stroke or a hyphen, as addresses are, the longest part. */
function parted(piece: readonly Inline[]): readonly Inline[] {
  const whole = plainText(piece);
  if (!/[/-]./.test(whole)) return piece;
  const [part] = whole.split(/(?<=[/-])/).sort((a, b) => b.length - a.length);
  return [text(part!.trim())];
}
