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

/** Marks the places where an address, or another long string without blanks, may be divided; letters without end, anywhere: TeX stops at them. */
const divided = (value: string): string =>
  value
    .replace(/\S{25,}/gu, (word) =>
      word.replace(/(?<=\p{L}{2}[/?&=#_.,;:+-]+|\/)(?=[\p{L}\p{N}])/gu, '\u200B'),
    )
    .replace(/[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}]{120,}/gu, (word) =>
      [...word].join('\u200B'),
    );

/** Signs that no line begins with in texts that are written without blanks. */
const closing = /^[\s、。，．・：；？！）］｝」』】〉》〕’”々ーゝゞ]/u;

/** Text as LaTeX shows it unchanged: no character is markup, and no two join to a ligature of TeX's own (`--`, ``` `` ```, `<<`). Words of a script that the main font lacks stand in `\vscript`. */
export function escapeLatex(value: string): string {
  const runs = scriptRuns(value);
  return runs
    .map(({ text, script }, at) => {
      if (script === undefined) return escapeRun(text, true);
      const command = script.isRightToLeft === true ? 'vscriptrl' : 'vscript';
      const isUnparted = script.openType === 'CJK';
      const content = text
        .split(points)
        .map((part, at) => {
          if (at % 2 === 1) return `\\vmain{${escapeRun(part, true)}}`;
          return escapeRun(isUnparted ? part.replace(/(?<=\S)(?=[^\sー々ゝゞ])/gu, '\u200B') : part, false);
        })
        .join('');
      const next = runs[at + 1]?.text ?? '';
      const end = isUnparted && next !== '' && !closing.test(next) ? special['\u200B'] : '';
      return `\\${command}{${script.name}}{${content}}${end}`;
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
