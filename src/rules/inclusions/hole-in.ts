import type { Corpus } from '../../corpus/corpus.ts';
import type { CorpusDocument } from '../../corpus/corpus-document.ts';

/** What could not be included in a document or in one that it is part of, as `href` has it; undefined where nothing is amiss. Ids and prefixes that are missing may stand there. */
export function holeIn(document: CorpusDocument, corpus: Corpus): string | undefined {
  for (const each of corpus.composition.scopeOf(document)) {
    const hole = corpus.inclusionsOf(each).find(({ fault }) => fault !== undefined);
    if (hole !== undefined) return hole.href;
  }
  return undefined;
}
