const start =
  'A-Z_a-z\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF\\u200C\\u200D\\u2070-\\u218F\\u2C00-\\u2FEF\\u3001-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFFD\\u{10000}-\\u{EFFFF}';
const rest = `${start}\\-.0-9\\u00B7\\u0300-\\u036F\\u203F\\u2040`;

/** The names of XML 1.0 (fifth edition) and of Namespaces in XML. */
export const nameForm = new RegExp(`^[:${start}][:${rest}]*$`, 'u');
export const ncNameForm = new RegExp(`^[${start}][${rest}]*$`, 'u');
export const nameTokenForm = new RegExp(`^[:${rest}]+$`, 'u');
export const qNameForm = new RegExp(`^(?:[${start}][${rest}]*:)?[${start}][${rest}]*$`, 'u');
export const isNameStart = new RegExp(`[${start}]`, 'u');
export const isNameCharacter = new RegExp(`[${rest}]`, 'u');
/** Inside a class: what may start a name, and what may follow. */
export const nameStartRanges: string = `:${start}`;
export const nameRanges: string = `:${rest}`;

/** What nearly every name is, tried before the whole form. */
const usualName = /^[A-Za-z_][\w.-]*$/;

/** RELAX NG refers to an edition of XML whose names do not begin with a combining character. */
export function isSchemaName(text: string): boolean {
  return usualName.test(text) || (ncNameForm.test(text) && !/^\p{M}/u.test(text));
}
