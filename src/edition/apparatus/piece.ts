/** A siglum as an entry prints it: K² leads to the second hand of K. */
export interface SiglumPiece {
  readonly kind: 'siglum';
  readonly text: string;
  /** Id of the witness, hand or editor; ''. */
  readonly witness: string;
  /** Terms that go with this siglum alone: *a.c.*, *in marg.* */
  readonly marks: readonly string[];
  /** Whether it follows the siglum before it without a blank. */
  readonly isJoined: boolean;
}

/** A part of what an entry says of its lemma or of one reading, in the order of printing. */
export type Piece =
  /** `isWhole`: the content of the `lem` or `rdg` itself, with all that is tagged in it; else these plain words. */
  | { readonly kind: 'words'; readonly text: string; readonly isWhole: boolean }
  | { readonly kind: 'term'; readonly text: string }
  | SiglumPiece
  /** Printed in brackets, after the sigla that it concerns where they are not all. */
  | {
      readonly kind: 'remark';
      readonly text: string;
      readonly sigla: string;
      /** The `witDetail` that says so. */
      readonly detail: number | undefined;
    };

/** Pieces as plain words. */
export function inWords(pieces: readonly Piece[]): string {
  let words = '';
  for (const piece of pieces) {
    const text = wordsOfPiece(piece);
    if (text === '') continue;
    words += words === '' || (piece.kind === 'siglum' && piece.isJoined) ? text : ` ${text}`;
  }
  return words;
}

function wordsOfPiece(piece: Piece): string {
  if (piece.kind === 'siglum') return [piece.text, ...piece.marks].join(' ');
  if (piece.kind !== 'remark') return piece.text;
  return `(${[piece.sigla, piece.text].filter((each) => each !== '').join(' ')})`;
}
