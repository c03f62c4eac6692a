import type { EditedDocument } from '../edited-document.ts';

/** A witness, a group of witnesses, a hand, or an editor or edition that readings cite. */
export interface Witness {
  readonly document: EditedDocument;
  readonly i: number;
  /** Unique in the edition. */
  readonly id: string;
  /** As printed. */
  readonly siglum: string;
  readonly label: string;
  readonly kind: 'witness' | 'hand' | 'group' | 'editor';
  /** Id of the group or witness it belongs to; ''. */
  readonly parent: string;
  /** Its place in the witness list, from 1. */
  readonly n: number;
}

/** A siglum as a reading cites it. */
export interface Citation {
  readonly witness: Witness;
  /** What the siglum adds to the witness's own, as `*` or `C2`: its hand or state; ''. */
  readonly state: string;
}
