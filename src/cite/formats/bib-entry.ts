import type { Name } from '../record.ts';
import { oneLine } from '../view.ts';

const commands: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  $: '\\$',
  '&': '\\&',
  '#': '\\#',
  _: '\\_',
  '%': '\\%',
};

/** Text as LaTeX reads it. Braces become commands, since BibTeX counts them even behind a backslash. */
export function latex(text: string): string {
  return oneLine(text).replace(/[\\{}~^$&#_%]/g, (character) => commands[character]!);
}

/** A URL for a verbatim field: what would end it or unbalance its braces is percent-encoded. */
export function verbatimUrl(url: string): string {
  return oneLine(url).replace(/[\s{}\\"<>^`|%](?<!%(?=[\da-f]{2}))/gi, (character) =>
    encodeURIComponent(character),
  );
}

/** `Hershberg, James G.`, an organisation in braces so that nothing splits it. */
export function bibName(name: Name): string {
  if (name.kind === 'literal') return `{${latex(name.literal)}}`;
  // A comma, an equals sign or `and` would be read as syntax; a family name of several words or in lower case as a particle.
  const guard = (part: string, syntax = /[,={}\\]|(?:^|\s)and(?:\s|$)/i) =>
    syntax.test(part) ? `{${latex(part)}}` : latex(part);
  const family = [guard(name.particle), guard(name.family, /[\s,={}\\]|^\p{Ll}/u)].filter(Boolean).join(' ');
  return [family, guard(name.suffix), guard(name.given)].filter(Boolean).join(', ');
}

export const bibNames = (names: readonly Name[]) => names.map(bibName).join(' and ');

/** A key of ASCII letters, digits, `-`, `_`, `.` and `:`, unique among those taken. */
export function bibKey(id: string, taken: Set<string>): string {
  const plain =
    id
      .normalize('NFD')
      .replace(/[^A-Za-z0-9_.:-]+/g, '-')
      .replace(/^-+|-+$/g, '') || 'record';
  let key = plain;
  for (let n = 2; taken.has(key.toLowerCase()); n++) key = `${plain}-${n}`;
  taken.add(key.toLowerCase());
  return key;
}

/** The text of an entry; fields without a value are left out, values that are macros or numbers stand bare. */
export function bibEntry(
  type: string,
  key: string,
  fields: readonly (readonly [name: string, value: string])[],
): string {
  const lines = fields.filter(([, value]) => value !== '').map(([name, value]) => `  ${name} = ${value},\n`);
  return `@${type}{${key},\n${lines.join('')}}\n`;
}

export const braced = (value: string) => (value === '' ? '' : `{${value}}`);

/** Whether the check digit of an ISBN of ten or thirteen digits is right. */
export function isIsbn(written: string): boolean {
  const digits = written.replace(/[\s-]/g, '').toUpperCase();
  if (/^\d{13}$/.test(digits))
    return [...digits].reduce((sum, digit, n) => sum + Number(digit) * (n % 2 === 0 ? 1 : 3), 0) % 10 === 0;
  return /^\d{9}[\dX]$/.test(digits) && weighted(digits, 10);
}

export const isIssn = (written: string) =>
  /^\d{4}-?\d{3}[\dX]$/i.test(written) && weighted(written.replace('-', '').toUpperCase(), 8);

function weighted(digits: string, first: number): boolean {
  const value = (digit: string) => (digit === 'X' ? 10 : Number(digit));
  return [...digits].reduce((sum, digit, n) => sum + value(digit) * (first - n), 0) % 11 === 0;
}
