import type { ApparatusTerm } from '../../words/apparatus-terms.ts';
import { attribute } from '../../xml/tree.ts';
import type { EditedDocument } from '../edited-document.ts';
import type { EntryContext } from './entry-context.ts';
import { contentOf } from './reading-content.ts';
import type { Citation } from './witness.ts';

/** The terms for `witStart`, `witEnd`, `lacunaStart` and `lacunaEnd` in a reading. */
export interface MilestoneTerms {
  /** Those that hold for all its witnesses. */
  readonly ofAll: readonly ApparatusTerm[];
  /** Those that hold for some, by witness id. */
  readonly ofWitness: ReadonlyMap<string, readonly ApparatusTerm[]>;
}

/** A lacuna that begins where a reading has words ends what the witness has; one that begins in place of them is a lacuna. */
export function milestoneTerms(
  context: EntryContext,
  document: EditedDocument,
  i: number,
  cited: readonly Citation[],
): MilestoneTerms {
  const { milestones } = contentOf(document, i);
  if (milestones.length === 0) return { ofAll: [], ofWitness: new Map() };
  const hasText = document.textOf(i) !== '';
  const all = new Set(cited.map(({ witness }) => witness.id));
  const ofAll = new Set<ApparatusTerm>();
  const ofWitness = new Map<string, ApparatusTerm[]>();
  for (const at of milestones) {
    const name = document.names[at]!;
    const term: ApparatusTerm =
      !hasText && name.startsWith('lacuna')
        ? 'lacuna'
        : name === 'witStart' || name === 'lacunaEnd'
          ? 'witness-begins'
          : 'witness-ends';
    const own =
      attribute(document.unsettled.elements[at]!, 'wit') === undefined
        ? []
        : context.witnesses.cited(document, at, 'wit').citations.map(({ witness }) => witness.id);
    const some = own.filter((id) => all.has(id));
    if (some.length === 0 || some.length === all.size) ofAll.add(term);
    else for (const id of some) ofWitness.set(id, [...(ofWitness.get(id) ?? []), term]);
  }
  return { ofAll: [...ofAll], ofWitness };
}
