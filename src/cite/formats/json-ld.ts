import type { CitationDate, CitationRecord, ItemType, Name } from '../record.ts';
import { displayName, namesOf } from '../record.ts';
import { oneLine, viewOf } from '../view.ts';

type Json = string | Json[] | { [key: string]: Json };

const types: Readonly<Record<ItemType, string>> = {
  manuscript: 'Manuscript',
  personal_communication: 'Message',
  book: 'Book',
  chapter: 'Chapter',
  'article-journal': 'ScholarlyArticle',
  'article-magazine': 'Article',
  'article-newspaper': 'NewsArticle',
  'entry-encyclopedia': 'Article',
  thesis: 'Thesis',
  report: 'Report',
  webpage: 'WebPage',
  document: 'CreativeWork',
};

/** The record in schema.org's words, as an object. The licence is that of the TEI encoding and stands at the encoding. */
export function jsonLdObject(record: CitationRecord): { [key: string]: Json } {
  const view = viewOf(record);
  const node: { [key: string]: Json } = { '@context': 'https://schema.org', '@type': types[record.type] };
  const put = (key: string, value: string) => {
    const text = oneLine(value);
    if (text !== '') node[key] = text;
  };
  const people = (key: string, names: readonly Name[]) => {
    if (names.length > 0) node[key] = names.map(agent);
  };
  put('@id', record.doi === '' ? record.url : `https://doi.org/${record.doi}`);
  put('name', view.title);
  const other = [record.titleShort, ...record.otherTitles].map(oneLine).filter(Boolean);
  if (other.length > 0) node.alternateName = other;
  people('author', view.authors);
  people('editor', view.editors);
  people('translator', view.translators);
  people('contributor', namesOf(record, 'contributor', 'compiler', 'other'));
  people('recipient', record.type === 'personal_communication' ? view.recipients : []);
  people('funder', namesOf(record, 'funder', 'sponsor'));
  put('dateCreated', isoDate(record.issued));
  put('datePublished', isoDate(record.published));
  put('inLanguage', record.language);
  if (record.originalLanguage !== '')
    node.translationOfWork = { '@type': types[record.type], inLanguage: oneLine(record.originalLanguage) };
  if (record.publisher !== '') node.publisher = { '@type': 'Organization', name: oneLine(record.publisher) };
  if (view.archive !== '') node.provider = { '@type': 'ArchiveOrganization', name: oneLine(view.archive) };
  if (record.repository !== '')
    node.holdingArchive = { '@type': 'ArchiveOrganization', name: oneLine(record.repository) };
  put('itemLocation', record.shelfmark);
  put('url', record.url);
  if (record.identifiers.length > 0)
    node.identifier = record.identifiers.map(({ type, value }) => ({
      '@type': 'PropertyValue',
      propertyID: oneLine(type),
      value: oneLine(value),
    }));
  put('abstract', record.abstract);
  if (record.keywords.length > 0) node.keywords = record.keywords.map(oneLine);
  const host = record.container || record.series;
  if (host !== '')
    node.isPartOf = {
      '@type': record.type === 'article-journal' ? 'Periodical' : 'CreativeWork',
      name: oneLine(host),
    };
  put('pagination', record.page);
  put('version', record.version);
  put('creditText', record.sourceCitation);
  const { text, encoding } = record.rights;
  put('copyrightNotice', text?.words ?? '');
  if (encoding !== undefined) {
    const media: { [key: string]: Json } = { '@type': 'MediaObject', encodingFormat: 'application/tei+xml' };
    const licence = oneLine(encoding.target || encoding.words);
    if (licence !== '') media.license = licence;
    node.encoding = media;
  }
  return node;
}

/** JSON-LD, safe inside an HTML `script` element: nothing in it ends the element or starts a comment. */
export function jsonLd(record: CitationRecord, indent = 1): string {
  return `${JSON.stringify(jsonLdObject(record), null, indent).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )}\n`;
}

function agent(name: Name): Json {
  if (name.kind === 'literal') return { '@type': 'Organization', name: oneLine(name.literal) };
  return {
    '@type': 'Person',
    name: oneLine(displayName(name)),
    familyName: oneLine(name.family),
    givenName: oneLine(name.given),
  };
}

const isoDate = (date: CitationDate | undefined) =>
  date === undefined ? '' : date.to === '' ? date.from : `${date.from}/${date.to}`;
