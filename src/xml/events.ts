import type { Name } from './name.ts';

/** An attribute as it counts (entities expanded, value normalised) and where it stands. A default from the internal subset has `isDefault` and the span of the start tag. */
export interface Attribute {
  readonly name: Name;
  readonly value: string;
  readonly start: number;
  readonly end: number;
  readonly valueStart: number;
  readonly valueEnd: number;
  readonly isDefault: boolean;
}

/** The namespaces in scope at an element. */
export interface Scope {
  /** The namespace bound to a prefix ('' is the default one), or undefined. */
  lookup(prefix: string): string | undefined;
  /** Every binding in scope, the innermost winning, `xml` left out. */
  bindings(): ReadonlyMap<string, string>;
}

/** What a document says, in its order. Spans are offsets into the source; what an entity yields has the span of the reference. Namespace declarations are not among the attributes. */
export interface Handler {
  startElement?(name: Name, attributes: readonly Attribute[], scope: Scope, start: number, end: number): void;
  /** `start`–`end` is the end tag; for an empty-element tag the tag itself. */
  endElement?(name: Name, start: number, end: number): void;
  /** Character data with line ends normalised and references resolved. Text between two tags may come in several pieces. */
  text?(value: string, start: number, end: number): void;
  comment?(value: string, start: number, end: number): void;
  processingInstruction?(target: string, data: string, start: number, end: number): void;
  doctype?(
    name: string,
    publicId: string | undefined,
    systemId: string | undefined,
    start: number,
    end: number,
  ): void;
}
