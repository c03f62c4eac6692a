import { britishDates, type DateForm, formatDate, formatYear } from '../format-date.ts';
import { initials } from '../format-names.ts';
import type { Name } from '../record.ts';
import { append, capitalised, concat, join, link, plain, type RichText } from '../rich-text.ts';
import type { View } from '../view.ts';
import { isUntitledLetter, ordinal, titleForShort } from './parts.ts';
import type { CitationStyle } from './style.ts';

/** The words of a reference stand in the language of the thing cited (GOST R 7.0.5-2008, 4.12). */
interface GostWords {
  readonly dates: DateForm;
  readonly volume: string;
  readonly issue: string;
  readonly pages: string;
  readonly volumes: (number: string) => string;
  readonly edition: (number: string) => string;
  readonly translatedBy: string;
  readonly editedBy: string;
  readonly with: string;
  readonly letterTo: string;
  readonly noDate: string;
  readonly etAl: string;
  readonly thesis: string;
}

const russian: GostWords = {
  dates: {
    order: 'day-month-year',
    months: 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(' '),
    circa: 'ок.',
    between: 'между {from} и {to}',
    beforeEra: 'до н. э.',
  },
  volume: 'Т.',
  issue: '№',
  pages: 'С.',
  volumes: (number) => `В ${number} т.`,
  edition: (number) => `${number}-е изд.`,
  translatedBy: 'пер.',
  editedBy: 'под ред.',
  with: 'при участии',
  letterTo: 'Письмо:',
  noDate: '[б. г.]',
  etAl: 'и др.',
  thesis: 'дис. …',
};
const english: GostWords = {
  dates: britishDates,
  volume: 'Vol.',
  issue: 'no.',
  pages: 'P.',
  volumes: (number) => `${number} vols.`,
  edition: (number) => `${ordinal(Number(number))} ed.`,
  translatedBy: 'transl. by',
  editedBy: 'ed. by',
  with: 'with',
  letterTo: 'Letter to',
  noDate: '[s. a.]',
  etAl: 'et al.',
  thesis: 'PhD thesis',
};

const cyrillic = /^(?:ru|uk|be|bg|sr|mk)(?:-|$)/;
const wordsFor = ({ record }: View) => (cyrillic.test(record.language) ? russian : english);

/** GOST R 7.0.5-2008: bibliographic references of the Russian standard. */
export const gost: CitationStyle = {
  title: 'ГОСТ Р 7.0.5-2008',
  note: (view) => entry(view, view.record.locator),
  short(view) {
    const words = wordsFor(view);
    const name = isUntitledLetter(view) ? letterTo(view, words) : titleForShort(view);
    const parts = [plain(people(view.authors, words)), plain(name), located(view.record.locator, words)];
    return append(join(parts, '. ', 'outside-quotes'), '.', 'outside-quotes');
  },
  bibliography: (view) => entry(view, ''),
};

/** `Hershberg J. G.`: no comma before the initials; up to three names (7.2). */
function people(names: readonly Name[], words: GostWords): string {
  const all = names.map((name) =>
    name.kind === 'literal'
      ? name.literal
      : [[name.particle, name.family].filter(Boolean).join(' '), initials(name.given), name.suffix]
          .filter(Boolean)
          .join(' '),
  );
  return all.length > 3 ? `${all[0]} ${words.etAl}` : all.join(', ');
}
const direct = (names: readonly Name[], words: GostWords) =>
  names.length > 3 ? `${one(names[0]!)} ${words.etAl}` : names.map(one).join(', ');
const letterTo = ({ recipients }: View, words: GostWords) => `${words.letterTo} ${direct(recipients, words)}`;
const one = (name: Name) =>
  name.kind === 'literal'
    ? name.literal
    : [initials(name.given), name.particle, name.family].filter(Boolean).join(' ');
const located = (locator: string, words: GostWords) =>
  plain(/^\d/.test(locator) ? `${words.pages} ${locator}` : locator);

function entry(view: View, locator: string): RichText {
  const { record, date } = view;
  const words = wordsFor(view);
  const who = plain(people(view.authors, words));
  const year = date === undefined ? words.noDate : formatYear(date, words.dates);
  const day = date === undefined ? words.noDate : formatDate(date, words.dates);
  const hasContainer = record.container !== '';
  // Who edited and translated follows the title behind a slash (GOST 7.1, 5.2.6).
  const statement = [
    view.editors.length === 0 || hasContainer || (view.isArchival && record.series !== '')
      ? ''
      : `${words.editedBy} ${direct(view.editors, words)}`,
    view.translators.length === 0 ? '' : `${words.translatedBy} ${direct(view.translators, words)}`,
    view.contributors.length === 0 ? '' : `${words.with} ${direct(view.contributors, words)}`,
  ]
    .filter(Boolean)
    .join(' ; ');
  const name = isUntitledLetter(view) ? letterTo(view, words) : view.title;
  const title = plain([name.replace(/(?<=\S):\s/g, ' : '), statement].filter(Boolean).join(' / '));
  const house = [[record.publisherPlace, record.publisher].filter(Boolean).join(' : '), year]
    .filter(Boolean)
    .join(', ');
  const volume = record.volume === '' ? [] : plain(`${words.volume} ${record.volume}`);
  const pages = record.page === '' ? [] : plain(`${words.pages} ${record.page}`);
  const web = view.url === '' ? [] : concat(plain('URL: '), link(view.url));
  const at = locator === '' ? [] : located(locator, words);
  const edition =
    record.edition === ''
      ? []
      : plain(/^\d+$/.test(record.edition) ? words.edition(record.edition) : record.edition);
  const volumes =
    record.numberOfVolumes === '' || record.volume !== ''
      ? []
      : plain(
          /^\d+$/.test(record.numberOfVolumes)
            ? words.volumes(record.numberOfVolumes)
            : record.numberOfVolumes,
        );
  const list = (...parts: RichText[]) => append(join(parts, '. ', 'outside-quotes'), '.', 'outside-quotes');
  const lead = (host: RichText) => join([join([who, title], '. ', 'outside-quotes'), host], ' // ');
  switch (record.type) {
    case 'article-journal':
    case 'article-magazine':
    case 'article-newspaper': {
      const number = record.issue === '' ? [] : plain(`${words.issue} ${record.issue}`);
      return list(
        lead(plain(record.container)),
        plain(record.type === 'article-journal' ? year : day),
        join([volume, number], words === russian ? '. ' : ', '),
        pages,
        at,
        web,
      );
    }
    case 'chapter':
    case 'entry-encyclopedia': {
      const editors = view.editors.length === 0 ? '' : ` / ${words.editedBy} ${direct(view.editors, words)}`;
      return list(
        lead(plain(`${record.container}${editors}`)),
        edition,
        plain(house),
        volume,
        pages,
        at,
        web,
      );
    }
    case 'thesis': {
      const kind = record.genre || words.thesis;
      return list(lead([]), plain(kind), plain(house), at, web);
    }
    case 'book':
    case 'report':
      return list(
        lead([]),
        volumes,
        edition,
        plain(house),
        volume,
        plain(
          record.series === '' ? '' : `(${[record.series, record.seriesNumber].filter(Boolean).join(' ; ')})`,
        ),
        at,
        web,
      );
    case 'webpage':
      return list(lead(plain(record.container || record.publisher)), plain(day), at, web);
    default: {
      const held = [
        record.archive,
        record.repository === '' ? '' : record.repository,
        record.archive === '' ? record.repositoryPlace : '',
      ]
        .filter(Boolean)
        .join(', ');
      const host =
        record.archive === '' && record.series !== ''
          ? plain(
              `${record.series}${view.editors.length === 0 ? '' : ` / ${words.editedBy} ${direct(view.editors, words)}`}`,
            )
          : [];
      const shelf = plain(
        [record.collection, record.shelfmark.replace(/,\s(?=\p{Lu}\p{Ll}*\.?\s?\d)/gu, '. ')]
          .filter(Boolean)
          .join('. '),
      );
      const published =
        host.length === 0
          ? []
          : plain(
              [
                [record.publisherPlace, record.publisher].filter(Boolean).join(' : '),
                record.published === undefined ? '' : formatYear(record.published, words.dates),
              ]
                .filter(Boolean)
                .join(', '),
            );
      const place = join([plain(held), shelf], '. ');
      const dated = join([lead([]), capitalised(plain(day))], '. ');
      return list(join([dated, place], ' // '), host, published, at, web);
    }
  }
}
