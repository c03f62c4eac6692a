import type { Corpus } from '../../corpus/corpus.ts';
import { prefixesOf } from '../../corpus/prefix-definition.ts';
import { diagnostic } from '../../diagnostics/catalogue.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { pointersTo } from './pointers-to.ts';

/** Finds `prefixDef/@matchPattern`s that are no regular expression, or take too long to match. */
export function* invalidMatchPattern(corpus: Corpus): Iterable<Diagnostic> {
  // A pattern shows how slow it is when it is used.
  for (const document of corpus.checked) pointersTo('prefix-mismatch', document, corpus);
  for (const document of corpus.checked) {
    for (const { pattern, matchPattern } of [...prefixesOf(document).values()].flat()) {
      if (pattern !== undefined && !pattern.isTooSlow) continue;
      yield diagnostic(
        'invalid-match-pattern',
        document.place({ start: matchPattern.valueStart, end: matchPattern.valueEnd }),
        {
          pattern: matchPattern.value,
          what:
            pattern === undefined ? 'is no regular expression' : 'takes too long to match and was given up',
        },
      );
    }
  }
}
