const inText = /[&<>\r\x85\u2028]/g;
const inAttribute = /[&<>"\t\n\r\x85\u2028]/g;
const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

const reference = (character: string) =>
  references[character] ?? `&#x${character.charCodeAt(0).toString(16).toUpperCase()};`;

/** Character data as it stands in a file, so that reading it gives the same text back, in XML 1.0 and 1.1. */
export function escapeText(text: string): string {
  return text.replace(inText, reference);
}

/** The value of an attribute as it stands between double quotation marks; tabs and line ends survive as references. */
export function escapeAttribute(value: string): string {
  return value.replace(inAttribute, reference);
}
