import type { Apparatus, NumberedEntry } from '../edition/apparatus/apparatus.ts';
import type { Piece } from '../edition/apparatus/piece.ts';
import { sayEntry, sayKey } from '../edition/apparatus/say-entry.ts';
import type { Citation } from '../edition/apparatus/witness.ts';
import type { EditedDocument } from '../edition/edited-document.ts';
import type { Routes } from '../edition/routes.ts';
import type { ApparatusTerms } from '../words/apparatus-terms.ts';
import type { CitableUnit, EntryRecord, PieceRecord } from './edition-index.ts';
import { passagesIn } from './passages.ts';

/** Writes an element of a document as prepared TEI. */
export type WriteElement = (document: EditedDocument, i: number) => string;

type Pair = readonly [name: string, value: string];

/** The attributes that the apparatus gives to elements, by document and number. */
export function apparatusAttributes(apparatus: Apparatus): Map<EditedDocument, Map<number, Pair[]>> {
  const found = new Map<EditedDocument, Map<number, Pair[]>>();
  const add = (document: EditedDocument, i: number, ...pairs: Pair[]) => {
    let own = found.get(document);
    if (own === undefined) {
      own = new Map();
      found.set(document, own);
    }
    own.set(i, [...(own.get(i) ?? []), ...pairs]);
  };
  for (const entry of apparatus.all) {
    const { document, lemma } = entry;
    add(document, entry.i, ['entry', entry.id], ['n', String(entry.n)]);
    const isParallel = entry.method === 'parallel-segmentation';
    const state = (isTaken: boolean): Pair => ['reading', isTaken && isParallel ? 'taken' : 'variant'];
    if (lemma.i !== undefined && !entry.readings.some((each) => each.i === lemma.i)) {
      add(document, lemma.i, state(true), ...siglaPairs(lemma.cited, lemma.sigla));
    }
    for (const reading of entry.readings) {
      add(document, reading.i, state(reading.isTaken), ...siglaPairs(reading.cited, reading.sigla));
    }
    for (const detail of entry.details) {
      add(
        document,
        detail.i,
        ...siglaPairs(detail.cited, detail.cited.map((each) => each.witness.siglum).join(' ')),
      );
    }
  }
  return found;
}

function siglaPairs(cited: readonly Citation[], sigla: string): Pair[] {
  return sigla === ''
    ? []
    : [
        ['wit', idsOf(cited).join(' ')],
        ['sigla', sigla],
      ];
}

/** The entries as the index has them. */
export function entryRecords(
  apparatus: Apparatus,
  routes: Routes,
  units: readonly CitableUnit[],
  write: WriteElement,
): EntryRecord[] {
  const passageOf = passagesIn(units);
  return apparatus.all.map((entry) => {
    const record = entryRecord(entry, apparatus.terms, routes, write);
    const passage =
      entry.method === 'location-referenced' ? passageOf(record.document, record.key) : undefined;
    return passage === undefined ? record : { ...record, ...passage };
  });
}

function entryRecord(
  entry: NumberedEntry,
  terms: ApparatusTerms,
  routes: Routes,
  write: WriteElement,
): EntryRecord {
  const said = sayEntry(entry, terms);
  const record = (pieces: readonly Piece[]) => pieces.map((piece) => pieceRecord(piece, entry.document));
  const { document, base, span, lemma } = entry;
  const { anchors } = document;
  const own = anchors.of(entry.i);
  const isParallel = entry.method === 'parallel-segmentation';
  return {
    id: entry.id,
    document: base.id,
    n: entry.n,
    method: entry.method,
    parent: entry.parentId,
    key: entry.key.n,
    keyUnit: entry.key.unit,
    from: span === undefined ? (isParallel ? own : '') : base.anchors.of(span.from),
    to: span === undefined ? (isParallel ? own : '') : base.anchors.of(span.to),
    overlaps: entry.overlaps,
    route: routes.routeOf(span === undefined ? entry : { document: base, i: span.from }),
    lemma: {
      id: lemma.i === undefined ? '' : anchors.of(lemma.i),
      kind: lemma.kind,
      text: lemma.text,
      wit: idsOf(lemma.cited),
      sigla: lemma.sigla,
      isOmission: lemma.isOmission,
      pieces: record(said.lemma),
      tei: lemma.i === undefined ? '' : trimmed(write(document, lemma.i)),
    },
    readings: entry.readings.map((reading, at) => ({
      id: anchors.of(reading.i),
      kind: reading.kind,
      text: reading.text,
      wit: idsOf(reading.cited),
      sigla: reading.sigla,
      hand: reading.hand,
      resp: reading.resp,
      source: reading.source,
      cause: reading.cause,
      type: reading.type,
      group: reading.group,
      sequence: reading.sequence,
      require: reading.require,
      added: reading.added,
      isAddedBefore: reading.isBefore,
      isTaken: reading.isTaken,
      words: said.readings[at]!.map((piece) => (piece.kind === 'words' ? piece.text : '')).join(''),
      pieces: record(said.readings[at]!),
      tei: trimmed(write(document, reading.i)),
    })),
    details: entry.details.map(({ i, cited, type, text, reading }) => ({
      id: anchors.of(i),
      wit: idsOf(cited),
      type,
      reading: reading === undefined ? '' : anchors.of(reading),
      text,
      tei: write(document, i),
    })),
    notes: entry.notes.map((i) => ({ id: anchors.of(i), text: document.textOf(i), tei: write(document, i) })),
    remarks: record(said.remarks),
    keyText: sayKey(entry, terms),
    said: said.text,
  };
}

/** A reading in an entry begins and ends with its words, whatever parts it from its neighbours in the source. */
function trimmed(tei: string): string {
  return tei.replace(/^(<(?:[^>"]|"[^"]*")*>)\s+/, '$1').replace(/\s+(<\/[^<>]+>)$/, '$1');
}

function pieceRecord(piece: Piece, { anchors }: EditedDocument): PieceRecord {
  if (piece.kind !== 'remark') return piece;
  return { ...piece, detail: piece.detail === undefined ? '' : anchors.of(piece.detail) };
}

function idsOf(cited: readonly Citation[]): string[] {
  return [...new Set(cited.map((each) => each.witness.id))];
}
