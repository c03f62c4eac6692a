import type { ApparatusTerm, ApparatusTerms } from '../../words/apparatus-terms.ts';
import { termForType } from '../../words/apparatus-terms.ts';
import type { EntryReading, Lemma } from './entry.ts';
import type { Piece } from './piece.ts';
import { namesAsSigla } from './sigla.ts';

/** What an editor does to the text: printed in place of the kind of the reading. */
const deeds: ReadonlySet<ApparatusTerm> = new Set(['emendation', 'deletion', 'seclusion', 'supplement']);
/** Where and how a reading stands in its witness: printed beside its kind. */
const places: ReadonlySet<ApparatusTerm> = new Set([
  'above-line',
  'below-line',
  'margin',
  'between-lines',
  'in-rasura',
  'as-it-seems',
  'before-correction',
  'after-correction',
  'first-hand',
  'second-hand',
  'illegible',
]);

/** What an entry prints of one reading: its words, the terms for what it is, who has it, what is known beside. A term stands in place of words only where it says them exactly. */
export function sayReading(reading: EntryReading, lemma: Lemma, terms: ApparatusTerms): Piece[] {
  const pieces: Piece[] = [];
  const shown = shownOf(reading, lemma);
  if (shown.text !== '') pieces.push({ kind: 'words', ...shown });
  for (const term of termsOf(reading, shown.text)) pieces.push({ kind: 'term', text: terms[term] });
  if (reading.signed.length > 0) pieces.push(...reading.signed);
  else pieces.push(...namesAsSigla(reading.authorities));
  const remark = (text: string) => pieces.push({ kind: 'remark', text, sigla: '', detail: undefined });
  if (reading.besides !== '') remark(reading.besides);
  if (reading.cause !== '' && termForType(reading.cause) === undefined) remark(reading.cause);
  pieces.push(...reading.remarks);
  return pieces;
}

/** Of an addition only what it adds, of a repetition nothing: the term says the rest. What is tagged is never left out. */
function shownOf(
  { kind, text, added, content }: EntryReading,
  lemma: Lemma,
): { readonly text: string; readonly isWhole: boolean } {
  if (kind === 'addition' && content.isPlain && added !== '' && added !== text)
    return { text: added, isWhole: false };
  if (kind === 'repetition' && content.isPlain && text === `${lemma.text} ${lemma.text}`)
    return { text: '', isWhole: false };
  return { text, isWhole: text !== '' };
}

function termsOf(reading: EntryReading, shown: string): ApparatusTerm[] {
  const { type, cause, content } = reading;
  const declared = [...type.split(/\s+/), ...cause.split(/\s+/), content.place]
    .map(termForType)
    .filter((term) => term !== undefined);
  if (reading.isUncertain) declared.push('as-it-seems');
  const own = kindTerm(reading, shown);
  const deed = declared.find((term) => deeds.has(term));
  const isReplaced = deed !== undefined && own !== 'transposition' && own !== 'repetition';
  const found = isReplaced ? [deed] : own === undefined ? [] : [own];
  if (reading.text !== '') found.push(...reading.limits);
  found.push(...declared.filter((term) => places.has(term)));
  return [...new Set(found)];
}

function kindTerm(reading: EntryReading, shown: string): ApparatusTerm | undefined {
  const { kind, text, added, isBefore, isDeclared, content } = reading;
  if (kind === 'substantive') return text === '' ? (reading.limits[0] ?? 'omission') : undefined;
  if (kind === 'lacuna') {
    if (content.gapReason === 'illegible') return 'illegible';
    return text === '' ? (reading.limits[0] ?? 'lacuna') : 'lacuna';
  }
  if (kind === 'addition') {
    if (shown === added) return isBefore ? 'addition-before' : 'addition';
    return isDeclared ? 'addition' : undefined;
  }
  if (kind === 'repetition') return shown === '' || isDeclared ? 'repetition' : undefined;
  if (kind === 'omission') return 'omission';
  return kind;
}
