import type { EditedDocument } from '../edited-document.ts';
import type { EncodingMethod } from './encoding-method.ts';
import type { Key } from './keys.ts';
import type { Classified } from './reading-kind.ts';
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
  readonly isOmission: boolean;
  readonly cited: readonly Citation[];
  readonly unknown: readonly UnknownSiglum[];
  readonly sigla: string;
}

export interface EntryReading extends Classified {
  readonly i: number;
  readonly text: string;
  readonly cited: readonly Citation[];
  readonly unknown: readonly UnknownSiglum[];
  /** Its sigla as printed, with hands and states. */
  readonly sigla: string;
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
