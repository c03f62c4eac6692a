import { attribute, type Element } from '../xml/tree.ts';

const iso =
  /^(-?\d{4,}(-(?:0[1-9]|1[0-2])(-(?:0[1-9]|[12]\d|3[01])(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)?)?)?)?|--(?:0[1-9]|1[0-2])(-(?:0[1-9]|[12]\d|3[01]))?|---(?:0[1-9]|[12]\d|3[01])|\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)?)$/;

/** Whether a value is a date or time as TEI's `@when` and its like take it (W3C or ISO 8601, Gregorian). */
export function isIsoDate(value: string): boolean {
  return iso.test(value);
}

/** The date of an element, normalised: one value, or an interval `from/to` with `..` for an open end (ISO 8601-2); '' where its attributes give none. */
export function dateOf(element: Element): string {
  const value = (...names: string[]): string => {
    for (const name of names) {
      const found = attribute(element, name)?.trim();
      if (found !== undefined && isIsoDate(found)) return found;
    }
    return '';
  };
  const when = value('when', 'when-iso');
  if (when !== '') return when;
  const from = value('from', 'from-iso', 'notBefore', 'notBefore-iso');
  const to = value('to', 'to-iso', 'notAfter', 'notAfter-iso');
  if (from === '' && to === '') return '';
  return from === to ? from : `${from || '..'}/${to || '..'}`;
}
