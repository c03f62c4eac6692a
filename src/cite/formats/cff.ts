import type { CitationRecord, ItemType, Name, Rights } from '../record.ts';
import { namesOf } from '../record.ts';
import { oneLine, viewOf } from '../view.ts';

type Yaml = string | number | Yaml[] | { [key: string]: Yaml };

const types: Readonly<Record<ItemType, string>> = {
  manuscript: 'historical-work',
  personal_communication: 'personal-communication',
  book: 'book',
  chapter: 'generic',
  'article-journal': 'article',
  'article-magazine': 'magazine-article',
  'article-newspaper': 'newspaper-article',
  'entry-encyclopedia': 'encyclopedia',
  thesis: 'thesis',
  report: 'report',
  webpage: 'website',
  document: 'generic',
};

/** What an edition as a whole is called and where it stands. */
export interface EditionIdentity {
  readonly title: string;
  readonly url: string;
}

/** CITATION.cff 1.2 of an edition: itself as a data set under the licence of its encoding, its documents as references. */
export function cff(records: readonly CitationRecord[], edition?: EditionIdentity): string {
  const [first] = records;
  if (first === undefined) return '';
  const makers = uniqueBy(
    records.flatMap((record) => makersOf(record).map(cffName)),
    JSON.stringify,
  );
  const top: { [key: string]: Yaml } = {
    'cff-version': '1.2.0',
    message: 'Please cite this edition, and the documents in it, as given below.',
    type: 'dataset',
    title: oneLine(edition?.title ?? '') || oneLine(viewOf(first).title) || oneLine(first.id) || 'Untitled',
    authors: makers.length > 0 ? makers : [{ name: 'Anonymous' }],
  };
  put(top, 'version', first.version);
  if (/^\d{4}-\d\d-\d\d$/.test(first.versionDate)) top['date-released'] = first.versionDate;
  putUrl(top, 'url', edition?.url || (records.length === 1 && first.archive === '' ? first.url : ''));
  if (records.length === 1) putDoi(top, first.doi);
  Object.assign(top, licenceOf(first.rights.encoding));
  if (records.length === 1) put(top, 'abstract', first.abstract);
  const keywords = uniqueBy(
    records.flatMap((record) => record.keywords.map(oneLine).filter((word) => word !== '')),
    String,
  ).filter(Boolean);
  if (keywords.length > 0) top.keywords = keywords;
  top.references = records.map(referenceOf);
  return `${yaml(top, 0)}\n`;
}

/** Whom the edition itself is by: those who encoded it, else its editors, else whoever is named. */
function makersOf(record: CitationRecord): Name[] {
  const encoders = record.responsibilities.filter(
    ({ role, said }) => role === 'other' && /encod|edition|tei|kodier|edit|encodage/i.test(said),
  );
  if (encoders.length > 0) return encoders.map(({ name }) => name);
  for (const roles of [['editor'], ['principal'], ['translator'], ['author']] as const) {
    const names = namesOf(record, ...roles);
    if (names.length > 0) return names;
  }
  return record.publisher === '' ? [] : [{ kind: 'literal', literal: record.publisher }];
}

function referenceOf(record: CitationRecord): Yaml {
  const view = viewOf(record);
  const reference: { [key: string]: Yaml } = {
    type: types[record.type],
    title: oneLine(view.title),
    authors: uniqueBy(
      (view.authors.length > 0 ? view.authors : makersOf(record)).map(cffName),
      JSON.stringify,
    ),
  };
  if ((reference.authors as Yaml[]).length === 0) reference.authors = [{ name: 'Anonymous' }];
  if (view.editors.length > 0) reference.editors = uniqueBy(view.editors.map(cffName), JSON.stringify);
  if (view.translators.length > 0)
    reference.translators = uniqueBy(view.translators.map(cffName), JSON.stringify);
  if (view.recipients.length > 0) reference.recipients = view.recipients.map(cffName);
  const date = view.date?.from ?? '';
  if (/^\d{4}-\d\d-\d\d$/.test(date)) reference['date-published'] = date;
  else if (/^\d{4}/.test(date)) reference.year = Number(date.slice(0, 4));
  put(reference, 'journal', record.type === 'article-journal' ? record.container : '');
  put(reference, 'collection-title', record.series);
  put(reference, 'volume', record.volume);
  put(reference, 'issue', record.issue);
  put(reference, 'pages', record.page);
  if (oneLine(view.publisher) !== '') reference.publisher = { name: oneLine(view.publisher) };
  if (record.language !== '')
    reference.languages = [oneLine(record.language).split('-')[0]!].filter((tag) => /^[a-z]{2,3}$/.test(tag));
  if ((reference.languages as Yaml[] | undefined)?.length === 0) delete reference.languages;
  putUrl(reference, 'url', record.url);
  putDoi(reference, record.doi);
  put(reference, 'notes', [view.archiveLocation, view.archive, record.note].filter(Boolean).join('. '));
  put(reference, 'database', record.archive);
  put(reference, 'abstract', record.abstract);
  return reference;
}

function cffName(name: Name): Yaml {
  if (name.kind === 'literal') return { name: oneLine(name.literal) || 'Anonymous' };
  const person: { [key: string]: Yaml } = {};
  put(person, 'family-names', name.family);
  put(person, 'given-names', name.given);
  put(person, 'name-particle', name.particle);
  put(person, 'name-suffix', name.suffix);
  return Object.keys(person).length > 0 ? person : { name: 'Anonymous' };
}

const spdx: readonly [RegExp, string][] = [
  [/creativecommons\.org\/publicdomain\/zero\/1\.0/, 'CC0-1.0'],
  [
    /creativecommons\.org\/licenses\/(by|by-sa|by-nc|by-nd|by-nc-sa|by-nc-nd)\/(1\.0|2\.0|2\.5|3\.0|4\.0)(?![\w.])/,
    '',
  ],
];

function licenceOf(rights: Rights | undefined): { [key: string]: Yaml } {
  const target = rights?.target ?? '';
  for (const [pattern, id] of spdx) {
    const found = pattern.exec(target);
    if (found !== null) return { license: id || `CC-${found[1]!.toUpperCase()}-${found[2]!}` };
  }
  return isUrl(target) ? { 'license-url': oneLine(target) } : {};
}

function put(target: { [key: string]: Yaml }, key: string, value: string): void {
  const text = oneLine(value);
  if (text !== '') target[key] = text;
}
function putUrl(target: { [key: string]: Yaml }, key: string, value: string): void {
  if (isUrl(value)) put(target, key, value);
}
function putDoi(target: { [key: string]: Yaml }, value: string): void {
  if (/^10\.\d{4,9}(\.\d+)?\/[A-Za-z0-9:/_;\-.()[\]\\]+$/.test(value)) target.doi = value;
}
const isUrl = (value: string) => /^(?:https?|s?ftp):\/\/[^\s"<>{}|\\^`]+$/.test(value) && URL.canParse(value);

function uniqueBy<T>(values: readonly T[], key: (value: T) => string): T[] {
  return [...new Map(values.map((value) => [key(value), value])).values()];
}

/** YAML with every string in double quotes, whose escapes are those of JSON (YAML 1.2 §5.7). */
function yaml(value: Yaml, depth: number): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') return String(value);
  const indent = '  '.repeat(depth);
  if (Array.isArray(value))
    return value.map((item) => `${indent}- ${yaml(item, depth + 1).trimStart()}`).join('\n');
  return Object.entries(value)
    .map(
      ([key, item]) =>
        `${indent}${key}:${typeof item === 'object' ? `\n${yaml(item, depth + 1)}` : ` ${yaml(item, depth)}`}`,
    )
    .join('\n');
}
