import { type Datatype, DatatypeFault, type Parameter, type ValueContext } from './datatype.ts';
import { collapsed } from './white-space.ts';
import { XML_SCHEMA, xmlSchemaDatatype, xmlSchemaTypes } from './xml-schema.ts';

/** The compatibility types of DTDs (RELAX NG DTD Compatibility §2.4). */
const COMPATIBILITY = 'http://relaxng.org/ns/compatibility/datatypes/1.0';

/** The types that RELAX NG itself has (RELAX NG §7.3): every string, with white space as it is or collapsed. */
class BuiltIn implements Datatype {
  readonly library = '';
  readonly name: string;
  readonly parameters = [];
  readonly idType = undefined;
  readonly dependsOnContext = false;

  constructor(name: string) {
    this.name = name;
  }

  allows(): boolean {
    return true;
  }

  key(value: string): string {
    return this.name === 'token' ? collapsed(value) : value;
  }
}

/** Makes the type of a library by name, narrowed by parameters. Throws a `DatatypeFault`. */
export function datatype(
  library: string,
  name: string,
  parameters: readonly Parameter[],
  context: ValueContext,
): Datatype {
  if (library === XML_SCHEMA) return xmlSchemaDatatype(name, parameters, context);
  if (library === '') {
    if (name !== 'string' && name !== 'token') throw new DatatypeFault('type', name);
    if (parameters.length > 0) throw new DatatypeFault('parameter', 'the built-in types have none', 0);
    return new BuiltIn(name);
  }
  if (library === COMPATIBILITY) {
    if (name !== 'ID' && name !== 'IDREF' && name !== 'IDREFS') throw new DatatypeFault('type', name);
    if (parameters.length > 0) throw new DatatypeFault('parameter', 'the compatibility types have none', 0);
    return xmlSchemaDatatype(name, [], context);
  }
  throw new DatatypeFault('library', library);
}

/** The names of the types of a library, for what a misspelt one may have meant. */
export function typesOf(library: string): string[] {
  if (library === XML_SCHEMA) return xmlSchemaTypes();
  return library === '' ? ['string', 'token'] : ['ID', 'IDREF', 'IDREFS'];
}
