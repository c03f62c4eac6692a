import type { Corpus } from '../../corpus/corpus.ts';
import { diagnostic } from '../../diagnostics/catalogue.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { ancestors } from '../../xml/axes.ts';
import { attribute, type Element } from '../../xml/tree.ts';
import { otherPlaces } from '../many-places.ts';

/** Notes of these kinds are the source's own. */
const ofTheSource = /^(?:author|authorial|original|source|print|printed|marginal|gloss)/i;
/** Elements whose notes say something of an entry or a reading. */
const elsewhere = new Set([
  'app',
  'person',
  'place',
  'org',
  'event',
  'object',
  'nym',
  'bibl',
  'biblStruct',
  'teiHeader',
]);

/** Finds notes in the text that do not say whose they are, one message for each file. */
export function* noteWithoutResponsibility(corpus: Corpus): Iterable<Diagnostic> {
  for (const document of corpus.checked) {
    const anonymous = document.elements('note').filter(isAnonymous);
    const [first] = anonymous;
    if (first === undefined) continue;
    const places = anonymous.map((note) => document.place({ start: note.start, end: note.startTagEnd }));
    yield diagnostic(
      'note-without-responsibility',
      places[0]!,
      { more: places.length > 1 ? `, nor do ${places.length - 1} more notes of this file` : '' },
      otherPlaces(places, 'nor does this note'),
    );
  }
}

function isAnonymous(note: Element): boolean {
  if (ofTheSource.test(attribute(note, 'type') ?? '')) return false;
  let isInText = false;
  for (const each of [note, ...ancestors(note)]) {
    if (attribute(each, 'resp') !== undefined || elsewhere.has(each.name.local)) return false;
    if (each.name.local === 'text') isInText = true;
  }
  return isInText;
}
