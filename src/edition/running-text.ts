import type { Reading } from './reading.ts';
import { STEP } from './sequence.ts';
import type { SettledSequence } from './white-space.ts';

/** How a text is read that is not the reading text: that of one witness, for instance. */
export interface ReadingHooks {
  /** Whether an element's content is taken. */
  takes(i: number): boolean;
  /** Whether nothing is said at present: inside a lacuna. */
  isSilent?(): boolean;
  /** Text that takes the place of the steps from this one to before `end`. */
  replacementAt?(step: number): { readonly text: string; readonly end: number } | undefined;
  /** What a step of text says, where that is not what it says in the reading text. */
  textAt?(step: number): string | undefined;
}

/** The text of elements by the table of the reading text: one block a line and runs of blanks made one. What `outermost` name themselves is taken even where the table leaves it out. */
export function runningText(
  sequence: SettledSequence,
  reading: Reading,
  outermost: readonly number[],
  hooks: ReadingHooks = { takes: (i) => !reading.lefts.has(i) },
): string {
  const lines: string[] = [];
  let line = '';
  let at = 0;
  let replacedUntil = -1;
  const endLine = () => {
    if (line === '') return;
    const trimmed = line.includes('  ') ? line.replace(/ {2,}/g, ' ').trim() : line.trim();
    if (trimmed !== '') lines.push(trimmed);
    line = '';
  };
  const say = (text: string | undefined) => {
    if (text !== undefined && at >= replacedUntil) line += hooks.isSilent?.() === true ? ' ' : text;
  };
  /** What is generated around a note stands where the note stands. */
  const generates = (i: number) => reading.lefts.get(i) !== 'note';
  const { steps, starts, ends, texts } = sequence;
  for (const root of outermost) {
    for (at = starts[root]!; at <= ends[root]!; at++) {
      const replacement = at < replacedUntil ? undefined : hooks.replacementAt?.(at);
      if (replacement !== undefined) {
        line += replacement.text;
        replacedUntil = replacement.end;
      }
      const step = steps[at]!;
      const which = step >> 2;
      const kind = step & 3;
      if (kind === STEP.text) say(hooks.textAt?.(at) ?? texts[which]!);
      else if (kind === STEP.start) {
        const isTaken = which === root || hooks.takes(which);
        if (reading.blocks[which] === 1) endLine();
        if (which !== root && generates(which)) say(reading.befores.get(which));
        if (!isTaken) at = ends[which]! - 1;
      } else if (kind === STEP.end) {
        if (which !== root && generates(which)) say(reading.afters.get(which));
        if (reading.blocks[which] === 1) endLine();
      }
    }
    endLine();
  }
  return lines.join('\n');
}

/** The text of one element on one line. */
export function inlineText(sequence: SettledSequence, reading: Reading, i: number): string {
  return runningText(sequence, reading, [i]).replace(/[\s]+/g, ' ').trim();
}
