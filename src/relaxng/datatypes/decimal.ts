/** A decimal number as XML Schema 2 §3.2.3 means it: sign, digits, and how many of them are after the point. */
export interface Decimal {
  readonly isNegative: boolean;
  /** Without leading zeros; '' for zero. */
  readonly whole: string;
  /** Without trailing zeros. */
  readonly fraction: string;
}

const decimalForm = /^([+-])?0*(\d*?)(?:\.(\d*?)0*)?$/;

export function readDecimal(text: string): Decimal | undefined {
  if (!/\d/.test(text)) return undefined;
  const part = decimalForm.exec(text);
  if (part === null) return undefined;
  const [whole, fraction] = [part[2]!, part[3] ?? ''];
  return { isNegative: part[1] === '-' && whole + fraction !== '', whole, fraction };
}

export function readInteger(text: string): Decimal | undefined {
  return /^[+-]?\d+$/.test(text) ? readDecimal(text) : undefined;
}

export function keyOfDecimal({ isNegative, whole, fraction }: Decimal): string {
  return `${isNegative ? '-' : ''}${whole}.${fraction}`;
}

export function compareDecimals(a: Decimal, b: Decimal): number {
  if (a.isNegative !== b.isNegative) return a.isNegative ? -1 : 1;
  const sign = a.isNegative ? -1 : 1;
  if (a.whole.length !== b.whole.length) return a.whole.length < b.whole.length ? -sign : sign;
  const [x, y] = [a.whole + a.fraction, b.whole + b.fraction];
  return x === y ? 0 : x < y ? -sign : sign;
}
