import { plainText, text } from './inlines.ts';
import type { PrintOptions } from './options.ts';
import type { Entry, Inline } from './print-document.ts';

/** What an entry says in print after its key: lemma, bracket, readings with their sigla, notes. `occurrence` numbers a lemma that its line holds more than once, else ''. */
export function composeEntry(entry: Entry, options: PrintOptions, occurrence = ''): Inline[] {
  const lemma = composeLemma(entry, options, occurrence);
  const said = composeReadings(entry, options);
  if (lemma.length === 0 || said.length === 0) return [...lemma, ...said];
  return [...lemma, text(`${options.lemmaBracket} `), ...said];
}

/** The lemma of an entry: shortened, numbered, with its sigla; nothing where the entry has none. */
export function composeLemma({ lemma }: Entry, options: PrintOptions, occurrence = ''): Inline[] {
  const words = plainText(lemma.content).trim() === '' ? [] : [...shortened(lemma.content, options)];
  if (occurrence !== '' && words.length > 0)
    words.push({ kind: 'style', style: 'superscript', content: [text(occurrence)] });
  return composed({ ...lemma, content: words }, options);
}

/** The readings of an entry with their sigla, and its notes. */
export function composeReadings(entry: Entry, options: PrintOptions): Inline[] {
  const out: Inline[] = [];
  for (const [index, reading] of entry.readings.entries()) {
    if (index > 0) out.push(text(options.readingSeparator));
    out.push(...composed({ ...reading, place: '' }, options));
  }
  for (const remark of entry.remarks) out.push(...(out.length > 0 ? [text(' ')] : []), ...quiet(remark));
  for (const note of entry.notes) {
    // A note may hold a pointer alone, which prints nothing.
    if (plainText(note).trim() === '') continue;
    out.push(...(out.length > 0 ? [text(' — ')] : []), ...quiet(note));
  }
  return out;
}

/** Words, terms, sigla and remarks of a lemma or a reading. */
function composed(
  { place, content, terms, sigla, remarks }: Omit<Entry['lemma'], 'id' | 'text'>,
  options: PrintOptions,
): Inline[] {
  const hasWords = plainText(content).trim() !== '';
  const parts: (readonly Inline[])[] = [
    place === '' ? [] : [italic(place)],
    hasWords ? quiet(content) : [],
    ...terms.map((term) => [italic(term)]),
  ].filter((part) => part.length > 0);
  const out = parts.flatMap((part, at) => (at === 0 ? part : [text(' '), ...part]));
  if (sigla !== '') out.push(...(out.length > 0 ? [text(options.siglaSeparator)] : []), text(sigla));
  for (const remark of remarks) out.push(...(out.length > 0 ? [text(' ')] : []), ...quiet(remark));
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
