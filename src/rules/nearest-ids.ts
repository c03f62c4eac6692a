import type { Corpus } from '../corpus/corpus.ts';
import type { CorpusDocument } from '../corpus/corpus-document.ts';
import { didYouMean } from '../diagnostics/did-you-mean.ts';

/** The comparisons of single letters that all questions together may cost. */
const mostWork = 60_000_000;

/** Proposes ids for a misspelt one, in linear time: those equal but for case, accents, separators or a prefix at once; by edit distance as long as the work is bounded. Figures must agree: `p12` is no misspelt `p13`. */
export class NearestIds {
  private readonly corpus: Corpus;
  private readonly alike = new Map<string, string[]>();
  /** Ids by themselves without their figures. */
  private readonly byWords = new Map<string, string[]>();
  private readonly wordsByLength = new Map<number, string[]>();
  private work = 0;

  constructor(corpus: Corpus) {
    this.corpus = corpus;
    for (const id of corpus.ids()) {
      if (id === '') continue;
      const folded = fold(id);
      append(this.alike, folded, id);
      const bare = fold(withoutPrefix(id));
      if (bare !== folded && bare.length > 2) append(this.alike, bare, id);
      append(this.byWords, withoutDigits(id), id);
    }
    for (const words of this.byWords.keys()) append(this.wordsByLength, words.length, words);
  }

  /** At most three ids, best first; those of the file where it was looked for before those of others. */
  suggest(id: string, document: CorpusDocument): string[] {
    const alike = [
      ...(this.alike.get(fold(id)) ?? []),
      ...(this.alike.get(fold(withoutPrefix(id))) ?? []),
    ].filter((each) => each !== id);
    if (alike.length > 0) return this.nearFirst(alike, document);
    const words = withoutDigits(id);
    // In a siglum, any other letter is another witness.
    if (words.length < 3) return [];
    const limit = Math.max(1, Math.floor(words.length / 3));
    const letters = lettersOf(words);
    const candidates: string[] = [];
    for (let length = words.length - limit; length <= words.length + limit; length++) {
      const ofLength = this.wordsByLength.get(length) ?? [];
      this.work += ofLength.length;
      if (this.work > mostWork) return [];
      for (const candidate of ofLength) {
        // Each edit changes at most two letters of the sets.
        if (bits(letters ^ lettersOf(candidate)) <= 2 * limit) candidates.push(candidate);
      }
    }
    this.work += candidates.length * words.length * words.length;
    if (this.work > mostWork) return [];
    const digits = digitsOf(id);
    const near = didYouMean(words, candidates).flatMap((each) =>
      this.byWords.get(each)!.filter((one) => digitsOf(one) === digits),
    );
    return this.nearFirst(near, document);
  }

  private nearFirst(ids: readonly string[], document: CorpusDocument): string[] {
    const scope = this.corpus.composition.scopeOf(document);
    const isNear = (id: string) => this.corpus.definitions(id).some((each) => scope.has(each.document));
    const near = ids.filter(isNear);
    return [...new Set([...near, ...ids])].slice(0, 3);
  }
}

function fold(id: string): string {
  return id
    .normalize('NFKD')
    .replace(/[\p{M}\s_.:-]/gu, '')
    .toLowerCase();
}

function withoutPrefix(id: string): string {
  return id.replace(/^[\p{L}\d]{1,8}[-_.:]/u, '');
}

function withoutDigits(id: string): string {
  return id.replace(/\d/g, '');
}

function digitsOf(id: string): string {
  return id.replace(/\D/g, '');
}

function lettersOf(text: string): number {
  let set = 0;
  for (let i = 0; i < text.length; i++) set |= 1 << (text.charCodeAt(i) & 31);
  return set;
}

function bits(set: number): number {
  let count = 0;
  for (let left = set; left !== 0; left &= left - 1) count++;
  return count;
}

function append<K, V>(table: Map<K, V[]>, key: K, value: V): void {
  const list = table.get(key);
  if (list === undefined) table.set(key, [value]);
  else list.push(value);
}
