/** What a value may need of the place where it stands: prefixes for QName and NOTATION, declared entities for ENTITY. */
export interface ValueContext {
  /** The namespace bound to a prefix ('' is the default one), or undefined. */
  lookup(prefix: string): string | undefined;
  isUnparsedEntity?(name: string): boolean;
}

export interface Parameter {
  readonly name: string;
  readonly value: string;
}

/** The DTD compatibility of a datatype (RELAX NG DTD Compatibility §5). */
export type IdType = 'ID' | 'IDREF' | 'IDREFS';

/** A set of strings with an equality: a type of a datatype library, narrowed by its parameters. */
export interface Datatype {
  readonly library: string;
  readonly name: string;
  readonly parameters: readonly Parameter[];
  readonly idType: IdType | undefined;
  /** Whether the same string may be right at one place and wrong at another. */
  readonly dependsOnContext: boolean;
  allows(value: string, context: ValueContext): boolean;
  /** The same string for equal values; undefined where the string is not of the type. */
  key(value: string, context: ValueContext): string | undefined;
}

/** Why a type cannot be made: the library or type is not known, or a parameter is wrong. */
export class DatatypeFault extends Error {
  readonly kind: 'library' | 'type' | 'parameter' | 'value' | 'cost';
  readonly parameter: number;

  constructor(kind: DatatypeFault['kind'], message: string, parameter = -1) {
    super(message);
    this.kind = kind;
    this.parameter = parameter;
  }
}
