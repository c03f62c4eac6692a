import type { EditedDocument } from '../edited-document.ts';
import { runningText } from '../running-text.ts';
import type { Apparatus, NumberedEntry } from './apparatus.ts';
import type { EntryReading } from './entry.ts';
import type { Citation, Witness } from './witness.ts';

/** The text of one witness, or why there is none. */
export type Projection =
  | {
      readonly kind: 'text';
      readonly text: string;
      /** Entries whose spans cross, so that only one of their readings could be put in. */
      readonly uncertain: readonly NumberedEntry[];
    }
  /** The apparatus names places only: what a witness reads there cannot be put into the text. */
  | { readonly kind: 'not-reconstructible'; readonly entries: readonly NumberedEntry[] };

export type ApparatusPolicy = 'positive' | 'negative';

/**
 * What a witness reads, in the form of the reading text: its own readings, and the lemma where it has none
 * (under a positive policy nothing, where an entry names its witnesses and this is not among them). Lacunas are left out.
 */
export function textOfWitness(
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
  if (unplaced.some((entry) => entry.readings.length > 0))
    return { kind: 'not-reconstructible', entries: unplaced };
  return new Projecting(apparatus, document, witness, policy, entries).project();
}

interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly entry: NumberedEntry;
  readonly reading: number;
}

const starting = new Set(['witStart', 'lacunaEnd']);
const stopping = new Set(['witEnd', 'lacunaStart']);

class Projecting {
  private readonly document: EditedDocument;
  private readonly policy: ApparatusPolicy;
  private readonly entries: readonly NumberedEntry[];
  private readonly witness: Witness;
  /** The witness, and every group that stands for it. */
  private readonly own: ReadonlySet<Witness>;
  /** The reading that this witness has in each entry of parallel segmentation; -1 for none. */
  private readonly chosen = new Map<EditedDocument, Map<number, number>>();
  /** Readings chosen because they cite this witness. */
  private readonly citing = new Map<EditedDocument, Set<number>>();
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
  }

  project(): Projection {
    const replacements: Replacement[] = [];
    const uncertain: NumberedEntry[] = [];
    let reach = -1;
    for (const entry of this.entries) {
      const reading = this.readingIn(entry);
      if (entry.method === 'parallel-segmentation') {
        this.note(this.chosen, entry.document, () => new Map()).set(entry.i, reading ?? this.fallback(entry));
        if (reading !== undefined) this.note(this.citing, entry.document, () => new Set()).add(reading);
      } else if (reading !== undefined && reading !== entry.lemma.i && entry.span !== undefined) {
        const { start, end } = entry.span;
        if (start < reach) uncertain.push(entry);
        else {
          replacements.push({ start, end, entry, reading });
          reach = end;
        }
      }
    }
    this.isAbsent = this.beginsAbsent();
    const byStart = new Map(replacements.map((each) => [each.start, each]));
    const { sequence, reading } = this.document;
    const text = runningText(sequence, reading, reading.roots, {
      takes: (i) => this.takes(this.document, i),
      isSilent: () => this.isAbsent,
      replacementAt: (step) => {
        const found = byStart.get(step);
        return found === undefined ? undefined : { text: this.textOf(found), end: found.end };
      },
    });
    return { kind: 'text', text, uncertain };
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
    const { names, unsettled, reading } = document;
    const name = names[i]!;
    if (starting.has(name) || stopping.has(name)) {
      if (this.isOwn(document, i)) this.isAbsent = stopping.has(name);
      return true;
    }
    if (name !== 'lem' && name !== 'rdg' && name !== 'rdgGrp') return !reading.lefts.has(i);
    let app = i;
    while (app >= 0 && names[app] !== 'app') app = unsettled.parents[app]!;
    const chosen = this.chosen.get(document)?.get(app);
    if (chosen === undefined) return !reading.lefts.has(i);
    return i <= chosen && chosen <= unsettled.lasts[i]!;
  }

  /** Whether a milestone stands in a reading of this witness. */
  private isOwn(document: EditedDocument, i: number): boolean {
    for (let at = i; at >= 0; at = document.unsettled.parents[at]!) {
      const name = document.names[at];
      if (name === 'lem' || name === 'rdg') return this.citing.get(document)?.has(at) === true;
    }
    return false;
  }

  /** A witness whose first milestone is a beginning is not there before it. */
  private beginsAbsent(): boolean {
    const { names } = this.document;
    for (let i = 0; i < names.length; i++) {
      const name = names[i]!;
      if ((starting.has(name) || stopping.has(name)) && this.isOwn(this.document, i))
        return starting.has(name);
    }
    return false;
  }

  private textOf({ entry, reading }: Replacement): string {
    const { document } = entry;
    return runningText(document.sequence, document.reading, [reading], {
      takes: (i) => this.takes(document, i),
    }).replace(/\n/g, ' ');
  }

  private note<V>(table: Map<EditedDocument, V>, document: EditedDocument, make: () => V): V {
    let value = table.get(document);
    if (value === undefined) {
      value = make();
      table.set(document, value);
    }
    return value;
  }
}
