import type { Attribute } from '../xml/events.ts';
import { XML } from '../xml/name.ts';
import { attribute, type Document, type Element } from '../xml/tree.ts';
import type { AttributeUse, CorpusDocument } from './corpus-document.ts';
import { holdsPointers } from './pointer-attributes.ts';
import { tokensOf } from './token.ts';
import { resolveAgainst } from './uri.ts';

/** One pointer as it stands in an attribute: a word of its value, with its own span. */
export interface Pointer {
  readonly document: CorpusDocument;
  readonly element: Element;
  readonly attribute: Attribute;
  readonly value: string;
  readonly start: number;
  readonly end: number;
  /** The `xml:base` in scope, resolved against those around it, or undefined where the file gives none. */
  readonly base: string | undefined;
}

const pointerTables = new WeakMap<CorpusDocument, readonly Pointer[]>();

/** Every pointer of every TEI element of a document, in its order. */
export function pointersOf(document: CorpusDocument): readonly Pointer[] {
  let pointers = pointerTables.get(document);
  if (pointers === undefined) {
    pointers = readPointers(document);
    pointerTables.set(document, pointers);
  }
  return pointers;
}

function readPointers(document: CorpusDocument): Pointer[] {
  const names = [...document.attributeNames()];
  const hasBases = names.includes('xml:base');
  return names
    .filter((name) => !name.includes(':'))
    .flatMap((name) =>
      document
        .attributes(name)
        .filter((use) => holdsPointers(use.element.name.local, name) || isAssertedId(use)),
    )
    .flatMap(({ element, attribute }) => pointersIn(document, element, attribute, hasBases))
    .sort((a, b) => a.start - b.start);
}

/** `certainty/@assertedValue` is any word to the Guidelines; one that begins with `#` asserts who or what an element means. */
function isAssertedId({ element, attribute }: AttributeUse): boolean {
  return (
    attribute.name.local === 'assertedValue' &&
    element.name.local === 'certainty' &&
    attribute.value.trim().startsWith('#')
  );
}

/** The pointers of one attribute. */
export function pointersIn(
  document: CorpusDocument,
  element: Element,
  attribute: Attribute,
  hasBases = true,
): Pointer[] {
  const tokens = tokensOf(attribute, document.source);
  const base = hasBases && tokens.length > 0 ? baseOf(element) : undefined;
  return tokens.map(({ value, start, end }) => ({ document, element, attribute, value, start, end, base }));
}

/** The `xml:base` in scope at an element, each resolved against the one around it (XML Base §3); undefined where there is none. */
export function baseOf(element: Element): string | undefined {
  const bases: string[] = [];
  for (let at: Element | Document = element; at.nodeType === 1; at = at.parentNode) {
    const base = attribute(at, 'base', XML);
    if (base !== undefined) bases.push(base.trim());
  }
  return bases.length === 0 ? undefined : bases.reduceRight((outer, inner) => resolveAgainst(outer, inner));
}
