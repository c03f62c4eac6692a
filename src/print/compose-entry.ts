import { plainText, text } from './inlines.ts';
import type { PrintOptions } from './options.ts';
import type { Entry, Inline, Reading } from './print-document.ts';

/** Terms of the apparatus by the kind of reading, as the edition's language has them. */
export type Terms = Readonly<Record<string, string>>;

/** What an entry says in print after its key: lemma, bracket, readings with their sigla, notes. `occurrence` numbers a lemma that its line holds more than once, else ''. */
export function composeEntry(entry: Entry, options: PrintOptions, terms: Terms, occurrence = ''): Inline[] {
  const out: Inline[] = [];
  const { lemma } = entry;
  const hasLemma = lemma.isOmission || plainText(lemma.content).trim() !== '';
  if (hasLemma) {
    out.push(...(lemma.isOmission ? [italic(terms.omission ?? 'om.')] : shortened(lemma.content, options)));
    if (occurrence !== '') out.push({ kind: 'style', style: 'superscript', content: [text(occurrence)] });
    if (lemma.sigla !== '') out.push(text(options.siglaSeparator), text(lemma.sigla));
    if (entry.readings.length > 0) out.push(text(options.lemmaBracket));
  }
  for (const [index, reading] of entry.readings.entries()) {
    if (index > 0) out.push(text(options.readingSeparator));
    else if (out.length > 0) out.push(text(' '));
    out.push(...composeReading(reading, options, terms));
  }
  for (const note of entry.notes) {
    if (out.length > 0) out.push(text(' '));
    out.push(...note);
  }
  return out;
}

function composeReading(reading: Reading, options: PrintOptions, terms: Terms): Inline[] {
  const out: Inline[] = [];
  const term = terms[reading.kind];
  const hasText = plainText(reading.content).trim() !== '';
  if (hasText) out.push(...reading.content);
  if (term !== undefined && (!hasText || reading.kind !== 'omission')) {
    if (hasText) out.push(text(' '));
    out.push(italic(term));
  } else if (!hasText) out.push(italic(terms.omission ?? 'om.'));
  if (reading.sigla !== '') out.push(text(options.siglaSeparator), text(reading.sigla));
  for (const remark of reading.remarks) out.push(text(' '), italic(remark));
  return out;
}

const italic = (value: string): Inline => ({ kind: 'style', style: 'italic', content: [text(value)] });

/** A long lemma as its first and last word; a short one whole, notes and anchors left out. */
function shortened(content: readonly Inline[], options: PrintOptions): readonly Inline[] {
  const whole = quiet(content);
  const words = plainText(whole).trim().split(/\s+/u);
  if (options.lemmaWords === 0 || words.length <= options.lemmaWords) return whole;
  return [text(`${words[0]}${options.lemmaEllipsis}${words.at(-1)}`)];
}

/** Inlines without what belongs to the text alone: calls, anchors, entries, marks for the index. */
export function quiet(content: readonly Inline[]): Inline[] {
  const out: Inline[] = [];
  for (const inline of content) {
    if (inline.kind === 'text' || inline.kind === 'break') out.push(inline);
    else if (inline.kind === 'name') out.push(...quiet(inline.content));
    else if ('content' in inline) out.push({ ...inline, content: quiet(inline.content) } as Inline);
  }
  return out;
}
