import { createRequire } from 'node:module';
import type { XMLBuilder } from 'xmlbuilder2/lib/interfaces.js';
import type { CitationDate, CitationRecord, Name, Role } from '../record.ts';
import { namesOf, sortName } from '../record.ts';
import { oneLine, viewOf } from '../view.ts';

const contributorTypes: Partial<Record<Role, string>> = {
  editor: 'Editor',
  translator: 'Translator',
  contributor: 'Other',
  compiler: 'DataCollector',
  'series-editor': 'ProjectLeader',
  sponsor: 'Sponsor',
  principal: 'ProjectLeader',
  recipient: 'Other',
  other: 'Other',
};

/** DataCite Metadata 4.6 of one record. A fact that DataCite requires and nobody gives is `:unkn` or `:unav`, as its schema says. */
export function datacite(record: CitationRecord): string {
  const view = viewOf(record);
  // Loaded on first use: a build without these formats is done sooner.
  const { create } = createRequire(import.meta.url)('xmlbuilder2') as typeof import('xmlbuilder2');
  const document = create({ version: '1.0', encoding: 'UTF-8' });
  const root = document.ele('http://datacite.org/schema/kernel-4', 'resource');
  const [identifier, identifierType] = identifierOf(record);
  root.ele('identifier', { identifierType }).txt(identifier);
  const creators = root.ele('creators');
  const authors =
    view.authors.length > 0
      ? view.authors
      : view.editors.length > 0
        ? view.editors
        : namesOf(record, 'translator');
  for (const name of authors) nameElement(creators.ele('creator'), 'creatorName', name);
  if (authors.length === 0) creators.ele('creator').ele('creatorName').txt(':unkn');
  const titles = root.ele('titles');
  const title = titles.ele('title');
  if (isLanguageTag(record.language))
    title.att('http://www.w3.org/XML/1998/namespace', 'lang', record.language);
  title.txt(text(view.title));
  for (const other of record.otherTitles.filter(notEmpty))
    titles.ele('title', { titleType: 'AlternativeTitle' }).txt(text(other));
  root.ele('publisher').txt(text(record.publisher || view.archive) || ':unav');
  root.ele('publicationYear').txt(yearOf(record.published) || yearOf(record.issued) || '0000');
  root.ele('resourceType', { resourceTypeGeneral: 'Text' }).txt(text(record.genre) || record.type);
  const keywords = record.keywords.filter(notEmpty);
  if (keywords.length > 0) {
    const subjects = root.ele('subjects');
    for (const keyword of keywords) subjects.ele('subject').txt(text(keyword));
  }
  const contributors = record.responsibilities.filter(({ role }) => contributorTypes[role] !== undefined);
  if (contributors.length > 0) {
    const list = root.ele('contributors');
    for (const { role, name } of contributors)
      nameElement(
        list.ele('contributor', { contributorType: contributorTypes[role]! }),
        'contributorName',
        name,
      );
  }
  const dates: [string, CitationDate | undefined][] = [
    ['Created', record.issued],
    ['Issued', record.published],
  ];
  const known = dates.filter(([, date]) => date !== undefined && dateOf(date) !== '');
  if (known.length > 0 || record.versionDate !== '') {
    const list = root.ele('dates');
    for (const [dateType, date] of known) {
      const words = text(date!.words);
      list.ele('date', { dateType, ...(words === '' ? {} : { dateInformation: words }) }).txt(dateOf(date!));
    }
    if (record.versionDate !== '') list.ele('date', { dateType: 'Updated' }).txt(record.versionDate);
  }
  if (isLanguageTag(record.language)) root.ele('language').txt(record.language);
  alternates(root, record, identifier);
  if (record.version !== '') root.ele('version').txt(text(record.version));
  rightsList(root, record);
  const descriptions: [string, string][] = [
    ['Abstract', record.abstract],
    ['Other', [view.archiveLocation, view.archive].filter(Boolean).join(', ')],
    ['SeriesInformation', [record.series, record.seriesNumber].filter(Boolean).join(' ')],
  ];
  const said = descriptions.filter(([, words]) => notEmpty(words));
  if (said.length > 0) {
    const list = root.ele('descriptions');
    for (const [descriptionType, words] of said)
      list.ele('description', { descriptionType }).txt(text(words));
  }
  const funders = namesOf(record, 'funder');
  if (funders.length > 0) {
    const list = root.ele('fundingReferences');
    for (const name of funders)
      list
        .ele('fundingReference')
        .ele('funderName')
        .txt(text(sortName(name)));
  }
  return `${document.end({ prettyPrint: false, wellFormed: true })}\n`;
}

function identifierOf(record: CitationRecord): [value: string, type: string] {
  if (notEmpty(record.doi)) return [text(record.doi), 'DOI'];
  return !notEmpty(record.url) ? [text(record.id) || ':unkn', 'Local'] : [text(record.url), 'URL'];
}

function nameElement(parent: XMLBuilder, element: string, name: Name): void {
  const shown = text(sortName(name)) || ':unkn';
  parent.ele(element, { nameType: name.kind === 'person' ? 'Personal' : 'Organizational' }).txt(shown);
  if (name.kind !== 'person') return;
  if (notEmpty(name.given))
    parent.ele('givenName').txt(text([name.given, name.particle].filter(Boolean).join(' ')));
  if (notEmpty(name.family)) parent.ele('familyName').txt(text(name.family));
}

function alternates(root: XMLBuilder, record: CitationRecord, identifier: string): void {
  const others = record.identifiers.filter(({ value }) => notEmpty(value));
  const url = record.url !== '' && text(record.url) !== identifier ? record.url : '';
  if (others.length === 0 && url === '') return;
  const list = root.ele('alternateIdentifiers');
  if (url !== '') list.ele('alternateIdentifier', { alternateIdentifierType: 'URL' }).txt(text(url));
  for (const { type, value } of others)
    list.ele('alternateIdentifier', { alternateIdentifierType: text(type) || 'Local' }).txt(text(value));
}

function rightsList(root: XMLBuilder, record: CitationRecord): void {
  const { text: ofText, encoding } = record.rights;
  if (ofText === undefined && encoding === undefined) return;
  const list = root.ele('rightsList');
  for (const [scope, rights] of [
    ['Text', ofText],
    ['Encoding and notes', encoding],
  ] as const) {
    if (rights === undefined) continue;
    const uri = /^https?:\/\/\S+$/.test(rights.target) ? { rightsURI: text(rights.target) } : {};
    list
      .ele('rights', uri)
      .txt(`${scope}: ${text(rights.words) || text(rights.target) || text(rights.status) || 'unknown'}`);
  }
}

/** xmlbuilder2 4.0 takes `&amp;` in a text for an escaped `&`, so every `&` is handed over escaped. */
const text = (words: string) => oneLine(words).replaceAll('&', '&amp;');
const notEmpty = (value: string) => oneLine(value) !== '';
const isLanguageTag = (tag: string) => /^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$/.test(tag);
const yearOf = (date: CitationDate | undefined) => /^\d{4}/.exec(date?.from ?? '')?.[0] ?? '';
const dateOf = ({ from, to }: CitationDate) => (to === '' ? from : `${from}/${to}`);
