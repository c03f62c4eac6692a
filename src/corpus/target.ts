import type { Element } from '../xml/tree.ts';
import type { CorpusDocument } from './corpus-document.ts';
import type { PrefixDefinition } from './prefix-definition.ts';

/** Where a pointer leads. */
export type Target =
  | {
      readonly kind: 'element';
      readonly document: CorpusDocument;
      readonly element: Element;
      /** `own`: in the pointer's file or what XInclude joins to it; `named`: in the file that the pointer names; `elsewhere`: a bare `#id` that only another file of the edition has. */
      readonly found: 'own' | 'named' | 'elsewhere';
      /** How many other files have the id too, where it was found elsewhere. */
      readonly rivals: number;
    }
  /** A file of the project as a whole; `document` where it is a well-formed XML file that was read. */
  | { readonly kind: 'file'; readonly path: string; readonly document: CorpusDocument | undefined }
  /** An absolute URI outside the edition, prefixes written out. */
  | { readonly kind: 'external'; readonly uri: string }
  /** A path out of the project: absolute, `file:`, `..` beyond the root, a symbolic link. */
  | { readonly kind: 'outside'; readonly path: string }
  | { readonly kind: 'unsafe'; readonly what: string }
  | { readonly kind: 'undeclared-prefix'; readonly prefix: string }
  | { readonly kind: 'prefix-mismatch'; readonly definition: PrefixDefinition }
  | { readonly kind: 'missing-id'; readonly document: CorpusDocument; readonly id: string }
  | { readonly kind: 'missing-file'; readonly path: string }
  /** A file that is there but is no well-formed XML. */
  | { readonly kind: 'unreadable'; readonly path: string }
  /** An XPointer of a scheme that is not evaluated. */
  | { readonly kind: 'unchecked'; readonly scheme: string };
