import type { Apparatus, NumberedEntry } from '../edition/apparatus/apparatus.ts';
import { extentOf } from '../edition/apparatus/extent.ts';
import { absencesOf, milestonesOf } from '../edition/apparatus/lacunas.ts';
import { siglumOfHand } from '../edition/apparatus/sigla.ts';
import type { Witness } from '../edition/apparatus/witness.ts';
import type { WriteElement } from './apparatus-records.ts';
import type { ExtentRecord, WitnessRecord } from './edition-index.ts';

/** The witness list as the index has it: who is in it, described, dated, and how much of the texts they have. */
export function witnessRecords(apparatus: Apparatus, write: WriteElement): WitnessRecord[] {
  const { witnesses } = apparatus;
  const entries = entriesCiting(apparatus);
  const extents = extentsOf(apparatus);
  return witnesses.all.map((witness) => {
    const { document, i, id, label, kind, parent, n } = witness;
    const described = witnesses.descriptionOf(witness);
    return {
      id,
      siglum: kind === 'hand' ? siglumOfHand(witness, witnesses.byId(parent)) : witness.siglum,
      label,
      kind,
      parent,
      n,
      date: witnesses.dateOf(witness),
      entries: entries.get(witness) ?? 0,
      extents: extents.get(witness) ?? [],
      tei: write(document, i),
      description: described === undefined ? '' : write(described.document, described.i),
    };
  });
}

function entriesCiting({ witnesses, all }: Apparatus): Map<Witness, number> {
  const counts = new Map<Witness, number>();
  for (const { lemma, readings } of all) {
    const cited = [lemma.cited, ...readings.map((each) => each.cited)].flat();
    const proposers = readings.flatMap((each) => each.authorities.map(({ witness }) => witness));
    const named = new Set<Witness>();
    for (const witness of [...cited.map((each) => each.witness), ...proposers]) {
      if (witness === undefined) continue;
      named.add(witness);
      for (const member of witnesses.membersOf(witness)) named.add(member);
    }
    for (const witness of named) counts.set(witness, (counts.get(witness) ?? 0) + 1);
  }
  return counts;
}

function extentsOf(apparatus: Apparatus): Map<Witness, ExtentRecord[]> {
  const extents = new Map<Witness, ExtentRecord[]>();
  const entryAt = new Map(apparatus.all.map((entry) => [`${entry.document.id} ${entry.i}`, entry]));
  for (const document of apparatus.edition.documents) {
    /** The entry that an element stands in, which may be about another place. */
    const entryOf = (i: number): NumberedEntry | undefined => {
      let at = i;
      while (at >= 0 && document.names[at] !== 'app') at = document.unsettled.parents[at]!;
      const entry = at < 0 ? undefined : entryAt.get(`${document.id} ${at}`);
      return entry?.span === undefined ? undefined : entry;
    };
    const keyOf = (i: number) => entryOf(i)?.key.n ?? apparatus.keyOf(document, i).n;
    for (const [witness, absences] of absencesOf(milestonesOf(apparatus.witnesses, document))) {
      const extent = extentOf(absences, keyOf);
      if (extent.places.length === 0) continue;
      const base = entryOf(absences[0]!.milestone.i)?.base ?? document;
      extents.set(witness, [...(extents.get(witness) ?? []), { document: base.id, ...extent }]);
    }
  }
  return extents;
}
