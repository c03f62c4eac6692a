import type { XhtmlElement } from './xhtml.ts';

/** A book as data: what `writeEpub` makes a file of. */
export interface Book {
  readonly metadata: BookMetadata;
  /** In reading order. */
  readonly pages: readonly BookPage[];
  readonly images: readonly BookImage[];
  readonly fonts: readonly BookFont[];
  readonly styleSheet: string;
  readonly cover: BookCover;
  readonly words: BookWords;
  /** Where the edition stands on the web, with a slash at its end: links to what the book does not hold lead there. '' where it does not. */
  readonly baseUrl: string;
}

export interface BookMetadata {
  /** A URI that stays the same from one build to the next. */
  readonly identifier: string;
  readonly title: string;
  /** `role` is a MARC relator code. */
  readonly creators: readonly { readonly name: string; readonly sort: string; readonly role: string }[];
  readonly contributors: readonly { readonly name: string; readonly sort: string; readonly role: string }[];
  /** BCP 47, that of the text first. */
  readonly languages: readonly string[];
  readonly direction: 'ltr' | 'rtl';
  /** ISO 8601 day of the last change, or ''. */
  readonly modified: string;
  readonly published: string;
  readonly publisher: string;
  readonly rights: readonly string[];
  readonly sources: readonly string[];
  readonly subjects: readonly string[];
  readonly description: string;
}

export interface BookPage {
  /** The address under which other pages link to it, relative to the folder of all pages. */
  readonly route: string;
  /** `image` pages stand outside the reading order. */
  readonly kind: 'front' | 'document' | 'register' | 'image';
  /** Id of the document, or ''. */
  readonly document: string;
  readonly title: string;
  /** BCP 47, of the words that are not the text's. */
  readonly language: string;
  readonly body: XhtmlElement;
}

export interface BookImage {
  /** The address under which pages show it. */
  readonly route: string;
  readonly mediaType: string;
  readonly content: Uint8Array;
}

export interface BookFont {
  /** File name. */
  readonly name: string;
  readonly mediaType: string;
  readonly content: Uint8Array;
}

export interface BookCover {
  readonly mediaType: string;
  readonly content: Uint8Array;
}

/** The words that the book itself adds, in the language of its interface. */
export interface BookWords {
  readonly language: string;
  readonly contents: string;
  readonly cover: string;
  readonly text: string;
  readonly pages: string;
  readonly landmarks: string;
  /** With the hole `{n}`. */
  readonly page: string;
  readonly accessibility: string;
}
