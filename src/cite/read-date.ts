import type { CitationDate } from './record.ts';

/** What a header gives for one date: the attributes of `att.datable` and the words. */
export interface DateWitness {
  readonly when?: string;
  readonly from?: string;
  readonly to?: string;
  readonly notBefore?: string;
  readonly notAfter?: string;
  readonly isCirca?: boolean;
  readonly words: string;
}

/** Reads a date; what no machine can read (`16. und 17. Februar`) keeps its words, with an empty `from`. */
export function readDate(witness: DateWitness): CitationDate {
  const words = witness.words;
  const isCirca =
    witness.isCirca === true || /(^|[^\p{L}])(c\.|ca\.?|circa|about|um|ок\.|vers)\s*\d|\d\?/iu.test(words);
  const date = (from: string, to: string, isBounds = false): CitationDate => ({
    from,
    to: to === from ? '' : to,
    isBounds: isBounds && to !== from,
    isCirca,
    words,
  });
  const when = isoDate(witness.when);
  if (when !== '') return date(when, '');
  const [from, to] = [isoDate(witness.from), isoDate(witness.to)];
  if (from !== '' && to !== '') return date(from, to);
  const [notBefore, notAfter] = [isoDate(witness.notBefore), isoDate(witness.notAfter)];
  if (notBefore !== '' && notAfter !== '') return date(notBefore, notAfter, true);
  const one = [from, to, notBefore, notAfter].find((each) => each !== '');
  if (one !== undefined) return { ...date(one, ''), isCirca: true };
  return dateOfWords(words, isCirca);
}

/** A year, a span of years or an ISO date, and nothing else that would need guessing. */
function dateOfWords(words: string, isCirca: boolean): CitationDate {
  const bare = words.replace(/^[\s[(]*(?:c\.|ca\.?|circa|©)?\s*/i, '').replace(/[\s?\]).,:–—-]+$/, '');
  const iso = /^\d{4}(-\d{2}(-\d{2})?)?$/.test(bare) ? isoDate(bare) : '';
  if (iso !== '')
    return { from: iso, to: '', isBounds: false, isCirca: isCirca || /[[?]/.test(words), words };
  const span = /^(\d{4})\s*[-–—/]\s*(\d{4}|\d{2})$/.exec(bare);
  if (span !== null) {
    const [start, end] = [span[1]!, span[2]!.length === 2 ? span[1]!.slice(0, 2) + span[2]! : span[2]!];
    if (end >= start) return { from: start, to: end === start ? '' : end, isBounds: false, isCirca, words };
  }
  return { from: '', to: '', isBounds: false, isCirca, words };
}

/** A W3C date cut to the day, or '' for anything else, such as 31 February. */
function isoDate(value: string | undefined): string {
  const found = /^(-?\d{4,})(?:-(\d{2})(?:-(\d{2})(?:T.*)?)?)?(?:Z|[+-]\d{2}:\d{2})?$/.exec(
    value?.trim() ?? '',
  );
  if (found === null) return '';
  const [, year, month, day] = found;
  if (month !== undefined && (+month < 1 || +month > 12)) return '';
  if (day !== undefined && (+day < 1 || +day > daysIn(Number(year), Number(month)))) return '';
  return [year, month, day].filter((part) => part !== undefined).join('-');
}

function daysIn(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]!;
}

/** Whether two dates can be the same day: the one may say less than the other. */
export function agrees(a: CitationDate, b: CitationDate): boolean {
  if (a.from === '' || b.from === '') return true;
  const within = (date: string, span: CitationDate) =>
    date.slice(0, span.from.length) >= span.from.slice(0, date.length) &&
    date.slice(0, (span.to || span.from).length) <= (span.to || span.from).slice(0, date.length);
  return within(a.from, b) || within(b.from, a);
}
