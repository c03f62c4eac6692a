import type { CitationDate, CitationRecord, Name } from '../record.ts';
import { oneLine, viewOf } from '../view.ts';

type CslName = Record<string, string>;
export interface CslDate {
  readonly 'date-parts'?: readonly (readonly number[])[];
  readonly circa?: true;
  readonly literal?: string;
}
/** An item of CSL-JSON (CSL 1.0.2, `csl-data.json`). */
export type CslItem = Record<string, string | CslName[] | CslDate | Record<string, string>>;

/** CSL-JSON: what Zotero, pandoc and every CSL processor read. */
export function cslJson(records: readonly CitationRecord[]): string {
  return `${JSON.stringify(records.map(cslItem), null, 2)}\n`;
}

export function cslItem(record: CitationRecord): CslItem {
  const view = viewOf(record);
  const item: CslItem = { id: record.id, type: record.type };
  const put = (name: string, value: string) => {
    const text = oneLine(value);
    if (text !== '') item[name] = text;
  };
  const people = (name: string, names: readonly Name[]) => {
    if (names.length > 0) item[name] = names.map(cslName);
  };
  const date = (name: string, value: CitationDate | undefined) => {
    const read = value === undefined ? undefined : cslDate(value);
    if (read !== undefined) item[name] = read;
  };
  put('genre', record.genre);
  put('title', view.title);
  put('title-short', record.titleShort);
  people('author', view.authors);
  people('editor', view.editors);
  people('translator', view.translators);
  people('contributor', view.contributors);
  people('collection-editor', view.seriesEditors);
  people('recipient', view.recipients);
  for (const role of ['compiler', 'container-author'] as const) {
    people(
      role,
      record.responsibilities.filter((each) => each.role === role).map(({ name }) => name),
    );
  }
  date('issued', view.date);
  date('accessed', record.accessed);
  date('original-date', record.originalDate);
  if (record.issued !== undefined) date('available-date', record.published);
  put('container-title', record.container);
  put('collection-title', record.series);
  put('collection-number', record.seriesNumber);
  put('edition', record.edition);
  put('volume', record.volume);
  put('issue', record.issue);
  put('page', record.page);
  put('number-of-volumes', record.numberOfVolumes);
  put('locator', record.locator);
  put('event-title', record.event);
  put('publisher', view.publisher);
  put('publisher-place', record.publisherPlace);
  put('archive', view.archive);
  put('archive-place', record.repositoryPlace);
  put('archive_collection', record.collection);
  put('archive_location', view.archiveLocation);
  put('language', record.language);
  put('URL', record.url);
  put('DOI', record.doi);
  put('ISBN', record.isbn);
  put('ISSN', record.issn);
  put('abstract', record.abstract);
  put('keyword', record.keywords.join(', '));
  put('version', record.version);
  put('note', record.note);
  const custom = Object.fromEntries(
    Object.entries({
      originalLanguage: record.originalLanguage,
      sourceCitation: record.sourceCitation,
      rightsOfText: record.rights.text?.words ?? '',
      rightsOfEncoding: record.rights.encoding?.target || (record.rights.encoding?.words ?? ''),
    })
      .map(([name, value]) => [name, oneLine(value)])
      .filter(([, value]) => value !== ''),
  );
  if (Object.keys(custom).length > 0) item.custom = custom;
  return item;
}

function cslName(name: Name): CslName {
  if (name.kind === 'literal') return { literal: oneLine(name.literal) };
  const parts: [string, string][] = [
    ['family', name.family],
    ['given', name.given],
    ['non-dropping-particle', name.particle],
    ['suffix', name.suffix],
  ];
  return Object.fromEntries(
    parts.map(([part, value]) => [part, oneLine(value)]).filter(([, value]) => value !== ''),
  );
}

function cslDate(date: CitationDate): CslDate | undefined {
  if (date.from === '') return date.words === '' ? undefined : { literal: oneLine(date.words) };
  return {
    'date-parts': [date.from, date.to].filter((each) => each !== '').map(datePartsOf),
    ...(date.isCirca || date.isBounds ? { circa: true as const } : {}),
  };
}

/** `-0044-03-15` → [-45, 3, 15]: ISO counts a year 0, historians do not. */
export function datePartsOf(iso: string): number[] {
  const isBefore = iso.startsWith('-');
  const [year, ...rest] = iso
    .replace('-', isBefore ? '' : '-')
    .split('-')
    .map(Number);
  return [isBefore ? -year! - 1 : year!, ...rest];
}
