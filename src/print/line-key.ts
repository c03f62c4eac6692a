import type { PrintOptions } from './options.ts';

/** Where one end of a lemma stands: the scope its number counts in (a page, a section), that scope's label, and the number. */
export interface KeyPoint {
  readonly scope: string;
  readonly number: number;
  /** The number alone could be another line's: its scope is written before it. */
  readonly isScoped?: boolean;
}

/** Writes a span of line numbers as the edition's style has it: 107–108, 107–8, 107f. or 107ff.; a span that leaves its scope names the other, and a number that is not clear alone has its scope before it: 3.2. */
export function lineKey(
  from: KeyPoint,
  to: KeyPoint,
  options: Pick<PrintOptions, 'ranges' | 'keyNumerals'>,
): string {
  const numeral = options.keyNumerals === 'roman' ? roman : String;
  const scoped = (point: KeyPoint) => (point.scope === '' ? '' : `${point.scope}.`) + numeral(point.number);
  const first = from.isScoped === true ? scoped(from) : numeral(from.number);
  if (from.scope !== to.scope) return `${first}–${scoped(to)}`;
  if (to.number <= from.number) return first;
  if (options.ranges === 'following') return to.number === from.number + 1 ? `${first}f.` : `${first}ff.`;
  if (options.ranges === 'full' || options.keyNumerals === 'roman') return `${first}–${numeral(to.number)}`;
  return `${first}–${shortEnd(from.number, to.number)}`;
}

/** The digits of the end that differ from the start; 111–12 and not 111–2, as numbers from 11 to 19 are spoken whole. */
function shortEnd(from: number, to: number): string {
  const [first, last] = [String(from), String(to)];
  if (first.length !== last.length) return last;
  let same = 0;
  while (first[same] === last[same]) same++;
  const keep = last.length - same;
  return keep === 1 && last.at(-2) === '1' && last.length > 1 ? last.slice(-2) : last.slice(same);
}

/** Lower-case Roman numerals, from 1. */
export function roman(value: number): string {
  const steps: [number, string][] = [
    [1000, 'm'],
    [900, 'cm'],
    [500, 'd'],
    [400, 'cd'],
    [100, 'c'],
    [90, 'xc'],
    [50, 'l'],
    [40, 'xl'],
    [10, 'x'],
    [9, 'ix'],
    [5, 'v'],
    [4, 'iv'],
    [1, 'i'],
  ];
  let [rest, out] = [value, ''];
  for (const [step, letters] of steps) for (; rest >= step; rest -= step) out += letters;
  return out;
}

/** The mark of the nth note of a series, from 1: 1, a, i, or * † ‡ § ‖ ¶ doubled after six. */
export function mark(n: number, marks: 'number' | 'letter' | 'roman' | 'symbol'): string {
  if (marks === 'number') return String(n);
  if (marks === 'roman') return roman(n);
  const signs = marks === 'letter' ? 'abcdefghijklmnopqrstuvwxyz' : '*†‡§‖¶';
  return signs[(n - 1) % signs.length]!.repeat(Math.ceil(n / signs.length));
}
