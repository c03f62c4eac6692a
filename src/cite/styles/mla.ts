import { britishDates, type DateForm, formatDate, formatYear } from '../format-date.ts';
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
  isOwnPublisher,
  isUntitledLetter,
  leadersOf,
  ordinalEdition,
  surnames,
  titleForShort,
  twoDigitPages,
} from './parts.ts';
import type { CitationStyle } from './style.ts';

const dates: DateForm = {
  ...britishDates,
  circa: 'circa',
  months: 'Jan. Feb. Mar. Apr. May June July Aug. Sept. Oct. Nov. Dec.'.split(' '),
};
const leadNames: NameForm = {
  first: 'inverted',
  and: 'and',
  comma: 'serial',
  shortenFrom: 3,
  shown: 1,
  etAl: 'et al.',
};
const otherNames: NameForm = { ...leadNames, first: 'direct' };
const names = (list: readonly Name[]) => formatNames(list, otherNames);

/** MLA Handbook, 9th edition (2021): works cited, and the reference in the text. */
export const mla: CitationStyle = {
  title: 'MLA, 9th edition',
  note: (view) => inText(unledByPublisher(view)),
  short: (view) => inText(unledByPublisher(view)),
  bibliography(view) {
    const told = unledByPublisher(view);
    return append(join([lead(told), title(told), ...containers(told)], '. '), '.');
  },
};

/** An organisation that is author and publisher is named as publisher only, but for a government's (5.19). */
const unledByPublisher = (view: View): View =>
  isOwnPublisher(view) && !governments.test(view.record.publisher) ? { ...view, authors: [] } : view;
const governments =
  /\b(?:agency|bureau|congress|department|government|house of|ministry|office|parliament|senate|state|united nations)\b/i;

/** `Harvard UP`, `U of Chicago P`; several publishers with a slash between them (5.61). */
const house = ({ record }: View): RichText =>
  plain(
    record.publisher
      .replaceAll('; ', '/')
      .replace(/\bUniversity Press\b/g, 'UP')
      .replace(/\bUniversity (of|at) (.+?) Press\b/g, 'U $1 $2 P'),
  );

function lead({ authors, editors, record, isArchival }: View): RichText {
  if (authors.length > 0) return plain(formatNames(authors, leadNames));
  if (editors.length === 0 || isArchival || record.container !== '') return [];
  return plain(`${formatNames(editors, leadNames)}, ${editors.length > 1 ? 'editors' : 'editor'}`);
}

function title(view: View): RichText {
  if (isUntitledLetter(view)) return plain(`Letter to ${names(view.recipients)}`);
  return standsAlone(view) ? italic(view.title) : quoted(view.title);
}
/** A work that is no part of another is in italics (2.108). */
const standsAlone = ({ record }: View) => ['book', 'report', 'thesis'].includes(record.type);

/** The elements of each container, separated by commas; the containers by full stops (5.1). */
function containers(view: View): RichText[] {
  const { record, date } = view;
  const said = (list: readonly Name[], words: string) =>
    list.length === 0 ? [] : plain(`${words} ${names(list)}`);
  const isLedByEditors = lead(view).length > 0 && view.authors.length === 0;
  const editors = isLedByEditors ? [] : said(view.editors, 'edited by');
  const others = [said(view.translators, 'translated by'), said(view.contributors, 'with')];
  const day = date === undefined ? [] : plain(formatDate(date, dates));
  const year = date === undefined ? [] : plain(formatYear(date, dates));
  const number = [
    record.volume === '' ? [] : plain(`vol. ${record.volume}`),
    record.issue === '' ? [] : plain(`no. ${record.issue}`),
  ];
  const pages =
    record.page === ''
      ? []
      : plain(`${record.page.includes('–') ? 'pp.' : 'p.'} ${twoDigitPages(record.page)}`);
  const web = link(view.url);
  const elements = (...parts: RichText[]) => capitalised(join(parts, ', '));
  switch (record.type) {
    case 'book':
    case 'report': {
      const volumes =
        record.numberOfVolumes === '' || record.volume !== '' ? [] : plain(`${record.numberOfVolumes} vols.`);
      return [
        elements(editors, ...others, ordinalEdition(record.edition), ...number, house(view), year, web),
        elements(plain(record.series + (record.seriesNumber && ` ${record.seriesNumber}`))),
        volumes,
      ];
    }
    case 'thesis':
      return [year, elements(plain(record.publisher), plain(record.genre || 'PhD dissertation'), web)];
    case 'manuscript':
    case 'personal_communication':
    case 'document': {
      const head = [elements(...others), capitalised(day)];
      const held =
        record.archive === ''
          ? elements(plain(view.archive), plain(record.repositoryPlace), plain(view.archiveLocation))
          : elements(italic(view.archive), plain(view.archiveLocation), web);
      if (record.archive !== '') return [...head, held];
      return [
        ...head,
        held,
        elements(italic(record.series), editors, house(view), plain(editionYear(view, dates)), web),
      ];
    }
    case 'webpage':
      return [elements(italic(record.container || record.publisher), editors, ...others, day, web)];
    default:
      return [
        elements(
          italic(record.container),
          editors,
          ...others,
          ordinalEdition(record.edition),
          ...number,
          record.type === 'article-journal' ? [] : house(view),
          record.type === 'chapter' || record.type === 'entry-encyclopedia' ? year : day,
          pages,
          web,
        ),
      ];
  }
}

function inText(view: View): RichText {
  const people = leadersOf(view);
  const short = titleForShort(view);
  const who =
    people.length > 0 ? plain(surnames(people, 'and')) : standsAlone(view) ? italic(short) : quoted(short);
  return concat(
    plain('('),
    join([who, plain(view.record.locator)], people.length > 0 ? ' ' : ', '),
    plain(')'),
  );
}
