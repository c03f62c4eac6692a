import type { Reading } from './reading.ts';
import { STEP } from './sequence.ts';
import type { SettledSequence } from './white-space.ts';

/** Decides for an element of the running text whether its content is taken. */
export type Takes = (i: number) => boolean;

/** The text of elements by the table of the reading text: one block a line and runs of blanks made one. What `outermost` name themselves is taken even where the table leaves it out. */
export function runningText(
  sequence: SettledSequence,
  reading: Reading,
  outermost: readonly number[],
  takes: Takes = (i) => !reading.lefts.has(i),
): string {
  const lines: string[] = [];
  let line = '';
  const endLine = () => {
    const trimmed = line.replace(/ {2,}/g, ' ').trim();
    if (trimmed !== '') lines.push(trimmed);
    line = '';
  };
  const { steps, starts, ends, texts } = sequence;
  for (const root of outermost) {
    for (let at = starts[root]!; at <= ends[root]!; at++) {
      const step = steps[at]!;
      const which = step >> 2;
      const kind = step & 3;
      if (kind === STEP.text) line += texts[which]!;
      else if (kind === STEP.start) {
        const isTaken = which === root || takes(which);
        if (reading.blocks[which] === 1) endLine();
        if (which !== root) line += reading.befores.get(which) ?? '';
        if (!isTaken) at = ends[which]! - 1;
      } else if (kind === STEP.end) {
        if (which !== root) line += reading.afters.get(which) ?? '';
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
