import type { Child, Element } from '../xml/tree.ts';
import type { CorpusDocument } from './corpus-document.ts';

/** What one `xi:include` brings in (XInclude 1.0, second edition). */
export interface Inclusion {
  /** The file it stands in. */
  readonly document: CorpusDocument;
  readonly element: Element;
  readonly href: string;
  /** The file that `href` names, relative to the edition's root; '' where it names none. */
  readonly path: string;
  readonly content: Included;
  /** Set also where a fallback stands in for it. */
  readonly fault: InclusionFault | undefined;
}

export type Included =
  /** Nodes of another file or of the same one; `xi:include`s among them are found in that document's own inclusions. */
  | { readonly kind: 'nodes'; readonly document: CorpusDocument; readonly nodes: readonly Child[] }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'fallback'; readonly element: Element }
  | { readonly kind: 'nothing' };

export type InclusionFault =
  | { readonly kind: 'missing' | 'outside' | 'unreadable' | 'remote'; readonly detail: string }
  | { readonly kind: 'not-well-formed' }
  | { readonly kind: 'xpointer-nothing'; readonly xpointer: string }
  | { readonly kind: 'xpointer-unsupported'; readonly xpointer: string }
  | { readonly kind: 'invalid'; readonly detail: string }
  /** The inclusions that lead round to this one, itself first. */
  | { readonly kind: 'loop'; readonly chain: readonly Inclusion[] }
  | { readonly kind: 'too-many'; readonly count: number };
