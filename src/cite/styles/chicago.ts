import { americanDates, formatDate, formatYear } from '../format-date.ts';
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
import { chicagoPages, ordinalEdition, titleForShort } from './parts.ts';
import type { CitationStyle } from './style.ts';

/** What changed between editions of The Chicago Manual of Style (17th 2017, 18th 2024). */
interface Edition {
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

function chicago(edition: Edition): CitationStyle {
  const noteForm: NameForm = {
    first: 'direct',
    and: 'and',
    comma: 'serial',
    shortenFrom: edition.noteNames,
    shown: 1,
    etAl: 'et al.',
  };
  const listForm: NameForm = {
    ...noteForm,
    first: 'inverted',
    shortenFrom: edition.bibliographyNames,
    shown: edition.bibliographyShown,
  };
  const names = (list: readonly Name[]) => formatNames(list, noteForm);

  /** Who leads the entry: the authors, else the editors or translators with what they did. */
  const lead = (view: View, form: NameForm): RichText => {
    if (view.authors.length > 0) return plain(formatNames(view.authors, form));
    if (view.record.type === 'article-journal' || view.isArchival) return [];
    if (view.editors.length > 0)
      return plain(`${formatNames(view.editors, form)}, ${view.editors.length > 1 ? 'eds.' : 'ed.'}`);
    return view.translators.length > 0 ? plain(`${formatNames(view.translators, form)}, trans.`) : [];
  };
  const helpers = (view: View, isNote: boolean): RichText[] => {
    const leads = view.authors.length > 0 || view.isArchival || view.record.type === 'article-journal';
    const said = (list: readonly Name[], note: string, full: string) =>
      list.length === 0 ? [] : plain(`${isNote ? note : full} ${names(list)}`);
    const isChapter = view.record.type === 'chapter' || view.record.type === 'entry-encyclopedia';
    const hasEditorLead = !leads && view.editors.length > 0;
    return [
      isChapter || !leads || (view.isArchival && view.record.archive === '')
        ? []
        : said(view.editors, 'ed.', 'Edited by'),
      leads || hasEditorLead ? said(view.translators, 'trans.', 'Translated by') : [],
      said(view.contributors, 'with', 'With'),
    ];
  };
  const imprint = (view: View): string => {
    const { publisher, publisherPlace } = view.record;
    const year = view.date === undefined ? 'n.d.' : formatYear(view.date, americanDates);
    const hasBoth = edition.hasPlace && publisherPlace !== '' && publisher !== '';
    const house = hasBoth ? `${publisherPlace}: ${publisher}` : publisher || publisherPlace;
    return [house, year].filter(Boolean).join(', ');
  };
  const seriesOf = ({ record }: View) =>
    plain([record.series, record.seriesNumber].filter(Boolean).join(' '));
  const volumes = ({ record }: View, isNote: boolean) => [
    ordinalEdition(record.edition),
    record.volume === '' ? [] : plain(`${isNote ? 'vol.' : 'Vol.'} ${record.volume}`),
    record.numberOfVolumes === '' || record.volume !== '' ? [] : plain(`${record.numberOfVolumes} vols.`),
  ];
  const journal = (view: View): RichText => {
    const { container, volume, issue, page, locator } = view.record;
    // With volume and issue the year tells enough (18: 14.70).
    const hasYearOnly = edition.isYearOnly && volume !== '' && issue !== '';
    const when =
      view.date === undefined ? 'n.d.' : (hasYearOnly ? formatYear : formatDate)(view.date, americanDates);
    const number = [volume, issue === '' ? '' : `no. ${issue}`].filter(Boolean).join(', ');
    const head = concat(italic(container), plain(`${number === '' ? '' : ` ${number}`} (${when})`));
    return concat(head, plain(locator === '' && page === '' ? '' : `: ${chicagoPages(locator || page)}`));
  };
  const journalFull = (view: View): RichText => journal({ ...view, record: { ...view.record, locator: '' } });
  /** Where a document is kept, and the edition that prints it. */
  const archive = (view: View, isNote: boolean): RichText[] => {
    const { record } = view;
    const held = [
      plain(view.archiveLocation),
      plain(view.archive),
      record.archive === '' ? plain(record.repositoryPlace) : [],
    ];
    if (record.archive !== '' || (record.publisher === '' && record.series === '')) return held;
    const editors =
      view.editors.length === 0 ? [] : plain(`${isNote ? 'ed.' : 'edited by'} ${names(view.editors)}`);
    const year = record.published === undefined ? '' : formatYear(record.published, americanDates);
    const house = [record.publisher, record.issued === undefined ? '' : year].filter(Boolean).join(', ');
    const host = join(
      [record.series === '' ? [] : concat(plain(isNote ? 'in ' : 'In '), italic(record.series)), editors],
      ', ',
    );
    const opened = isNote ? host : capitalised(host);
    if (house === '') return [...held, opened];
    return [
      ...held,
      host.length === 0
        ? plain(house)
        : isNote
          ? concat(opened, plain(` (${house})`))
          : join([opened, plain(house)], '. '),
    ];
  };
  const documentTitle = (view: View): RichText => {
    if (
      view.record.title === '' &&
      view.record.type === 'personal_communication' &&
      view.recipients.length > 0
    )
      return plain(`Letter to ${names(view.recipients)}`);
    return quoted(view.title);
  };
  const when = (view: View) =>
    view.date === undefined ? plain('n.d.') : plain(formatDate(view.date, americanDates));
  const web = ({ url, record }: View) => [
    record.accessed === undefined || url === '' || record.issued !== undefined
      ? []
      : plain(`accessed ${formatDate(record.accessed, americanDates)}`),
    link(url),
  ];

  const note = (view: View): RichText => {
    const { record } = view;
    const who = lead(view, noteForm);
    const where = record.locator === '' ? plain('') : plain(record.locator);
    const by = helpers(view, true);
    let parts: RichText[];
    switch (record.type) {
      case 'book':
      case 'report': {
        const title = join([italic(view.title), ...by, ...volumes(view, true), seriesOf(view)], ', ');
        parts = [who, concat(title, plain(` (${imprint(view)})`)), where, link(view.url)];
        break;
      }
      case 'chapter':
      case 'entry-encyclopedia': {
        const host = join(
          [
            concat(plain('in '), italic(record.container)),
            ...volumes(view, true),
            view.editors.length === 0 ? [] : plain(`ed. ${names(view.editors)}`),
            seriesOf(view),
          ],
          ', ',
        );
        parts = [
          who,
          quoted(view.title),
          ...by,
          concat(host, plain(` (${imprint(view)})`)),
          record.locator === '' ? plain(edition.hasChapterPages ? chicagoPages(record.page) : '') : where,
          link(view.url),
        ];
        break;
      }
      case 'article-journal':
        parts = [who, quoted(view.title), ...by, journal(view), link(view.url)];
        break;
      case 'article-magazine':
      case 'article-newspaper':
        parts = [who, quoted(view.title), ...by, italic(record.container), when(view), where, link(view.url)];
        break;
      case 'thesis': {
        const school = `${record.genre || 'PhD diss.'}, ${imprint(view)}`;
        parts = [who, concat(quoted(view.title), plain(` (${school})`)), where, link(view.url)];
        break;
      }
      case 'webpage':
        parts = [
          who,
          quoted(view.title),
          ...by,
          plain(record.container || record.publisher),
          when(view),
          where,
          ...web(view),
        ];
        break;
      default: {
        // A letter without a title is named by its two correspondents (17: 14.111).
        const isUntitled =
          record.title === '' && record.type === 'personal_communication' && view.recipients.length > 0;
        const head = isUntitled
          ? [join([who, plain(names(view.recipients))], ' to ')]
          : [who, documentTitle(view)];
        parts = [
          ...head,
          ...by,
          when(view),
          ...archive(view, true),
          view.isArchival ? [] : plain(record.publisher),
          where,
          link(view.url),
        ];
      }
    }
    return append(join(parts, ', '), '.');
  };

  const bibliography = (view: View): RichText => {
    const { record } = view;
    const who = lead(view, listForm);
    const by = helpers(view, false);
    let parts: RichText[];
    switch (record.type) {
      case 'book':
      case 'report':
        parts = [
          who,
          italic(view.title),
          ...by,
          ...volumes(view, false).map(capitalised),
          seriesOf(view),
          plain(imprint(view)),
          link(view.url),
        ];
        break;
      case 'chapter':
      case 'entry-encyclopedia': {
        const host = join(
          [
            concat(plain('In '), italic(record.container)),
            ...volumes(view, true),
            view.editors.length === 0 ? [] : plain(`edited by ${names(view.editors)}`),
            edition.hasChapterPages ? plain(chicagoPages(record.page)) : [],
          ],
          ', ',
        );
        parts = [who, quoted(view.title), ...by, host, seriesOf(view), plain(imprint(view)), link(view.url)];
        break;
      }
      case 'article-journal':
        parts = [who, quoted(view.title), ...by, journalFull(view), link(view.url)];
        break;
      case 'article-magazine':
      case 'article-newspaper':
        parts = [
          who,
          quoted(view.title),
          ...by,
          join([italic(record.container), when(view)], ', '),
          link(view.url),
        ];
        break;
      case 'thesis':
        parts = [
          who,
          quoted(view.title),
          plain(`${record.genre || 'PhD diss.'}, ${imprint(view)}`),
          link(view.url),
        ];
        break;
      case 'webpage': {
        // The owner of a site stands for an author (17: 14.208).
        const owner = record.container || record.publisher;
        const site = who.length === 0 ? [] : plain(owner);
        parts = [
          who.length === 0 ? plain(owner) : who,
          quoted(view.title),
          ...by,
          site,
          capitalised(when(view)),
          ...web(view).map(capitalised),
        ];
        break;
      }
      default:
        parts = [
          who,
          capitalised(documentTitle(view)),
          ...by,
          capitalised(when(view)),
          ...archivesClosed(archive(view, false)),
          view.isArchival ? [] : plain(record.publisher),
          link(view.url),
        ];
    }
    return append(join(parts, '. '), '.');
  };
  /** The shelfmark is a sentence of its own; the archive and its place are one. */
  const archivesClosed = ([location = [], name = [], place = [], ...host]: RichText[]): RichText[] => [
    location,
    join([name, place], ', '),
    ...host,
  ];

  const short = (view: View): RichText => {
    const { record } = view;
    const people =
      view.authors.length > 0
        ? view.authors
        : record.type === 'article-journal' || view.isArchival
          ? []
          : view.editors.length > 0
            ? view.editors
            : view.translators;
    const families = people.map((name) =>
      name.kind === 'literal' ? name : { ...name, given: '', suffix: '' },
    );
    const title = titleForShort(view);
    const isBook = record.type === 'book' || record.type === 'report';
    const addressees = view.recipients.map((name) =>
      name.kind === 'literal' ? name : { ...name, given: '', suffix: '' },
    );
    if (record.title === '' && record.type === 'personal_communication' && addressees.length > 0) {
      const letter = join(
        [plain(formatNames(families, noteForm)), plain(formatNames(addressees, noteForm))],
        ' to ',
      );
      return append(join([letter, plain(record.locator)], ', '), '.');
    }
    const named = isBook ? italic(title) : quoted(title);
    return append(join([plain(formatNames(families, noteForm)), named, plain(record.locator)], ', '), '.');
  };
  return { title: edition.title, note, short, bibliography };
}

/** The Chicago Manual of Style, 17th edition (2017), notes and bibliography. */
export const chicago17 = chicago({
  title: 'Chicago, 17th edition (notes)',
  noteNames: 4,
  bibliographyNames: 11,
  bibliographyShown: 7,
  hasPlace: true,
  hasChapterPages: true,
  isYearOnly: false,
});

/** The Chicago Manual of Style, 18th edition (2024), notes and bibliography. */
export const chicago18 = chicago({
  title: 'Chicago, 18th edition (notes)',
  noteNames: 3,
  bibliographyNames: 7,
  bibliographyShown: 3,
  hasPlace: false,
  hasChapterPages: false,
  isYearOnly: true,
});

/** Turabian, A Manual for Writers, 9th edition (2018): Chicago 17 for students. */
export const turabian: CitationStyle = { ...chicago17, title: 'Turabian, 9th edition (notes)' };
