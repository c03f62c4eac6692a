import { attribute } from '../../xml/tree.ts';
import type { EditedDocument } from '../edited-document.ts';
import type { Edition, Lead, Spot } from '../edition.ts';
import { STEP } from '../sequence.ts';

/** A stretch of a document's settled steps, from `start` to before `end`. */
export interface Span {
  readonly document: EditedDocument;
  readonly start: number;
  readonly end: number;
  /** The elements that mark its end points. */
  readonly from: number;
  readonly to: number;
}

/** Why an entry with end points has no span. */
export type SpanFault =
  | { readonly kind: 'no-anchor'; readonly attribute: 'from' | 'to'; readonly lead: Lead }
  | { readonly kind: 'two-documents'; readonly from: Spot; readonly to: Spot }
  | { readonly kind: 'reversed'; readonly from: Spot; readonly to: Spot };

/**
 * The base text that an entry with `@from` and `@to` is about (TEI P5, the double end-point attachment method).
 * Without `@to` it ends where the entry stands in the text, or, for an entry that stands apart, with the element that `@from` points to.
 */
export function spanOf(
  edition: Edition,
  document: EditedDocument,
  app: number,
): Span | SpanFault | undefined {
  const ends: { from?: Spot; to?: Spot } = {};
  for (const local of ['from', 'to'] as const) {
    const [lead] = edition.leadsOf(document, app, local);
    if (lead === undefined) continue;
    if (lead.spot === undefined) return { kind: 'no-anchor', attribute: local, lead };
    ends[local] = lead.spot;
  }
  const isInline = document.reading.inText[app] === 1 && !document.isStandoff(app);
  const from = ends.from ?? ends.to;
  if (from === undefined) return undefined;
  const base = from.document;
  const to = ends.to ?? (isInline && base === document ? undefined : from);
  if (to !== undefined && to.document !== base) return { kind: 'two-documents', from, to };
  const { sequence } = base;
  const start = isPoint(from) ? sequence.ends[from.i]! + 1 : sequence.starts[from.i]!;
  const end =
    to === undefined
      ? sequence.starts[app]!
      : isPoint(to)
        ? sequence.starts[to.i]!
        : sequence.ends[to.i]! + 1;
  // One point as both ends is a place where something is added.
  const isOnePoint = to !== undefined && to.i === from.i && isPoint(to);
  if (end < start && !isOnePoint) return { kind: 'reversed', from, to: to ?? { document, i: app } };
  return { document: base, start, end: Math.max(start, end), from: from.i, to: to?.i ?? app };
}

export function isSpan(value: Span | SpanFault | undefined): value is Span {
  return value !== undefined && !('kind' in value);
}

/** The part of a span that has text: what is at its ends besides, blanks and tags, does not count where spans are compared. */
export function textualPart({ document, start, end }: Span): {
  readonly start: number;
  readonly end: number;
} {
  const { steps, texts } = document.sequence;
  const isText = (at: number) => {
    const step = steps[at]!;
    return (step & 3) === STEP.text && texts[step >> 2]!.trim() !== '';
  };
  let [from, to] = [start, end];
  while (from < to && !isText(from)) from++;
  while (to > from && !isText(to - 1)) to--;
  return { start: from, end: to };
}

/** The longest stretch of steps that is read as a lemma from one side. */
const longest = 500;

/** The reading text of a span on one line; the middle of a very long one is left out (`…`). */
export function textOfSpan({ document, start, end }: Span): string {
  if (end - start <= 2 * longest) return flat(stretch(document, start, end));
  return `${flat(stretch(document, start, start + longest))} … ${flat(stretch(document, end - longest, end))}`;
}

function stretch(document: EditedDocument, start: number, end: number): string {
  const { sequence, reading } = document;
  let text = '';
  for (let at = start; at < end; at++) {
    const step = sequence.steps[at]!;
    const which = step >> 2;
    const kind = step & 3;
    if (kind === STEP.text) text += sequence.texts[which]!;
    else if (kind === STEP.start) {
      if (reading.blocks[which] === 1) text += ' ';
      text += reading.befores.get(which) ?? '';
      if (reading.lefts.has(which)) at = sequence.ends[which]! - 1;
    } else if (kind === STEP.end) {
      text += reading.afters.get(which) ?? '';
      if (reading.blocks[which] === 1) text += ' ';
    }
  }
  return text;
}

function flat(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function isPoint({ document, i }: Spot): boolean {
  const element = document.unsettled.elements[i]!;
  return element.childNodes.length === 0 && attribute(element, 'spanTo') === undefined;
}
