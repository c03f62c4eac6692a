import { scriptRuns } from './latex-scripts.ts';

const special: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  $: '\\$',
  '&': '\\&',
  '#': '\\#',
  '^': '\\textasciicircum{}',
  _: '\\_',
  '~': '\\textasciitilde{}',
  '%': '\\%',
  '`': '\\textasciigrave{}',
  "'": '\\textquotesingle{}',
  '"': '\\textquotedbl{}',
  '<': '{<}',
  '>': '{>}',
  '-': '{-}',
  '\u00A0': '~',
  '\u00AD': '\\-',
  '\u2060': '',
  '\u200B': '\\allowbreak{}',
};

/** Signs that a font for Latin, Greek and Cyrillic may lack: `\vchar` asks the font, then others. */
const rare =
  /[^\s\u0020-\u024f\u02b9-\u02bf\u02c6\u02c7\u02da\p{M}\u0370-\u045f\u1e00-\u1fff\u2010-\u2026\u202f-\u203a\u2060]/gu;

/** Points that a font for one script may lack. */
const points = /([,.:;·–—'’]+)/u;

/** Places where an address, or another long string without blanks, may be divided. */
const divided = (value: string): string =>
  value.replace(/\S{25,}/gu, (word) =>
    word.replace(/(?<=\p{L}{2}[/?&=#_.,;:+-]+|\/)(?=[\p{L}\p{N}])/gu, '\u200B'),
  );

/** Text as LaTeX shows it unchanged: no character is markup, and no two join to a ligature of TeX's own (`--`, ``` `` ```, `<<`). Words of a script that the main font lacks stand in `\vscript`. */
export function escapeLatex(value: string): string {
  return scriptRuns(value)
    .map(({ text, script }) => {
      if (script === undefined) return escapeRun(text, true);
      const command = script.isRightToLeft === true ? 'vscriptrl' : 'vscript';
      const content = text
        .split(points)
        .map((part, at) => (at % 2 === 0 ? escapeRun(part, false) : `\\vmain{${escapeRun(part, true)}}`))
        .join('');
      return `\\${command}{${script.name}}{${content}}`;
    })
    .join('');
}

function escapeRun(value: string, asksFont: boolean): string {
  const escaped = divided(value)
    .replace(/[\\{}$&#^_~%`'"\u00A0\u00AD\u2060\u200B]|--+|<<+|>>+|[,?!](?=`)/gu, (found) =>
      found.length > 1 ? [...found].map((each) => special[each]).join('') : (special[found] ?? `${found}{}`),
    )
    .replace(/\s+/gu, ' ');
  if (!asksFont) return escaped;
  return escaped.replace(
    rare,
    (sign) => `\\vchar{${sign.codePointAt(0)!.toString(16).toUpperCase()}}{${sign}}`,
  );
}

/** A name that LaTeX takes as a label or argument: letters, digits and hyphens; others by their code. */
export const latexName = (id: string): string =>
  id.replace(/[^A-Za-z0-9-]/gu, (character) => `.${character.codePointAt(0)!.toString(16)}.`);
