import type { Corpus } from '../../corpus/corpus.ts';
import type { CorpusDocument } from '../../corpus/corpus-document.ts';
import { type Pointer, pointersOf } from '../../corpus/pointer.ts';
import type { Target } from '../../corpus/target.ts';

/** A pointer and where it leads. */
export interface Led<Kind extends Target['kind'] = Target['kind']> {
  readonly pointer: Pointer;
  readonly target: Extract<Target, { kind: Kind }>;
}

/** The kinds of target that some rule finds fault with; of elements, those found elsewhere. */
type Suspect = Exclude<Target['kind'], 'external' | 'file' | 'unchecked' | 'unreadable'>;

const sorted = new WeakMap<Corpus, Map<CorpusDocument, Map<Suspect, Led[]>>>();

/** The pointers of a document that lead to one kind of target; of those to elements, only the bare ones to another file. Each document's pointers are followed once for all rules. */
export function pointersTo<Kind extends Suspect>(
  kind: Kind,
  document: CorpusDocument,
  corpus: Corpus,
): readonly Led<Kind>[] {
  let ofCorpus = sorted.get(corpus);
  if (ofCorpus === undefined) {
    ofCorpus = new Map();
    sorted.set(corpus, ofCorpus);
  }
  let byKind = ofCorpus.get(document);
  if (byKind === undefined) {
    byKind = sortPointers(document, corpus);
    ofCorpus.set(document, byKind);
  }
  return (byKind.get(kind) ?? []) as readonly unknown[] as readonly Led<Kind>[];
}

function sortPointers(document: CorpusDocument, corpus: Corpus): Map<Suspect, Led[]> {
  const byKind = new Map<Suspect, Led[]>();
  for (const pointer of pointersOf(document)) {
    const target = corpus.resolve(pointer);
    const { kind } = target;
    if (kind === 'external' || kind === 'file' || kind === 'unchecked' || kind === 'unreadable') continue;
    if (kind === 'element' && target.found !== 'elsewhere') continue;
    const led = byKind.get(kind);
    if (led === undefined) byKind.set(kind, [{ pointer, target }]);
    else led.push({ pointer, target });
  }
  return byKind;
}
