import type { Corpus } from '../../corpus/corpus.ts';
import { pointersOf } from '../../corpus/pointer.ts';
import { diagnostic } from '../../diagnostics/catalogue.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { XML } from '../../xml/name.ts';
import { attribute, type Element } from '../../xml/tree.ts';
import { otherPlaces } from '../many-places.ts';
import { detachedNotes } from './detached-note.ts';

const mostSingly = 5;

/** Finds notes away from the text that no place in the text calls. */
export function* noteWithoutCall(corpus: Corpus): Iterable<Diagnostic> {
  const called = new Set<Element>();
  for (const document of corpus.checked) {
    for (const pointer of pointersOf(document)) {
      const target = corpus.resolve(pointer);
      if (target.kind === 'element' && target.element.name.local === 'note') called.add(target.element);
    }
  }
  for (const document of corpus.checked) {
    const idle = detachedNotes(document).filter((note) => !called.has(note) && !hasAnchor(note));
    for (const group of idle.length > mostSingly ? [idle] : idle.map((note) => [note])) {
      const places = group.map((note) => document.place({ start: note.start, end: note.startTagEnd }));
      const id = attribute(group[0]!, 'id', XML);
      yield diagnostic(
        'note-without-call',
        places[0]!,
        {
          note: id === undefined ? 'This note' : `The note “${id}”`,
          more:
            group.length > 1
              ? `, and ${group.length - 1} more notes of this file are called from nowhere`
              : '',
        },
        {
          help:
            id === undefined
              ? 'Give it an xml:id and call it in the text with <ptr type="noteCall" target="#…"/>, or name its place in @target.'
              : `Call it in the text with <ptr type="noteCall" target="#${id}"/>, or name its place in @target.`,
          ...otherPlaces(places, 'called from nowhere too'),
        },
      );
    }
  }
}

function hasAnchor(note: Element): boolean {
  const around = note.parentNode.nodeType === 1 ? attribute(note.parentNode, 'target') : undefined;
  return (attribute(note, 'target') ?? around ?? '').trim() !== '';
}
