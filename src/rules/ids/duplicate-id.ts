import type { Corpus, Definition } from '../../corpus/corpus.ts';
import type { CorpusDocument } from '../../corpus/corpus-document.ts';
import { diagnostic } from '../../diagnostics/catalogue.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { XML } from '../../xml/name.ts';
import { attributeNode } from '../../xml/tree.ts';
import { andMore, otherPlaces } from '../many-places.ts';

/** The namespace of examples in documentation, whose ids are shown and not meant. */
const examples = 'http://www.tei-c.org/ns/Examples';

/** Finds ids that several elements of one document bear, what XInclude joins to it included. */
export function* duplicateId(corpus: Corpus): Iterable<Diagnostic> {
  const told = new Set<string>();
  for (const document of corpus.checked) {
    for (const [id, elements] of document.ids) {
      if (elements.length > 1) {
        const fault = report(
          id,
          elements.map((element) => ({ document, element })),
        );
        if (fault !== undefined) {
          told.add(id);
          yield fault;
        }
      }
    }
  }
  for (const document of corpus.documents) {
    if (corpus.composition.isIncluded(document)) continue;
    yield* acrossFiles(corpus, document, told);
  }
}

function* acrossFiles(corpus: Corpus, root: CorpusDocument, told: Set<string>): Iterable<Diagnostic> {
  const joined = corpus.composition.belowOf(root);
  if (joined.size < 2) return;
  for (const each of joined) {
    for (const id of each.ids.keys()) {
      const all = corpus.definitions(id);
      if (all.length < 2 || told.has(id)) continue;
      const here = all.filter(
        (one) => joined.has(one.document) && corpus.composition.brings(root, one.document, one.element),
      );
      if (new Set(here.map((one) => one.document)).size < 2) continue;
      told.add(id);
      const fault = report(id, here);
      if (fault !== undefined) yield fault;
    }
  }
}

function report(id: string, definitions: readonly Definition[]): Diagnostic | undefined {
  const places = definitions
    .filter(({ element }) => element.name.namespace !== examples && id !== '')
    .map(({ document, element }) => {
      const attribute = attributeNode(element, 'id', XML)!;
      return document.place({ start: attribute.valueStart, end: attribute.valueEnd });
    });
  const [, second] = places;
  if (second === undefined) return undefined;
  // The first is as good as any; the second is the one that an editor looks for.
  const first = { message: `“${id}” stands here first`, place: places[0]! };
  const rest = otherPlaces(places.slice(1), 'and here').related ?? [];
  return diagnostic(
    'duplicate-id',
    second,
    { id, more: andMore(places.length - 1) },
    { related: [first, ...rest] },
  );
}
