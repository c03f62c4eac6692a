import type { Corpus } from '../../corpus/corpus.ts';
import { diagnostic } from '../../diagnostics/catalogue.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { ancestors } from '../../xml/axes.ts';
import { XML } from '../../xml/name.ts';
import { attribute, type Element } from '../../xml/tree.ts';
import { groupBy } from '../group-by.ts';
import { otherPlaces } from '../many-places.ts';

/** Finds languages of the text that `langUsage` does not declare, where it declares any. */
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
      .filter(({ element, attribute: { value } }) => isInText(element) && !isCovered(value, declared));
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

function isInText(element: Element): boolean {
  return element.name.local === 'text' || [...ancestors(element)].some((each) => each.name.local === 'text');
}

/** Whether a tag or one that is more general is declared: `en` covers `en-GB`. */
function isCovered(tag: string, declared: ReadonlySet<string>): boolean {
  const parts = tag.trim().toLowerCase().split('-');
  return parts[0] === '' || parts.some((_, i) => declared.has(parts.slice(0, i + 1).join('-')));
}
