import type { Inline, Table } from '../print-document.ts';
import { tableGrid } from '../table-grid.ts';
import { type LatexSetting, latexInlines } from './latex-inlines.ts';
import { paragraph } from './latex-paragraph.ts';

/** A table; one with calls or lemmata in it is written row by row, as reledmac keys nothing inside `longtable`. */
export function latexTable(block: Table, setting: LatexSetting): string {
  const caption =
    block.caption.length > 0 ? `${paragraph(`\\emph{${latexInlines(block.caption, setting)}}`)}\n` : '';
  const isKeyed = block.rows.some((row) => row.cells.some((cell) => cell.content.some(holdsMarks)));
  if (isKeyed)
    return (
      caption +
      block.rows
        .map((row) =>
          paragraph(
            row.cells.map((cell) => latexInlines(cell.content, setting)).join('\\quad\\textbar\\quad '),
            '',
            '\\noindent\\hangindent=2em ',
          ),
        )
        .join('\n')
    );
  const columns = Math.max(1, block.columns);
  const share = (count: number) =>
    `\\dimexpr${((0.98 * count) / columns).toFixed(3)}\\textwidth-2\\tabcolsep`;
  const rows = tableGrid(block).map(({ isLabel, cells }) =>
    cells
      .map((cell) => {
        if (cell === undefined) return '';
        const content = latexInlines(cell.content, setting);
        const shown = cell.isLabel || isLabel ? `\\textbf{${content}}` : content;
        return cell.columns > 1
          ? `\\multicolumn{${cell.columns}}{>{\\raggedright\\arraybackslash}p{${share(cell.columns)}}}{${shown}}`
          : `{${shown}}`;
      })
      .join(' & '),
  );
  const size = columns > 8 ? '\\scriptsize' : columns > 5 ? '\\footnotesize' : '\\small';
  return `${caption}\\pausenumbering\n{${size}\\setlength{\\tabcolsep}{${columns > 5 ? 2 : 4}pt}\n\\begin{longtable}{*{${columns}}{>{\\raggedright\\arraybackslash}p{${share(1)}}}}\n${rows.map((row) => `${row} \\\\`).join('\n')}\n\\end{longtable}}\n\\resumenumbering`;
}

const holdsMarks = (inline: Inline): boolean =>
  inline.kind === 'note' ||
  inline.kind === 'entry-start' ||
  inline.kind === 'entry-end' ||
  ('content' in inline && inline.content.some(holdsMarks));
