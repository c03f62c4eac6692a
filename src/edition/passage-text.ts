import { attribute } from '../xml/tree.ts';
import type { EditedDocument } from './edited-document.ts';
import { runningText } from './running-text.ts';

/** The words of a passage as a reader of another text of it would look for them: themselves and what stands beside them, each on one line. */
export interface Quotation {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** How many characters beside a passage tell it from another of the same words. */
const contextLength = 32;
/** Not characters of any text (Unicode, noncharacters). */
const [opening, closing] = ['\ufdd0', '\ufdd1'];

/** The reading text of each unit by its number; an empty element such as `pb` begins a passage that lasts to the next of its kind. */
export function passageTexts(
  document: EditedDocument,
  units: readonly { readonly i: number }[],
): ReadonlyMap<number, string> {
  const texts = new Map<number, string>();
  const milestones = new Map<string, number[]>();
  for (const { i } of units) {
    if (isEmpty(document, i)) {
      const kind = kindOf(document, i);
      milestones.set(kind, [...(milestones.get(kind) ?? []), i]);
    } else texts.set(i, runningText(document.sequence, document.reading, [i]));
  }
  for (const numbers of milestones.values()) {
    const marks = new Map(numbers.map((i) => [document.sequence.starts[i]!, opening]));
    const [, ...pieces] = markedText(document, marks).split(opening);
    numbers.forEach((i, n) => {
      texts.set(i, linesOf(pieces[n] ?? '').join('\n'));
    });
  }
  return texts;
}

/** The words of one unit and those beside it; `units` are those that may end it. */
export function quotationOf(
  document: EditedDocument,
  i: number,
  units: readonly { readonly i: number }[],
): Quotation {
  const { starts, ends } = document.sequence;
  const marks = new Map([[starts[i]!, opening]]);
  if (isEmpty(document, i)) {
    const kind = kindOf(document, i);
    const next = units.find(
      (each) => each.i > i && isEmpty(document, each.i) && kindOf(document, each.i) === kind,
    );
    if (next !== undefined) marks.set(starts[next.i]!, closing);
  } else marks.set(ends[i]!, closing);
  const [before = '', rest] = markedText(document, marks).split(opening);
  // Not in the running text: a note, for instance.
  if (rest === undefined) return { exact: document.textOf(i), prefix: '', suffix: '' };
  const [inside = '', after = ''] = rest.split(closing);
  const said = [before, inside, after].map((text) => text.replace(/\s+/g, ' '));
  return {
    exact: said[1]!.trim(),
    prefix: [...said[0]!].slice(-contextLength).join('').trimStart(),
    suffix: [...said[2]!].slice(0, contextLength).join('').trimEnd(),
  };
}

/** The reading text of the document with a mark before each of some steps. */
function markedText({ sequence, reading }: EditedDocument, marks: ReadonlyMap<number, string>): string {
  return runningText(sequence, reading, reading.roots, {
    takes: (i) => !reading.lefts.has(i),
    replacementAt(step) {
      const text = marks.get(step);
      return text === undefined ? undefined : { text, end: step };
    },
  });
}

const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

const isEmpty = ({ sequence }: EditedDocument, i: number) => sequence.ends[i]! === sequence.starts[i]! + 1;

/** Milestones of one kind: pages with pages, sections with sections. */
function kindOf({ names, unsettled }: EditedDocument, i: number): string {
  const element = unsettled.elements[i]!;
  return [names[i], attribute(element, 'unit') ?? '', attribute(element, 'ed') ?? ''].join(' ');
}
