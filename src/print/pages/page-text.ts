import type { PrintOptions } from '../options.ts';
import type { PrintDocument } from '../print-document.ts';
import { type FlowLine, lineText } from './flow-line.ts';
import { columns, setRun } from './set-run.ts';
import { filled, type ShownBy, type Slotted } from './slots.ts';

/** Columns left of the text, where the line numbers stand. */
export const margin = 6;

/** What every page is written with. */
export interface Frame {
  readonly options: PrintOptions;
  readonly running: PrintDocument['running'];
  readonly shownBy: ShownBy;
}

interface Content {
  readonly lines: readonly { readonly line: FlowLine; readonly number: number }[];
  readonly bands: readonly (readonly Slotted[])[];
  readonly isTight: boolean;
}

/** A page as text: running head, numbered lines, and the foot on its last lines. */
export function pageText(
  { lines, bands, isTight }: Content,
  n: number,
  section: string,
  frame: Frame,
): string {
  const { options, running, shownBy } = frame;
  // The first page has the heading itself.
  const title = n === 1 ? '' : n % 2 === 0 ? running.left : section || running.right;
  const head = headOf(n, title, options);
  const body = lines.map(({ line, number }, index) => {
    const shown = numberOf(line, number, lines[index - 1]?.number, options);
    return `${shown.padStart(margin - 2)}  ${lineText(line, shownBy)}`.trimEnd();
  });
  const foot = bands.flatMap((band, at) => [
    ...(at > 0 && !isTight ? [''] : []),
    ...band.map((line) => filled(line, shownBy).trimEnd()),
  ]);
  const ruled = foot.length === 0 ? [] : ['', '-'.repeat(16), ...foot];
  const filler = Math.max(0, options.textLines - 2 - body.length - ruled.length);
  return `${[head, '', ...body, ...Array<string>(filler).fill(''), ...ruled].join('\n')}\n`;
}

function numberOf(line: FlowLine, number: number, before: number | undefined, options: PrintOptions): string {
  const { lineNumberEvery, verseNumberEvery, lineNumbers } = options;
  const isVerse = line.verse !== '' && verseNumberEvery > 0;
  const every = isVerse ? verseNumberEvery : lineNumberEvery;
  const isShown =
    line.counts &&
    every > 0 &&
    number % every === 0 &&
    !(isVerse && before === number) &&
    (isVerse || lineNumbers !== 'none');
  return isShown ? String(number) : '';
}

/** The page's number at the outer edge, the title in the middle. */
function headOf(n: number, title: string, { textWidth }: PrintOptions): string {
  const full = textWidth + margin;
  const isLong = setRun(title, full - 8).length > 1;
  const shown = isLong ? `${setRun(title, full - 10)[0]!.text} …` : title;
  const left = Math.max(0, Math.floor((full - columns(shown)) / 2));
  if (n % 2 === 0) return `${n}${' '.repeat(Math.max(2, left - String(n).length))}${shown}`;
  const head = ' '.repeat(left) + shown;
  return `${head}${' '.repeat(Math.max(1, full - columns(head) - String(n).length))}${n}`;
}
