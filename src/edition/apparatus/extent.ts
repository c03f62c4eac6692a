import type { Absence } from './lacunas.ts';

/** What a witness has of a text, where it begins in the middle, else what it lacks; by the keys of the places. */
export interface Extent {
  readonly kind: 'extant' | 'lacking';
  readonly places: readonly string[];
}

/** The places that a witness has or lacks, from the stretches in which it is absent, in order. */
export function extentOf(absences: readonly Absence[], keyOf: (i: number) => string): Extent {
  if (absences[0]?.after !== -1) {
    const places = absences.map(({ after, before }) =>
      range(keyOf(after), isEnd(before) ? '' : keyOf(before)),
    );
    return { kind: 'lacking', places: distinct(places) };
  }
  const places = absences.map(({ before }, at) => {
    const next = absences[at + 1];
    return isEnd(before) ? '' : range(keyOf(before), next === undefined ? '' : keyOf(next.after));
  });
  return { kind: 'extant', places: distinct(places) };
}

const isEnd = (before: number) => before === Number.POSITIVE_INFINITY;

function range(from: string, to: string): string {
  if (from === '' && to === '') return '';
  return from === to ? from : `${from || '…'}–${to || '…'}`;
}

const distinct = (places: readonly string[]) => [...new Set(places.filter((each) => each !== ''))];
