/** The unparsed entities that a document type declaration names (XML 1.0 §4.2.2); values of the type ENTITY must be among them. */
export function unparsedEntitiesOf(doctype: string): ReadonlySet<string> | undefined {
  const withoutComments = doctype.replace(/<!--[\s\S]*?-->/g, '');
  const names = new Set<string>();
  const literal = `(?:"[^"]*"|'[^']*')`;
  const form = new RegExp(
    `<!ENTITY\\s+(\\S+)\\s+(?:SYSTEM|PUBLIC\\s+${literal})\\s+${literal}\\s+NDATA\\s`,
    'g',
  );
  for (const [, name] of withoutComments.matchAll(form)) names.add(name!);
  return names.size === 0 ? undefined : names;
}
