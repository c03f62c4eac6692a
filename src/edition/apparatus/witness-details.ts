import type { ApparatusTerms } from '../../words/apparatus-terms.ts';
import { termForType } from '../../words/apparatus-terms.ts';
import type { EntryDetail } from './entry.ts';
import type { Piece } from './piece.ts';
import type { Citation } from './witness.ts';

/** What `witDetail`s say of the witnesses of one reading. */
export interface WitnessDetails {
  /** Terms that go with a siglum, by the id of its witness. */
  readonly marks: Map<string, string[]>;
  readonly remarks: readonly Piece[];
}

/** Parts what details say of the witnesses that a reading cites: a term goes with the siglum, other words stand after the sigla, each once. */
export function witnessDetails(
  details: readonly EntryDetail[],
  cited: readonly Citation[],
  terms: ApparatusTerms,
): WitnessDetails {
  const marks = new Map<string, string[]>();
  const remarks: Piece[] = [];
  const own = new Set(cited.map(({ witness }) => witness.id));
  for (const { i, cited: about, type, text } of details) {
    const isOfThese = about.length > 0 && about.every(({ witness }) => own.has(witness.id));
    const term = termForType(type);
    const mark = term === undefined ? '' : terms[term];
    if (isOfThese && mark !== '') for (const { witness } of about) add(marks, witness.id, mark);
    const said = [isOfThese ? '' : mark, isSaidBy(text, type, terms) ? '' : text].filter(
      (each) => each !== '',
    );
    if (said.length === 0 && mark === '' && text === '') said.push(type);
    const rest = said.join(' ');
    const isOfAll = isOfThese && about.length === own.size;
    const sigla = isOfAll ? '' : about.map(({ witness }) => witness.siglum).join(' ');
    if (rest !== '') remarks.push({ kind: 'remark', text: rest, sigla, detail: i });
  }
  return { marks, remarks };
}

/** Whether the words of a detail are the term of its type, or another form of it. */
function isSaidBy(text: string, type: string, terms: ApparatusTerms): boolean {
  const term = termForType(type);
  if (text === '' || term === undefined) return text === '';
  return text === terms[term] || termForType(text) === term;
}

function add(map: Map<string, string[]>, key: string, value: string): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else if (!list.includes(value)) list.push(value);
}
