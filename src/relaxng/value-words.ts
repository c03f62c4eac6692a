import type { Expected } from '../diagnostics/diagnostic.ts';
import type { Automaton } from './automaton.ts';
import type { Datatype } from './datatypes/datatype.ts';
import type { Pattern } from './pattern.ts';

/** What stands in an ISO date of each type, the plainest example of the edition's own day. */
const moments: Readonly<Record<string, string>> = {
  date: '1962-10-27',
  gYearMonth: '1962-10',
  gYear: '1962',
  dateTime: '1962-10-27T14:30:00',
  time: '14:30:00',
  gMonthDay: '--10-27',
  gMonth: '--10',
  gDay: '---27',
};

const plain: Readonly<Record<string, string>> = {
  string: 'text of any kind',
  token: 'text of any kind',
  normalizedString: 'text of any kind',
  anyURI: 'a pointer or URI such as #id or http://example.org/',
  ID: 'an id: a letter first, then letters, digits, “.”, “-” or “_”',
  IDREF: 'an id that an element of the document has',
  IDREFS: 'one or more ids that elements of the document have, separated by spaces',
  NCName: 'a name: a letter first, then letters, digits, “.”, “-” or “_”',
  Name: 'a name: a letter first, then letters, digits, “.”, “-”, “_” or “:”',
  NMTOKEN: 'a word of letters, digits, “.”, “-”, “_” or “:”',
  NMTOKENS: 'one or more words of letters, digits, “.”, “-”, “_” or “:”',
  QName: 'a name whose prefix is declared',
  NOTATION: 'a name whose prefix is declared',
  language: 'a language tag such as en, ru or de-AT',
  boolean: 'a truth value: true or false',
  integer: 'a whole number',
  nonNegativeInteger: 'a whole number from 0',
  positiveInteger: 'a whole number from 1',
  decimal: 'a number such as 12.5',
  float: 'a number such as 12.5 or 1.2E3',
  double: 'a number such as 12.5 or 1.2E3',
  duration: 'a duration such as P13D or PT2H30M',
  hexBinary: 'an even number of hexadecimal digits',
  base64Binary: 'a text in Base64',
};

const numbers = ['decimal', 'integer', 'float', 'double', 'nonNegativeInteger', 'positiveInteger'];

/** The values and datatypes that would be right, for messages and completion; in a list, those of its items. */
export function valuesExpected(automaton: Automaton, patterns: readonly Pattern[]): Expected[] {
  const values = new Map<string, Expected>();
  const types: Datatype[] = [];
  let hasText = false;
  const seen = new Set<Pattern>();
  const visit = (pattern: Pattern): void => {
    if (seen.has(pattern)) return;
    seen.add(pattern);
    if (pattern.kind === 'value') {
      const documentation = automaton.documentation(pattern.documentation);
      const expected: Expected = { kind: 'value', name: pattern.value };
      values.set(pattern.value, documentation === undefined ? expected : { ...expected, documentation });
    } else if (pattern.kind === 'data') types.push(pattern.datatype!);
    else if (pattern.kind === 'text') hasText = true;
    else for (const each of pattern.items) visit(each);
  };
  for (const each of patterns) visit(each);
  const phrases = typesInWords(types);
  if (hasText) phrases.push('text of any kind');
  return [...values.values(), ...phrases.map((name): Expected => ({ kind: 'value', name }))];
}

function typesInWords(types: readonly Datatype[]): string[] {
  const phrases = new Set<string>();
  const dates = Object.keys(moments).filter((name) =>
    types.some((each) => each.name === name && each.parameters.length === 0),
  );
  const [first] = dates;
  if (first !== undefined) {
    const shown = dates.slice(0, 3).map((each) => moments[each]!);
    const last = shown.pop()!;
    const what = first === 'time' ? 'a time' : 'an ISO date';
    phrases.add(`${what}: ${shown.length === 0 ? last : `${shown.join(', ')} or ${last}`}`);
  }
  for (const type of types)
    if (!(type.name in moments) || type.parameters.length > 0) phrases.add(typeInWords(type));
  return [...phrases];
}

/** A datatype with its facets, as a scholar would say it. */
function typeInWords({ name, parameters }: Datatype): string {
  const facet = (wanted: string) => parameters.find((each) => each.name === wanted)?.value;
  const expression = facet('pattern');
  const isText = ['token', 'string', 'normalizedString', 'NMTOKEN'].includes(name);
  if (expression === '[^\\p{C}\\p{Z}]+' && isText) return 'a word without spaces';
  if (expression === '\\S+' && name === 'anyURI') return 'a pointer or URI without spaces, such as #id';
  if (expression === '.+' && isText) return 'text that is not empty';
  const base =
    moments[name] === undefined
      ? (plain[name] ?? `a value of the type ${name}`)
      : `a ${name} such as ${moments[name]}`;
  if (expression !== undefined)
    return isText ? `text that fits the pattern ${expression}` : `${base}, fitting the pattern ${expression}`;
  const [least, most] = [facet('minInclusive'), facet('maxInclusive')];
  if (numbers.includes(name) && (least ?? most) !== undefined) {
    const kind = /nteger/.test(name) ? 'a whole number' : 'a number';
    return `${kind}${least === undefined ? '' : ` from ${least}`}${most === undefined ? '' : ` to ${most}`}`;
  }
  const others = parameters.map((each) => `${each.name} ${each.value}`);
  return others.length === 0 ? base : `${base} (${others.join(', ')})`;
}
