/** A duration (XML Schema 2 §3.2.6): months and seconds cannot be converted into each other. */
export interface Duration {
  readonly months: bigint;
  /** In units of 10^-`scale` seconds. */
  readonly seconds: bigint;
  readonly scale: number;
}

const form =
  /^(-)?P(?=.)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?(?:T(?=.)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:\.(\d+))?S)?)?$/;

export function readDuration(text: string): Duration | undefined {
  const part = form.exec(text);
  if (part === null) return undefined;
  const number = (index: number) => BigInt(part[index] ?? '0');
  const fraction = (part[8] ?? '').replace(/0+$/, '');
  const whole = ((number(4) * 24n + number(5)) * 60n + number(6)) * 60n + number(7);
  const seconds = whole * 10n ** BigInt(fraction.length) + BigInt(fraction || '0');
  const months = number(2) * 12n + number(3);
  const sign = part[1] === undefined ? 1n : -1n;
  return { months: sign * months, seconds: sign * seconds, scale: fraction.length };
}

export function keyOfDuration({ months, seconds, scale }: Duration): string {
  return `${months} ${seconds}e-${scale}`;
}

/** The months that add to a date in each of the four cases of XML Schema 2 §3.2.6.2: days passed after `months` months from these starts. */
const starts: readonly [year: bigint, month: bigint][] = [
  [1696n, 8n],
  [1697n, 1n],
  [1903n, 2n],
  [1903n, 6n],
];

function daysBefore(monthCount: bigint): bigint {
  const y = monthCount >= 0n ? monthCount / 12n : -((11n - monthCount) / 12n);
  const month = monthCount - y * 12n;
  const floor = (a: bigint, b: bigint) => (a >= 0n ? a / b : -((-a + b - 1n) / b));
  const past = y - 1n;
  const lengths = [31n, 28n, 31n, 30n, 31n, 30n, 31n, 31n, 30n, 31n, 30n, 31n];
  const isLeap = y % 4n === 0n && (y % 100n !== 0n || y % 400n === 0n);
  let days = 365n * y + floor(past, 4n) - floor(past, 100n) + floor(past, 400n);
  for (let i = 0; i < Number(month); i++) days += lengths[i]! + (i === 1 && isLeap ? 1n : 0n);
  return days;
}

/** Less than, equal to or greater than 0; undefined where the order is not determined (XML Schema 2 §3.2.6.2). */
export function compareDurations(a: Duration, b: Duration): number | undefined {
  const scale = BigInt(Math.max(a.scale, b.scale));
  let result: number | undefined;
  for (const [year, month] of starts) {
    const start = year * 12n + month;
    const [x, y] = [a, b].map(
      (each) =>
        (daysBefore(start + each.months) - daysBefore(start)) * 86_400n * 10n ** scale +
        each.seconds * 10n ** (scale - BigInt(each.scale)),
    ) as [bigint, bigint];
    const sign = x < y ? -1 : x > y ? 1 : 0;
    if (result !== undefined && result !== sign) return undefined;
    result = sign;
  }
  return result;
}
