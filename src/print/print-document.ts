/**
 * What print is made from: one document as data, without a word on how a page looks.
 *
 * `docs/print-document.schema.json` is the same as JSON Schema. A change that an old reader would misread raises `version`.
 */
export interface PrintDocument {
  readonly version: 1;
  readonly id: string;
  /** BCP 47, of the text; a block or an inline may differ. */
  readonly language: string;
  readonly direction: Direction;
  readonly title: TitlePage;
  /** Running heads: the left page carries the first, the right page the second or the section's heading. */
  readonly running: { readonly left: string; readonly right: string };
  /** ISO 8601 date that the file gives as its own. */
  readonly date: string;
  readonly series: readonly Series[];
  readonly front: readonly Block[];
  readonly body: readonly Block[];
  readonly back: readonly Block[];
  readonly notes: readonly Note[];
  readonly entries: readonly Entry[];
  readonly indexes: readonly Index[];
  /** Generated words in the language of the interface. */
  readonly words: {
    readonly contents: string;
    readonly notes: string;
    /** With `{n}` for the entry that an index leads on to. */
    readonly see: string;
    readonly seeAlso: string;
  };
}

export type Direction = 'ltr' | 'rtl';

export interface TitlePage {
  readonly main: readonly Inline[];
  readonly subtitle: readonly Inline[];
  readonly authors: readonly string[];
  /** Below the title: date, place, editors, source, licence; a line each. */
  readonly lines: readonly (readonly Inline[])[];
}

/** One band at the foot: a series of notes, or an apparatus. */
export interface Series {
  readonly id: string;
  readonly holds: 'notes' | 'entries';
  readonly title: string;
  /** Bands stand from top to foot in this order. */
  readonly order: number;
  readonly layout: 'run-in' | 'blocks';
  /** `mark` prints a call in the text; the others key the note to where its call or lemma stands. */
  readonly key: SeriesKey;
  readonly marks: 'number' | 'letter' | 'roman' | 'symbol';
  readonly restart: 'document' | 'page';
}

export type SeriesKey = 'mark' | 'line' | 'verse' | 'paragraph' | 'source-page' | 'source-line';

export type Block =
  | Heading
  | Paragraph
  | Verse
  | List
  | Table
  | Minutes
  | Quotation
  | Parallel
  | Figure
  | Rule;

interface Placed {
  /** Anchor in the edition, unique in the document. */
  readonly id?: string;
  /** `v:i` of the element it was made from, for diagnostics. */
  readonly i?: number;
  readonly language?: string;
  readonly direction?: Direction;
}

export interface Heading extends Placed {
  readonly kind: 'heading';
  /** From 1. */
  readonly level: number;
  readonly content: readonly Inline[];
  /** Plain words for contents, bookmarks and running heads. */
  readonly text: string;
}

export type ParagraphRole =
  | 'body'
  | 'continued'
  | 'decision'
  | 'speaker'
  | 'stage'
  | 'dateline'
  | 'salute'
  | 'signed'
  | 'label'
  | 'caption'
  | 'centered'
  | 'unindented';

export interface Paragraph extends Placed {
  readonly kind: 'paragraph';
  readonly role: ParagraphRole;
  /** Printed number or ''. */
  readonly n: string;
  readonly content: readonly Inline[];
}

export interface Verse extends Placed {
  readonly kind: 'verse';
  readonly lines: readonly VerseLine[];
}

export interface VerseLine {
  readonly id?: string;
  readonly i?: number;
  /** Its number in the text or ''. */
  readonly n: string;
  /** Steps of indentation. */
  readonly indent: number;
  readonly content: readonly Inline[];
}

export interface List extends Placed {
  readonly kind: 'list';
  readonly style: 'bulleted' | 'numbered' | 'plain' | 'labelled';
  readonly items: readonly {
    readonly id?: string;
    readonly label: readonly Inline[];
    readonly content: readonly Block[];
  }[];
}

export interface Table extends Placed {
  readonly kind: 'table';
  readonly caption: readonly Inline[];
  readonly columns: number;
  readonly rows: readonly {
    readonly isLabel: boolean;
    readonly cells: readonly TableCell[];
  }[];
}

export interface TableCell {
  readonly columns: number;
  readonly rows: number;
  readonly isLabel: boolean;
  readonly content: readonly Inline[];
}

/** An item of minutes: who is listed stands in a column beside what was said. */
export interface Minutes extends Placed {
  readonly kind: 'minutes';
  readonly roster: readonly Inline[];
  readonly content: readonly Block[];
}

export interface Quotation extends Placed {
  readonly kind: 'quotation';
  readonly content: readonly Block[];
}

/** Original and translation on facing pages; a pair begins at the same height. */
export interface Parallel extends Placed {
  readonly kind: 'parallel';
  readonly pairs: readonly { readonly left: readonly Block[]; readonly right: readonly Block[] }[];
}

export interface Figure extends Placed {
  readonly kind: 'figure';
  readonly caption: readonly Inline[];
  readonly description: string;
}

export interface Rule extends Placed {
  readonly kind: 'rule';
}

export type Style =
  | 'italic'
  | 'bold'
  | 'small-caps'
  | 'superscript'
  | 'subscript'
  | 'underline'
  | 'strike'
  | 'spaced';

export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'style'; readonly style: Style; readonly content: readonly Inline[] }
  | {
      readonly kind: 'language';
      readonly language: string;
      readonly direction: Direction;
      readonly content: readonly Inline[];
    }
  /** A name with the register entries it stands for: it puts its page into their index. */
  | {
      readonly kind: 'name';
      readonly id: string;
      readonly entries: readonly string[];
      readonly content: readonly Inline[];
    }
  /** A call. One that stands in another note prints nothing here: its note follows that note's. */
  | { readonly kind: 'note'; readonly note: string; readonly isCalledInNote?: boolean }
  | { readonly kind: 'entry-start'; readonly entry: string }
  | { readonly kind: 'entry-end'; readonly entry: string }
  | { readonly kind: 'anchor'; readonly id: string }
  /** Leads to a place of the document, or to none: then its content says all. */
  | {
      readonly kind: 'reference';
      readonly target: string;
      readonly shows: 'content' | 'page' | 'line' | 'number';
      /** False where its words only announce what it shows: *p.* */
      readonly hasOwnWords?: boolean;
      readonly content: readonly Inline[];
    }
  | { readonly kind: 'link'; readonly url: string; readonly content: readonly Inline[] }
  | {
      readonly kind: 'index-mark';
      readonly id: string;
      readonly index: string;
      readonly terms: readonly IndexTerm[];
      readonly see: string;
      readonly seeAlso: string;
      /** Id of the mark that ends the passage which this one begins, and the other way round. */
      readonly spanTo?: string;
      readonly spanFrom?: string;
      /** False where it only leads on to another entry: its own place is not one of the term's. */
      readonly isPlaced?: boolean;
    }
  /** The start of a page, column or line of the source. */
  | { readonly kind: 'milestone'; readonly unit: 'page' | 'column' | 'line'; readonly n: string }
  | { readonly kind: 'break' };

export interface IndexTerm {
  readonly text: string;
  /** TEI `@sortKey`, or ''. */
  readonly sort: string;
}

export interface Note {
  readonly id: string;
  readonly i?: number;
  readonly series: string;
  /** As counted or as the source has it; a series with its own marks counts anew. */
  readonly n: string;
  /** Ids of calls other than the first, which carries the note. */
  readonly language?: string;
  readonly content: readonly Inline[];
}

/** One apparatus entry; where its lemma stands is said by `entry-start` and `entry-end` in the text. */
export interface Entry {
  readonly id: string;
  readonly i?: number;
  readonly series: string;
  /** Source's own key where it is keyed by reference (`app/@loc`), else ''. */
  readonly loc: string;
  readonly lemma: {
    /** Of its `lem`, or of the reading that stands for one; or ''. */
    readonly id: string;
    readonly content: readonly Inline[];
    readonly text: string;
    /** The term before its words, where these only stand beside the place: *post*. */
    readonly place: string;
    readonly terms: readonly string[];
    readonly sigla: string;
    readonly remarks: readonly (readonly Inline[])[];
  };
  readonly readings: readonly Reading[];
  /** Of witnesses, and of no reading. */
  readonly remarks: readonly (readonly Inline[])[];
  readonly notes: readonly (readonly Inline[])[];
}

export interface Reading {
  readonly id: string;
  /** Kind of the variation. */
  readonly kind: string;
  /** What is printed of its words; the terms say the rest. */
  readonly content: readonly Inline[];
  /** Terms of the apparatus after the words: *om.*, *add.* */
  readonly terms: readonly string[];
  readonly sigla: string;
  /** In brackets after the sigla. */
  readonly remarks: readonly (readonly Inline[])[];
}

/** An index printed at the end: filled by names of its register, and by index marks that name it. */
export interface Index {
  readonly id: string;
  readonly title: string;
  readonly entries: readonly {
    readonly id: string;
    readonly label: string;
    readonly sort: string;
    readonly see: readonly string[];
  }[];
}
