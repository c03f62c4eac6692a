import type { EditedDocument } from '../edited-document.ts';
import { type ReadingHooks, runningText } from '../running-text.ts';
import type { Apparatus, NumberedEntry } from './apparatus.ts';
import { apart, besideOmission } from './around-places.ts';
import type { EntryReading } from './entry.ts';
import { type Milestone, milestonesOf } from './lacunas.ts';
import type { Citation, Witness } from './witness.ts';

/** A document as one witness has it, or why there is no such thing. */
export type Projection =
  | {
      readonly kind: 'text';
      /** How the document is read to give the witness's text; begun anew for each reading. */
      begin(): WitnessHooks;
      /** Entries whose spans cross, so that only one of their readings could be put in. */
      readonly uncertain: readonly NumberedEntry[];
    }
  /** The apparatus names places only: what a witness reads there cannot be put into the text. */
  | { readonly kind: 'not-reconstructible'; readonly entries: readonly NumberedEntry[] };

export interface WitnessHooks extends Required<ReadingHooks> {
  /** Whether an element is a reading that this witness does not have, or a group without any that it has. */
  isForeign(i: number): boolean;
}

export type ApparatusPolicy = 'positive' | 'negative';

/**
 * What a witness reads: its own readings, and the lemma where it has none
 * (under a positive policy nothing, where an entry names its witnesses and this is not among them). Lacunas are left out.
 */
export function projectionOf(
  apparatus: Apparatus,
  document: EditedDocument,
  witness: Witness,
  policy: ApparatusPolicy,
): Projection {
  const entries = apparatus.entriesOf(document);
  const unplaced = entries.filter(
    (entry) =>
      entry.method === 'location-referenced' ||
      (entry.method === 'double-end-point' && entry.span === undefined),
  );
  if (unplaced.some((entry) => entry.readings.length > 0)) {
    return { kind: 'not-reconstructible', entries: unplaced };
  }
  const projecting = new Projecting(apparatus, document, witness, policy, entries);
  return { kind: 'text', begin: () => projecting.begin(), uncertain: projecting.uncertain };
}

/** The text of a witness in the form of the reading text; undefined where the encoding does not give it. */
export function textOfWitness(
  apparatus: Apparatus,
  document: EditedDocument,
  witness: Witness,
  policy: ApparatusPolicy,
): string | undefined {
  const projection = projectionOf(apparatus, document, witness, policy);
  if (projection.kind !== 'text') return undefined;
  return runningText(document.sequence, document.reading, document.reading.roots, projection.begin());
}

interface Replacement {
  readonly end: number;
  readonly entry: NumberedEntry;
  readonly reading: number;
}

class Projecting {
  private readonly document: EditedDocument;
  private readonly policy: ApparatusPolicy;
  private readonly entries: readonly NumberedEntry[];
  private readonly witness: Witness;
  /** The witness, and every group that stands for it. */
  private readonly own: ReadonlySet<Witness>;
  /** The reading that this witness has in each entry of parallel segmentation; -1 for none. */
  private readonly chosen = new Map<EditedDocument, Map<number, number>>();
  /** Those of this witness, in order. */
  private readonly milestones: ReadonlyMap<number, Milestone>;
  private readonly replacements = new Map<number, Replacement>();
  private readonly tidied = new Map<number, string>();
  readonly uncertain: NumberedEntry[] = [];
  private isAbsent = false;

  constructor(
    apparatus: Apparatus,
    document: EditedDocument,
    witness: Witness,
    policy: ApparatusPolicy,
    entries: readonly NumberedEntry[],
  ) {
    this.document = document;
    this.witness = witness;
    this.policy = policy;
    this.entries = entries;
    const groups = apparatus.witnesses.all.filter(
      (each) => each !== witness && apparatus.witnesses.membersOf(each).includes(witness),
    );
    this.own = new Set([witness, ...groups]);
    const members = new Set(apparatus.witnesses.membersOf(witness));
    this.milestones = new Map(
      milestonesOf(apparatus.witnesses, document)
        .filter((each) => each.witnesses.some((one) => one === witness || members.has(one)))
        .map((each) => [each.i, each]),
    );
    this.choose();
  }

  begin(): WitnessHooks {
    // A witness whose first milestone is a beginning is not there before it.
    this.isAbsent = this.milestones.values().next().value?.stops === false;
    return {
      takes: (i) => this.takes(this.document, i),
      isForeign: (i) => this.isForeign(this.document, i) === true,
      isSilent: () => this.isAbsent,
      replacementAt: (step) => {
        const found = this.replacements.get(step);
        if (found === undefined) return undefined;
        const text = this.textOf(found);
        return { text: found.end === step ? apart(this.document, step, text) : text, end: found.end };
      },
      textAt: (step) => this.tidied.get(step),
    };
  }

  private choose(): void {
    let reach = -1;
    for (const entry of this.entries) {
      const reading = this.readingIn(entry);
      if (entry.method === 'parallel-segmentation') {
        const chosen = reading ?? this.fallback(entry);
        this.chosenIn(entry.document).set(entry.i, chosen);
        const { starts, ends } = this.document.sequence;
        const isOmitted =
          entry.document === this.document && !(chosen >= 0 && this.document.textOf(chosen) !== '');
        if (isOmitted) this.tidy(starts[entry.i]!, ends[entry.i]! + 1, false);
      } else if (reading !== undefined && reading !== entry.lemma.i && entry.span !== undefined) {
        const { start, end } = entry.span;
        if (start < reach) this.uncertain.push(entry);
        else {
          this.replacements.set(start, { end, entry, reading });
          reach = end;
          if (start < end && entry.document.textOf(reading) === '') this.tidy(start, end, true);
        }
      }
    }
  }

  private tidy(start: number, end: number, isLoose: boolean): void {
    const tidied = besideOmission(this.document, start, end, isLoose);
    if (tidied !== undefined) this.tidied.set(tidied.step, tidied.text);
  }

  /** The reading that cites this witness: one without hand or state before the others. */
  private readingIn(entry: NumberedEntry): number | undefined {
    const { lemma } = entry;
    const candidates: { i: number; isPlain: boolean }[] = [];
    const consider = (i: number, cited: readonly Citation[], hand: string) => {
      const found = cited.find((each) => this.own.has(each.witness));
      if (found !== undefined) candidates.push({ i, isPlain: found.state === '' && hand === '' });
    };
    if (lemma.i !== undefined && !entry.readings.some((each) => each.i === lemma.i)) {
      consider(lemma.i, lemma.cited, '');
    }
    for (const each of entry.readings) consider(each.i, each.cited, this.handOf(each));
    return (candidates.find((each) => each.isPlain) ?? candidates[0])?.i;
  }

  private handOf(reading: EntryReading): string {
    return reading.hand === this.witness.siglum ? '' : reading.hand;
  }

  private fallback(entry: NumberedEntry): number {
    const { lemma } = entry;
    if (this.policy === 'positive' && lemma.cited.length > 0) return -1;
    return lemma.i ?? -1;
  }

  private takes(document: EditedDocument, i: number): boolean {
    const milestone = document === this.document ? this.milestones.get(i) : undefined;
    if (milestone !== undefined) {
      this.isAbsent = milestone.stops;
      return true;
    }
    const isForeign = this.isForeign(document, i);
    return isForeign === undefined ? !document.reading.lefts.has(i) : !isForeign;
  }

  /** Of a reading, or a group, in parallel segmentation: whether it is not the one chosen, or does not hold it. */
  private isForeign(document: EditedDocument, i: number): boolean | undefined {
    const { names, unsettled } = document;
    const name = names[i]!;
    if (name !== 'lem' && name !== 'rdg' && name !== 'rdgGrp') return undefined;
    let app = i;
    while (app >= 0 && names[app] !== 'app') app = unsettled.parents[app]!;
    const chosen = this.chosen.get(document)?.get(app);
    return chosen === undefined ? undefined : !(i <= chosen && chosen <= unsettled.lasts[i]!);
  }

  private textOf({ entry, reading }: Replacement): string {
    const { document } = entry;
    return runningText(document.sequence, document.reading, [reading], {
      takes: (i) => this.takes(document, i),
    }).replace(/\n/g, ' ');
  }

  private chosenIn(document: EditedDocument): Map<number, number> {
    let chosen = this.chosen.get(document);
    if (chosen === undefined) {
      chosen = new Map();
      this.chosen.set(document, chosen);
    }
    return chosen;
  }
}
