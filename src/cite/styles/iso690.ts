import { britishDates, formatDate, formatYear } from '../format-date.ts';
import type { Name } from '../record.ts';
import { append, capitalised, concat, italic, join, link, plain, type RichText } from '../rich-text.ts';
import type { View } from '../view.ts';
import { editionYear, isUntitledLetter, leadersOf, ordinalEdition, surname, titleForShort } from './parts.ts';
import type { CitationStyle } from './style.ts';

/** ISO 690:2021, in English, as full notes. */
export const iso690: CitationStyle = {
  title: 'ISO 690',
  note: (view) => entry(view, view.record.locator),
  short(view) {
    const people = leadersOf(view);
    const who = people.length > 3 ? `${upper(people[0]!)} et al.` : listed(people.map(upper));
    const name = titleForShort(view);
    const title = isUntitledLetter(view)
      ? plain(letterTo(view))
      : isPartOfAnother(view)
        ? plain(name)
        : italic(name);
    const parts = [plain(who), title, plain(view.record.locator)];
    return append(join(parts, ', ', 'outside-quotes'), '.', 'outside-quotes');
  },
  bibliography: (view) => entry(view, ''),
};

const upper = (name: Name) =>
  name.kind === 'literal' ? name.literal : surname(name).toLocaleUpperCase('en');
const isPartOfAnother = ({ record }: View) => record.container !== '';

/** `HERSHBERG, James G., LARSEN, Bo and VOGT, Dieter` (5.3). */
function creators(names: readonly Name[]): string {
  const all = names.map((name) =>
    name.kind === 'literal'
      ? name.literal
      : [upper(name), [name.given, name.suffix].filter(Boolean).join(' ')].filter(Boolean).join(', '),
  );
  return all.length > 3 ? `${all[0]} et al.` : listed(all);
}
/** `Mark KRAMER`: subordinate names. */
const direct = (names: readonly Name[]) =>
  listed(
    names.map((name) =>
      name.kind === 'literal' ? name.literal : [name.given, upper(name)].filter(Boolean).join(' '),
    ),
  );
const listed = (all: readonly string[]) =>
  all.length < 2 ? (all[0] ?? '') : `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`;
const letterTo = ({ recipients }: View) => `Letter to ${direct(recipients)}`;
const edited = (names: readonly Name[]) => `${creators(names)} (ed${names.length > 1 ? 's' : ''}.)`;

function entry(view: View, locator: string): RichText {
  const { record, date } = view;
  const leads =
    view.authors.length > 0
      ? creators(view.authors)
      : record.container === '' && !view.isArchival && view.editors.length > 0
        ? edited(view.editors)
        : '';
  const isOnline = view.url !== '';
  const medium = isOnline ? plain(' [online]') : [];
  const translators = view.translators.length === 0 ? [] : plain(`Translated by ${direct(view.translators)}`);
  const editors =
    (view.authors.length === 0 && !view.isArchival) || view.editors.length === 0 || record.container !== ''
      ? []
      : plain(`Edited by ${direct(view.editors)}`);
  const helpers = view.contributors.length === 0 ? [] : plain(`With ${direct(view.contributors)}`);
  const day = date === undefined ? 'n.d.' : formatDate(date, britishDates);
  const year = date === undefined ? 'n.d.' : formatYear(date, britishDates);
  const house = [record.publisherPlace, record.publisher].filter(Boolean).join(': ');
  const imprint = plain([house, year].filter(Boolean).join(', '));
  const series =
    record.series === '' ? [] : plain([record.series, record.seriesNumber].filter(Boolean).join(', '));
  const identifiers = [
    record.isbn === '' ? [] : plain(`ISBN ${record.isbn}`),
    record.issn === '' ? [] : plain(`ISSN ${record.issn}`),
    record.doi === '' ? [] : concat(plain('DOI: '), link(view.url, record.doi)),
    record.doi !== '' || record.url === '' ? [] : concat(plain('Available from: '), link(record.url)),
  ];
  const pages = (range: string) => (range === '' ? '' : `${range.includes('–') ? 'pp.' : 'p.'} ${range}`);
  const volume = record.volume === '' ? '' : `vol. ${record.volume}`;
  const at = locator === '' ? [] : plain(locator);
  const numbers =
    record.numberOfVolumes === '' || record.volume !== '' ? '' : `${record.numberOfVolumes} vols.`;
  let parts: RichText[];
  switch (record.type) {
    case 'article-journal':
    case 'article-magazine':
    case 'article-newspaper': {
      const when = record.type === 'article-journal' ? year : day;
      const numbered = [when, volume, record.issue === '' ? '' : `no. ${record.issue}`, pages(record.page)]
        .filter(Boolean)
        .join(', ');
      parts = [
        plain(leads),
        plain(view.title),
        translators,
        concat(italic(record.container), medium),
        plain(numbered),
        at,
      ];
      break;
    }
    case 'chapter':
    case 'entry-encyclopedia': {
      const hostEditors = view.editors.length === 0 ? '' : `${edited(view.editors)}. `;
      const placed = plain([house, year, volume, pages(record.page)].filter(Boolean).join(', '));
      parts = [
        plain(leads),
        plain(view.title),
        translators,
        concat(plain(`In: ${hostEditors}`), italic(record.container), medium),
        ordinalEdition(record.edition),
        series,
        placed,
        at,
      ];
      break;
    }
    case 'thesis': {
      const kind = record.genre === '' || /ph\.?\s?d/i.test(record.genre) ? 'Doctoral thesis' : record.genre;
      parts = [plain(leads), concat(italic(view.title), medium), plain(kind), imprint, at];
      break;
    }
    case 'book':
    case 'report':
      parts = [
        plain(leads),
        concat(italic(view.title), plain(volume === '' ? '' : `, ${volume}`), medium),
        ordinalEdition(record.edition),
        editors,
        translators,
        imprint,
        plain(numbers),
        series,
        at,
      ];
      break;
    case 'webpage':
      parts = [
        plain(leads),
        concat(italic(view.title), medium),
        plain(record.container),
        plain([record.container === '' ? house : '', day].filter(Boolean).join(', ')),
        at,
      ];
      break;
    default: {
      const titled = isUntitledLetter(view) ? plain(letterTo(view)) : concat(italic(view.title), medium);
      const held =
        record.archive === ''
          ? [record.repositoryPlace, view.archive, view.archiveLocation]
          : [view.archive, view.archiveLocation];
      // The editors of the edition that prints the document stand with it.
      const isHosted = record.archive === '' && record.series !== '';
      const hostEditors = view.editors.length === 0 ? '' : `${edited(view.editors)}. `;
      const host = isHosted ? concat(plain(`In: ${hostEditors}`), italic(record.series)) : [];
      const published =
        isHosted || (record.archive === '' && !view.isArchival)
          ? [house, editionYear(view, britishDates)].filter(Boolean).join(', ')
          : '';
      parts = [
        plain(leads),
        titled,
        isHosted ? [] : editors,
        translators,
        helpers,
        capitalised(plain(day)),
        plain(held.filter(Boolean).join(', ')),
        host,
        plain(published),
        at,
      ];
    }
  }
  return append(join([...parts, ...identifiers], '. ', 'outside-quotes'), '.', 'outside-quotes');
}
