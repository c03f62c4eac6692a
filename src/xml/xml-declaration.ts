/** The `<?xml …?>` at the start of a file (XML 1.0 §2.8), with offsets. */
export interface XmlDeclaration {
  readonly version: string;
  readonly versionStart: number;
  readonly versionEnd: number;
  readonly encoding: string | undefined;
  readonly isStandalone: boolean;
  readonly end: number;
}

const S = '[ \\t\\r\\n]';
const pseudo = (name: string, value: string) =>
  `${name}${S}*=${S}*(?:"(?<${name}2>${value})"|'(?<${name}1>${value})')`;
const declaration = new RegExp(
  `^<\\?xml${S}+${pseudo('version', '[^"\'<>&]*')}` +
    `(?:${S}+${pseudo('encoding', '[A-Za-z][A-Za-z0-9._-]*')})?` +
    `(?:${S}+${pseudo('standalone', '(?:yes|no)')})?${S}*\\?>`,
  'd',
);
const opening = /^<\?xml(?=[ \t\r\n?])/;
const encodingAlone = new RegExp(
  `^<\\?xml${S}[^>]*?${S}${pseudo('encoding', '[A-Za-z][A-Za-z0-9._-]*')}`,
  'd',
);

export function hasXmlDeclaration(text: string): boolean {
  return opening.test(text);
}

/** Reads the declaration; undefined where it is not one by the grammar. */
export function readXmlDeclaration(text: string): XmlDeclaration | undefined {
  const found = declaration.exec(text);
  if (found === null) return undefined;
  const groups = found.groups!;
  const spans = found.indices!.groups!;
  const [versionStart, versionEnd] = (spans.version1 ?? spans.version2)!;
  return {
    version: (groups.version1 ?? groups.version2)!,
    versionStart,
    versionEnd,
    encoding: groups.encoding1 ?? groups.encoding2,
    isStandalone: (groups.standalone1 ?? groups.standalone2) === 'yes',
    end: found[0].length,
  };
}

/** The encoding that the first characters of a file name, with its span, whatever else is wrong with them. */
export function declaredEncoding(text: string): { name: string; start: number; end: number } | undefined {
  const found = encodingAlone.exec(text);
  if (found === null) return undefined;
  const spans = found.indices!.groups!;
  const [start, end] = (spans.encoding1 ?? spans.encoding2)!;
  return { name: text.slice(start, end), start, end };
}
