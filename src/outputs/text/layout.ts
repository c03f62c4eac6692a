import stringWidth from 'string-width';
import { wrapLine } from './wrap-line.ts';

const lineIndent = '  ';
const continuation = '      ';
const columnGap = '  ';

/** Lays out flowing text at a width. Paragraphs are parted by U+2029 or an empty line, the lines of a group (verses, items, rows) by U+2028, plain lines by a line feed. Width 0 leaves each on one line. */
export function layOut(flowing: string, width: number): string {
  const out: string[] = [];
  for (const block of flowing.split(/\u2029|\n[ \t]*\n/)) {
    const isGroup = block.includes('\u2028');
    const lines = block
      .split(/[\u2028\n]/)
      .map(trimmed)
      .filter((line) => line !== '');
    if (lines.length === 0) continue;
    if (out.length > 0) out.push('');
    if (!isGroup) out.push(...lines.flatMap((line) => wrapLine(clean(line), width)));
    else out.push(...(alignColumns(lines, width) ?? groupOf(lines, width)));
  }
  return `${out.join('\n')}\n`;
}

function groupOf(lines: readonly string[], width: number): string[] {
  return lines.flatMap((line) => wrapLine(clean(line), width, lineIndent, continuation));
}

function trimmed(line: string): string {
  return line.replace(/^[ \t]+|[ \t]+$/g, '');
}

/** Runs of blanks become one, tabs two blanks: no line of the reading text has two blanks, so that cells can be told apart. */
function clean(line: string): string {
  return line.replace(/ {2,}/g, ' ').replace(/ *\t */g, columnGap);
}

/** Rows with their cells padded to columns; undefined where there are no cells, or they are wider than the page. */
function alignColumns(lines: readonly string[], width: number): string[] | undefined {
  if (lines.length < 2 || !lines.every((line) => line.includes('\t'))) return undefined;
  const rows = lines.map((line) => line.split('\t').map((cell) => clean(trimmed(cell))));
  const widths: number[] = [];
  for (const row of rows) {
    row.forEach((cell, column) => {
      widths[column] = Math.max(widths[column] ?? 0, stringWidth(cell));
    });
  }
  const total = widths.reduce((sum, each) => sum + each + columnGap.length, 0);
  if (width > 0 && total + lineIndent.length > width) return undefined;
  return rows.map((row) =>
    (
      lineIndent +
      row.map((cell, column) => cell + ' '.repeat(widths[column]! - stringWidth(cell))).join(columnGap)
    ).trimEnd(),
  );
}
