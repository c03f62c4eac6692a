import { mostInclusions } from '../../corpus/break-loops.ts';
import type { Corpus } from '../../corpus/corpus.ts';
import { diagnostic } from '../../diagnostics/catalogue.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { includePlace } from './include-place.ts';

/** Finds inclusions with which a document would grow beyond all measure. */
export function* includeExplosion(corpus: Corpus): Iterable<Diagnostic> {
  for (const document of corpus.checked) {
    for (const inclusion of corpus.inclusionsOf(document)) {
      if (inclusion.fault?.kind !== 'too-many') continue;
      yield diagnostic('include-explosion', includePlace(inclusion, 'href'), { most: mostInclusions });
    }
  }
}
