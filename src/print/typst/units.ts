/** A piece of the text that is set in lines of one height: a paragraph, a heading, a line of verse, a cell of a table. */
export interface Unit {
  /** Kind and depth, by which like distances are known. */
  readonly kind: string;
  /** Its type size, in sizes of the text. */
  readonly scale: number;
  /** Stands beside the flow, which goes on at its side. */
  readonly isBeside: boolean;
  /** Room between its lines and what frames it, above and below, in points. */
  readonly pad: number;
  /** Stays on the page of what follows. */
  readonly isSticky: boolean;
  /** Units of one group, from 0, stand side by side or in one frame; −1 for none. */
  readonly group: number;
  /** Its group may be divided between pages. */
  readonly mayPart: boolean;
  /** Units of one stanza, from 0; −1 for none. */
  readonly stanza: number;
  /** The table it belongs to, from 0, and whether to its repeated head; −1 for none. */
  readonly table: number;
  readonly isHead: boolean;
  /** `v:i` of the element it was made from, where it is known. */
  readonly i: number | undefined;
  /** Number of a line of verse in the text, or ''. */
  readonly verse: string;
}

/** Units of a run of the text, from the first to before the last. */
export type UnitRange = readonly [from: number, to: number];

/** A stretch of the text that begins on a page of its own. */
export type Segment =
  | { readonly kind: 'flow'; readonly units: UnitRange }
  | {
      readonly kind: 'parallel';
      readonly id: string;
      readonly pairs: readonly { readonly left: UnitRange; readonly right: UnitRange }[];
    };
