import type { EditedDocument } from '../edited-document.ts';
import { STEP } from '../sequence.ts';

/** What is added at a point, with the blanks that part it from the words there; within a word there are none. */
export function apart({ sequence }: EditedDocument, point: number, text: string): string {
  const { steps, texts } = sequence;
  const textAt = (at: number) => (((steps[at] ?? 0) & 3) === STEP.text ? texts[steps[at]! >> 2]! : '');
  let [before, after] = [point - 1, point];
  while (before > 0 && textAt(before) === '') before--;
  while (after < steps.length && textAt(after) === '') after++;
  const [isParted, isPartedAfter] = [/\s$/.test(textAt(before)), /^\s/.test(textAt(after))];
  if (text === '' || (!isParted && !isPartedAfter)) return text;
  return `${isParted ? '' : ' '}${text}${isPartedAfter ? '' : ' '}`;
}

/** A step of text, and what it says beside an omission. */
export interface Tidied {
  readonly step: number;
  readonly text: string;
}

/** What is next to words that a witness omits: no blank before a stop or comma; and where the line now begins with one (`isLoose`: it may go), nothing before its first word. */
export function besideOmission(
  { sequence, reading }: EditedDocument,
  start: number,
  end: number,
  isLoose: boolean,
): Tidied | undefined {
  const { steps, texts } = sequence;
  const blockAt = (at: number) => (steps[at]! & 3) !== STEP.text && reading.blocks[steps[at]! >> 2] === 1;
  const textAt = (at: number) => ((steps[at]! & 3) === STEP.text ? texts[steps[at]! >> 2]! : '');
  let next = end;
  while (next < steps.length && textAt(next) === '' && !blockAt(next)) next++;
  const stop = next < steps.length ? /^[,;:.!?·]+\s*/.exec(textAt(next)) : null;
  if (stop === null) return undefined;
  let isLineStart = false;
  for (let at = start; at < end && !isLineStart; at++) isLineStart = blockAt(at);
  let before = start - 1;
  while (before >= 0 && textAt(before) === '' && !blockAt(before)) before--;
  isLineStart ||= before < 0 || blockAt(before);
  if (isLineStart) return isLoose ? { step: next, text: textAt(next).slice(stop[0].length) } : undefined;
  const text = textAt(before);
  return /\s$/.test(text) ? { step: before, text: text.trimEnd() } : undefined;
}
