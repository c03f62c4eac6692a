import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Place } from '../diagnostics/place.ts';

/** The most places that one diagnostic lists beside its own. */
const most = 200;

/** The other places of a fault that stands in several, for one diagnostic at the first of them; `message` says what stands there. */
export function otherPlaces(places: readonly Place[], message: string): Pick<Diagnostic, 'related'> {
  if (places.length < 2) return {};
  return { related: places.slice(1, most + 1).map((place) => ({ message, place })) };
}

/** `, and in 3 more places`, or nothing where there is only one. */
export function andMore(count: number): string {
  if (count < 2) return '';
  return count === 2 ? ', and in one more place' : `, and in ${count - 1} more places`;
}

/** The first few of a list as words: `“a”, “b”, “c” …`. */
export function someOf(values: readonly string[], few = 3): string {
  return `${values
    .slice(0, few)
    .map((value) => `“${value}”`)
    .join(', ')}${values.length > few ? ' …' : ''}`;
}
