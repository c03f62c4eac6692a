import { attribute } from '../../xml/tree.ts';
import type { EditedDocument } from '../edited-document.ts';
import type { Witness } from './witness.ts';
import type { Witnesses } from './witnesses.ts';

/** A place where a witness begins or ceases to be there. */
export interface Milestone {
  readonly i: number;
  readonly name: string;
  /** Whether the witness has no text after it. */
  readonly stops: boolean;
  readonly witnesses: readonly Witness[];
}

/** A stretch of a document, by element numbers, in which a witness has no text. */
export interface Absence {
  readonly after: number;
  readonly before: number;
  /** The milestone that says so. */
  readonly milestone: Milestone;
}

const names = new Set(['witStart', 'witEnd', 'lacunaStart', 'lacunaEnd']);

/** The milestones of a document in order: they concern the witnesses that they name themselves (`@wit`), else those of the reading they stand in (TEI P5, att.rdgPart). */
export function milestonesOf(witnesses: Witnesses, document: EditedDocument): Milestone[] {
  const found: Milestone[] = [];
  for (let i = 0; i < document.names.length; i++) {
    const name = document.names[i]!;
    if (!names.has(name)) continue;
    const cited = citedAt(witnesses, document, i);
    const members = [...new Set(cited.flatMap((witness) => witnesses.membersOf(witness)))];
    found.push({ i, name, stops: name === 'witEnd' || name === 'lacunaStart', witnesses: members });
  }
  return found;
}

/** Where each witness of a document has no text. */
export function absencesOf(milestones: readonly Milestone[]): Map<Witness, Absence[]> {
  const absences = new Map<Witness, Absence[]>();
  const open = new Map<Witness, Milestone>();
  const seen = new Set<Witness>();
  for (const milestone of milestones) {
    for (const witness of milestone.witnesses) {
      const list = absences.get(witness) ?? [];
      absences.set(witness, list);
      const since = open.get(witness);
      if (milestone.stops) {
        if (since === undefined) open.set(witness, milestone);
      } else if (since !== undefined) {
        list.push({ after: since.i, before: milestone.i, milestone: since });
        open.delete(witness);
      } else if (!seen.has(witness)) list.push({ after: -1, before: milestone.i, milestone });
      seen.add(witness);
    }
  }
  for (const [witness, since] of open) {
    absences.get(witness)!.push({ after: since.i, before: Number.POSITIVE_INFINITY, milestone: since });
  }
  return absences;
}

function citedAt(witnesses: Witnesses, document: EditedDocument, i: number): Witness[] {
  for (let at = i; at >= 0; at = document.unsettled.parents[at]!) {
    const name = document.names[at]!;
    if (name === 'app') break;
    if (attribute(document.unsettled.elements[at]!, 'wit') !== undefined) {
      return witnesses.cited(document, at, 'wit').citations.map((each) => each.witness);
    }
  }
  return [];
}
