import type { EncodingMethod } from '../edition/apparatus/encoding-method.ts';
import type { Piece } from '../edition/apparatus/piece.ts';
import type { ReadingKind } from '../edition/apparatus/reading-kind.ts';
import type { RegisterKind } from '../edition/register-kinds.ts';

/** What an edition holds, counted and resolved once for every output (docs/prepared-tei.md describes its XML form). */
export interface EditionIndex {
  readonly version: 1;
  readonly edition: EditionRecord;
  readonly pages: readonly PageRecord[];
  readonly documents: readonly DocumentRecord[];
  readonly registerEntries: readonly RegisterEntry[];
  readonly mentions: readonly Mention[];
  readonly notes: readonly NoteRecord[];
  readonly units: readonly CitableUnit[];
  readonly witnesses: readonly WitnessRecord[];
  readonly apparatus: readonly EntryRecord[];
  /** Normalised dates in the texts, in text order. */
  readonly dates: readonly DateRecord[];
  /** Names in the texts that lead to no register entry, in text order. */
  readonly unregistered: readonly UnregisteredName[];
  readonly principles: readonly PrinciplesRecord[];
  readonly parallels: readonly ParallelRecord[];
}

export interface EditionRecord {
  readonly id: string;
  readonly title: string;
  readonly shortTitle: string;
  /** BCP 47, of the text. */
  readonly language: string;
  /** BCP 47, of labels and generated words. */
  readonly interfaceLanguage: string;
  readonly baseUrl: string;
}

/** A page of the whole edition: it is made from the index alone. */
export interface PageRecord {
  readonly id: string;
  readonly kind:
    | 'contents'
    | 'introduction'
    | 'register'
    | 'apparatus'
    | 'witnesses'
    | 'contents-by-title'
    | 'contents-by-place'
    | 'timeline'
    | 'search'
    | 'about'
    | 'encoding';
  /** Of a register: what it lists. */
  readonly lists: RegisterKind | '';
  readonly route: string;
  readonly title: string;
  readonly count: number;
}

export interface DocumentRecord {
  /** Unique in the edition, safe as a file name on every system; the stem of its outputs. */
  readonly id: string;
  readonly path: string;
  readonly kind: 'text' | 'register';
  readonly route: string;
  readonly title: string;
  readonly shortTitle: string;
  /** ISO 8601 or '' where the header gives none. */
  readonly date: string;
  readonly dateText: string;
  readonly place: string;
  readonly language: string;
  readonly n: number;
  readonly previous: string;
  readonly next: string;
}

export interface RegisterEntry {
  readonly id: string;
  readonly kind: RegisterKind;
  readonly document: string;
  readonly route: string;
  readonly label: string;
  readonly sort: string;
  /** Every name the entry carries, in every script. */
  readonly names: readonly string[];
  /** How many statements of the edition name it as their source. */
  readonly cited: number;
  /** The entry as prepared TEI. */
  readonly tei: string;
}

export interface Mention {
  readonly entry: string;
  readonly document: string;
  readonly anchor: string;
  readonly route: string;
  readonly before: string;
  readonly form: string;
  readonly after: string;
  readonly certainty: string;
  /** Label of the citable unit it stands in. */
  readonly unit: string;
}

/** A date in a text with its normalised value. */
export interface DateRecord {
  readonly document: string;
  readonly route: string;
  /** ISO 8601, or an interval `from/to`. */
  readonly value: string;
  readonly before: string;
  readonly form: string;
  readonly after: string;
}

/** What headers say of the encoding, and whose headers say it. */
export interface PrinciplesRecord {
  readonly documents: readonly string[];
  /** The `encodingDesc` as prepared TEI. */
  readonly tei: string;
}

/** Two texts that are aligned, and the page on which they stand side by side. */
export interface ParallelRecord {
  readonly route: string;
  readonly left: ParallelSideRecord;
  readonly right: ParallelSideRecord;
  /** Anchors of blocks, in the order of either text; a row `isAcross` belongs to neither. */
  readonly rows: readonly {
    readonly left: readonly string[];
    readonly right: readonly string[];
    readonly isAcross: boolean;
    readonly isStart: boolean;
  }[];
  /** Anchors of the passages that correspond: left, right. */
  readonly pairs: readonly (readonly [left: string, right: string])[];
  /** Of blocks that correspond and stand in different rows. */
  readonly crossing: readonly (readonly [left: string, right: string])[];
}

export interface ParallelSideRecord {
  readonly document: string;
  /** BCP 47, and its name in the language of the interface; '' where the encoding does not say. */
  readonly language: string;
  readonly languageName: string;
  readonly direction: 'ltr' | 'rtl';
}

/** A name in a text without an entry in a register. */
export interface UnregisteredName {
  readonly document: string;
  readonly route: string;
  /** Local name of the element. */
  readonly element: string;
  readonly form: string;
}

export interface NoteRecord {
  readonly id: string;
  readonly document: string;
  readonly n: string;
  readonly series: string;
  readonly responsible: string;
  readonly route: string;
  readonly calls: readonly string[];
  readonly text: string;
}

export interface CitableUnit {
  readonly id: string;
  readonly document: string;
  readonly ref: string;
  /** What other trees of reference call it. */
  readonly otherReferences: readonly string[];
  readonly n: string;
  readonly label: string;
  readonly level: number;
  readonly route: string;
  /** SHA-256 of its reading text, lower-case hexadecimal. */
  readonly textHash: string;
}

export interface WitnessRecord {
  readonly id: string;
  readonly siglum: string;
  readonly label: string;
  readonly kind: 'witness' | 'hand' | 'group' | 'editor';
  readonly parent: string;
  readonly n: number;
  /** Its date, in the words of its description; ''. */
  readonly date: string;
  /** How many entries of the apparatus cite it, or a group that stands for it. */
  readonly entries: number;
  /** What it has of a text of which it does not have all. */
  readonly extents: readonly ExtentRecord[];
  readonly tei: string;
  /** The `msDesc` or `bibl` that it points to, as prepared TEI; ''. */
  readonly description: string;
}

/** The places that a witness has of one document, or that it lacks, by their keys: `7–10`, `…–2`. */
export interface ExtentRecord {
  readonly document: string;
  readonly kind: 'extant' | 'lacking';
  readonly places: readonly string[];
}

export type { EncodingMethod, ReadingKind, RegisterKind };

/** One apparatus entry, numbered in text order. */
export interface EntryRecord {
  readonly id: string;
  readonly document: string;
  readonly n: number;
  readonly method: EncodingMethod;
  /** The entry it is nested in, or ''. */
  readonly parent: string;
  /** The line, verse, paragraph or section it is keyed to. */
  readonly key: string;
  readonly keyUnit: string;
  /** Anchors of the span's end points, or of the passages that `@loc` names; equal to the entry's own in parallel segmentation. */
  readonly from: string;
  readonly to: string;
  readonly overlaps: readonly string[];
  readonly route: string;
  readonly lemma: LemmaRecord;
  readonly readings: readonly ReadingRecord[];
  readonly details: readonly DetailRecord[];
  readonly notes: readonly { readonly id: string; readonly text: string; readonly tei: string }[];
  /** What it says of witnesses and of no reading. */
  readonly remarks: readonly PieceRecord[];
  /** The key as printed, and all that the entry says after it, in plain words. */
  readonly keyText: string;
  readonly said: string;
}

/** A part of what an entry prints; a remark leads to its `witDetail`. */
export type PieceRecord =
  | Exclude<Piece, { readonly kind: 'remark' }>
  | { readonly kind: 'remark'; readonly text: string; readonly sigla: string; readonly detail: string };

export interface LemmaRecord {
  /** Anchor of the `lem`, or of the reading that takes its place; '' for base text. */
  readonly id: string;
  readonly kind: 'lem' | 'base' | 'named' | 'none';
  readonly text: string;
  readonly wit: readonly string[];
  readonly sigla: string;
  readonly isOmission: boolean;
  /** What the entry prints before its bracket. */
  readonly pieces: readonly PieceRecord[];
  readonly tei: string;
}

/** What a `witDetail` says about witnesses. */
export interface DetailRecord {
  readonly id: string;
  readonly wit: readonly string[];
  readonly type: string;
  /** Anchor of the reading that it qualifies; ''. */
  readonly reading: string;
  readonly text: string;
  readonly tei: string;
}

export interface ReadingRecord {
  readonly id: string;
  readonly kind: ReadingKind;
  readonly text: string;
  readonly wit: readonly string[];
  readonly sigla: string;
  readonly hand: string;
  readonly resp: string;
  readonly source: string;
  readonly cause: string;
  readonly type: string;
  readonly group: string;
  readonly sequence: string;
  readonly require: string;
  /** Of an addition: what it adds to the lemma, and whether before it. */
  readonly added: string;
  readonly isAddedBefore: boolean;
  /** Whether it gives the text, for want of a `lem`. */
  readonly isTaken: boolean;
  /** Its words as the entry prints them: of an addition what it adds, of a repetition none. */
  readonly words: string;
  /** What the entry prints of it. */
  readonly pieces: readonly PieceRecord[];
  readonly tei: string;
}
