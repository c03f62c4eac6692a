import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { loadSchema } from '../../src/relaxng/load-schema.ts';
import type { GrammarItem, PatternSyntax } from '../../src/relaxng/syntax.ts';

export type Pattern = PatternSyntax;
export type Named = Extract<Pattern, { kind: 'element' | 'attribute' }>;

const root = new URL('../../', import.meta.url);

/** A schema as a generator needs it: its definitions by name, in the order in which they are written. */
export interface Grammar {
  readonly start: Pattern;
  readonly definitions: ReadonlyMap<string, Pattern>;
}

/** Reads a schema without overrides or combined definitions, as the profile is; `files` stand before those on disk. */
export async function readGrammar(path: string, files: Record<string, string> = {}): Promise<Grammar> {
  const read = async (each: string) => {
    const given = files[each];
    return given === undefined
      ? readFile(fileURLToPath(new URL(each, root)))
      : new TextEncoder().encode(given);
  };
  const faults: string[] = [];
  const schema = await loadSchema(path, read, (fault) => faults.push(fault.message));
  if (schema === undefined) throw new Error(faults.join('\n'));
  const definitions = new Map<string, Pattern>();
  const collect = (items: readonly GrammarItem[]) => {
    for (const item of items) {
      if (item.kind === 'define') {
        const name = item.name ?? '';
        if (definitions.has(name)) throw new Error(`${name} is defined twice`);
        definitions.set(name, item.content);
      } else if (item.kind === 'include') {
        const included = schema.fileOf(item)?.pattern;
        if (included?.kind !== 'grammar' || item.items.length > 0)
          throw new Error(`cannot follow ${item.href}`);
        collect(included.items);
      } else {
        collect(item.items);
      }
    }
  };
  if (schema.root.pattern.kind !== 'grammar') throw new Error(`${path} is no grammar`);
  collect(schema.root.pattern.items);
  const start = definitions.get('');
  if (start === undefined) throw new Error(`${path} has no start`);
  return { start, definitions };
}

/** Every pattern that can be reached from the start, each once. */
export function reachable(grammar: Grammar): Set<Pattern> {
  const found = new Set<Pattern>();
  const visit = (pattern: Pattern): void => {
    if (found.has(pattern)) return;
    found.add(pattern);
    for (const part of partsOf(grammar, pattern)) visit(part);
  };
  visit(grammar.start);
  return found;
}

/** What a pattern is made of; a reference leads to its definition. */
export function partsOf({ definitions }: Grammar, pattern: Pattern): readonly Pattern[] {
  switch (pattern.kind) {
    case 'ref': {
      const definition = definitions.get(pattern.name);
      if (definition === undefined) throw new Error(`${pattern.name} is not defined`);
      return [definition];
    }
    case 'group':
    case 'interleave':
    case 'choice':
      return pattern.items;
    case 'element':
    case 'attribute':
    case 'optional':
    case 'zeroOrMore':
    case 'oneOrMore':
    case 'list':
    case 'mixed':
      return [pattern.content];
    case 'empty':
    case 'text':
    case 'data':
    case 'value':
      return [];
    default:
      throw new Error(`the generator has no ${pattern.kind}`);
  }
}

export function nameOf(pattern: Named): string {
  const { nameClass } = pattern;
  if (nameClass.kind !== 'name') throw new Error('the generator has no open names');
  const isXml = nameClass.namespace === 'http://www.w3.org/XML/1998/namespace';
  return isXml ? `xml:${nameClass.local}` : nameClass.local;
}
