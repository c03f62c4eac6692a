import type { ValueContext } from './datatype.ts';
import { compareMoments, keyOfMoment, type Moment, readMoment } from './date-time.ts';
import { compareDecimals, type Decimal, keyOfDecimal, readDecimal, readInteger } from './decimal.ts';
import { compareDurations, type Duration, keyOfDuration, readDuration } from './duration.ts';
import { nameForm, nameTokenForm, ncNameForm, qNameForm } from './names.ts';
import { isUri } from './uri.ts';

/** How the values of one kind are read, told apart, ordered and measured. `read` gives undefined for a string that is none. */
export interface Primitive<Value = unknown> {
  readonly dependsOnContext?: boolean;
  read(text: string, context: ValueContext): Value | undefined;
  key(value: Value): string;
  compare?(a: Value, b: Value): number | undefined;
  /** What `length`, `minLength` and `maxLength` count. */
  measure?(value: Value): number;
  readonly isDecimal?: boolean;
}

const itself = (value: string) => value;
/** Characters, not UTF-16 units. */
function charactersOf(value: string): number {
  let count = value.length;
  for (let i = 0; i < value.length; i++) if ((value.charCodeAt(i) & 0xfc00) === 0xd800) count--;
  return count;
}

function words(form: RegExp | undefined): Primitive<string> {
  return {
    read: (text) => (form === undefined || form.test(text) ? text : undefined),
    key: itself,
    measure: charactersOf,
  };
}

export const text: Primitive = words(undefined);
export const language: Primitive = words(/^[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*$/);
export const name: Primitive = words(nameForm);
export const ncName: Primitive = words(ncNameForm);
export const nameToken: Primitive = words(nameTokenForm);
export const uri: Primitive = {
  read: (value: string) => (isUri(value) ? value : undefined),
  key: (value) => value as string,
  measure: (value) => charactersOf(value as string),
};

export const entity: Primitive = {
  dependsOnContext: true,
  read: (value, context) =>
    ncNameForm.test(value) && context.isUnparsedEntity?.(value) === true ? value : undefined,
  key: (value) => value as string,
  measure: (value) => charactersOf(value as string),
};

/** A QName's value is its expanded name; its length is not defined, and every length facet holds (XML Schema 1.1 part 2 §4.3.1.3). */
export const qName: Primitive = {
  dependsOnContext: true,
  read(value, context) {
    if (!qNameForm.test(value)) return undefined;
    const colon = value.indexOf(':');
    const prefix = colon < 0 ? '' : value.slice(0, colon);
    const namespace = context.lookup(prefix) ?? (prefix === '' ? '' : undefined);
    return namespace === undefined ? undefined : `{${namespace}}${value.slice(colon + 1)}`;
  },
  key: (value) => value as string,
  measure: () => Number.NaN,
};

export const boolean: Primitive = {
  read: (value) =>
    value === 'true' || value === '1' ? 'true' : value === 'false' || value === '0' ? 'false' : undefined,
  key: (value) => value as string,
};

export const hexBinary: Primitive = {
  read: (value) => (/^(?:[0-9A-Fa-f]{2})*$/.test(value) ? value.toLowerCase() : undefined),
  key: (value) => value as string,
  measure: (value) => (value as string).length / 2,
};

export const base64Binary: Primitive = {
  read(value) {
    const digits = value.replace(/[ \t\n\r]/g, '');
    return /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/][AQgw]==|[A-Za-z0-9+/]{2}[AEIMQUYcgkosw048]=)?$/.test(
      digits,
    )
      ? digits
      : undefined;
  },
  key: (value) => value as string,
  measure: (value) => ((value as string).replace(/=/g, '').length * 3) >> 2,
};

function floating(round: (value: number) => number): Primitive<number> {
  return {
    read(value) {
      if (/^-?INF$/.test(value)) return value === 'INF' ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
      if (value === 'NaN') return Number.NaN;
      return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(value) ? round(Number(value)) : undefined;
    },
    key: (value) => String(value === 0 ? 0 : value),
    compare: (a, b) =>
      Number.isNaN(a) || Number.isNaN(b)
        ? Number.isNaN(a) && Number.isNaN(b)
          ? 0
          : undefined
        : Math.sign(a - b) || (a === b ? 0 : a < b ? -1 : 1),
  };
}

export const float = floating(Math.fround) as Primitive;
export const double = floating((value) => value) as Primitive;

function numbers(read: (text: string) => Decimal | undefined): Primitive<Decimal> {
  return { read, key: keyOfDecimal, compare: compareDecimals, isDecimal: true };
}
export const decimal = numbers(readDecimal) as Primitive;
export const integer = numbers(readInteger) as Primitive;

export const duration: Primitive = {
  read: readDuration,
  key: (value) => keyOfDuration(value as Duration),
  compare: (a, b) => compareDurations(a as Duration, b as Duration),
};

export function moment(type: string): Primitive {
  return {
    read: (value) => readMoment(type, value),
    key: (value) => keyOfMoment(value as Moment),
    compare: (a, b) => compareMoments(a as Moment, b as Moment),
  };
}
