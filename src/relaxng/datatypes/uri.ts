/** Characters that XLink's escaping turns into %HH before a string is read as a URI (XML Schema 2 §3.2.17). */
const escaped = '\\u0000-\\u0020\\u0022<>\\\\^`{|}\\u007f-\\u{10ffff}';
const pct = '%[0-9A-Fa-f]{2}';
const plain = `A-Za-z0-9\\-_.!~*'()${escaped}`;
const uric = `(?:[${plain};/?:@&=+$,[\\]]|${pct})`;
const pathPart = `(?:[${plain};:@&=+$,/]|${pct})`;
/** An opaque part does not start with a slash. */
const opaque = `(?:(?!/)${uric}${uric}*)`;
const registry = `(?:[${plain}$,;:@&=+]|${pct})+`;
const address = `(?:(?:[${plain};:&=+$,]|${pct})*@)?\\[[0-9A-Fa-f:.]+(?:%[A-Za-z0-9_]+)?\\](?::\\d*)?`;
const hierarchical = `(?://(?:${address}|${registry})(?:/${pathPart}*)?|//(?=[/?#])${pathPart}*|/(?!/)${pathPart}*)(?:\\?${uric}*)?`;
const relativePath = `(?:(?:[${plain};@&=+$,]|${pct})+(?:/${pathPart}*)?)?(?:\\?${uric}*)?`;
const form = new RegExp(
  `^(?:[A-Za-z][A-Za-z0-9+.\\-]*:(?:${hierarchical}|${opaque})|${hierarchical}|${relativePath})(?:#${uric}*)?$`,
  'u',
);
/** What most references are: read without the whole form. */
const usual =
  /^(?:https?:\/\/[A-Za-z0-9.-]+(?:\/[A-Za-z0-9\-_.~/]*)?|[A-Za-z0-9\-_.~/]*)(?:#[A-Za-z0-9\-_.~/]*)?$/;

/** Whether a string is a URI reference (RFC 2396 with RFC 2732) once what must be escaped is. */
export function isUri(text: string): boolean {
  if (usual.test(text) && !text.startsWith('//')) return true;
  return form.test(text);
}
