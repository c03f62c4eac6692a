import type { Place } from '../diagnostics/place.ts';

/** A Schematron schema as it counts (ISO/IEC 19757-3): inclusions done, abstract patterns and rules put in their places. */
export interface SchematronSchema {
  readonly path: string;
  readonly title: string;
  readonly namespaces: Readonly<Record<string, string>>;
  readonly lets: readonly Let[];
  readonly keys: readonly Key[];
  readonly functions: readonly XslFunction[];
  readonly phases: readonly Phase[];
  readonly defaultPhase: string | undefined;
  readonly patterns: readonly Pattern[];
  readonly diagnostics: ReadonlyMap<string, readonly MessagePart[]>;
}

/** A variable. Its value is an expression, or what its content says. */
export interface Let {
  readonly name: string;
  readonly value: string;
  readonly place: Place;
}

/** An `xsl:key`. */
export interface Key {
  readonly name: string;
  readonly match: string;
  readonly use: string;
  readonly place: Place;
}

/** An `xsl:function` of one expression. */
export interface XslFunction {
  readonly name: string;
  readonly parameters: readonly string[];
  readonly lets: readonly Let[];
  readonly value: string;
  readonly place: Place;
}

export interface Phase {
  readonly id: string;
  readonly lets: readonly Let[];
  readonly active: readonly string[];
  readonly place: Place;
}

export interface Pattern {
  readonly id: string;
  readonly lets: readonly Let[];
  readonly rules: readonly Rule[];
  readonly place: Place;
}

/** Within a pattern, a node fires the first rule whose context matches it, and only that one. */
export interface Rule {
  readonly context: string;
  readonly lets: readonly Let[];
  readonly checks: readonly Check[];
  readonly role: string;
  readonly place: Place;
}

export interface Check {
  readonly kind: 'assert' | 'report';
  readonly test: string;
  readonly id: string;
  readonly role: string;
  readonly message: readonly MessagePart[];
  readonly diagnostics: readonly string[];
  readonly place: Place;
}

/** A piece of a message: words, the name of a node (`path` from the context, '.' for itself), or the value of an expression. */
export type MessagePart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'name'; readonly path: string; readonly place: Place }
  | { readonly kind: 'value'; readonly select: string; readonly place: Place };

export const SCHEMATRON = 'http://purl.oclc.org/dsdl/schematron';
export const XSLT = 'http://www.w3.org/1999/XSL/Transform';
