/** A point or a recurring period of time as XML Schema 2 §3.2.7–3.2.14 writes them; what a type leaves out has its neutral value. */
export interface Moment {
  readonly year: bigint;
  readonly month: number;
  readonly day: number;
  readonly seconds: number;
  /** Digits after the point, without trailing zeros. */
  readonly fraction: string;
  /** Minutes east of UTC; undefined without a time zone. */
  readonly zone: number | undefined;
}

const year = '(?<year>-?(?:[1-9]\\d{3,}|0\\d{3}))';
const month = '(?<month>0[1-9]|1[0-2])';
const day = '(?<day>0[1-9]|[12]\\d|3[01])';
const time =
  '(?:(?<hour>[01]\\d|2[0-3]):(?<minute>[0-5]\\d):(?<second>[0-5]\\d)(?:\\.(?<fraction>\\d+))?|(?<midnight>24:00:00(?:\\.0+)?))';
const zone = '(?:Z|(?<sign>[+-])(?<zoneHour>0\\d|1[0-3]):(?<zoneMinute>[0-5]\\d)|(?<last>[+-])14:00)?';
const whole = (body: string) => new RegExp(`^${body}(?<zone>${zone})$`);

const forms: Record<string, RegExp> = {
  dateTime: whole(`${year}-${month}-${day}T${time}`),
  date: whole(`${year}-${month}-${day}`),
  time: whole(time),
  gYearMonth: whole(`${year}-${month}`),
  gYear: whole(year),
  gMonthDay: whole(`--${month}-${day}`),
  gDay: whole(`---${day}`),
  gMonth: whole(`--${month}`),
};

/** Reads a value of one of the eight types of dates and times; undefined where it is not one. There is no year 0000. */
export function readMoment(type: string, text: string): Moment | undefined {
  const part = forms[type]!.exec(text)?.groups;
  if (part === undefined || /^-?0000(?!\d)/.test(part.year ?? '')) return undefined;
  const moment = {
    year: BigInt(part.year ?? '2000'),
    month: Number(part.month ?? '1'),
    day: Number(part.day ?? '1'),
    seconds:
      part.midnight === undefined
        ? Number(part.hour ?? 0) * 3600 + Number(part.minute ?? 0) * 60 + Number(part.second ?? 0)
        : 86_400,
    fraction: (part.fraction ?? '').replace(/0+$/, ''),
    zone: zoneOf(part),
  };
  return moment.day <= daysOf(moment.year, moment.month) ? moment : undefined;
}

function zoneOf(part: Record<string, string | undefined>): number | undefined {
  if (part.zone === '') return undefined;
  if (part.last !== undefined) return part.last === '-' ? -840 : 840;
  const minutes = Number(part.zoneHour ?? 0) * 60 + Number(part.zoneMinute ?? 0);
  return part.sign === '-' ? -minutes : minutes;
}

function daysOf(written: bigint, month: number): number {
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
  const count = astronomical(written);
  return count % 4n === 0n && (count % 100n !== 0n || count % 400n === 0n) ? 29 : 28;
}

/** The year before 1 is written -1 and counts as 0. */
function astronomical(written: bigint): bigint {
  return written < 0n ? written + 1n : written;
}

/** Seconds since 1 January of year 0, as if in UTC. */
function instant(moment: Moment, zone: number): bigint {
  const shift = moment.month <= 2 ? 1n : 0n;
  const y = astronomical(moment.year) - shift;
  const m = BigInt((moment.month + 9) % 12);
  const floor = (a: bigint, b: bigint) => (a >= 0n ? a / b : -((-a + b - 1n) / b));
  const days =
    365n * y + floor(y, 4n) - floor(y, 100n) + floor(y, 400n) + (153n * m + 2n) / 5n + BigInt(moment.day - 1);
  return days * 86_400n + BigInt(moment.seconds) - BigInt(zone * 60);
}

/** Equal for moments that are the same; one with a zone never equals one without. */
export function keyOfMoment(moment: Moment): string {
  return `${instant(moment, moment.zone ?? 0)}.${moment.fraction}${moment.zone === undefined ? '' : 'Z'}`;
}

/** Less than, equal to or greater than 0; undefined where the order is not determined (XML Schema 2 §3.2.7.4). */
export function compareMoments(a: Moment, b: Moment): number | undefined {
  if ((a.zone === undefined) === (b.zone === undefined)) return difference(a, a.zone ?? 0, b, b.zone ?? 0);
  if (a.zone === undefined) {
    if (difference(a, -840, b, b.zone!) < 0) return -1;
    return difference(a, 840, b, b.zone!) > 0 ? 1 : undefined;
  }
  const opposite = compareMoments(b, a);
  return opposite === undefined ? undefined : -opposite;
}

function difference(a: Moment, zoneOfA: number, b: Moment, zoneOfB: number): number {
  const [x, y] = [instant(a, zoneOfA), instant(b, zoneOfB)];
  if (x !== y) return x < y ? -1 : 1;
  return a.fraction === b.fraction ? 0 : a.fraction < b.fraction ? -1 : 1;
}
