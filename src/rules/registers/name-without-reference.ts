import type { Corpus } from '../../corpus/corpus.ts';
import { diagnostic } from '../../diagnostics/catalogue.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { ancestors, textOf } from '../../xml/axes.ts';
import { attribute, type Element } from '../../xml/tree.ts';
import { otherPlaces, someOf } from '../many-places.ts';
import { names } from './mention-without-entry.ts';

const links = ['ref', 'key', 'corresp', 'sameAs', 'nymRef', 'copyOf'];

/** Finds tagged names in the text that point to no entry, one message for each file. */
export function* nameWithoutReference(corpus: Corpus): Iterable<Diagnostic> {
  for (const document of corpus.checked) {
    const loose = document.elements(...names).filter(isLoose);
    const [first] = loose;
    if (first === undefined) continue;
    const wordOf = (name: Element) => textOf(name).replace(/\s+/g, ' ').trim();
    yield diagnostic(
      'name-without-reference',
      document.place({ start: first.start, end: first.startTagEnd }),
      {
        name: wordOf(first),
        more:
          loose.length > 1
            ? `, nor do ${loose.length - 1} more names of this file: ${someOf(loose.slice(1).map(wordOf))}`
            : '',
      },
      otherPlaces(
        loose.map((name) => document.place({ start: name.start, end: name.startTagEnd })),
        'points to no entry either',
      ),
    );
  }
}

function isLoose(name: Element): boolean {
  if (links.some((link) => attribute(name, link) !== undefined)) return false;
  if (name.name.local === 'rs' && attribute(name, 'type') === undefined) return false;
  let isInText = false;
  for (const { name: around } of ancestors(name)) {
    if (
      ['teiHeader', 'standOff', 'person', 'place', 'org', 'event', 'object', 'bibl', 'biblStruct'].includes(
        around.local,
      )
    )
      return false;
    if (names.includes(around.local)) return false;
    if (around.local === 'text') isInText = true;
  }
  return isInText;
}
