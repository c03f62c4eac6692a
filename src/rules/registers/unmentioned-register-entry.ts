import type { Corpus, Definition } from '../../corpus/corpus.ts';
import { pointersOf } from '../../corpus/pointer.ts';
import { diagnostic } from '../../diagnostics/catalogue.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { textOf } from '../../xml/axes.ts';
import { XML } from '../../xml/name.ts';
import { attribute, attributeNode, type Document, type Element } from '../../xml/tree.ts';
import { otherPlaces, someOf } from '../many-places.ts';
import { registerEntries } from './register-entry.ts';

const mostSingly = 10;

/** Finds entries of registers that nothing in the edition points to. */
export function* unmentionedRegisterEntry(corpus: Corpus): Iterable<Diagnostic> {
  const mentioned = mentionedElements(corpus);
  for (const document of corpus.checked) {
    const idle = registerEntries(document).filter((entry) => !mentioned.has(entry));
    const placeOf = (entry: Element) => {
      const { valueStart, valueEnd } = attributeNode(entry, 'id', XML)!;
      return document.place({ start: valueStart, end: valueEnd });
    };
    const idOf = (entry: Element) => attribute(entry, 'id', XML)!.trim();
    for (const group of idle.length > mostSingly ? [idle] : idle.map((entry) => [entry])) {
      const places = group.map(placeOf);
      const first = group[0]!;
      yield diagnostic(
        'unmentioned-register-entry',
        places[0]!,
        {
          id: idOf(first),
          name: nameOf(first),
          more:
            group.length > 1
              ? `, nor to ${group.length - 1} more entries of this file: ${someOf(group.slice(1).map(idOf))}`
              : '',
        },
        otherPlaces(places, 'nothing points to this entry either'),
      );
    }
  }
}

/** The elements that a pointer or key outside them names, and those around them. */
function mentionedElements(corpus: Corpus): Set<Element> {
  const mentioned = new Set<Element>();
  const mention = ({ document, element }: Definition, from: Definition) => {
    for (let at: Element | Document = element; at.nodeType === 1; at = at.parentNode) {
      const isOwn =
        document === from.document && at.start <= from.element.start && from.element.end <= at.end;
      if (!isOwn) mentioned.add(at);
    }
  };
  for (const document of corpus.checked) {
    for (const pointer of pointersOf(document)) {
      const target = corpus.resolve(pointer);
      if (target.kind === 'element') mention(target, pointer);
    }
    for (const { element, attribute: key } of document.attributes('key')) {
      for (const id of key.value.trim().split(/\s+/)) {
        for (const definition of corpus.definitions(id)) mention(definition, { document, element });
      }
    }
  }
  return mentioned;
}

/** The first words of an entry. */
function nameOf(entry: Element): string {
  const text = textOf(entry).replace(/\s+/g, ' ').trim();
  return text.length > 40 ? `${text.slice(0, 40).replace(/\s+\S*$/, '')} …` : text;
}
