import type { Corpus } from '../../corpus/corpus.ts';
import type { AttributeUse, CorpusDocument } from '../../corpus/corpus-document.ts';
import { diagnostic } from '../../diagnostics/catalogue.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { attribute } from '../../xml/tree.ts';
import { groupBy } from '../group-by.ts';
import { otherPlaces } from '../many-places.ts';
import { NearestIds } from '../nearest-ids.ts';

/** Names of persons, places and things that registers hold. */
export const names = [
  'persName',
  'placeName',
  'orgName',
  'objectName',
  'eventName',
  'geogName',
  'settlement',
  'country',
  'region',
  'name',
  'rs',
];

/** Finds `@key`s of names that are no id of a register entry, where other keys of the edition are. A `@ref` that leads nowhere is a dangling pointer. */
export function* mentionWithoutEntry(corpus: Corpus): Iterable<Diagnostic> {
  const keys = corpus.checked.map((document) => [document, keysOf(document)] as const);
  const isHit = ({ attribute: { value } }: AttributeUse) => corpus.definitions(value.trim()).length > 0;
  const hits = keys.reduce((sum, [, uses]) => sum + uses.filter(isHit).length, 0);
  const all = keys.reduce((sum, [, uses]) => sum + uses.length, 0);
  // Keys may belong to a database that is not in the edition.
  if (hits * 2 < all) return;
  const nearest = new NearestIds(corpus);
  for (const [document, uses] of keys) {
    const missed = uses.filter((use) => !isHit(use));
    for (const [key, group] of groupBy(missed, (use) => use.attribute.value.trim())) {
      const places = group.map((use) =>
        document.place({ start: use.attribute.valueStart, end: use.attribute.valueEnd }),
      );
      const near = nearest.suggest(key, document);
      yield diagnostic(
        'mention-without-entry',
        places[0]!,
        { key, more: places.length > 1 ? ` (${places.length} names of this file have it)` : '' },
        {
          ...(near.length === 0
            ? {}
            : {
                help: `Did you mean ${near.map((id) => `“${id}”`).join(' or ')}?`,
                expected: near.map((name) => ({ kind: 'value', name })),
              }),
          ...otherPlaces(places, 'and here'),
        },
      );
    }
  }
}

function keysOf(document: CorpusDocument): AttributeUse[] {
  return document.attributes('key').filter(({ element, attribute: key }) => {
    if (!names.includes(element.name.local) || key.value.trim() === '') return false;
    return attribute(element, 'ref') === undefined;
  });
}
