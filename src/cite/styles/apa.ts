import { americanDates, type DateForm, formatDate, formatYear } from '../format-date.ts';
import { initials } from '../format-names.ts';
import { type CitationDate, displayName, type Name } from '../record.ts';
import { append, concat, italic, join, link, plain, quoted, type RichText } from '../rich-text.ts';
import type { View } from '../view.ts';
import {
  isOwnPublisher,
  isUntitledLetter,
  leadersOf,
  ordinalEdition,
  surnames,
  titleForShort,
} from './parts.ts';
import type { CitationStyle } from './style.ts';

const dates: DateForm = { ...americanDates, order: 'year-month-day', between: '{from}–{to}' };

/** Publication Manual of the American Psychological Association, 7th edition (2020). Titles keep the capitals of the record: no program knows a name from a noun. */
export const apa: CitationStyle = {
  title: 'APA, 7th edition',
  note: inText,
  short: inText,
  bibliography(view) {
    const who = lead(view);
    const when = plain(`(${dateOf(view)})`);
    const what = body(view);
    const [title = [], ...rest] = what;
    const parts = who.length > 0 ? [who, when, title, ...rest] : [title, when, ...rest];
    const entry = append(join(parts, '. '), '.');
    return spaced(entry, link(view.url), first(view));
  },
};

const spaced = (...parts: readonly RichText[]) => join(parts, ' ');

/** When a work was first published, at the very end (9.41). */
const first = ({ record }: View): RichText =>
  record.originalDate === undefined
    ? []
    : plain(`(Original work published ${formatYear(record.originalDate, dates)})`);

function lead({ authors, editors, record, isArchival }: View): RichText {
  const who = authors.length > 0 ? inverted(authors) : '';
  if (who !== '') return plain(who);
  if (editors.length > 0 && !isArchival && record.container === '')
    return plain(`${inverted(editors)} (${editors.length > 1 ? 'Eds.' : 'Ed.'})`);
  return record.type === 'webpage' || record.type === 'report'
    ? plain(record.container || record.publisher)
    : [];
}

/** `Fursenko, A., & Naftali, T.`; of more than twenty the first nineteen and the last (9.8). */
function inverted(names: readonly Name[]): string {
  const all = names.map((name) =>
    name.kind === 'literal'
      ? name.literal
      : [[name.particle, name.family].filter(Boolean).join(' '), initials(name.given), name.suffix]
          .filter(Boolean)
          .join(', '),
  );
  if (all.length > 20) return `${all.slice(0, 19).join(', ')}, . . . ${all.at(-1)}`;
  return all.length < 2 ? (all[0] ?? '') : `${all.slice(0, -1).join(', ')}, & ${all.at(-1)}`;
}

/** `J. G. Hershberg & C. F. Ostermann`: names that do not open the entry. */
function direct(names: readonly Name[]): string {
  const all = names.map((name) =>
    name.kind === 'literal'
      ? name.literal
      : [initials(name.given), name.particle, name.family, name.suffix].filter(Boolean).join(' '),
  );
  if (all.length < 3) return all.join(' & ');
  return `${all.slice(0, -1).join(', ')}, & ${all.at(-1)}`;
}

/** `1962, October 27`: the year first. */
function dateOf({ date, record }: View): string {
  if (date === undefined) return 'n.d.';
  const isByDay = !['article-journal', 'book', 'chapter', 'thesis', 'entry-encyclopedia'].includes(
    record.type,
  );
  const said = isByDay && !date.isBounds ? withComma(date) : formatYear(date, dates);
  return said || 'n.d.';
}
function withComma(date: CitationDate): string {
  return formatDate(date, dates).replace(/^((?:ca\. )?\d+(?: BC)?) (?=\p{L})/u, '$1, ');
}

function body(view: View): RichText[] {
  const { record } = view;
  const roles = [
    (view.isArchival ? record.archive === '' && record.series === '' : view.authors.length > 0) &&
    view.editors.length > 0 &&
    record.container === ''
      ? `${direct(view.editors)}, ${view.editors.length > 1 ? 'Eds.' : 'Ed.'}`
      : '',
    view.translators.length > 0 ? `${direct(view.translators)}, Trans.` : '',
  ]
    .filter(Boolean)
    .join('; ');
  const volume =
    record.volume !== ''
      ? `Vol. ${record.volume}`
      : record.numberOfVolumes === ''
        ? ''
        : /^\d+$/.test(record.numberOfVolumes)
          ? `Vols. 1–${record.numberOfVolumes}`
          : record.numberOfVolumes;
  const edition = ordinalEdition(record.edition)
    .map((run) => run.text)
    .join('');
  const inBrackets = (...parts: string[]) => {
    const said = parts.filter(Boolean);
    return said.length === 0 ? [] : plain(` (${said.join(', ')})`);
  };
  const kind = (words: string) => (words === '' ? [] : plain(` [${words}]`));
  switch (record.type) {
    case 'article-journal': {
      const number =
        record.volume === ''
          ? []
          : concat(italic(record.volume), plain(record.issue === '' ? '' : `(${record.issue})`));
      const issueOnly = record.volume === '' && record.issue !== '' ? plain(`(${record.issue})`) : [];
      return [
        concat(plain(view.title), inBrackets(roles)),
        join([italic(record.container), number, issueOnly, plain(record.page)], ', '),
      ];
    }
    case 'article-magazine':
    case 'article-newspaper':
      return [
        concat(plain(view.title), inBrackets(roles)),
        join([italic(record.container), plain(record.page)], ', '),
      ];
    case 'chapter':
    case 'entry-encyclopedia': {
      const editors =
        view.editors.length === 0
          ? ''
          : `${direct(view.editors)} (${view.editors.length > 1 ? 'Eds.' : 'Ed.'}), `;
      const pages = record.page === '' ? '' : `${record.page.includes('–') ? 'pp.' : 'p.'} ${record.page}`;
      return [
        concat(plain(view.title), inBrackets(roles)),
        concat(plain(`In ${editors}`), italic(record.container), inBrackets(edition, volume, pages)),
        plain(record.publisher),
      ];
    }
    case 'thesis':
      return [
        concat(
          italic(view.title),
          kind([thesisKind(record.genre), record.publisher].filter(Boolean).join(', ')),
        ),
      ];
    case 'book':
    case 'report': {
      const both =
        roles === ''
          ? [edition, volume].filter(Boolean).join(', ')
          : [roles, [edition, volume].filter(Boolean).join(', ')].filter(Boolean).join('; ');
      return [
        concat(italic(view.title), inBrackets(both)),
        plain(isOwnPublisher(view) ? '' : record.publisher),
      ];
    }
    case 'webpage': {
      const site = record.container || record.publisher;
      return [concat(italic(view.title), inBrackets(roles)), plain(view.authors.length > 0 ? site : '')];
    }
    default: {
      const titled = isUntitledLetter(view)
        ? plain(`[Letter to ${view.recipients.map(displayName).join(' and ')}]`)
        : concat(
            italic(view.title),
            inBrackets(roles),
            kind(record.type === 'personal_communication' ? 'Letter' : capital(record.genre)),
          );
      // A collection with its number, then who keeps it; without a collection the number stands by the keeper.
      const isCollected = record.archive === '' && record.collection !== '';
      const number = isCollected ? record.shelfmark : view.archiveLocation;
      const kept = concat(
        plain(isCollected ? record.collection : view.archive),
        number === '' ? [] : plain(` (${number})`),
      );
      const held = isCollected ? join([kept, plain(view.archive)], ', ') : kept;
      const place = record.archive === '' ? plain(record.repositoryPlace) : [];
      const edited =
        record.archive !== '' || view.editors.length === 0
          ? ''
          : `${direct(view.editors)} (${view.editors.length > 1 ? 'Eds.' : 'Ed.'})`;
      const host =
        record.archive !== '' || record.series === ''
          ? []
          : concat(plain(edited === '' ? 'In ' : `In ${edited}, `), italic(record.series));
      return [
        titled,
        join([held, place], ', '),
        host,
        plain(record.archive === '' && (host.length > 0 || !view.isArchival) ? record.publisher : ''),
      ];
    }
  }
}

const thesisKind = (genre: string) =>
  genre === '' || /ph\.?\s?d/i.test(genre) ? 'Doctoral dissertation' : genre;
const capital = (words: string) => words.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());

function inText(view: View): RichText {
  const people = leadersOf(view);
  const owner =
    people.length === 0 && view.record.type === 'webpage'
      ? view.record.container || view.record.publisher
      : '';
  const own = view.date === undefined ? 'n.d.' : formatYear(view.date, dates);
  const { originalDate } = view.record;
  // Both years of a work that is published again (8.15).
  const year = originalDate === undefined ? own : `${formatYear(originalDate, dates)}/${own}`;
  const short = titleForShort(view);
  const isWhole = ['book', 'report', 'thesis', 'webpage', 'manuscript'].includes(view.record.type);
  const who =
    people.length > 0
      ? plain(surnames(people, '&'))
      : owner !== ''
        ? plain(owner)
        : isWhole
          ? italic(short)
          : quoted(short);
  return concat(plain('('), join([who, plain(year), plain(view.record.locator)], ', '), plain(')'));
}
