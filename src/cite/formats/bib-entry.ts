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
  const guard = (part: string) => (/[\s,]|^\p{Ll}/u.test(part) ? `{${latex(part)}}` : latex(part));
  const given = / and |,/.test(name.given) ? `{${latex(name.given)}}` : latex(name.given);
  const family = [latex(name.particle), guard(name.family)].filter(Boolean).join(' ');
  return [family, latex(name.suffix), given].filter(Boolean).join(', ');
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
