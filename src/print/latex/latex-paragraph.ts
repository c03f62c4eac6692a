/** LaTeX without the blanks and breaks at its ends: they would be empty lines. */
export const trimmed = (latex: string): string =>
  latex.replace(/^(?:\s|\\newline\{\})+|(?:\s|\\newline\{\})+$/g, '');

/** One numbered paragraph of reledmac. A paragraph that prints nothing but marks would stop it, so each begins with a box: a space that stays, or an empty one. */
export function paragraph(content: string, before = '', indent = '\\noindent '): string {
  const words = trimmed(content);
  if (words === '' && before === '') return '';
  const box = /\\(?:hspace\*|makebox)/.test(indent) ? '' : '\\mbox{}';
  return `\\pstart{}${before}${indent}${box}${words}\\pend`;
}
