/** The kinds of things that are cited, by their CSL names (CSL 1.0.2, item types). */
export type ItemType =
  | 'manuscript'
  | 'personal_communication'
  | 'book'
  | 'chapter'
  | 'article-journal'
  | 'article-magazine'
  | 'article-newspaper'
  | 'entry-encyclopedia'
  | 'thesis'
  | 'report'
  | 'webpage'
  | 'document';

/** What somebody did for the thing cited. `other` keeps what the header says in `said`. */
export type Role =
  | 'author'
  | 'editor'
  | 'translator'
  | 'contributor'
  | 'compiler'
  | 'container-author'
  | 'series-editor'
  | 'sender'
  | 'recipient'
  | 'funder'
  | 'sponsor'
  | 'principal'
  | 'other';

/** A person by the parts of the name, or an organisation (or a name that cannot be split) as one literal. */
export type Name =
  | {
      readonly kind: 'person';
      readonly family: string;
      readonly given: string;
      /** `von`, `de la`: stands before the family name and is not sorted by. */
      readonly particle: string;
      readonly suffix: string;
    }
  | { readonly kind: 'literal'; readonly literal: string };

export interface Responsibility {
  readonly role: Role;
  readonly name: Name;
  /** The words of the header that say what was done, or ''. */
  readonly said: string;
  /** A URL that identifies the person or organisation, or ''. */
  readonly link: string;
}

/** A date as a machine reads it and as the source writes it. */
export interface CitationDate {
  /** ISO 8601: a year (`-0044` before the common era, as in ISO, is 45 BC), a month or a day; '' where only words are known. */
  readonly from: string;
  /** The end of an interval, or ''. */
  readonly to: string;
  /** Whether the interval bounds one unknown day (`notBefore`, `notAfter`) instead of lasting. */
  readonly isBounds: boolean;
  readonly isCirca: boolean;
  /** The source's own words, or ''. */
  readonly words: string;
}

export interface Rights {
  /** `unknown`, `restricted`, `free` (TEI `availability/@status`), or ''. */
  readonly status: string;
  /** The licence's URL, or ''. */
  readonly target: string;
  readonly words: string;
}

export interface Identifier {
  readonly type: string;
  readonly value: string;
}

/** One thing that can be cited: a document of the edition, its source, or a work its notes name. A field nobody fills is '' or empty. */
export interface CitationRecord {
  readonly id: string;
  readonly type: ItemType;
  /** `letter`, `PhD thesis` …: the kind in words. */
  readonly genre: string;
  readonly title: string;
  readonly titleShort: string;
  readonly otherTitles: readonly string[];
  readonly responsibilities: readonly Responsibility[];
  /** The date of the document itself. */
  readonly issued: CitationDate | undefined;
  /** The date on which this edition of it was published. */
  readonly published: CitationDate | undefined;
  readonly accessed: CitationDate | undefined;
  readonly originalDate: CitationDate | undefined;
  readonly writtenPlace: string;
  readonly event: string;
  readonly container: string;
  readonly series: string;
  readonly seriesNumber: string;
  readonly edition: string;
  readonly volume: string;
  readonly issue: string;
  /** First and last page with an en dash. */
  readonly page: string;
  readonly numberOfVolumes: string;
  readonly locator: string;
  readonly publisher: string;
  readonly publisherPlace: string;
  /** The digital archive that publishes the document. */
  readonly archive: string;
  /** The institution that holds it, and where. */
  readonly repository: string;
  readonly repositoryPlace: string;
  readonly collection: string;
  /** En dash in the leaves. */
  readonly shelfmark: string;
  /** BCP 47. */
  readonly language: string;
  readonly originalLanguage: string;
  readonly url: string;
  readonly doi: string;
  readonly isbn: string;
  readonly issn: string;
  readonly identifiers: readonly Identifier[];
  readonly abstract: string;
  readonly keywords: readonly string[];
  readonly extent: string;
  readonly note: string;
  /** The edition's own version and its date. */
  readonly version: string;
  readonly versionDate: string;
  readonly rights: { readonly text: Rights | undefined; readonly encoding: Rights | undefined };
  /** The source's own form of citation, word for word, or ''. */
  readonly sourceCitation: string;
  /** The records of what the document was made from. */
  readonly sources: readonly CitationRecord[];
}

/** Those with one of the roles, in the header's order. */
export function namesOf(record: CitationRecord, ...roles: readonly Role[]): Name[] {
  return record.responsibilities.filter(({ role }) => roles.includes(role)).map(({ name }) => name);
}

/** `Mark Kramer`; an organisation as it is. */
export function displayName(name: Name): string {
  if (name.kind === 'literal') return name.literal;
  return [name.given, name.particle, name.family, name.suffix].filter((part) => part !== '').join(' ');
}

/** `Kramer, Mark`; an organisation as it is. */
export function sortName(name: Name): string {
  if (name.kind === 'literal') return name.literal;
  const after = [name.given, name.particle].filter((part) => part !== '').join(' ');
  return [name.family, after, name.suffix].filter((part) => part !== '').join(', ');
}
