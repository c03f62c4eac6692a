import type { Corpus } from '../../corpus/corpus.ts';
import type { CorpusDocument } from '../../corpus/corpus-document.ts';
import { type Token, tokensOf } from '../../corpus/token.ts';
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
  const keys = corpus.checked.map((document) => ({ document, tokens: keysOf(document) }));
  const isHit = ({ value }: Token) => corpus.definitions(value).length > 0;
  const all = keys.flatMap(({ tokens }) => tokens);
  // Keys may belong to a database that is not in the edition.
  if (all.filter(isHit).length * 2 < all.length) return;
  const nearest = new NearestIds(corpus);
  for (const { document, tokens } of keys) {
    const missed = tokens.filter((token) => !isHit(token));
    for (const [key, group] of groupBy(missed, (token) => token.value)) {
      const places = group.map((token) => document.place(token));
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

/** The words of `@key` on names that have no `@ref`. */
function keysOf(document: CorpusDocument): Token[] {
  return document
    .attributes('key')
    .filter(({ element }) => names.includes(element.name.local) && attribute(element, 'ref') === undefined)
    .flatMap((use) => tokensOf(use.attribute, document.source));
}
