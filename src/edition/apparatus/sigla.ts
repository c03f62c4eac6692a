import { apparatusTermsOf, termForType } from '../../words/apparatus-terms.ts';
import type { Cited } from './witnesses.ts';

const superscripts: Readonly<Record<string, string>> = Object.assign(Object.create(null), {
  '0': '⁰',
  '1': '¹',
  '2': '²',
  '3': '³',
  '4': '⁴',
  '5': '⁵',
  '6': '⁶',
  '7': '⁷',
  '8': '⁸',
  '9': '⁹',
});

/** A number above the line: `A²` is the second hand of A. */
export function superscript(digits: string): string {
  return [...digits].map((digit) => superscripts[digit] ?? digit).join('');
}

/** Writes sigla as an apparatus prints them: run together where each is a single letter, else with blanks; sigla that no list declares come last, as they are written. `hand` and `details` go with the witness they qualify. */
export function writeSigla(
  { citations, unknown }: Cited,
  hand: string,
  details: ReadonlyMap<string, readonly string[]>,
  language: string,
): string {
  const terms = apparatusTermsOf(language);
  const pieces = citations.map(({ witness, state }) => {
    const marks = (details.get(witness.id) ?? []).map((type) => {
      const term = termForType(type);
      return term === undefined ? type : terms[term];
    });
    const own = `${witness.siglum}${/^\d+$/.test(state) ? superscript(state) : state}${handMark(hand)}`;
    return [own, ...marks].join(' ');
  });
  for (const { value } of unknown) pieces.push(`${value.slice(value.lastIndexOf('#') + 1)}${handMark(hand)}`);
  const isCompact = pieces.every((piece) => /^\p{L}\p{M}*[⁰¹²³⁴⁵⁶⁷⁸⁹*]*$/u.test(piece));
  return pieces.join(isCompact ? '' : ' ');
}

/** A hand that is known by a number stands above the line, any other in brackets. */
function handMark(hand: string): string {
  if (hand === '') return '';
  const number = /^(?:hand|h|m|manus)?\s*\.?\s*(\d+)$/i.exec(hand)?.[1];
  return number === undefined ? ` (${hand})` : superscript(number);
}
