import type { Corpus } from '../../corpus/corpus.ts';
import { diagnostic } from '../../diagnostics/catalogue.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { XML } from '../../xml/name.ts';
import { attribute } from '../../xml/tree.ts';
import { groupBy } from '../group-by.ts';
import { otherPlaces } from '../many-places.ts';

/** Finds languages in use that `langUsage` does not declare, where it declares any. */
export function* undeclaredLanguage(corpus: Corpus): Iterable<Diagnostic> {
  for (const document of corpus.checked) {
    const declared = new Set<string>();
    for (const each of corpus.composition.scopeOf(document)) {
      for (const language of each.elements('language')) {
        const ident = attribute(language, 'ident')?.trim().toLowerCase();
        if (ident !== undefined) declared.add(ident);
      }
    }
    if (declared.size === 0) continue;
    const used = document
      .attributes('lang', XML)
      .filter(({ attribute: { value } }) => value.trim() !== '' && !declared.has(value.trim().toLowerCase()));
    for (const [tag, all] of groupBy(used, (use) => use.attribute.value.trim())) {
      const places = all.map((use) =>
        document.place({ start: use.attribute.valueStart, end: use.attribute.valueEnd }),
      );
      yield diagnostic(
        'undeclared-language',
        places[0]!,
        { tag, more: places.length > 1 ? ` (${places.length} times in this file)` : '' },
        otherPlaces(places, 'and here'),
      );
    }
  }
}
