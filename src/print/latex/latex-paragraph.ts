/** One numbered paragraph of reledmac. A paragraph that prints nothing but marks would stop it, so each begins with a box: a space that stays, or an empty one. */
export function paragraph(content: string, before = '', indent = '\\noindent '): string {
  if (content.trim() === '' && before === '') return '';
  const box = /\\(?:hspace\*|makebox)/.test(indent) ? '' : '\\mbox{}';
  return `\\pstart{}${before}${indent}${box}${content.trim()}\\pend`;
}
