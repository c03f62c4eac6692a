import { XMLParser } from 'fast-xml-parser';

/** One field as the stylesheet gave it: its words and where they come from. */
export interface Field {
  readonly value: string;
  /** The path of its element in the header. */
  readonly at: string;
  /** The number of its element in prepared TEI; absent for plain TEI. */
  readonly i?: number;
  /** 1 the best witness. */
  readonly rank: number;
  readonly attributes: Readonly<Record<string, string>>;
}

/** One record of the stylesheet's result: its fields by name, the best first. */
export interface CitationXml {
  readonly attributes: Readonly<Record<string, string>>;
  readonly fields: ReadonlyMap<string, readonly Field[]>;
  readonly names: readonly NameXml[];
  readonly records: readonly CitationXml[];
}

/** A `name` element: attributes and the tagged parts. */
export interface NameXml extends Field {
  readonly parts: ReadonlyMap<string, string>;
}

type Parsed = { readonly [name: string]: unknown };

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  textNodeName: '#text',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  htmlEntities: true,
  alwaysCreateTextNode: true,
  isArray: (_name, _path, _isLeaf, isAttribute) => !isAttribute,
});

/** Reads the element-only XML that `citation.xsl` makes (namespace `urn:x-variorum:citation`); nothing where an editor's own stylesheet made something else. */
export function parseCitationXml(xml: string): CitationXml[] {
  const root = parsed(xml)?.citation as Parsed[] | undefined;
  const records = root?.[0]?.record;
  return Array.isArray(records) ? (records as unknown[]).filter(isParsed).map(recordOf) : [];
}

function parsed(xml: string): Parsed | undefined {
  try {
    return parser.parse(xml) as Parsed;
  } catch {
    return undefined;
  }
}

const isParsed = (value: unknown): value is Parsed => typeof value === 'object' && value !== null;

function recordOf(parsed: Parsed): CitationXml {
  const fields = new Map<string, Field[]>();
  for (const [name, values] of Object.entries(parsed)) {
    if (name === 'name' || name === 'record' || !Array.isArray(values)) continue;
    const read = (values as Parsed[]).map(fieldOf);
    fields.set(
      name,
      read.sort((a, b) => a.rank - b.rank),
    );
  }
  return {
    attributes: attributesOf(parsed),
    fields,
    names: ((parsed.name ?? []) as Parsed[]).map(nameOf).sort((a, b) => a.rank - b.rank),
    records: ((parsed.record ?? []) as Parsed[]).map(recordOf),
  };
}

function fieldOf(parsed: Parsed): Field {
  const attributes = attributesOf(parsed);
  return {
    value: String(parsed['#text'] ?? ''),
    at: attributes.at ?? '',
    rank: Number(attributes.rank ?? 1),
    ...(attributes.i === undefined ? {} : { i: Number(attributes.i) }),
    attributes,
  };
}

function nameOf(parsed: Parsed): NameXml {
  const parts = new Map<string, string>();
  for (const part of ['literal', 'family', 'given', 'particle', 'suffix']) {
    const text = (parsed[part] as Parsed[] | undefined)?.[0]?.['#text'];
    if (text !== undefined) parts.set(part, String(text));
  }
  return { ...fieldOf(parsed), parts };
}

function attributesOf(parsed: Parsed): Record<string, string> {
  const attributes: Record<string, string> = Object.create(null);
  for (const [name, value] of Object.entries(parsed)) {
    if (name.startsWith('@')) attributes[name.slice(1)] = String(value);
  }
  return attributes;
}
