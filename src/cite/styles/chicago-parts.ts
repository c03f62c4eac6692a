import { americanDates, formatDate, formatYear } from '../format-date.ts';
import { formatNames, type NameForm } from '../format-names.ts';
import type { Name } from '../record.ts';
import { capitalised, concat, italic, join, link, plain, quoted, type RichText } from '../rich-text.ts';
import type { View } from '../view.ts';
import { chicagoPages, isUntitledLetter, ordinalEdition } from './parts.ts';

/** What changed between editions of The Chicago Manual of Style (17th 2017, 18th 2024). */
export interface Edition {
  readonly title: string;
  /** Names in a note from which on `et al.` stands for all but the first (17: 14.76; 18: 13.23). */
  readonly noteNames: number;
  readonly bibliographyNames: number;
  readonly bibliographyShown: number;
  /** 18 leaves out the place of publication (14.30) and the pages of a chapter in the bibliography (14.8). */
  readonly hasPlace: boolean;
  readonly hasChapterPages: boolean;
  readonly isYearOnly: boolean;
}

/** Which of its two forms an entry has. */
export type Form = 'note' | 'bibliography';

/** How an edition lists the names that open an entry; those inside it stand as in a note. */
export function nameForm(edition: Edition, form: Form): NameForm {
  const inNote: NameForm = {
    first: 'direct',
    and: 'and',
    comma: 'serial',
    shortenFrom: edition.noteNames,
    shown: 1,
    etAl: 'et al.',
  };
  if (form === 'note') return inNote;
  const { bibliographyNames, bibliographyShown } = edition;
  return { ...inNote, first: 'inverted', shortenFrom: bibliographyNames, shown: bibliographyShown };
}

export const names = (edition: Edition, list: readonly Name[]): string =>
  formatNames(list, nameForm(edition, 'note'));

/** Whether the authors or nobody lead the entry, and the editors stand after the title. */
const isLedByAuthors = (view: View) =>
  view.authors.length > 0 || view.isArchival || view.record.type === 'article-journal';

/** Who leads the entry: the authors, else the editors or translators with what they did (17: 14.103; 18: 13.20). */
export function lead(edition: Edition, form: Form, view: View): RichText {
  const written = (list: readonly Name[]) => formatNames(list, nameForm(edition, form));
  if (view.authors.length > 0) return plain(written(view.authors));
  if (isLedByAuthors(view)) return [];
  if (view.editors.length > 0)
    return plain(`${written(view.editors)}, ${view.editors.length > 1 ? 'eds.' : 'ed.'}`);
  return view.translators.length > 0 ? plain(`${written(view.translators)}, trans.`) : [];
}

/** Who edited, translated and helped, after the title (17: 14.104–105). */
export function helpers(edition: Edition, form: Form, view: View): RichText[] {
  const leads = isLedByAuthors(view);
  const said = (list: readonly Name[], note: string, full: string) =>
    list.length === 0 ? [] : plain(`${form === 'note' ? note : full} ${names(edition, list)}`);
  const isChapter = view.record.type === 'chapter' || view.record.type === 'entry-encyclopedia';
  const hasEditorLead = !leads && view.editors.length > 0;
  return [
    isChapter || !leads || (view.isArchival && view.record.archive === '')
      ? []
      : said(view.editors, 'ed.', 'Edited by'),
    leads || hasEditorLead ? said(view.translators, 'trans.', 'Translated by') : [],
    said(view.contributors, 'with', 'With'),
  ];
}

/** Place (in 17), publisher and year. */
export function imprint(edition: Edition, view: View): string {
  const { publisher, publisherPlace } = view.record;
  const year = view.date === undefined ? 'n.d.' : formatYear(view.date, americanDates);
  const hasBoth = edition.hasPlace && publisherPlace !== '' && publisher !== '';
  const house = hasBoth ? `${publisherPlace}: ${publisher}` : publisher || publisherPlace;
  return [house, year].filter(Boolean).join(', ');
}

export const seriesOf = ({ record }: View): RichText =>
  plain([record.series, record.seriesNumber].filter(Boolean).join(' '));

/** Edition, volume, number of volumes. */
export const volumes = ({ record }: View, form: Form): RichText[] => [
  ordinalEdition(record.edition),
  record.volume === '' ? [] : plain(`${form === 'note' ? 'vol.' : 'Vol.'} ${record.volume}`),
  record.numberOfVolumes === '' || record.volume !== '' ? [] : plain(`${record.numberOfVolumes} vols.`),
];

/** `Journal 6, no. 2 (2004): 3–20`; a note gives the page cited. */
export function journal(edition: Edition, form: Form, view: View): RichText {
  const { container, volume, issue, page } = view.record;
  const at = (form === 'note' && view.record.locator) || page;
  // With volume and issue the year tells enough (18: 14.70).
  const hasYearOnly = edition.isYearOnly && volume !== '' && issue !== '';
  const date = view.date && (hasYearOnly ? formatYear : formatDate)(view.date, americanDates);
  const number = [volume, issue === '' ? '' : `no. ${issue}`].filter(Boolean).join(', ');
  const head = concat(italic(container), plain(`${number === '' ? '' : ` ${number}`} (${date ?? 'n.d.'})`));
  return concat(head, plain(at === '' ? '' : `: ${chicagoPages(at)}`));
}

/** Where a document is kept: shelfmark, archive, place. */
export const held = (view: View): [RichText, RichText, RichText] => [
  plain(view.archiveLocation),
  plain(view.archive),
  view.record.archive === '' ? plain(view.record.repositoryPlace) : [],
];

/** The edition that prints a document which an institution holds. */
export function host(edition: Edition, form: Form, view: View): RichText {
  const { record } = view;
  if (record.archive !== '' || (record.publisher === '' && record.series === '')) return [];
  const isNote = form === 'note';
  const editors =
    view.editors.length === 0 ? [] : plain(`${isNote ? 'ed.' : 'edited by'} ${names(edition, view.editors)}`);
  const year = record.published === undefined ? '' : formatYear(record.published, americanDates);
  const house = [record.publisher, record.issued === undefined ? '' : year].filter(Boolean).join(', ');
  const book = join(
    [record.series === '' ? [] : concat(plain(isNote ? 'in ' : 'In '), italic(record.series)), editors],
    ', ',
  );
  if (book.length === 0) return plain(house);
  if (!isNote) return join([capitalised(book), plain(house)], '. ');
  return house === '' ? book : concat(book, plain(` (${house})`));
}

/** A letter without a title is named by whom it is to (17: 14.111). */
export const documentTitle = (edition: Edition, view: View): RichText =>
  isUntitledLetter(view) ? plain(`Letter to ${names(edition, view.recipients)}`) : quoted(view.title);

export const when = ({ date }: View): RichText =>
  plain(date === undefined ? 'n.d.' : formatDate(date, americanDates));

/** The address; the day of access only where nothing says when the page was written (17: 14.12). */
export const web = ({ url, record }: View): RichText[] => [
  record.accessed === undefined || url === '' || record.issued !== undefined
    ? []
    : plain(`accessed ${formatDate(record.accessed, americanDates)}`),
  link(url),
];
