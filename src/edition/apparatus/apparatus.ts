import { type ApparatusTerms, apparatusTermsOf } from '../../words/apparatus-terms.ts';
import type { EditedDocument } from '../edited-document.ts';
import type { Edition } from '../edition.ts';
import type { ApparatusEntry } from './entry.ts';
import { type Key, keysOf } from './keys.ts';
import { readEntry } from './read-entry.ts';
import { textualPart } from './span.ts';
import { Witnesses } from './witnesses.ts';

/** An entry with its place in the apparatus of its base text. */
export interface NumberedEntry extends ApparatusEntry {
  /** From 1 in text order, in each base document. */
  readonly n: number;
  /** Unique in its base document. */
  readonly id: string;
  /** Ids of entries whose spans cross this one's. */
  readonly overlaps: readonly string[];
  /** Id of the entry it is nested in; ''. */
  readonly parentId: string;
}

/** More crossings of one entry than anybody reads are not listed. */
const mostOverlaps = 100;

/** The whole apparatus of an edition: its witnesses, and its entries in text order by base document. */
export class Apparatus {
  readonly edition: Edition;
  readonly witnesses: Witnesses;
  readonly terms: ApparatusTerms;
  private readonly keys = new Map<EditedDocument, (i: number) => Key>();
  private readonly entryTable = new Map<EditedDocument, readonly NumberedEntry[]>();

  constructor(edition: Edition, terms = 'la') {
    this.edition = edition;
    this.terms = apparatusTermsOf(terms);
    this.witnesses = new Witnesses(edition);
    const keyOf = (document: EditedDocument, i: number): Key => this.keyOf(document, i);
    const byBase = new Map<EditedDocument, ApparatusEntry[]>();
    for (const document of edition.documents) {
      const { names, unsettled } = document;
      const open: ApparatusEntry[] = [];
      for (let i = 0; i < names.length; i++) {
        if (names[i] !== 'app') continue;
        while (open.length > 0 && unsettled.lasts[open.at(-1)!.i]! < i) open.pop();
        const entry = readEntry(
          { edition, witnesses: this.witnesses, keyOf, terms: this.terms },
          document,
          i,
          open.at(-1),
        );
        open.push(entry);
        const list = byBase.get(entry.base);
        if (list === undefined) byBase.set(entry.base, [entry]);
        else list.push(entry);
      }
    }
    for (const [base, entries] of byBase) this.entryTable.set(base, numbered(edition, base, entries));
  }

  /** The key of a place. */
  keyOf(document: EditedDocument, i: number): Key {
    let own = this.keys.get(document);
    if (own === undefined) {
      own = keysOf(document);
      this.keys.set(document, own);
    }
    return own(i);
  }

  /** The entries about a document's text. */
  entriesOf(document: EditedDocument): readonly NumberedEntry[] {
    return this.entryTable.get(document) ?? [];
  }

  /** Every entry, by base document in the edition's order. */
  get all(): NumberedEntry[] {
    return this.edition.documents.flatMap((document) => this.entriesOf(document));
  }
}

function numbered(
  edition: Edition,
  base: EditedDocument,
  entries: readonly ApparatusEntry[],
): NumberedEntry[] {
  const order = new Map(edition.documents.map((document, n) => [document, n]));
  const placed = entries.map((entry) => ({
    entry,
    // What is about this text stands where its span is; an entry that only names its place comes in its own order after the text.
    file: entry.span !== undefined || entry.document === base ? -1 : order.get(entry.document)!,
    start: entry.span?.start ?? entry.document.sequence.starts[entry.i]!,
    end: entry.span?.end ?? entry.document.sequence.ends[entry.i]!,
  }));
  placed.sort(
    (a, b) =>
      a.file - b.file ||
      a.start - b.start ||
      b.end - a.end ||
      order.get(a.entry.document)! - order.get(b.entry.document)! ||
      a.entry.i - b.entry.i,
  );
  const used = new Set<string>();
  const ids = placed.map(({ entry }) => {
    const anchor = entry.document.anchors.of(entry.i);
    let id = used.has(anchor) ? `${entry.document.id}.${anchor}` : anchor;
    for (let n = 2, wanted = id; used.has(id); n++) id = `${wanted}_${n}`;
    used.add(id);
    return id;
  });
  const overlaps = overlapsOf(placed, ids);
  const idOf = new Map(placed.map(({ entry }, at) => [entry, ids[at]!]));
  return placed.map(({ entry }, at) => ({
    ...entry,
    n: at + 1,
    id: ids[at]!,
    overlaps: overlaps[at]!,
    parentId: entry.parent === undefined ? '' : (idOf.get(entry.parent) ?? ''),
  }));
}

/** The entries with end points that cross another without holding it or being held: in order of their starts, so that only those that reach each other are compared. */
function overlapsOf(
  placed: readonly { entry: ApparatusEntry; start: number; end: number }[],
  ids: readonly string[],
): string[][] {
  const overlaps: string[][] = placed.map(() => []);
  const spans = placed
    .flatMap(({ entry }, at) => (entry.span === undefined ? [] : [{ at, ...textualPart(entry.span) }]))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  for (const [k, a] of spans.entries()) {
    for (let next = k + 1; next < spans.length; next++) {
      const b = spans[next]!;
      if (b.start >= a.end || next - k > 10 * mostOverlaps) break;
      if (b.start > a.start && b.end > a.end) {
        if (overlaps[a.at]!.length < mostOverlaps) overlaps[a.at]!.push(ids[b.at]!);
        if (overlaps[b.at]!.length < mostOverlaps) overlaps[b.at]!.push(ids[a.at]!);
      }
    }
  }
  return overlaps;
}
