import type { Corpus } from '../../corpus/corpus.ts';
import { diagnostic } from '../../diagnostics/catalogue.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { didYouMean } from '../../diagnostics/did-you-mean.ts';
import type { Place } from '../../diagnostics/place.ts';
import type { EditedDocument } from '../../edition/edited-document.ts';
import { attribute } from '../../xml/tree.ts';
import { andMore, otherPlaces } from '../many-places.ts';
import type { RuleContext } from '../rule.ts';
import { apparatusOf } from './apparatus-of.ts';
import { wordPlace } from './siglum-place.ts';

/** Finds sigla that no list of the edition declares, each once for a file, with its other places. */
export function* unknownSiglum(corpus: Corpus, context: RuleContext): Iterable<Diagnostic> {
  const apparatus = apparatusOf(corpus, context);
  if (apparatus === undefined) return;
  const { witnesses } = apparatus;
  const names = [...witnesses.names];
  for (const document of apparatus.edition.documents) {
    const found = new Map<string, Place[]>();
    for (const i of citing(document)) {
      for (const { value, at } of witnesses.cited(document, i, 'wit').unknown) {
        const places = found.get(value) ?? [];
        found.set(value, places);
        places.push(wordPlace(document, i, 'wit', at));
      }
    }
    for (const [value, places] of found) {
      const siglum = value.slice(value.lastIndexOf('#') + 1);
      const hash = value.slice(0, value.length - siglum.length);
      const near = didYouMean(siglum, names).map((name) => `${hash}${name}`);
      yield diagnostic(
        'unknown-siglum',
        places[0]!,
        { siglum: value, more: andMore(places.length) },
        {
          ...(near.length === 0
            ? {}
            : {
                help: `Did you mean ${near.map((each) => `“${each}”`).join(' or ')}?`,
                expected: near.map((name) => ({ kind: 'value', name })),
              }),
          ...otherPlaces(places, 'and here'),
        },
      );
    }
  }
}

function* citing(document: EditedDocument): Generator<number> {
  for (let i = 0; i < document.names.length; i++) {
    if (attribute(document.unsettled.elements[i]!, 'wit') !== undefined) yield i;
  }
}
