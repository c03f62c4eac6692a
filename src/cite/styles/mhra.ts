import { britishDates, formatDate, formatYear } from '../format-date.ts';
import { formatNames, type NameForm } from '../format-names.ts';
import type { Name } from '../record.ts';
import {
  append,
  capitalised,
  concat,
  italic,
  join,
  link,
  plain,
  quoted,
  type RichText,
} from '../rich-text.ts';
import type { View } from '../view.ts';
import {
  editionYear,
  familyOnly,
  isUntitledLetter,
  leadersOf,
  ordinalEdition,
  surname,
  titleForShort,
  twoDigitPages,
} from './parts.ts';
import type { CitationStyle } from './style.ts';

const noteNames: NameForm = {
  first: 'direct',
  and: 'and',
  comma: 'none',
  shortenFrom: 4,
  shown: 1,
  etAl: 'and others',
};
const names = (list: readonly Name[]) => formatNames(list, { ...noteNames, shortenFrom: 4 });

/** MHRA Style Guide, 4th edition (2024): notes with a bibliography. */
export const mhra: CitationStyle = {
  title: 'MHRA, 4th edition',
  note: (view) =>
    append(
      entry(view, plain(formatNames(view.authors, noteNames)), view.record.locator),
      '.',
      'outside-quotes',
    ),
  short(view) {
    const people = leadersOf(view);
    const short = titleForShort(view);
    const isWhole = ['book', 'report'].includes(view.record.type);
    const named = isUntitledLetter(view)
      ? plain(`letter to ${view.recipients.map(surname).join(' and ')}`)
      : isWhole
        ? title(short)
        : quoted(short, 'single');
    const listed =
      people.length > 3
        ? `${surname(people[0]!)} and others`
        : formatNames(people.map(familyOnly), noteNames);
    return append(
      join([plain(listed), named, plain(view.record.locator)], ', ', 'outside-quotes'),
      '.',
      'outside-quotes',
    );
  },
  // The bibliography ends without a full stop (4th edition, 8.1).
  bibliography(view) {
    const form: NameForm = { ...noteNames, first: 'inverted', comma: 'serial' };
    const leads = view.authors.length > 0 || view.record.container !== '' || view.isArchival;
    if (leads || view.editors.length === 0) return entry(view, plain(formatNames(view.authors, form)), '');
    const editors = `${formatNames(view.editors, form)} (${view.editors.length > 1 ? 'eds' : 'ed.'})`;
    return entry({ ...view, editors: [] }, plain(editors), '');
  },
};

/** A title in italics, with the single quotation marks of the style inside. */
const title = (text: string): RichText => italic(text.replace(/[“”]/g, (mark) => (mark === '“' ? '‘' : '’')));

function entry(view: View, authors: RichText, locator: string): RichText {
  const { record, date } = view;
  const list = (...parts: RichText[]) => join(parts, ', ', 'outside-quotes');
  const isLedByEditors =
    authors.length === 0 && view.editors.length > 0 && record.container === '' && !view.isArchival;
  const editors = view.editors.length === 0 ? [] : plain(`ed. by ${names(view.editors)}`);
  const translators = view.translators.length === 0 ? [] : plain(`trans. by ${names(view.translators)}`);
  const helpers = view.contributors.length === 0 ? [] : plain(`with ${names(view.contributors)}`);
  const year = date === undefined ? 'n.d.' : formatYear(date, britishDates);
  const day = date === undefined ? 'n.d.' : formatDate(date, britishDates);
  const imprint = plain(` (${[record.publisher, year].filter(Boolean).join(', ')})`);
  const volumes =
    record.numberOfVolumes === '' || record.volume !== '' ? [] : plain(`${record.numberOfVolumes} vols`);
  const series = plain([record.series, record.seriesNumber].filter(Boolean).join(', '));
  const at = record.locator === '' || locator === '' ? [] : plain(locator);
  /** A DOI follows a comma, an address in angle brackets a blank (8.6). */
  const closed = (whole: RichText): RichText => {
    if (view.url === '') return whole;
    return record.doi === ''
      ? concat(whole, plain(' <'), link(view.url), plain('>'))
      : list(whole, link(view.url, `doi:${record.doi}`));
  };
  const range = (pages: string) =>
    pages === '' ? [] : plain(`${pages.includes('–') ? 'pp.' : 'p.'} ${twoDigitPages(pages)}`);
  switch (record.type) {
    case 'book':
    case 'report': {
      const head = list(
        authors,
        title(view.title),
        isLedByEditors || view.editors.length > 0 ? editors : [],
        translators,
        series,
        ordinalEdition(record.edition, 'edn'),
        volumes,
      );
      const volume = record.volume === '' ? [] : plain(roman(record.volume));
      return closed(list(concat(head, imprint), volume, at));
    }
    case 'chapter':
    case 'entry-encyclopedia': {
      const host = list(
        concat(plain('in '), title(record.container)),
        editors,
        series,
        ordinalEdition(record.edition, 'edn'),
        volumes,
      );
      return closed(
        list(
          authors,
          quoted(view.title, 'single'),
          translators,
          concat(host, imprint),
          range(record.page),
          at,
        ),
      );
    }
    case 'article-journal': {
      const number = [record.volume, record.issue].filter(Boolean).join('.');
      const journal = list(title(record.container), plain(number));
      return closed(
        list(
          authors,
          quoted(view.title, 'single'),
          translators,
          concat(journal, plain(` (${record.issue === '' || record.volume === '' ? day : year})`)),
          range(record.page),
          at,
        ),
      );
    }
    case 'article-magazine':
    case 'article-newspaper':
      return closed(
        list(
          authors,
          quoted(view.title, 'single'),
          title(record.container),
          plain(day),
          range(record.page),
          at,
        ),
      );
    case 'thesis': {
      const kind =
        /ph\.?\s?d/i.test(record.genre) || record.genre === '' ? 'unpublished doctoral thesis' : record.genre;
      return closed(
        list(
          authors,
          concat(
            quoted(view.title, 'single'),
            plain(` (${[kind, record.publisher, year].filter(Boolean).join(', ')})`),
          ),
          at,
        ),
      );
    }
    case 'webpage':
      return closed(
        list(
          authors,
          quoted(view.title, 'single'),
          italic(record.container || record.publisher),
          plain(day),
          at,
        ),
      );
    default: {
      const titled = isUntitledLetter(view)
        ? plain(`letter to ${names(view.recipients)}`)
        : quoted(view.title, 'single');
      const held =
        record.archive === ''
          ? list(plain(record.repositoryPlace), plain(view.archive), plain(view.archiveLocation))
          : list(plain(view.archiveLocation), italic(view.archive));
      const published =
        record.archive !== '' || record.publisher === ''
          ? []
          : plain(` (${[record.publisher, editionYear(view, britishDates)].filter(Boolean).join(', ')})`);
      const host =
        record.archive !== ''
          ? []
          : list(record.series === '' ? [] : concat(plain('in '), italic(record.series)), editors);
      return closed(
        capitalisedIfFirst(
          authors,
          list(
            authors,
            titled,
            translators,
            helpers,
            plain(day),
            held,
            host.length === 0 ? plain(view.isArchival ? '' : record.publisher) : concat(host, published),
            at,
          ),
        ),
      );
    }
  }
}

const capitalisedIfFirst = (lead: RichText, whole: RichText) =>
  lead.length === 0 ? capitalised(whole) : whole;

/** Volumes of a book in small Roman numerals. */
function roman(volume: string): string {
  const number = Number(volume);
  if (!/^\d+$/.test(volume) || number < 1 || number > 89) return volume;
  const tens = ['', 'x', 'xx', 'xxx', 'xl', 'l', 'lx', 'lxx', 'lxxx'][Math.floor(number / 10)]!;
  return `${tens}${['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix'][number % 10]!}`;
}
