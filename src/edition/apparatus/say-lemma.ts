import type { ApparatusTerms } from '../../words/apparatus-terms.ts';
import type { Lemma } from './entry.ts';
import type { Piece } from './piece.ts';

/** What an entry prints before its bracket; a place without words is named by the word beside it. */
export function sayLemma(lemma: Lemma, terms: ApparatusTerms): Piece[] {
  if (lemma.kind === 'none') return [];
  const pieces: Piece[] = [];
  const { neighbour } = lemma;
  if (lemma.printed !== '') pieces.push({ kind: 'words', text: lemma.printed, isWhole: lemma.isWhole });
  else if (neighbour !== undefined) {
    pieces.push({ kind: 'term', text: terms[neighbour.isBefore ? 'after' : 'before'] });
    pieces.push({ kind: 'words', text: neighbour.word, isWhole: false });
  }
  if (lemma.isOmission && (neighbour === undefined || lemma.signed.length > 0))
    pieces.push({ kind: 'term', text: terms.omission });
  for (const term of lemma.printed === '' ? [] : lemma.limits)
    pieces.push({ kind: 'term', text: terms[term] });
  pieces.push(...lemma.signed, ...lemma.remarks);
  return pieces;
}
