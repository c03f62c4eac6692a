import { walkInlines, walkRuns } from './inlines.ts';
import { mark } from './line-key.ts';
import type { PrintDocument, Series } from './print-document.ts';

/** The printed numbers of notes that no page decides: the source's own, or counted anew through the document where a series has letters or signs of its own. */
export function noteNumbers(document: PrintDocument, series: Iterable<Series>): Map<string, string> {
  const numbers = new Map(document.notes.map((note) => [note.id, note.n]));
  const own = new Map([...series].filter(({ marks }) => marks !== 'number').map((each) => [each.id, each]));
  if (own.size === 0) return numbers;
  const seriesOf = new Map(document.notes.map((note) => [note.id, note.series]));
  const counts = new Map<string, number>();
  for (const run of walkRuns([...document.front, ...document.body, ...document.back]))
    for (const inline of walkInlines(run.content)) {
      if (inline.kind !== 'note') continue;
      const band = own.get(seriesOf.get(inline.note) ?? '');
      if (band === undefined) continue;
      const n = (counts.get(band.id) ?? 0) + 1;
      counts.set(band.id, n);
      numbers.set(inline.note, mark(n, band.marks));
    }
  return numbers;
}
