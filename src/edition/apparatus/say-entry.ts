import type { ApparatusTerms } from '../../words/apparatus-terms.ts';
import type { ApparatusEntry } from './entry.ts';
import { inWords, type Piece } from './piece.ts';
import { sayLemma } from './say-lemma.ts';
import { sayReading } from './say-reading.ts';

/** What an entry says, composed once for every output. */
export interface SaidEntry {
  readonly lemma: readonly Piece[];
  /** For each reading of the entry, in order; that of a reading which gives the text is empty. */
  readonly readings: readonly (readonly Piece[])[];
  /** Of witnesses, and of no reading. */
  readonly remarks: readonly Piece[];
  /** The whole entry as plain words, without its number and key. */
  readonly text: string;
}

/** Composes an entry: lemma, bracket, readings parted by semicolons, remarks, notes after a dash. */
export function sayEntry(entry: ApparatusEntry, terms: ApparatusTerms): SaidEntry {
  const lemma = sayLemma(entry.lemma, terms);
  const readings = entry.readings.map((each) => (each.isTaken ? [] : sayReading(each, entry.lemma, terms)));
  const others = readings.filter((_, at) => !entry.readings[at]!.isTaken).map(inWords);
  const body = [others.join('; '), inWords(entry.remarks)].filter((each) => each !== '').join(' ');
  const notes = entry.notes.map((i) => entry.document.textOf(i));
  const rest = [body, ...notes].filter((each) => each !== '').join(' — ');
  const head = inWords(lemma);
  const text = head === '' || rest === '' ? head + rest : `${head}] ${rest}`;
  return { lemma, readings, remarks: entry.remarks, text };
}

/** The key of an entry as printed before it: `12–14`, `§ 3`. */
export function sayKey({ key }: ApparatusEntry, terms: ApparatusTerms): string {
  if (key.n === '' || key.unit === '' || key.unit === 'verse') return key.n;
  if (key.unit === 'line') return `${terms[key.n.includes('–') ? 'lines' : 'line']} ${key.n}`;
  return `${terms[key.unit]} ${key.n}`;
}
