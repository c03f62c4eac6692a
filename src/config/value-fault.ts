import { didYouMean } from '../diagnostics/did-you-mean.ts';
import type { ConfigKey } from './config-key.ts';
import { pageSizeOf, paperSizes, pointsOf } from './lengths.ts';
import { bandSettings } from './print-keys.ts';

/** What is wrong with the value of a key: the names that lead to the wrong part of it, and what it must be or, of a name that is not known, what it may be. */
export interface ValueFault {
  readonly path: readonly string[];
  readonly wanted: string;
  /** The fault is the name that the path ends in. */
  readonly isUnknownName: boolean;
}

/** The first fault of a value, or nothing where the key can take it. */
export function valueFault(key: ConfigKey, value: unknown): ValueFault | undefined {
  if (key.type === 'bands') return bandsFault(value);
  if (key.type === 'streams' && isRecord(value)) {
    const wrong = Object.entries(value).find(([, stream]) => !streams.includes(String(stream)));
    if (wrong !== undefined)
      return { path: [wrong[0]], wanted: `one of ${streams.join(', ')}`, isUnknownName: false };
  }
  const wanted = wantedOf(key, value);
  return wanted === undefined ? undefined : { path: [], wanted, isUnknownName: false };
}

function wantedOf(key: ConfigKey, value: unknown): string | undefined {
  const { type, values = [], minimum = 0, maximum = Number.POSITIVE_INFINITY } = key;
  const holds = (condition: boolean, wanted: string) => (condition ? undefined : wanted);
  switch (type) {
    case 'string':
      return holds(typeof value === 'string', 'a string');
    case 'strings':
      return holds(
        Array.isArray(value) && value.every((each) => typeof each === 'string'),
        'an array of strings',
      );
    case 'integer':
      return holds(Number.isInteger(value) && (value as number) >= minimum, `a whole number from ${minimum}`);
    case 'number':
      return holds(
        typeof value === 'number' && value >= minimum && value <= maximum,
        `a number from ${minimum} to ${maximum}`,
      );
    case 'true or false':
      return holds(typeof value === 'boolean', 'true or false');
    case 'choice':
      return holds(values.includes(value as string), `one of ${values.join(', ')}`);
    case 'severities':
      return holds(
        isRecordOf(value, ['off', 'warning', 'error']),
        'an object whose values are "off", "warning" or "error"',
      );
    case 'streams':
      return holds(isRecord(value), 'an object of series, each "footnote" or "endnote"');
    case 'date':
      return holds(
        typeof value === 'string' && (value === '' || isDate(value)),
        'a date such as "2024-05-01", or ""',
      );
    case 'paths':
      return holds(
        isRecord(value) && Object.values(value).every((each) => typeof each === 'string'),
        'an object whose values are paths',
      );
    case 'length': {
      const points = pointsOf(value);
      const range = minimum > 0 ? `, from ${minimum}pt to ${maximum}pt` : '';
      return holds(
        points !== undefined && points >= minimum && points <= maximum,
        `a length with its unit such as "10.5pt" or "22mm"${range}`,
      );
    }
    case 'page size':
      return holds(
        pageSizeOf(value) !== undefined,
        `${Object.keys(paperSizes).join(', ')}, or a width and a height such as "148mm 210mm"`,
      );
    case 'bands':
      return undefined;
  }
}

/** A band's setting is faulted at its own place. */
function bandsFault(value: unknown): ValueFault | undefined {
  const fault = (path: readonly string[], wanted: string, isUnknownName = false): ValueFault => ({
    path,
    wanted,
    isUnknownName,
  });
  const names = Object.keys(bandSettings);
  if (!isRecord(value)) return fault([], `an object of bands, each with ${names.join(', ')}`);
  for (const [band, settings] of Object.entries(value)) {
    if (!isRecord(settings)) return fault([band], `an object with ${names.join(', ')}`);
    for (const [name, set] of Object.entries(settings)) {
      const shape = Object.hasOwn(bandSettings, name) ? bandSettings[name]! : undefined;
      if (shape === undefined) {
        const near = didYouMean(name, names);
        const help = near.length > 0 ? `Did you mean “${near.join('”, “')}”?` : `Known: ${names.join(', ')}.`;
        return fault([band, name], help, true);
      }
      if (typeof shape !== 'string') {
        if (!shape.includes(String(set))) return fault([band, name], `one of ${shape.join(', ')}`);
      } else if (typeof set !== shape) return fault([band, name], `a ${shape}`);
    }
  }
  return undefined;
}

const streams = ['footnote', 'endnote'];

const isDate = (value: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(value) && new Date(`${value}T00:00:00Z`).toJSON()?.slice(0, 10) === value;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isRecordOf = (value: unknown, words: readonly string[]): boolean =>
  isRecord(value) && Object.values(value).every((each) => words.includes(String(each)));
