import { estimateColumns } from '../estimate-columns.ts';
import type { Inline, Table } from '../print-document.ts';
import { brokenAnywhere } from '../table-columns.ts';
import { tableGrid } from '../table-grid.ts';
import { type LatexSetting, latexInlines } from './latex-inlines.ts';
import { paragraph, trimmed } from './latex-paragraph.ts';

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
            row.cells
              .map((cell) => trimmed(latexInlines(cell.content, setting)))
              .join('\\quad\\textbar\\quad '),
            '',
            '\\noindent\\hangindent=2em ',
          ),
        )
        .join('\n')
    );
  const { pageSize, marginInner, marginOuter, fontSize } = setting.options;
  const gap = block.columns > 5 ? 2 : 4;
  const { scale, widths, broken } = estimateColumns(
    block,
    fontSize,
    2 * gap,
    pageSize[0] - marginInner - marginOuter,
  );
  const size = Number((fontSize * scale).toFixed(2));
  const column = (from: number, count = 1) => {
    const all = widths.slice(from, from + count).reduce((sum, each) => sum + each, 0) - 2 * gap;
    return `>{\\raggedright\\arraybackslash}p{${all.toFixed(2)}bp}`;
  };
  const rows = tableGrid(block).map(({ isLabel, cells }) => {
    let at = 0;
    return cells
      .map((cell) => {
        const from = at;
        at += cell?.columns ?? 1;
        if (cell === undefined) return '';
        const what = broken.get(from);
        const words = what === undefined ? cell.content : brokenAnywhere(cell.content, what);
        const content = trimmed(latexInlines(words, setting));
        const shown = cell.isLabel || isLabel ? `\\textbf{${content}}` : content;
        return cell.columns > 1
          ? `\\multicolumn{${cell.columns}}{${column(from, cell.columns)}}{${shown}}`
          : `{${shown}}`;
      })
      .join(' & ');
  });
  const first = block.rows.findIndex((row) => !row.isLabel);
  const line = (row: string) => `${row} \\\\`;
  const head = first > 0 ? `${rows.slice(0, first).map(line).join('\n')}\n\\endhead\n` : '';
  return `${caption}\\pausenumbering
{\\fontsize{${size}}{${(size * 1.2).toFixed(2)}}\\selectfont\\setlength{\\tabcolsep}{${gap}bp}
\\begin{longtable}{${widths.map((_, at) => column(at)).join('')}}
${head}${rows
  .slice(head === '' ? 0 : first)
  .map(line)
  .join('\n')}
\\end{longtable}}
\\resumenumbering`;
}

const holdsMarks = (inline: Inline): boolean =>
  inline.kind === 'note' ||
  inline.kind === 'entry-start' ||
  inline.kind === 'entry-end' ||
  ('content' in inline && inline.content.some(holdsMarks));
