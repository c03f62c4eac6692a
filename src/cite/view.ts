import { sameName } from './read-responsibilities.ts';
import { type CitationDate, type CitationRecord, type Name, namesOf } from './record.ts';

/** A record as styles and exchange formats print it: roles merged, the holding place as one string. */
export interface View {
  readonly record: CitationRecord;
  readonly authors: readonly Name[];
  /** Without those who translate: the view names nobody twice. */
  readonly editors: readonly Name[];
  readonly translators: readonly Name[];
  readonly contributors: readonly Name[];
  readonly seriesEditors: readonly Name[];
  readonly recipients: readonly Name[];
  /** The title, or the file's name where there is none. */
  readonly title: string;
  /** The document's own date, else that of its edition. */
  readonly date: CitationDate | undefined;
  readonly isArchival: boolean;
  /** The digital archive, else the institution that holds the document. */
  readonly archive: string;
  /** Institution and shelfmark under a digital archive, else the shelfmark alone; one string. */
  readonly archiveLocation: string;
  /** Nobody's where a digital archive publishes the document: styles name the archive. */
  readonly publisher: string;
  readonly url: string;
}

/** The view of a record that the styles print. */
export function viewOf(record: CitationRecord): View {
  const translators = namesOf(record, 'translator');
  const isArchival = record.repository !== '' || record.shelfmark !== '';
  const held = [record.collection, record.shelfmark];
  return {
    record,
    authors: namesOf(record, 'author'),
    editors: namesOf(record, 'editor').filter(
      (editor) => !translators.some((each) => sameName(each, editor)),
    ),
    translators,
    contributors: namesOf(record, 'contributor'),
    seriesEditors: namesOf(record, 'series-editor'),
    recipients: namesOf(record, 'recipient'),
    title:
      [record.title, record.sourceCitation, record.id].find((each) => oneLine(each) !== '') ?? 'Untitled',
    date: record.issued ?? record.published,
    isArchival,
    archive: record.archive || record.repository,
    archiveLocation: joined(', ', record.archive === '' ? held : [record.repository, ...held]),
    publisher: record.archive === '' ? record.publisher : '',
    url: record.doi === '' ? record.url : `https://doi.org/${record.doi}`,
  };
}

/** Joins what is not empty. */
export function joined(separator: string, parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(separator);
}

/** One line without control characters: what every format of exchange can hold. */
export function oneLine(text: string): string {
  return text
    .replace(/[\s\u0085\u2028\u2029]+/g, ' ')
    .replace(
      /[\u0000-\u001f\u007f-\u009f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
      '',
    )
    .trim();
}
