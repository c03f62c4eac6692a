import type { CitationDate, CitationRecord, ItemType } from '../record.ts';
import { displayName } from '../record.ts';
import { joined, oneLine, type View, viewOf } from '../view.ts';
import { bibEntry, bibKey, bibNames, braced, isIsbn, isIssn, latex, verbatimUrl } from './bib-entry.ts';

const types: Readonly<Record<ItemType, string>> = {
  manuscript: 'misc',
  personal_communication: 'misc',
  book: 'book',
  chapter: 'incollection',
  'article-journal': 'article',
  'article-magazine': 'article',
  'article-newspaper': 'article',
  'entry-encyclopedia': 'inreference',
  thesis: 'thesis',
  report: 'report',
  webpage: 'online',
  document: 'misc',
};

/** BibLaTeX (data model of biblatex 3): dates in EDTF, the translator again in `note` where the type has no field for one. */
export function biblatex(records: readonly CitationRecord[]): string {
  const keys = new Set<string>();
  return records.map((record) => biblatexEntry(viewOf(record), bibKey(record.id, keys))).join('\n');
}

function biblatexEntry(view: View, key: string): string {
  const { record, date } = view;
  const type = entryType(view);
  const has = (...allowed: readonly string[]) => allowed.includes(type);
  const text = (value: string) => braced(latex(value));
  const isBook = has('book', 'collection', 'incollection', 'inreference');
  const canTranslate = has('book', 'collection', 'incollection', 'article', 'inreference');
  const canEdit = has('book', 'collection', 'incollection', 'article', 'inreference', 'online', 'misc');
  const people = (label: string, names: View['authors']) =>
    names.length === 0 ? '' : `${label} ${names.map(displayName).join(', ')}`;
  const note = joined('. ', [
    canTranslate ? '' : people('Translated by', view.translators),
    people('With', view.contributors),
    canEdit ? '' : people('Edited by', view.editors),
    people('To', view.recipients),
    date === undefined ? 'n.d.' : edtf(date) === '' ? date.words : '',
    isBook || has('article')
      ? [record.volume, record.numberOfVolumes].filter((each) => !isInteger(each)).join(', ')
      : '',
    record.note,
  ]);
  return bibEntry(type, key, [
    ['author', braced(bibNames(view.authors))],
    ['editor', canEdit ? braced(bibNames(view.editors)) : ''],
    ['translator', canTranslate ? braced(bibNames(view.translators)) : ''],
    ['title', braced(text(view.title))],
    ['shorttitle', text(record.titleShort)],
    // Every type needs a date; ISO 8601-2 writes an unknown year so.
    ['date', braced((date === undefined ? '' : edtf(date)) || 'XXXX')],
    ['origdate', braced(record.originalDate === undefined || !isBook ? '' : edtf(record.originalDate))],
    ['journaltitle', has('article') ? text(record.container) : ''],
    ['booktitle', has('incollection', 'inreference') ? braced(text(record.container)) : ''],
    [
      'type',
      has('thesis') ? '{phdthesis}' : has('report') ? '{techreport}' : has('misc') ? text(record.genre) : '',
    ],
    ['institution', has('thesis', 'report') ? text(view.publisher) : ''],
    ['organization', has('online', 'misc') ? text(view.publisher) : ''],
    [
      'howpublished',
      has('misc') ? text(joined(', ', [view.archiveLocation, view.archive, record.container])) : '',
    ],
    ['series', isBook || has('article') ? text(record.series) : ''],
    ['volume', (isBook || has('article')) && isInteger(record.volume) ? text(record.volume) : ''],
    ['volumes', isBook && isInteger(record.numberOfVolumes) ? text(record.numberOfVolumes) : ''],
    ['number', has('article') ? text(record.issue) : isBook ? text(record.seriesNumber) : ''],
    ['edition', isBook ? text(record.edition) : ''],
    ['pages', isBook || has('article') ? braced(latex(record.page).replace(/–/g, '--')) : ''],
    ['publisher', isBook ? text(view.publisher) : ''],
    ['location', has('online', 'article') ? '' : text(record.publisherPlace)],
    ['note', text(note)],
    // The passage cited stands apart from everything else.
    ['addendum', text(record.locator)],
    ['version', has('misc', 'online', 'report') ? text(record.version) : ''],
    ['language', text(record.language)],
    ['isbn', isBook && isIsbn(record.isbn) ? text(record.isbn) : ''],
    ['issn', has('article') && isIssn(record.issn) ? text(record.issn) : ''],
    ['doi', braced(oneLine(record.doi).replace(/[{}\\%]/g, encodeURIComponent))],
    ['url', braced(verbatimUrl(record.url))],
    ['urldate', braced(record.accessed === undefined || record.url === '' ? '' : edtf(record.accessed))],
    ['abstract', text(record.abstract)],
    ['keywords', text(record.keywords.join(', '))],
  ]);
}

/** The type whose required fields are all there (biblatex §2.1); else `misc`. */
function entryType(view: View): string {
  const { record, authors, editors, url } = view;
  const type = types[record.type];
  const named = authors.length > 0;
  if (type === 'online') return url !== '' ? type : 'misc';
  if (type === 'article') return named && record.container !== '' ? type : 'misc';
  if (type === 'incollection') return named && record.container !== '' ? type : 'misc';
  if (type === 'inreference')
    return record.container !== '' && editors.length + authors.length > 0 ? type : 'misc';
  if (type === 'thesis' || type === 'report') return named && view.publisher.trim() !== '' ? type : 'misc';
  if (type === 'book') return named ? type : editors.length > 0 ? 'collection' : 'misc';
  return type;
}

/** Extended Date/Time Format, level 1: `1962-10-27`, `1891/1900`, `1750~`. */
function edtf(date: CitationDate): string {
  if (date.from === '') return '';
  const doubt = date.isCirca || date.isBounds ? '~' : '';
  return date.to === '' ? `${date.from}${doubt}` : `${date.from}${doubt}/${date.to}${doubt}`;
}

const isInteger = (value: string) => /^\d+$/.test(value);
