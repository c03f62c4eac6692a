import type { Attribute } from '../xml/events.ts';
import { attributeNode, type Element } from '../xml/tree.ts';
import type { CorpusDocument } from './corpus-document.ts';
import { type PrefixPattern, readPrefixPattern } from './prefix-pattern.ts';

/** A `prefixDef`: how pointers of one prefix are written out (TEI P5 §16.2.3, "Using Abbreviated Pointers"). */
export interface PrefixDefinition {
  readonly prefix: string;
  readonly document: CorpusDocument;
  readonly element: Element;
  readonly matchPattern: Attribute;
  /** Undefined where `@matchPattern` is not a regular expression. */
  readonly pattern: PrefixPattern | undefined;
  readonly replacementPattern: string;
}

const prefixTables = new WeakMap<CorpusDocument, ReadonlyMap<string, readonly PrefixDefinition[]>>();

/** A file's own `prefixDef`s, by prefix. */
export function prefixesOf(document: CorpusDocument): ReadonlyMap<string, readonly PrefixDefinition[]> {
  let prefixes = prefixTables.get(document);
  if (prefixes === undefined) {
    const table = new Map<string, PrefixDefinition[]>();
    for (const element of document.elements('prefixDef')) {
      const definition = readPrefixDefinition(document, element);
      if (definition === undefined) continue;
      const alike = table.get(definition.prefix);
      if (alike === undefined) table.set(definition.prefix, [definition]);
      else alike.push(definition);
    }
    prefixes = table;
    prefixTables.set(document, prefixes);
  }
  return prefixes;
}

/** Reads a `prefixDef`; one without its three attributes defines nothing (the schema says so). */
function readPrefixDefinition(document: CorpusDocument, element: Element): PrefixDefinition | undefined {
  const ident = attributeNode(element, 'ident');
  const matchPattern = attributeNode(element, 'matchPattern');
  const replacementPattern = attributeNode(element, 'replacementPattern');
  if (ident === undefined || matchPattern === undefined || replacementPattern === undefined) return undefined;
  return {
    prefix: ident.value.trim(),
    document,
    element,
    matchPattern,
    pattern: readPrefixPattern(matchPattern.value),
    replacementPattern: replacementPattern.value.trim(),
  };
}

/** Writes out the part of a pointer after its prefix, or undefined where the definition does not fit it. */
export function writeOut(definition: PrefixDefinition, rest: string): string | undefined {
  return definition.pattern?.replace(rest, definition.replacementPattern);
}
