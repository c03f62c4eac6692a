import type { PointMark } from './set-run.ts';
import { columns } from './set-run.ts';
import { filled, type ShownBy, type Slotted } from './slots.ts';

/** Words that begin at a column of a line. */
export interface Cell extends Slotted {
  readonly column: number;
}

/** One line of text before pages are made. */
export interface FlowLine {
  /** From left to right; more than one where things stand beside each other. */
  readonly cells: readonly Cell[];
  /** Lines of the text count; blank lines between blocks do not. */
  readonly counts: boolean;
  readonly marks: readonly PointMark[];
  /** The headings that begin here. */
  readonly headings: readonly { readonly id: string; readonly level: number; readonly text: string }[];
  /** Must stand on the page of the next line. */
  readonly staysWithNext: boolean;
  /** Verse number of the line, or ''. */
  readonly verse: string;
  /** Times the lemma of an entry that begins here stands in this line before and at its place, where it stands more than once. */
  readonly occurrences: ReadonlyMap<string, number>;
}

/** A line without words. */
export const blank: FlowLine = {
  cells: [],
  counts: false,
  marks: [],
  headings: [],
  staysWithNext: false,
  verse: '',
  occurrences: new Map(),
};

/** A line of generated words. */
export const lineOf = (text: string, column = 0): FlowLine => ({
  ...blank,
  cells: text === '' ? [] : [{ column, text, holes: [] }],
});

/** What a line prints. */
export function lineText({ cells }: Pick<FlowLine, 'cells'>, shownBy: ShownBy): string {
  let out = '';
  for (const cell of cells) {
    const text = filled(cell, shownBy);
    if (text !== '') out += ' '.repeat(Math.max(out === '' ? 0 : 1, cell.column - columns(out))) + text;
  }
  return out.trimEnd();
}

/** Lines moved to the right. */
export const indented = (lines: readonly FlowLine[], by: number): FlowLine[] =>
  lines.map((line) => ({
    ...line,
    cells: line.cells.map((cell) => ({ ...cell, column: cell.column + by })),
  }));

/** Stretches of lines beside each other, each at its column. */
export function beside(
  parts: readonly { readonly column: number; readonly lines: readonly FlowLine[] }[],
): FlowLine[] {
  const rows = Math.max(0, ...parts.map(({ lines }) => lines.length));
  const moved = parts.map(({ column, lines }) => indented(lines, column));
  return Array.from({ length: rows }, (_, at): FlowLine => {
    const lines = moved.flatMap((part) => (part[at] === undefined ? [] : [part[at]]));
    return {
      cells: lines.flatMap(({ cells }) => cells),
      counts: lines.some(({ counts }) => counts),
      marks: lines.flatMap(({ marks }) => marks),
      headings: lines.flatMap(({ headings }) => headings),
      staysWithNext: lines.some(({ staysWithNext }) => staysWithNext),
      verse: lines.find(({ verse }) => verse !== '')?.verse ?? '',
      occurrences: new Map(lines.flatMap(({ occurrences }) => [...occurrences])),
    };
  });
}
