import { createHash } from 'node:crypto';
import {
  type CitationRecord,
  displayName,
  type Name,
  type Rights,
  type Role,
  sortName,
} from '../../cite/record.ts';
import { viewOf } from '../../cite/view.ts';
import { externalUrl } from '../../epub/addresses.ts';
import type { BookMetadata } from '../../epub/book.ts';
import type { DocumentRecord } from '../../prepare/edition-index.ts';

/** MARC relator codes (Library of Congress) of what somebody did; who only sent or received a letter made no part of the book. */
const relators: Partial<Record<Role, string>> = {
  author: 'aut',
  editor: 'edt',
  translator: 'trl',
  compiler: 'com',
  contributor: 'ctb',
  'series-editor': 'edt',
  funder: 'fnd',
  sponsor: 'spn',
  principal: 'rth',
  other: 'ctb',
};

/** What is known of the texts of a book beside their records. */
export interface BookFacts {
  readonly title: string;
  /** Those of the book, in order. */
  readonly documents: readonly DocumentRecord[];
  readonly direction: 'ltr' | 'rtl';
  readonly baseUrl: string;
  /** From the config, or ''. */
  readonly identifier: string;
  /** The day of the last change that the headers name, or ''. */
  readonly modified: string;
}

/** The metadata of a book from the records of its texts. */
export function bookMetadata(records: readonly CitationRecord[], facts: BookFacts): BookMetadata {
  const people = new Map<string, { name: string; sort: string; role: string }>();
  for (const { responsibilities } of records) {
    for (const { role, name } of responsibilities) {
      const relator = relators[role];
      if (relator !== undefined) addPerson(people, name, relator);
    }
  }
  const all = [...people.values()];
  const makers = ['aut', 'edt', 'com', 'trl'].find((role) => all.some((each) => each.role === role));
  const unique = (values: readonly string[]) => [...new Set(values.filter((each) => each !== ''))];
  const isOne = records.length === 1;
  const languages = unique(facts.documents.map(({ language }) => language)).filter(isLanguage);
  return {
    identifier: identifierOf(records, facts),
    title: facts.title,
    creators: all.filter(({ role }) => role === makers),
    contributors: all.filter(({ role }) => role !== makers),
    languages: languages.length > 0 ? languages : ['und'],
    direction: facts.direction,
    modified: [
      facts.modified,
      ...records.map(({ versionDate, published }) => versionDate || (published?.from ?? '')),
    ]
      .sort()
      .at(-1)!,
    published:
      unique(records.map(({ published }) => published?.from ?? ''))
        .filter(isDay)
        .sort()
        .at(-1) ?? '',
    publisher: unique(records.map((record) => record.publisher || record.archive))[0] ?? '',
    rights: unique(
      records.flatMap(({ rights }) => [
        rightsLine('Text', rights.text),
        rightsLine('Encoding and notes', rights.encoding),
      ]),
    ),
    sources: unique(
      records.flatMap(({ sources }) =>
        sources.map((source) => source.sourceCitation || viewOf(source).title),
      ),
    ),
    subjects: unique(records.flatMap(({ keywords }) => keywords)),
    description: isOne ? records[0]!.abstract : '',
  };
}

function addPerson(
  people: Map<string, { name: string; sort: string; role: string }>,
  name: Name,
  role: string,
): void {
  const sort = sortName(name);
  const key = `${role} ${sort}`;
  if (sort !== '' && !people.has(key)) people.set(key, { name: displayName(name), sort, role });
}

function rightsLine(what: string, rights: Rights | undefined): string {
  const said = rights?.words || rights?.target || rights?.status || '';
  return said === '' ? '' : `${what}: ${said}`;
}

/** A URI that does not change when the text does: the config's; of a single text its DOI or URL; where the edition stands on the web; else a UUID made from the title and the names of the documents (RFC 9562 §5.8). */
function identifierOf(records: readonly CitationRecord[], facts: BookFacts): string {
  if (facts.identifier !== '') return facts.identifier;
  const [first] = records;
  if (records.length === 1 && first!.doi !== '') {
    const doi = externalUrl(`https://doi.org/${first!.doi}`);
    if (doi !== undefined) return doi;
  }
  const [document] = facts.documents;
  if (facts.baseUrl !== '' && document !== undefined) {
    const url = externalUrl(
      facts.documents.length === 1 ? new URL(document.route, facts.baseUrl).href : facts.baseUrl,
    );
    if (url !== undefined) return url;
  }
  const hash = createHash('sha256')
    .update(['variorum', facts.title, ...facts.documents.map(({ id }) => id)].join('\0'))
    .digest();
  hash[6] = (hash[6]! & 0x0f) | 0x80;
  hash[8] = (hash[8]! & 0x3f) | 0x80;
  const hex = hash.toString('hex', 0, 16);
  return `urn:uuid:${hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')}`;
}

const isLanguage = (tag: string) => /^(?:[A-Za-z]{2,3}|[xi]|[A-Za-z]{5,8})(?:-[A-Za-z0-9]{1,8})*$/.test(tag);
/** What EPUB takes as a date (W3CDTF): a year, a month or a day. */
const isDay = (date: string) => /^\d{4}(?:-\d\d(?:-\d\d)?)?$/.test(date);
