import type { Pattern } from './profile-grammar.ts';
import type { Random } from './random.ts';

type Data = Extract<Pattern, { kind: 'data' }>;

const words = ['Ἀχιλῆος', 'письмо', 'a', 'R-12', '1962', '“so”', 'e\u0301', '𝔓', 'x&y', '<z>', '§', '()'];
const names = ['main', 'sub', 'x', 'a-1', 'B.2', 'c_d', '7', 'größe', 'слово'];

/** Values by datatype, the ends of what it allows among them. */
const samples: Record<string, readonly string[]> = {
  anyURI: ['#a', 'reg:pers-a', 'file.xml#id', 'https://example.org/a?b=c&d#e', '../x%20y.xml'],
  boolean: ['true', 'false', '1', '0'],
  date: ['1962-10-27', '-0044-03-15', '2004-02-29Z', '1999-12-31+14:00'],
  dateTime: ['1962-10-27T17:00:00+03:00', '2000-01-01T00:00:00Z', '1962-10-27T17:00:00.5'],
  decimal: ['0', '3', '-1.5', '+.5', '00012.50', '123456789012345678901234567890'],
  gMonthDay: ['--10-27', '--02-29Z'],
  gYear: ['1962', '-0043', '12000'],
  gYearMonth: ['1962-10', '-0043-03Z'],
  language: ['en', 'ru-Latn', 'grc', 'x-klingon', 'de-1996'],
  NMTOKEN: names,
  Name: ['tei:div', 'body', 'x-1', 'größe'],
  nonNegativeInteger: ['0', '7', '+3', '0012', '98765432109876543210'],
  string: [...words, 'two words', ' ', 'line\nend'],
  time: ['17:00:00', '05:00:00.25Z', '23:59:59-05:00'],
};

/** Values for the patterns that the profile writes, as written there. */
const patterned: Record<string, readonly string[]> = {
  '[^\\p{C}\\p{Z}]+': words,
  '\\d+(\\.\\d+)?(%|em|mm|cm|in|pt|px)': ['80mm', '12.5%', '0px', '1.25em'],
  '[\\d]+(\\.[\\d]+){0,2}': ['4', '4.9', '4.9.0'],
  '[a-z][a-z0-9\\+\\.\\-]*': ['reg', 'a1', 'x+y', 'a.b-c'],
  '-?\\d+(\\.\\d+)?,-?\\d+(\\.\\d+)?': ['0,0', '10.5,-3', '-1,2.25'],
};

/** A value of a datatype; one that the profile uses and this table lacks is an error, never a gap. */
export function sampleValue(data: Data, random: Random, id: () => string): string {
  if (data.type === 'ID') return id();
  const parameter = (name: string) => data.parameters.find((each) => each.name === name)?.value;
  const known = ['pattern', 'minLength', 'minInclusive', 'maxInclusive'];
  if (data.parameters.some(({ name }) => !known.includes(name)))
    throw new Error(`no samples for its facets: ${data.type}`);
  const pattern = parameter('pattern');
  let values = pattern === undefined ? samples[data.type] : patterned[pattern];
  if (values === undefined) throw new Error(`no samples for ${data.type} ${pattern ?? ''}`);
  const [least, most] = [parameter('minInclusive'), parameter('maxInclusive')];
  if (least !== undefined || most !== undefined) {
    values = ['0', '0.5', '1', '1.000'].filter(
      (each) => +each >= +(least ?? each) && +each <= +(most ?? each),
    );
  }
  const forbidden = exceptions(data.except);
  return random.one(values.filter((each) => !forbidden.includes(each)));
}

function exceptions(pattern: Pattern | undefined): readonly string[] {
  if (pattern === undefined) return [];
  if (pattern.kind === 'value') return [pattern.value];
  if (pattern.kind === 'choice') return pattern.items.flatMap(exceptions);
  throw new Error(`no samples for an exception of kind ${pattern.kind}`);
}
