import type { PrintOptions } from './options.ts';
import type { PrintDocument, Series } from './print-document.ts';

/** The bands that a document uses, as the edition's settings change them, from top to foot. */
export function seriesOf(document: PrintDocument, options: PrintOptions): Series[] {
  const used = new Set([...document.notes, ...document.entries].map((each) => each.series));
  return document.series
    .filter((series) => used.has(series.id))
    .map((series) => ({ ...series, ...options.series[series.id] }))
    .sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));
}
