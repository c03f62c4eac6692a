import type { Table, TableCell } from './print-document.ts';

/** One row of a table: its cells by the column they begin in, and nothing wherever one of a row above hangs down. */
export interface GridRow {
  readonly isLabel: boolean;
  readonly cells: readonly (TableCell | undefined)[];
}

/** Rows with an empty cell wherever one of a row above hangs down. */
export function tableGrid(table: Table): GridRow[] {
  const hanging: number[] = [];
  return table.rows.map(({ isLabel, cells: own }) => {
    const cells: (TableCell | undefined)[] = [];
    let column = 0;
    const skip = () => {
      for (; (hanging[column] ?? 0) > 0; column++) {
        hanging[column]!--;
        cells.push(undefined);
      }
    };
    for (const cell of own) {
      skip();
      cells.push(cell);
      for (let at = 0; at < cell.columns; at++) hanging[column + at] = cell.rows - 1;
      column += cell.columns;
    }
    skip();
    return { isLabel, cells };
  });
}

/** How many columns rows have, with the cells that hang into them from above. */
export function columnsOf(
  rows: readonly { readonly cells: readonly { readonly columns: number; readonly rows: number }[] }[],
): number {
  let most = 0;
  let hanging: number[] = [];
  for (const row of rows) {
    const width = row.cells.reduce((sum, cell) => sum + cell.columns, 0) + hanging.length;
    most = Math.max(most, width);
    hanging = [
      ...hanging.map((left) => left - 1).filter((left) => left > 0),
      ...row.cells.flatMap((cell) => (cell.rows > 1 ? Array<number>(cell.columns).fill(cell.rows - 1) : [])),
    ];
  }
  return most;
}
