import type { ApparatusTerm } from '../../words/apparatus-terms.ts';
import type { EditedDocument } from '../edited-document.ts';
import type { EncodingMethod } from './encoding-method.ts';
import type { Key } from './keys.ts';
import type { Piece, SiglumPiece } from './piece.ts';
import type { ReadingContent } from './reading-content.ts';
import type { Classified } from './reading-kind.ts';
import type { Named } from './sigla.ts';
import type { Span, SpanFault } from './span.ts';
import type { Citation } from './witness.ts';
import type { UnknownSiglum } from './witnesses.ts';

/** One entry of the apparatus, however it is encoded. */
export interface ApparatusEntry {
  /** Where the `app` stands. */
  readonly document: EditedDocument;
  readonly i: number;
  /** The document whose text it is about; `document` but for an apparatus in a file of its own. */
  readonly base: EditedDocument;
  readonly method: EncodingMethod;
  /** The entry around it, if it is nested. */
  readonly parent: ApparatusEntry | undefined;
  readonly span: Span | undefined;
  readonly fault: SpanFault | undefined;
  readonly key: Key;
  readonly lemma: Lemma;
  /** Every `rdg`, in order. */
  readonly readings: readonly EntryReading[];
  readonly details: readonly EntryDetail[];
  /** Of details that belong to no reading. */
  readonly remarks: readonly Piece[];
  /** The `note`s directly in it. */
  readonly notes: readonly number[];
}

/**
 * What the other readings are compared with. `lem`: it stands in the text; `base`: base text, between end points or for want of a `lem` that of the base witness or the first reading;
 * `named`: only named, the text around shows it; `none`.
 */
export interface Lemma {
  readonly kind: 'lem' | 'base' | 'named' | 'none';
  /** The `lem`, or the reading that takes its place. */
  readonly i: number | undefined;
  readonly text: string;
  /** Its words as an entry prints them: those of its `lem`, which may shorten the base text. */
  readonly printed: string;
  /** Whether these are the content of its `lem` or reading. */
  readonly isWhole: boolean;
  readonly isOmission: boolean;
  /** Where it has no words: the word before the place, or after it. */
  readonly neighbour: { readonly word: string; readonly isBefore: boolean } | undefined;
  readonly cited: readonly Citation[];
  readonly unknown: readonly UnknownSiglum[];
  readonly sigla: string;
  readonly signed: readonly SiglumPiece[];
  readonly limits: readonly ApparatusTerm[];
  readonly remarks: readonly Piece[];
}

export interface EntryReading extends Classified {
  readonly i: number;
  readonly text: string;
  readonly content: ReadingContent;
  readonly cited: readonly Citation[];
  readonly unknown: readonly UnknownSiglum[];
  /** Its sigla as printed, with hands and states. */
  readonly sigla: string;
  readonly signed: readonly SiglumPiece[];
  /** That all its witnesses begin or end in it. */
  readonly limits: readonly ApparatusTerm[];
  /** The hand that wrote it or who proposed it, where no witness is named. */
  readonly authorities: readonly Named[];
  /** Whose word it is that its witnesses have it, where that tells it from another reading, or its source says so. */
  readonly besides: string;
  readonly isUncertain: boolean;
  readonly remarks: readonly Piece[];
  readonly hand: string;
  readonly resp: string;
  readonly source: string;
  readonly cause: string;
  readonly type: string;
  /** The type of the group it stands in. */
  readonly group: string;
  readonly sequence: string;
  readonly require: string;
  readonly isTaken: boolean;
}

export interface EntryDetail {
  readonly i: number;
  readonly cited: readonly Citation[];
  readonly type: string;
  readonly text: string;
  /** The reading it follows or points to. */
  readonly reading: number | undefined;
}
