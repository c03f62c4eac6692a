import type { EditedDocument } from '../edited-document.ts';
import { STEP } from '../sequence.ts';
import type { Span } from './span.ts';

/** The word of the reading text before a place without words, in the same block; else the word after it. */
export function neighbourOf(
  document: EditedDocument,
  app: number,
  span: Span | undefined,
): { readonly word: string; readonly isBefore: boolean } | undefined {
  const base = span?.document ?? document;
  const [start, end] =
    span === undefined ? [base.sequence.starts[app]!, base.sequence.ends[app]! + 1] : [span.start, span.end];
  const before = wordIn(textBefore(base, start), -1);
  if (before !== undefined) return { word: before, isBefore: true };
  const after = wordIn(textAfter(base, end), 0);
  return after === undefined ? undefined : { word: after, isBefore: false };
}

/** More steps than this lie between no word and its place. */
const farthest = 400;

function wordIn(text: string, at: number): string | undefined {
  const words = text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
  return words.at(at)?.replace(/^[^\p{L}\p{N}⟨[]+|[^\p{L}\p{M}\p{N}⟩\]]+$/gu, '');
}

function textBefore({ sequence, reading }: EditedDocument, start: number): string {
  const { steps, texts, starts } = sequence;
  let text = '';
  for (let at = start - 1; at >= 0 && start - at < farthest; at--) {
    const step = steps[at]!;
    const [which, kind] = [step >> 2, step & 3];
    if (kind === STEP.text) text = texts[which]! + text;
    else if (kind === STEP.end) {
      if (reading.blocks[which] === 1) break;
      if (reading.lefts.has(which)) at = starts[which]!;
      else text = (reading.afters.get(which) ?? '') + text;
    } else if (kind === STEP.start) {
      if (reading.blocks[which] === 1) break;
      text = (reading.befores.get(which) ?? '') + text;
    }
    if (/\s\S*[\p{L}\p{N}]/u.test(text)) break;
  }
  return text;
}

function textAfter({ sequence, reading }: EditedDocument, end: number): string {
  const { steps, texts, ends } = sequence;
  let text = '';
  for (let at = end; at < steps.length && at - end < farthest; at++) {
    const step = steps[at]!;
    const [which, kind] = [step >> 2, step & 3];
    if (kind === STEP.text) text += texts[which]!;
    else if (kind === STEP.start) {
      if (reading.blocks[which] === 1) break;
      text += reading.befores.get(which) ?? '';
      if (reading.lefts.has(which)) at = ends[which]! - 1;
    } else if (kind === STEP.end) {
      if (reading.blocks[which] === 1) break;
      text += reading.afters.get(which) ?? '';
    }
    if (/[\p{L}\p{N}]\S*\s/u.test(text)) break;
  }
  return text;
}
