import type { CitationDate, CitationRecord, ItemType } from '../record.ts';
import { sortName } from '../record.ts';
import { oneLine, viewOf } from '../view.ts';

const types: Readonly<Record<ItemType, string>> = {
  manuscript: 'MANSCPT',
  personal_communication: 'PCOMM',
  book: 'BOOK',
  chapter: 'CHAP',
  'article-journal': 'JOUR',
  'article-magazine': 'MGZN',
  'article-newspaper': 'NEWS',
  'entry-encyclopedia': 'ENCYC',
  thesis: 'THES',
  report: 'RPRT',
  webpage: 'ELEC',
  document: 'GEN',
};

/** RIS, one record after another: a field a line, never wrapped, CRLF as its readers expect. */
export function ris(records: readonly CitationRecord[]): string {
  return records.map(risRecord).join('\r\n');
}

function risRecord(record: CitationRecord): string {
  const view = viewOf(record);
  const lines: string[] = [];
  const put = (tag: string, value: string) => {
    const text = oneLine(value);
    if (text !== '') lines.push(`${tag}  - ${text}`);
  };
  put('TY', types[record.type]);
  put('ID', record.id);
  put('TI', view.title);
  put('ST', record.titleShort);
  for (const name of view.authors) put('AU', sortName(name));
  for (const name of view.editors) put('ED', sortName(name));
  for (const name of view.recipients) put('A2', sortName(name));
  for (const name of view.seriesEditors) put(record.type === 'book' ? 'A2' : 'A3', sortName(name));
  for (const name of view.translators) put('A4', sortName(name));
  for (const { role, name, said } of record.responsibilities) {
    if (role === 'contributor' || role === 'compiler' || (role === 'other' && said !== ''))
      put('N1', `${said || role}: ${sortName(name)}`);
  }
  const date = view.date;
  if (date !== undefined) {
    put('PY', date.from === '' ? '' : yearOf(date.from));
    put('DA', risDate(date));
  }
  put('T2', record.container || (record.type === 'book' || record.type === 'chapter' ? '' : record.series));
  put(
    record.type === 'book' ? 'T2' : 'T3',
    record.container === '' && record.type !== 'book' && record.type !== 'chapter' ? '' : record.series,
  );
  put('VL', record.volume);
  put('IS', record.issue);
  put('NV', record.numberOfVolumes);
  put('ET', record.edition || record.version);
  const [first, last, ...more] = record.page.split('–');
  put('SP', more.length > 0 ? record.page : (first ?? ''));
  put('EP', more.length > 0 ? '' : (last ?? ''));
  put('SE', record.locator);
  put('CY', record.publisherPlace);
  put('PB', view.publisher);
  put('M3', record.genre);
  put('DB', view.archive);
  put('AN', view.archiveLocation);
  put('LA', record.language);
  put('UR', view.url);
  put('DO', record.doi);
  put('SN', record.isbn || record.issn);
  put('AB', record.abstract);
  for (const keyword of record.keywords) put('KW', keyword);
  if (record.originalLanguage !== '') put('N1', `Original language: ${record.originalLanguage}`);
  put('N1', record.note);
  lines.push('ER  - ');
  return `${lines.join('\r\n')}\r\n`;
}

/** `1962/10/27/`, with the words of a date that is uncertain or cannot be read after the last slash. */
function risDate(date: CitationDate): string {
  const [year = '', month = '', day = ''] =
    date.from === '' ? [] : [yearOf(date.from), ...partsOf(date.from).slice(1)];
  const isPlain = date.from !== '' && date.to === '' && !date.isCirca;
  return `${year}/${month}/${day}/${isPlain ? '' : date.words || (date.to === '' ? '' : `${date.from}/${date.to}`)}`;
}

const partsOf = (iso: string) => iso.replace(/^-/, '').split('-');
const yearOf = (iso: string) => (iso.startsWith('-') ? '-' : '') + partsOf(iso)[0]!;
