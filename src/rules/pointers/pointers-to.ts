import type { Corpus } from '../../corpus/corpus.ts';
import type { CorpusDocument } from '../../corpus/corpus-document.ts';
import { type Pointer, pointersOf } from '../../corpus/pointer.ts';
import type { Target } from '../../corpus/target.ts';

/** A pointer and where it leads. */
export interface Led<Kind extends Target['kind'] = Target['kind']> {
  readonly pointer: Pointer;
  readonly target: Extract<Target, { kind: Kind }>;
}

/** The pointers of a document that lead to one kind of target. */
export function pointersTo<Kind extends Target['kind']>(
  kind: Kind,
  document: CorpusDocument,
  corpus: Corpus,
): Led<Kind>[] {
  const found: Led<Kind>[] = [];
  for (const pointer of pointersOf(document)) {
    const target = corpus.resolve(pointer);
    if (target.kind === kind) found.push({ pointer, target } as Led<Kind>);
  }
  return found;
}
