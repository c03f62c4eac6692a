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
};

/** Text as LaTeX shows it unchanged: no character is markup, and no two join to a ligature of TeX's own (`--`, ``` `` ```, `<<`). */
export function escapeLatex(value: string): string {
  return value
    .replace(/[\\{}$&#^_~%`'"\u00A0\u00AD\u2060]|--+|<<+|>>+|[,?!](?=`)/gu, (found) =>
      found.length > 1 ? [...found].map((each) => special[each]).join('') : (special[found] ?? `${found}{}`),
    )
    .replace(/\s+/gu, ' ');
}

/** A name that LaTeX takes as a label or argument: letters, digits and hyphens; others by their code. */
export const latexName = (id: string): string =>
  id.replace(/[^A-Za-z0-9-]/gu, (character) => `.${character.codePointAt(0)!.toString(16)}.`);
