/** What a reading does to the lemma. */
export type ReadingKind =
  | 'substantive'
  | 'omission'
  | 'addition'
  | 'transposition'
  | 'repetition'
  | 'lacuna'
  | 'conjecture';

export interface Classified {
  readonly kind: ReadingKind;
  /** Of an addition: the words that it adds. */
  readonly added: string;
  /** Whether the addition stands before the lemma. */
  readonly isBefore: boolean;
  /** Whether `@type` or `@cause` says that it is of this kind. */
  readonly isDeclared: boolean;
}

/** What decides the kind of a reading, beside its text. */
export interface ReadingFacts {
  readonly text: string;
  readonly lemma: string;
  /** Whether the lemma is text that the reading takes the place of. */
  readonly hasLemma: boolean;
  /** `@type` and `@cause`. */
  readonly declared: string;
  readonly hasLacuna: boolean;
  readonly hasGap: boolean;
  readonly isWithoutWitness: boolean;
  readonly hasAuthority: boolean;
}

const declaredKinds: readonly (readonly [RegExp, ReadingKind])[] = [
  [/\b(?:omission|om|omitted|omitted_elsewhere)\b/, 'omission'],
  [/\b(?:transposition|transp|inversion|transposed)\b/, 'transposition'],
  [/\b(?:repetition|dittography|iter|iteration|repeated)\b/, 'repetition'],
  [/\b(?:addition|add|added|interpolation)\b/, 'addition'],
  [/\b(?:lacuna|lac|deest|illegible|lost)\b/, 'lacuna'],
  [/\b(?:conjecture|conj|coni|emendation|emend|emn|cj)\b/, 'conjecture'],
];

/** Recognises omissions, additions, transpositions, repetitions, lacunas and conjectures: by what the encoding says, else by comparing the words with those of the lemma. */
export function classify(facts: ReadingFacts): Classified {
  const { text, lemma, hasLemma } = facts;
  const declared = declaredKinds.find(([pattern]) => pattern.test(facts.declared.toLowerCase()))?.[1];
  const of = (kind: ReadingKind, added = '', isBefore = false): Classified => ({
    kind,
    added,
    isBefore,
    isDeclared: kind === declared,
  });
  if (facts.hasGap && !/[\p{L}\p{N}]/u.test(text)) return of('lacuna');
  if (text === '') {
    if (facts.hasLacuna || declared === 'lacuna') return of('lacuna');
    return of(lemma === '' && declared !== 'omission' ? 'substantive' : 'omission');
  }
  if (declared === 'lacuna' || declared === 'conjecture' || declared === 'transposition') return of(declared);
  if (facts.isWithoutWitness && facts.hasAuthority) return of('conjecture');
  if (declared === 'repetition') return of('repetition');
  if (!hasLemma) return of('substantive');
  const [written, words, base] = [text.split(/\s+/), wordsOf(text), wordsOf(lemma)];
  if (base.length === 0) return of('addition', text);
  if (isRepeated(words, base)) return of('repetition');
  if (words.length > base.length) {
    const extra = words.length - base.length;
    if (base.every((word, i) => words[i] === word)) {
      return of('addition', added(written, base.length, words.length));
    }
    if (base.every((word, i) => words[extra + i] === word)) {
      return of('addition', added(written, 0, extra), true);
    }
  }
  if (words.length === base.length && words.length > 1 && text !== lemma) {
    const [a, b] = [[...words].sort(), [...base].sort()];
    const isSame = words.every((word, i) => word === base[i]);
    if (!isSame && a.every((word, i) => word === b[i])) return of('transposition');
  }
  return of(declared ?? 'substantive');
}

/** The words that are added as they are written; where punctuation stands alone, none can be told apart. */
function added(written: readonly string[], from: number, to: number): string {
  return written.slice(from, to).join(' ');
}

function isRepeated(words: readonly string[], base: readonly string[]): boolean {
  if (words.length < 2 * base.length || words.length % base.length !== 0) return false;
  return words.every((word, i) => word === base[i % base.length]);
}

/** The words of a text for comparison: punctuation and case do not count. */
function wordsOf(text: string): string[] {
  return text
    .normalize('NFC')
    .toLowerCase()
    .split(/[\s\p{P}]+/u)
    .filter((word) => word !== '');
}
