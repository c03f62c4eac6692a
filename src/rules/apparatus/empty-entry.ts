import type { Corpus } from '../../corpus/corpus.ts';
import { diagnostic } from '../../diagnostics/catalogue.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { RuleContext } from '../rule.ts';
import { apparatusOf } from './apparatus-of.ts';
import { entryPlace } from './siglum-place.ts';

/** Finds entries with neither lemma nor reading nor note. */
export function* emptyEntry(corpus: Corpus, context: RuleContext): Iterable<Diagnostic> {
  for (const entry of apparatusOf(corpus, context)?.all ?? []) {
    const { lemma, readings, notes, details, document, i } = entry;
    const isEmpty = lemma.i === undefined && readings.length + notes.length + details.length === 0;
    // What stands there instead is for the schema to judge.
    if (isEmpty && document.unsettled.lasts[i] === i) yield diagnostic('empty-entry', entryPlace(entry), {});
  }
}
