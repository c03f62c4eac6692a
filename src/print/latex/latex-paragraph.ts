/** One numbered paragraph of reledmac; one without words would stop it, so that its marks stand on an empty line. */
export function paragraph(content: string, before = '', indent = '\\noindent '): string {
  if (content.trim() === '' && before === '') return '';
  return `\\pstart{}${before}${indent}${content.trim() === '' ? '\\mbox{}' : content}\\pend`;
}
