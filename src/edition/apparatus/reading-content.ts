import { attribute } from '../../xml/tree.ts';
import type { EditedDocument } from '../edited-document.ts';

/** What stands in a `lem` or `rdg` beside its words. */
export interface ReadingContent {
  /** Whether there are only words. */
  readonly isPlain: boolean;
  /** The `witStart`, `witEnd`, `lacunaStart` and `lacunaEnd` in it. */
  readonly milestones: readonly number[];
  readonly hasGap: boolean;
  /** `@reason` of its first `gap`; ''. */
  readonly gapReason: string;
  /** `@place` of the `add` that is all of it; ''. */
  readonly place: string;
}

/** Reads what stands in a reading; what is inside nested entries is theirs. */
export function contentOf(document: EditedDocument, i: number): ReadingContent {
  const { names, unsettled } = document;
  const milestones: number[] = [];
  let gap = -1;
  let [hasGap, elements, place] = [false, 0, ''];
  for (let at = i + 1; at <= unsettled.lasts[i]!; at++) {
    const name = names[at]!;
    elements++;
    if (name === 'app') at = unsettled.lasts[at]!;
    else if (/^(?:wit|lacuna)(?:Start|End)$/.test(name)) milestones.push(at);
    else if (name === 'gap' || name === 'space' || name === 'damage') {
      hasGap = true;
      if (gap < 0 && name === 'gap') gap = at;
    } else if (name === 'add' && unsettled.parents[at] === i && elements === 1) {
      const isAll = document.writtenText(at).trim() === document.writtenText(i).trim();
      if (isAll) place = attribute(unsettled.elements[at]!, 'place')?.trim() ?? '';
    }
  }
  const gapReason = gap < 0 ? '' : (attribute(unsettled.elements[gap]!, 'reason')?.trim() ?? '');
  return { isPlain: elements === 0, milestones, hasGap, gapReason, place };
}
