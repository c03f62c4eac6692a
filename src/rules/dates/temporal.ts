/** A date or time as an interval of comparable numbers (seconds of a calendar in which every month has 31 days). */
export interface Temporal {
  readonly earliest: number;
  readonly latest: number;
  /** Whether it names a year; `--10-27` and `17:00:00` do not, and cannot be compared. */
  readonly hasYear: boolean;
  readonly year: number;
  /** 0 where not given. */
  readonly month: number;
  readonly day: number;
}

/** Why a value is no date, and what would be one. */
export interface TemporalFault {
  /** Faults of one kind have one cause. */
  readonly kind: 'impossible' | 'short-year' | 'form' | 'interval' | 'words';
  readonly why: string;
  readonly instead: string | undefined;
}

const zone = '(?:Z|[+-](?:0\\d:[0-5]\\d|1[0-3]:[0-5]\\d|14:00))?';
const clock = '(?:([01]\\d|2[0-3]):([0-5]\\d):([0-5]\\d)(?:\\.\\d+)?|24:00:00(?:\\.0+)?)';
const dateTime = new RegExp(
  `^(-?(?:[1-9]\\d{3,}|0\\d{3}))(?:-(\\d\\d)(?:-(\\d\\d)(?:T${clock})?)?)?${zone}$`,
);
const withoutYear = new RegExp(`^(?:--(\\d\\d)(?:-(\\d\\d))?|---(\\d\\d)|${clock})${zone}$`);

/** Reads a date as XML Schema has it: date, gYear, gYearMonth, gMonth, gMonthDay, gDay, time, dateTime (TEI's teidata.temporal.w3c). */
export function readW3cDate(value: string): Temporal | TemporalFault {
  return inW3cForm(value) ?? notADate(value);
}

/** Undefined where the form is another. */
function inW3cForm(value: string): Temporal | TemporalFault | undefined {
  // XML Schema would take the figures of 19621027 for one long year.
  const full = /^\d{8}$/.test(value) ? null : dateTime.exec(value);
  if (full !== null) {
    const [, year, month, day, hours, minutes, seconds] = full;
    const time = hours === undefined ? undefined : ([hours, minutes!, seconds!] as const);
    if (Number(year) === 0)
      return { kind: 'impossible', why: 'there is no year 0; 1 BC is -0001', instead: undefined };
    return temporal(value, Number(year), month, day, time);
  }
  const part = withoutYear.exec(value);
  if (part === null) return undefined;
  const [, month, dayOfMonth, day] = part;
  const fault = impossible(undefined, month, dayOfMonth ?? day);
  return fault ?? { earliest: 0, latest: 0, hasYear: false, year: 0, month: 0, day: 0 };
}

/** Reads a date as ISO 8601 has it, as far as its form is certain; other forms are believed. */
export function readIsoDate(value: string): Temporal | TemporalFault | undefined {
  if (!/^[0-9.,DHMPRSTWYZ/:+-]+$/.test(value)) return notADate(value);
  const [from, to, more] = value.split('/');
  if (to !== undefined) {
    const [first, second] = [
      readIsoDate(from!),
      more === undefined && to.length >= from!.length ? readIsoDate(to) : undefined,
    ];
    if (first !== undefined && isFault(first)) return first;
    if (second !== undefined && isFault(second)) return second;
    if (first?.hasYear && second?.hasYear) {
      if (first.earliest > second.latest)
        return { kind: 'impossible', why: 'it ends before it begins', instead: `${to}/${from}` };
      return { ...first, latest: second.latest, day: 0 };
    }
    return undefined;
  }
  const basic = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)?(\d\d)?)?(?:Z|[+-]\d\d(?::?\d\d)?)?$/.exec(value);
  if (basic !== null) return temporal(value, Number(basic[1]), basic[2], basic[3], undefined);
  const extended =
    /^([+-]?\d{4,})(?:-(\d\d)(?:-(\d\d)(?:T\d\d(?::?\d\d)*(?:[.,]\d+)?)?)?)?(?:Z|[+-]\d\d(?::?\d\d)?)?$/.exec(
      value,
    );
  if (extended !== null && !/^\d{5,}$/.test(value)) {
    return temporal(value, Number(extended[1]), extended[2], extended[3], undefined);
  }
  return undefined;
}

export function isFault(read: Temporal | TemporalFault): read is TemporalFault {
  return 'kind' in read;
}

function temporal(
  value: string,
  year: number,
  month: string | undefined,
  day: string | undefined,
  time: readonly [string, string, string] | undefined,
): Temporal | TemporalFault {
  const fault = impossible(year, month, day, value);
  if (fault !== undefined) return fault;
  const [m, d] = [Number(month ?? 0), Number(day ?? 0)];
  const seconds =
    time === undefined ? undefined : Number(time[0]) * 3600 + Number(time[1]) * 60 + Number(time[2]);
  const at = (monthOf: number, dayOf: number, secondsOf: number) =>
    ((year * 12 + monthOf) * 31 + dayOf) * 86400 + secondsOf;
  return {
    earliest: at(m || 1, d || 1, seconds ?? 0),
    latest: at(m || 12, d || 31, seconds ?? 86399),
    hasYear: true,
    year,
    month: m,
    day: d,
  };
}

const monthNames =
  'January February March April May June July August September October November December'.split(' ');

function impossible(
  year: number | undefined,
  month: string | undefined,
  day: string | undefined,
  value = '',
): TemporalFault | undefined {
  const fault = (why: string, instead?: string): TemporalFault => ({ kind: 'impossible', why, instead });
  const [m, d] = [Number(month ?? 1), Number(day ?? 1)];
  if (m === 0) return fault('there is no month 00', value.slice(0, value.indexOf('-', 1)));
  if (m > 12) {
    const swapped = d >= 1 && d <= 12 ? value.replace(`-${month}-${day}`, `-${day}-${month}`) : undefined;
    return fault(`there is no month ${month}`, swapped);
  }
  if (d === 0) return fault('there is no day 00', value.slice(0, value.lastIndexOf('-00')));
  const days = daysIn(m, year);
  if (d <= days) return undefined;
  const when = year === undefined || m !== 2 ? monthNames[m - 1]! : `${monthNames[m - 1]} ${year}`;
  return fault(
    day === undefined || month === undefined ? `no month has ${d} days` : `${when} has ${days} days`,
  );
}

/** Days of a month in the proleptic Gregorian calendar; years before the common era are counted in two ways, so that their February may have 29. */
function daysIn(month: number, year: number | undefined): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
  if (year === undefined || year <= 0) return 29;
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
}

function notADate(value: string): TemporalFault {
  const form = (instead: string | undefined, why = 'it has not the form of a date'): TemporalFault => ({
    kind: 'form',
    why,
    instead: instead !== undefined && isSound(instead) ? instead : undefined,
  });
  if (value === '') return form(undefined, 'it is empty');
  const short = /^(-?)(\d{1,3})$/.exec(value);
  if (short !== null) {
    return {
      kind: 'short-year',
      why: 'a year has four digits',
      instead: `${short[1]}${short[2]!.padStart(4, '0')}`,
    };
  }
  const unpadded = /^(-?\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?$/.exec(value);
  if (unpadded !== null) {
    return form(
      unpadded
        .slice(1)
        .filter(Boolean)
        .map((part) => part!.padStart(2, '0'))
        .join('-'),
    );
  }
  const basic = /^(\d{4})(\d\d)(\d\d)$/.exec(value);
  if (basic !== null) return form(`${basic[1]}-${basic[2]}-${basic[3]}`);
  const backwards = /^(\d{1,2})[.-](\d{1,2})[.-](\d{4})$/.exec(value);
  if (backwards !== null) {
    return form(`${backwards[3]}-${backwards[2]!.padStart(2, '0')}-${backwards[1]!.padStart(2, '0')}`);
  }
  const clockless = /^(\d{4}-\d\d-\d\d)[T ](\d\d):(\d\d)(:\d\d)?(Z|[+-]\d\d:\d\d)?$/.exec(value);
  if (clockless !== null) {
    return form(
      `${clockless[1]}T${clockless[2]}:${clockless[3]}${clockless[4] ?? ':00'}${clockless[5] ?? ''}`,
    );
  }
  if (/^\d\d:\d\d$/.test(value)) return form(`${value}:00`);
  const interval = /^(-?\d{4}(?:-\d\d){0,2})(?:\/|–|—|\.\.|\s*-\s*)(-?\d{4}(?:-\d\d){0,2})$/.exec(value);
  if (interval !== null) return { kind: 'interval', why: 'it is two dates', instead: undefined };
  return { kind: 'words', why: 'it is no date in figures', instead: undefined };
}

function isSound(value: string): boolean {
  const read = inW3cForm(value);
  return read !== undefined && !isFault(read);
}
