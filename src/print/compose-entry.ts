import { plainText, text } from './inlines.ts';
import type { PrintOptions } from './options.ts';
import type { Entry, Inline, Reading } from './print-document.ts';

/** Terms of the apparatus by the kind of reading, as the edition's language has them. */
export type Terms = Readonly<Record<string, string>>;

/** What an entry says in print after its key: lemma, bracket, readings with their sigla, notes. `occurrence` numbers a lemma that its line holds more than once, else ''. */
export function composeEntry(entry: Entry, options: PrintOptions, terms: Terms, occurrence = ''): Inline[] {
  const lemma = composeLemma(entry, options, terms, occurrence);
  const said = composeReadings(entry, options, terms);
  if (lemma.length === 0) return said;
  return [...lemma, text(entry.readings.length > 0 ? `${options.lemmaBracket} ` : ' '), ...said];
}

/** The lemma of an entry: shortened, numbered, with its sigla under a positive policy; nothing where the entry has none. */
export function composeLemma(entry: Entry, options: PrintOptions, terms: Terms, occurrence = ''): Inline[] {
  const { lemma } = entry;
  if (!lemma.isOmission && plainText(lemma.content).trim() === '') return [];
  return [
    ...(lemma.isOmission ? [italic(terms.omission ?? 'om.')] : shortened(lemma.content, options)),
    ...(occurrence === ''
      ? []
      : [{ kind: 'style', style: 'superscript', content: [text(occurrence)] } as const]),
    ...(lemma.sigla === '' ? [] : [text(options.siglaSeparator), text(lemma.sigla)]),
  ];
}

/** The readings of an entry with their sigla, and its notes. */
export function composeReadings(entry: Entry, options: PrintOptions, terms: Terms): Inline[] {
  const out: Inline[] = [];
  for (const [index, reading] of entry.readings.entries()) {
    if (index > 0) out.push(text(options.readingSeparator));
    out.push(...composeReading(reading, options, terms));
  }
  for (const note of entry.notes) {
    if (out.length > 0) out.push(text(' '));
    out.push(...quiet(note));
  }
  return out;
}

function composeReading(reading: Reading, options: PrintOptions, terms: Terms): Inline[] {
  const out: Inline[] = [];
  const term = terms[reading.kind];
  const hasText = plainText(reading.content).trim() !== '';
  if (hasText) out.push(...quiet(reading.content));
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
