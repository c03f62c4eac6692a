import { type Datatype, DatatypeFault, type IdType, type Parameter, type ValueContext } from './datatype.ts';
import { type Facet, facetOf } from './facets.ts';
import type { Primitive } from './primitive.ts';
import * as kinds from './primitive.ts';
import { collapsed, itemsOf, replaced } from './white-space.ts';

export const XML_SCHEMA = 'http://www.w3.org/2001/XMLSchema-datatypes';

interface Type {
  readonly primitive: Primitive;
  readonly space: 'preserve' | 'replace' | 'collapse';
  readonly bounds?: readonly [least: string | undefined, most: string | undefined];
  readonly isList?: boolean;
  readonly idType?: IdType;
}

const of = (primitive: Primitive, more: Partial<Type> = {}): Type => ({
  primitive,
  space: 'collapse',
  ...more,
});
const between = (least: string | undefined, most: string | undefined): Type =>
  of(kinds.integer, { bounds: [least, most] });

/** The types of XML Schema part 2; the two of XPath's data model that jing knows too are strings. */
const types: ReadonlyMap<string, Type> = new Map(
  Object.entries({
    string: of(kinds.text, { space: 'preserve' }),
    normalizedString: of(kinds.text, { space: 'replace' }),
    anyAtomicType: of(kinds.text, { space: 'preserve' }),
    untypedAtomic: of(kinds.text, { space: 'preserve' }),
    token: of(kinds.text),
    language: of(kinds.language),
    Name: of(kinds.name),
    NCName: of(kinds.ncName),
    NMTOKEN: of(kinds.nameToken),
    NMTOKENS: of(kinds.nameToken, { isList: true }),
    ID: of(kinds.ncName, { idType: 'ID' }),
    IDREF: of(kinds.ncName, { idType: 'IDREF' }),
    IDREFS: of(kinds.ncName, { idType: 'IDREFS', isList: true }),
    ENTITY: of(kinds.entity),
    ENTITIES: of(kinds.entity, { isList: true }),
    anyURI: of(kinds.uri),
    QName: of(kinds.qName),
    NOTATION: of(kinds.qName),
    boolean: of(kinds.boolean),
    base64Binary: of(kinds.base64Binary),
    hexBinary: of(kinds.hexBinary),
    float: of(kinds.float),
    double: of(kinds.double),
    decimal: of(kinds.decimal),
    integer: of(kinds.integer),
    nonPositiveInteger: between(undefined, '0'),
    negativeInteger: between(undefined, '-1'),
    nonNegativeInteger: between('0', undefined),
    positiveInteger: between('1', undefined),
    long: between('-9223372036854775808', '9223372036854775807'),
    int: between('-2147483648', '2147483647'),
    short: between('-32768', '32767'),
    byte: between('-128', '127'),
    unsignedLong: between('0', '18446744073709551615'),
    unsignedInt: between('0', '4294967295'),
    unsignedShort: between('0', '65535'),
    unsignedByte: between('0', '255'),
    duration: of(kinds.duration),
    dateTime: of(kinds.moment('dateTime')),
    date: of(kinds.moment('date')),
    time: of(kinds.moment('time')),
    gYearMonth: of(kinds.moment('gYearMonth')),
    gYear: of(kinds.moment('gYear')),
    gMonthDay: of(kinds.moment('gMonthDay')),
    gDay: of(kinds.moment('gDay')),
    gMonth: of(kinds.moment('gMonth')),
  }),
);

export function xmlSchemaTypes(): string[] {
  return [...types.keys()];
}

/** Makes a type of XML Schema part 2 with its facets. Throws a `DatatypeFault`. */
export function xmlSchemaDatatype(
  name: string,
  parameters: readonly Parameter[],
  context: ValueContext,
): Datatype {
  const type = types.get(name);
  if (type === undefined) throw new DatatypeFault('type', name);
  return new XmlSchemaDatatype(name, type, parameters, context);
}

const noContext: ValueContext = { lookup: () => undefined };

class XmlSchemaDatatype implements Datatype {
  readonly library = XML_SCHEMA;
  readonly name: string;
  readonly parameters: readonly Parameter[];
  readonly idType: IdType | undefined;
  readonly dependsOnContext: boolean;
  private readonly type: Type;
  private readonly facets: readonly Facet[];
  private readonly least: unknown;
  private readonly most: unknown;

  constructor(name: string, type: Type, parameters: readonly Parameter[], context: ValueContext) {
    this.name = name;
    this.type = type;
    this.parameters = parameters;
    this.idType = type.idType;
    this.dependsOnContext = type.primitive.dependsOnContext === true;
    this.facets = parameters.map((each, index) => {
      const facet = facetOf(each, type.primitive, type.isList === true, context);
      if (typeof facet === 'string') throw new DatatypeFault('parameter', facet, index);
      return facet;
    });
    const [least, most] = type.bounds ?? [];
    this.least = least === undefined ? undefined : type.primitive.read(least, noContext);
    this.most = most === undefined ? undefined : type.primitive.read(most, noContext);
  }

  allows(value: string, context: ValueContext): boolean {
    return this.read(value, context) !== undefined;
  }

  key(value: string, context: ValueContext): string | undefined {
    const read = this.read(value, context);
    if (read === undefined) return undefined;
    const { primitive, isList } = this.type;
    return isList === true
      ? (read as unknown[]).map((each) => primitive.key(each)).join(' ')
      : primitive.key(read);
  }

  private read(value: string, context: ValueContext): unknown {
    const { primitive, space, isList } = this.type;
    const text = space === 'collapse' ? collapsed(value) : space === 'replace' ? replaced(value) : value;
    let read: unknown;
    if (isList === true) {
      const items = itemsOf(text).map((each) => primitive.read(each, context));
      if (items.length === 0 || items.includes(undefined)) return undefined;
      read = items;
    } else {
      read = primitive.read(text, context);
      if (read === undefined) return undefined;
      if (this.least !== undefined && primitive.compare!(read, this.least)! < 0) return undefined;
      if (this.most !== undefined && primitive.compare!(read, this.most)! > 0) return undefined;
    }
    for (const facet of this.facets) if (!facet(read, text)) return undefined;
    return read;
  }
}
