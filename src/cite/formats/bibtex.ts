import type { CitationRecord } from '../record.ts';
import { displayName } from '../record.ts';
import { joined, oneLine, type View, viewOf } from '../view.ts';
import { bibEntry, bibKey, bibNames, braced, latex, verbatimUrl } from './bib-entry.ts';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** BibTeX for the standard styles: what they have no field for stands in `howpublished` and `note`. */
export function bibtex(records: readonly CitationRecord[]): string {
  const keys = new Set<string>();
  return records.map((record) => bibtexEntry(viewOf(record), bibKey(record.id, keys))).join('\n');
}

function bibtexEntry(view: View, key: string): string {
  const { record, date } = view;
  const type = entryType(view);
  const [year = '', month = '', day = ''] = (date?.from ?? '').split(/(?<=\d)-/);
  const isBook = type === 'book' || type === 'incollection';
  // The standard styles refuse author and editor together in a book, and volume and number.
  const showsEditor = isBook && !(type === 'book' && view.authors.length > 0);
  const people = (label: string, names: View['authors']) =>
    names.length === 0 ? '' : `${label} ${names.map(displayName).join(', ')}`;
  const note = joined('. ', [
    people('Translated by', view.translators),
    people('With', view.contributors),
    showsEditor ? '' : people('Edited by', view.editors),
    people('To', view.recipients),
    record.originalLanguage === '' ? '' : `Original language: ${record.originalLanguage}`,
    record.locator,
    record.note,
  ]);
  const archive = joined(', ', [view.archiveLocation, view.archive]);
  const isMisc = type === 'misc';
  const hasVolume = isBook && record.volume !== '';
  const yearText =
    date === undefined
      ? ''
      : date.from === ''
        ? date.words
        : joined('/', [year, date.to.split(/(?<=\d)-/)[0]!]);
  return bibEntry(type, key, [
    ['author', braced(bibNames(view.authors))],
    ['editor', showsEditor ? braced(bibNames(view.editors)) : ''],
    // No standard style prints it, which is why it stands in `note` too; reference managers read it.
    ['translator', braced(bibNames(view.translators))],
    // Sorted by the title where nobody is named.
    ['key', view.authors.length === 0 ? braced(latex(view.title)) : ''],
    ['title', braced(braced(latex(view.title)))],
    ['shorttitle', braced(latex(record.titleShort))],
    ['journal', type === 'article' ? braced(latex(record.container)) : ''],
    ['booktitle', type === 'incollection' ? braced(braced(latex(record.container))) : ''],
    ['school', type === 'phdthesis' ? braced(latex(view.publisher)) : ''],
    ['institution', type === 'techreport' ? braced(latex(view.publisher)) : ''],
    ['howpublished', isMisc ? braced(latex(joined(', ', [archive, record.container, view.publisher]))) : ''],
    ['series', isBook ? braced(latex(record.series)) : ''],
    ['volume', type === 'article' || hasVolume ? braced(latex(record.volume)) : ''],
    [
      'number',
      type === 'article'
        ? braced(latex(record.issue))
        : isBook && !hasVolume && record.series !== ''
          ? braced(latex(record.seriesNumber))
          : '',
    ],
    [
      'pages',
      type === 'article' || type === 'incollection' ? braced(latex(record.page).replace(/–/g, '--')) : '',
    ],
    ['edition', isBook ? braced(latex(record.edition)) : ''],
    ['publisher', isBook ? braced(latex(view.publisher)) : ''],
    ['address', isMisc || type === 'article' ? '' : braced(latex(record.publisherPlace))],
    ['month', monthOf(month, day)],
    ['year', braced(latex(yearText))],
    ['note', braced(latex(note))],
    ['language', braced(latex(record.language))],
    ['isbn', braced(latex(record.isbn))],
    ['issn', braced(latex(record.issn))],
    ['doi', braced(oneLine(record.doi).replace(/[{}\\]/g, encodeURIComponent))],
    ['url', braced(verbatimUrl(view.url))],
    ['abstract', braced(latex(record.abstract))],
    ['keywords', braced(latex(record.keywords.join(', ')))],
  ]);
}

/** The type whose required fields are all there; else `misc`, which requires nothing. */
function entryType(view: View): string {
  const { record, authors, editors, date } = view;
  const hasYear = date !== undefined && (date.from !== '' || date.words.trim() !== '');
  if (record.type === 'article-journal' && authors.length > 0 && record.container !== '' && hasYear)
    return 'article';
  if (view.publisher.trim() === '' || !hasYear) return 'misc';
  if (record.type === 'thesis' && authors.length > 0) return 'phdthesis';
  if (record.type === 'report' && authors.length > 0) return 'techreport';
  if (record.type === 'chapter' && authors.length > 0 && record.container !== '') return 'incollection';
  if (record.type === 'book' && authors.length + editors.length > 0) return 'book';
  return 'misc';
}

function monthOf(month: string, day: string): string {
  const name = months[Number(month) - 1];
  if (name === undefined) return '';
  return day === '' ? name : `${name} # { ${Number(day)}}`;
}
