import type { SiglumPiece } from './piece.ts';
import type { Witness } from './witness.ts';
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

/** A name that stands in place of sigla, or a hand: what is printed, and the witness or editor that it is. */
export interface Named {
  readonly text: string;
  readonly witness: Witness | undefined;
}

/** Sigla as an apparatus prints them, in the order of the witness list: run together where each is a single letter; those that no list declares come last, as they are written. `hands` and `marks` go with the witnesses that they qualify. */
export function siglaOf(
  { citations, unknown }: Cited,
  hands: readonly Named[],
  marks: ReadonlyMap<string, readonly string[]>,
): SiglumPiece[] {
  const hand = hands.length === 1 ? hands[0]!.witness : undefined;
  const pieces = citations.map(({ witness, state }): Omit<SiglumPiece, 'isJoined'> => {
    const own = `${witness.siglum}${/^\d+$/.test(state) ? superscript(state) : state}`;
    const mark = hands.map(({ text }) => handMark(text, witness.siglum)).join('');
    return {
      kind: 'siglum',
      text: own + mark,
      witness: (hand?.parent === witness.id ? hand : witness).id,
      marks: marks.get(witness.id) ?? [],
    };
  });
  for (const { value } of unknown) {
    const siglum = value.slice(value.lastIndexOf('#') + 1);
    const mark = hands.map(({ text }) => handMark(text, siglum)).join('');
    pieces.push({ kind: 'siglum', text: siglum + mark, witness: '', marks: [] });
  }
  return joined(pieces);
}

/** A hand in the list of sigla: K² for the second of K. */
export function siglumOfHand(hand: Witness, owner: Witness | undefined): string {
  return owner === undefined ? hand.siglum : `${owner.siglum}${handMark(hand.siglum, owner.siglum)}`;
}

/** Names that are printed as sigla are: of editors, or of a hand whose witness is not named. */
export function namesAsSigla(names: readonly Named[]): SiglumPiece[] {
  return names.map(({ text, witness }, at) => ({
    kind: 'siglum',
    text: at < names.length - 1 ? `${text},` : text,
    witness: witness?.id ?? '',
    marks: [],
    isJoined: false,
  }));
}

function joined(pieces: readonly Omit<SiglumPiece, 'isJoined'>[]): SiglumPiece[] {
  const isCompact = pieces.every(
    ({ text, marks }) => marks.length === 0 && /^\p{L}\p{M}*[⁰¹²³⁴⁵⁶⁷⁸⁹*]*$/u.test(text),
  );
  return pieces.map((piece, at) => ({ ...piece, isJoined: isCompact && at > 0 }));
}

/** A hand that is known by a number stands above the line, any other in brackets. Its id may begin with the siglum: `K2`. */
function handMark(hand: string, siglum: string): string {
  const own = hand.startsWith(siglum) ? hand.slice(siglum.length) : hand;
  const number = /^(?:hand|h|m|manus)?\s*[-._]?\s*(\d+)$/i.exec(own)?.[1];
  return number === undefined ? ` (${hand})` : superscript(number);
}
