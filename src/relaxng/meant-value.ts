import { didYouMean } from '../diagnostics/did-you-mean.ts';

/** What a wrong value may have been meant to be: one of the values listed, or an ISO date written otherwise. `isRight` tells whether a value would do. */
export function meantValue(
  value: string,
  values: readonly string[],
  isRight: (value: string) => boolean,
): string | undefined {
  const text = value.trim();
  // A short code is near to every other.
  const [near] = text.length < 3 ? [] : didYouMean(text, values);
  if (near !== undefined) return near;
  for (const candidate of [
    dateIn(text),
    text.toLowerCase(),
    text,
    `#${text}`,
    text.replace(',', '.'),
    text.replace(/\s+/g, '_'),
  ]) {
    if (candidate === undefined || candidate === value) continue;
    if (isRight(candidate) && (candidate[0] !== '#' || text !== '')) return candidate;
  }
  return undefined;
}

const months = 'january february march april may june july august september october november december'.split(
  ' ',
);

/** The ISO form of a date as people write it; days before months, where both are numbers, only with full stops. */
function dateIn(text: string): string | undefined {
  const iso = (year: string, month: number | string, day?: string) =>
    [
      year.padStart(4, '0'),
      String(month).padStart(2, '0'),
      ...(day === undefined ? [] : [day.padStart(2, '0')]),
    ].join('-');
  const dotted = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{3,4})$/.exec(text);
  if (dotted !== null) return iso(dotted[3]!, dotted[2]!, dotted[1]!);
  const numeric = /^(\d{3,4})[-./](\d{1,2})(?:[-./](\d{1,2}))?$/.exec(text);
  if (numeric !== null) return iso(numeric[1]!, numeric[2]!, numeric[3]);
  if (/^\d{1,3}$/.test(text)) return text.padStart(4, '0');
  const worded = /^(?:(\d{1,2})\.?\s+)?([A-Za-z]{3,9})\.?(?:\s+(\d{1,2}),)?\s+(\d{4})$/.exec(text);
  if (worded === null) return undefined;
  const month = months.findIndex((each) => each.startsWith(worded[2]!.toLowerCase())) + 1;
  return month === 0 ? undefined : iso(worded[4]!, month, worded[1] ?? worded[3]);
}
