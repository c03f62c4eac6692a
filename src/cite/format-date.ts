import type { CitationDate } from './record.ts';

/** How a style writes dates, in its language. */
export interface DateForm {
  readonly order: 'month-day-year' | 'day-month-year' | 'year-month-day';
  /** Twelve names of months. */
  readonly months: readonly string[];
  readonly circa: string;
  /** `between {from} and {to}` for the bounds of an unknown day. */
  readonly between: string;
  /** `BC`: after a year before the common era. */
  readonly beforeEra: string;
}

/** A date as a style writes it: `October 27, 1962`; its own words where they are all there is. */
export function formatDate(date: CitationDate, form: DateForm): string {
  if (date.from === '') return date.words;
  if (/^(?:spring|summer|autumn|fall|winter)[ ,]+\d{4}$/i.test(date.words)) return date.words;
  if (date.isBounds) {
    const [from, to] = [monthIfWhole(date.from, false), monthIfWhole(date.to, true)];
    const areYears = from.endsWith('-01') && to.endsWith('-12') && from.split('-').length === 2;
    return areYears ? bounds(from.slice(0, -3), to.slice(0, -3), form) : bounds(from, to, form);
  }
  const said = date.to === '' ? one(date.from, form) : span(date.from, date.to, form);
  return date.isCirca ? `${form.circa} ${said}` : said;
}

/** The year or the years alone. */
export function formatYear(date: CitationDate, form: DateForm): string {
  if (date.from === '') return date.words;
  const [from, to] = [partsOf(date.from)[0]!, date.to === '' ? '' : partsOf(date.to)[0]!];
  if (date.isBounds && to !== from) return bounds(from, to, form);
  const said = to === '' || to === from ? year(from, form) : `${year(from, form)}–${year(to, form)}`;
  return date.isCirca ? `${form.circa} ${said}` : said;
}

const bounds = (from: string, to: string, form: DateForm) =>
  form.between.replace('{from}', () => one(from, form)).replace('{to}', () => one(to, form));

function one(iso: string, form: DateForm): string {
  const [y, m, d] = partsOf(iso);
  return written(year(y!, form), m, dayOf(d), form);
}

function span(from: string, to: string, form: DateForm): string {
  const [y1, m1, d1] = partsOf(from);
  const [y2, m2, d2] = partsOf(to);
  if (m1 === undefined || m2 === undefined || y1 !== y2) return `${one(from, form)}–${one(to, form)}`;
  if (m1 === m2 && d1 !== undefined && d2 !== undefined)
    return written(year(y1!, form), m1, `${dayOf(d1)}–${dayOf(d2)}`, form);
  const [first, last] = [written('', m1, dayOf(d1), form), written('', m2, dayOf(d2), form)];
  const dash = d1 === undefined ? '–' : ' – ';
  if (form.order === 'year-month-day') return `${year(y1!, form)} ${first}${dash}${last}`;
  const comma = form.order === 'month-day-year' && d2 !== undefined ? ',' : '';
  return `${first}${dash}${last}${comma} ${year(y1!, form)}`;
}

function written(y: string, month: string | undefined, day: string, form: DateForm): string {
  const name = month === undefined ? '' : form.months[Number(month) - 1]!;
  const parts = (...all: string[]) => all.filter((part) => part !== '').join(' ');
  if (form.order === 'day-month-year') return parts(day, name, y);
  if (form.order === 'year-month-day') return parts(y, name, day);
  return day === '' ? parts(name, y) : parts(name, y === '' ? day : `${day},`, y);
}

const dayOf = (day: string | undefined) => (day === undefined ? '' : String(Number(day)));

function partsOf(iso: string): (string | undefined)[] {
  const found = /^(-?\d+)(?:-(\d\d))?(?:-(\d\d))?$/.exec(iso)!;
  return [found[1], found[2], found[3]];
}

/** `0201` → 201; ISO's year 0 is 1 BC. */
function year(iso: string, form: DateForm): string {
  const number = Number(iso);
  return number > 0 ? String(number) : `${1 - number} ${form.beforeEra}`;
}

/** The first of a month opens it and the last day closes it: bounds are written by the month. */
function monthIfWhole(iso: string, isEnd: boolean): string {
  const [y, m, d] = partsOf(iso);
  if (d === undefined) return iso;
  const last = new Date(Date.UTC(2000, Number(m), 0)).getUTCDate();
  return (isEnd ? Number(d) >= last - (m === '02' ? 1 : 0) : d === '01') ? `${y}-${m}` : iso;
}

export const englishMonths =
  'January February March April May June July August September October November December'.split(' ');
export const americanDates: DateForm = {
  order: 'month-day-year',
  months: englishMonths,
  circa: 'ca.',
  between: 'between {from} and {to}',
  beforeEra: 'BC',
};
export const britishDates: DateForm = { ...americanDates, order: 'day-month-year', circa: 'c.' };
