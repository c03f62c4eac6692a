import type { Corpus } from '../../corpus/corpus.ts';
import { holdsPointers } from '../../corpus/pointer-attributes.ts';
import { diagnostic } from '../../diagnostics/catalogue.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { groupBy } from '../group-by.ts';
import { otherPlaces } from '../many-places.ts';

/** Finds pointer attributes with nothing in them, one message for each attribute of a file. */
export function* emptyPointer(corpus: Corpus): Iterable<Diagnostic> {
  for (const document of corpus.checked) {
    const empty = [...document.attributeNames()]
      .flatMap((name) => (name.includes(':') ? [] : document.attributes(name)))
      .filter(
        ({ element, attribute }) =>
          attribute.value.trim() === '' && holdsPointers(element.name.local, attribute.name.local),
      );
    for (const [attribute, all] of groupBy(empty, (use) => use.attribute.name.local)) {
      const places = all.map((use) => document.place(use.attribute));
      yield diagnostic(
        'empty-pointer',
        places[0]!,
        { attribute, more: places.length > 1 ? ` (${places.length} times in this file)` : '' },
        otherPlaces(places, 'and here'),
      );
    }
  }
}
