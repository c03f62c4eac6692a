import type { Corpus } from '../../corpus/corpus.ts';
import { tokensOf } from '../../corpus/token.ts';
import { diagnostic } from '../../diagnostics/catalogue.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { groupBy } from '../group-by.ts';
import { otherPlaces } from '../many-places.ts';
import { languageAttributes } from './language-attributes.ts';
import { isLanguageTag, nearestLanguageTag } from './language-tag.ts';

/** Finds language tags that BCP 47 does not allow, one message for each tag of a file. */
export function* invalidLanguageTag(corpus: Corpus): Iterable<Diagnostic> {
  for (const document of corpus.checked) {
    const faulty = languageAttributes(document)
      .flatMap(({ attribute }) => tokensOf(attribute, document.source))
      .filter(({ value }) => !isLanguageTag(value));
    for (const [tag, all] of groupBy(faulty, (token) => token.value)) {
      const places = all.map((token) => document.place(token));
      const instead = nearestLanguageTag(tag);
      yield diagnostic(
        'invalid-language-tag',
        places[0]!,
        { tag, more: places.length > 1 ? ` (${places.length} times in this file)` : '' },
        {
          ...(instead === undefined
            ? {}
            : { help: `Did you mean “${instead}”?`, expected: [{ kind: 'value', name: instead }] }),
          ...otherPlaces(places, 'and here'),
        },
      );
    }
  }
}
