import { escapeText } from '../xml/escape.ts';
import type { DetailRecord, EntryRecord, LemmaRecord, PieceRecord, ReadingRecord } from './edition-index.ts';
import { element } from './index-element.ts';

/** Writes an apparatus entry as the index has it (docs/prepared-tei.md). */
export function entryXml(entry: EntryRecord): string {
  const content = [
    lemmaXml(entry.lemma),
    ...entry.readings.map(readingXml),
    ...entry.details.map(detailXml),
    ...entry.remarks.map(pieceXml),
    ...entry.notes.map(({ id, text, tei }) => element('note', { id, text }, tei)),
  ].join('');
  const { id, document, n, method, parent, key, from, to, route, said } = entry;
  return element(
    'entry',
    {
      id,
      document,
      n,
      method,
      parent,
      key,
      'key-unit': entry.keyUnit,
      'key-text': entry.keyText,
      from,
      to,
      route,
      overlaps: entry.overlaps.join(' '),
      said,
    },
    content,
  );
}

function lemmaXml({ id, kind, text, wit, sigla, isOmission, pieces, tei }: LemmaRecord): string {
  const omission = String(isOmission);
  return element(
    'lemma',
    { id, kind, text, wit: wit.join(' '), sigla, omission },
    tei + pieces.map(pieceXml).join(''),
  );
}

function readingXml(reading: ReadingRecord): string {
  const { id, kind, text, sigla, hand, resp, source, cause, type, group, sequence, require, added } = reading;
  const marks = { 'added-before': String(reading.isAddedBefore), taken: String(reading.isTaken) };
  return element(
    'reading',
    {
      id,
      kind,
      text,
      wit: reading.wit.join(' '),
      sigla,
      hand,
      resp,
      source,
      cause,
      type,
      group,
      sequence,
      require,
      added,
      ...marks,
    },
    reading.tei + reading.pieces.map(pieceXml).join(''),
  );
}

function detailXml({ id, wit, type, reading, text, tei }: DetailRecord): string {
  return element('detail', { id, wit: wit.join(' '), type, reading, text }, tei);
}

function pieceXml(piece: PieceRecord): string {
  const text = escapeText(piece.text);
  switch (piece.kind) {
    case 'words':
      return element('words', { whole: String(piece.isWhole) }, text);
    case 'term':
      return element('term', {}, text);
    case 'siglum':
      return element(
        'siglum',
        { witness: piece.witness, marks: piece.marks.join(' '), joined: String(piece.isJoined) },
        text,
      );
    case 'remark':
      return element('remark', { sigla: piece.sigla, detail: piece.detail }, text);
  }
}
