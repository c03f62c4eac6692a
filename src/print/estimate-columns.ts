import { plainText } from './inlines.ts';
import type { Table } from './print-document.ts';
import { type ColumnNeed, placedCells, type TableSize, tableSize, usualScale } from './table-columns.ts';

/** Width of a letter of running text, in type sizes; of the bold heads of a table, a little more. */
const letter = 0.5;
const boldLetter = 0.56;

/** Widths of a table's columns in points and its type in sizes of the text, for a program that sets the lines itself: by the number of letters. */
export function estimateColumns(
  table: Table,
  fontSize: number,
  padding: number,
  width: number,
): TableSize & { readonly widths: readonly number[] } {
  const needs: { word: number; cell: number }[] = Array.from({ length: Math.max(1, table.columns) }, () => ({
    word: fontSize,
    cell: fontSize,
  }));
  placedCells(table).forEach((cells, at) => {
    for (const { column, columns, isLabel, content } of cells) {
      const em = fontSize * (isLabel || table.rows[at]!.isLabel ? boldLetter : letter);
      const words = plainText(content).trim().split(/\s+/u);
      const word = (em * Math.max(...words.map((each) => each.length))) / columns;
      const cell = (em * (words.join(' ').length + 1)) / columns;
      for (const need of needs.slice(column, column + columns)) {
        need.word = Math.max(need.word, word);
        need.cell = Math.max(need.cell, cell);
      }
    }
  });
  const size = tableSize(needs as ColumnNeed[], padding, width);
  return {
    ...size,
    widths: size.widths ?? needs.map(({ cell }) => (cell + padding) * usualScale(needs.length)),
  };
}
