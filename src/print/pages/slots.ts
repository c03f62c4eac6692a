import { columns } from './set-run.ts';

/** What a place in a line prints that is known only when the pages are: the page, line or number of what it refers to, or the key of an entry. */
export interface Slot {
  readonly shows: 'page' | 'line' | 'number' | 'key';
  readonly id: string;
  /** Slots of one measure are kept equally wide. */
  readonly measure: string;
  /** Of a key that is left out where it is the same: the item before it in the foot. */
  readonly after?: string;
}

/** A slot in a text, held open by figures. */
export interface Hole {
  readonly at: number;
  readonly length: number;
  readonly slot: Slot;
}

/** Text with slots in it. */
export interface Slotted {
  readonly text: string;
  readonly holes: readonly Hole[];
}

/** What each slot prints. */
export type ShownBy = (slot: Slot) => string;

/** Two texts one after the other. */
export const joined = (first: Slotted, second: Slotted): Slotted => ({
  text: first.text + second.text,
  holes: [...first.holes, ...second.holes.map((hole) => ({ ...hole, at: hole.at + first.text.length }))],
});

/** A text without slots. */
export const plain = (text: string): Slotted => ({ text, holes: [] });

/** The text with what its slots print. */
export function filled({ text, holes }: Slotted, shownBy: ShownBy): string {
  let out = '';
  let from = 0;
  for (const { at, length, slot } of holes) {
    out += text.slice(from, at) + shownBy(slot);
    from = at + length;
  }
  // Word joiners have done their work once lines are made.
  return (out + text.slice(from)).replace(/\u2060/g, '');
}

/** How many columns the slots of each measure keep. They only grow, so setting a text again comes to an end. */
export class SlotWidths {
  private readonly widths = new Map<string, number>();

  /** Figures that hold a slot open. */
  hold(slot: Slot): Slotted {
    const length = this.widths.get(slot.measure) ?? (slot.shows === 'key' ? 5 : 2);
    return { text: '0'.repeat(length), holes: [{ at: 0, length, slot }] };
  }

  /** Whether a value fits; one that does not widens its measure for the next time. */
  fits({ length, slot }: Hole, value: string): boolean {
    const width = columns(value);
    if (width <= length) return true;
    this.widths.set(slot.measure, Math.max(width, this.widths.get(slot.measure) ?? 0));
    return false;
  }
}
