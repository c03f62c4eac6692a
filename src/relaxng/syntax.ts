import type { Source } from '../xml/source.ts';
import type { Element } from '../xml/tree.ts';

/** Where something stands in a schema. */
export interface Origin {
  readonly source: Source;
  readonly start: number;
  readonly end: number;
}

export const RELAXNG = 'http://relaxng.org/ns/structure/1.0';
export const ANNOTATIONS = 'http://relaxng.org/ns/compatibility/annotations/1.0';

/** The full syntax of RELAX NG (§3), the same for both notations: names and datatypes are resolved, nothing is simplified. */
export type PatternSyntax = { readonly origin: Origin } & (
  | {
      readonly kind: 'element' | 'attribute';
      readonly nameClass: NameClassSyntax;
      readonly content: PatternSyntax;
      readonly documentation: string | undefined;
    }
  | { readonly kind: 'group' | 'interleave' | 'choice'; readonly items: readonly PatternSyntax[] }
  | {
      readonly kind: 'optional' | 'zeroOrMore' | 'oneOrMore' | 'list' | 'mixed';
      readonly content: PatternSyntax;
    }
  | { readonly kind: 'ref' | 'parentRef'; readonly name: string }
  | { readonly kind: 'empty' | 'notAllowed' | 'text' }
  | {
      readonly kind: 'data';
      readonly library: string;
      readonly type: string;
      readonly parameters: readonly ParameterSyntax[];
      readonly except: PatternSyntax | undefined;
      readonly scope: PrefixScope;
    }
  | {
      readonly kind: 'value';
      readonly library: string;
      readonly type: string;
      readonly value: string;
      readonly scope: PrefixScope;
      readonly documentation: string | undefined;
    }
  | ExternalSyntax
  | GrammarSyntax
);

export interface ExternalSyntax {
  readonly kind: 'externalRef';
  readonly href: string;
  /** What `href` is relative to. */
  readonly base: string;
  /** What the referenced schema has as `ns` where it says nothing itself. */
  readonly namespace: string;
  readonly origin: Origin;
}

export interface GrammarSyntax {
  readonly kind: 'grammar';
  readonly items: readonly GrammarItem[];
  readonly origin: Origin;
}

export type GrammarItem = DefinitionSyntax | DivSyntax | IncludeSyntax;

export interface DefinitionSyntax {
  readonly kind: 'define';
  /** `undefined` for `start`. */
  readonly name: string | undefined;
  readonly combine: 'choice' | 'interleave' | undefined;
  readonly content: PatternSyntax;
  readonly origin: Origin;
}

export interface DivSyntax {
  readonly kind: 'div';
  readonly items: readonly GrammarItem[];
}

export interface IncludeSyntax {
  readonly kind: 'include';
  readonly href: string;
  readonly base: string;
  readonly namespace: string;
  readonly items: readonly GrammarItem[];
  readonly origin: Origin;
}

export type NameClassSyntax = { readonly origin: Origin } & (
  | { readonly kind: 'name'; readonly namespace: string; readonly local: string }
  | { readonly kind: 'anyName'; readonly except: NameClassSyntax | undefined }
  | { readonly kind: 'nsName'; readonly namespace: string; readonly except: NameClassSyntax | undefined }
  | { readonly kind: 'choice'; readonly items: readonly NameClassSyntax[] }
);

export interface ParameterSyntax {
  readonly name: string;
  readonly value: string;
  readonly origin: Origin;
}

/** The prefixes in scope at a value; '' is the `ns` that holds there. */
export type PrefixScope = ReadonlyMap<string, string>;

/** One schema file as it was read. */
export interface SchemaFile {
  readonly source: Source;
  readonly pattern: PatternSyntax;
  /** Elements of other vocabularies, Schematron among them, that stand outside or inside patterns. */
  readonly annotations: readonly Element[];
  /** The files that it refers to, in its order. */
  readonly references: readonly (IncludeSyntax | ExternalSyntax)[];
}
