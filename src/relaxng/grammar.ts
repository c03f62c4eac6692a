import type { Problems } from './problems.ts';
import type {
  DefinitionSyntax,
  GrammarItem,
  GrammarSyntax,
  IncludeSyntax,
  Origin,
  SchemaFile,
} from './syntax.ts';

/** All that is said of one name of a grammar. */
export interface Definition {
  /** `undefined` for `start`. */
  readonly name: string | undefined;
  readonly parts: DefinitionSyntax[];
}

/** A grammar after its includes were merged into it (RELAX NG §4.7, §4.17, §4.18). */
export interface Grammar {
  readonly start: Definition | undefined;
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly parent: Grammar | undefined;
}

/** The file that a reference means, once it was loaded. */
export type FileOf = (reference: { href: string; base: string; namespace: string }) => SchemaFile | undefined;

export function grammarOf(
  syntax: GrammarSyntax,
  parent: Grammar | undefined,
  fileOf: FileOf,
  problems: Problems,
): Grammar {
  const definitions = new Map<string | undefined, Definition>();
  for (const part of merged(syntax.items, fileOf, problems)) {
    const known = definitions.get(part.name);
    if (known === undefined) definitions.set(part.name, { name: part.name, parts: [part] });
    else known.parts.push(part);
  }
  for (const definition of definitions.values()) checkCombine(definition, problems);
  const start = definitions.get(undefined);
  definitions.delete(undefined);
  return { start, definitions: definitions as Map<string, Definition>, parent };
}

/** The definitions of a grammar and of what it includes, those that an include replaces left out. */
function merged(items: readonly GrammarItem[], fileOf: FileOf, problems: Problems): DefinitionSyntax[] {
  const found: DefinitionSyntax[] = [];
  for (const item of items) {
    if (item.kind === 'define') found.push(item);
    else if (item.kind === 'div') found.push(...merged(item.items, fileOf, problems));
    else found.push(...included(item, fileOf, problems));
  }
  return found;
}

function included(item: IncludeSyntax, fileOf: FileOf, problems: Problems): DefinitionSyntax[] {
  const own = merged(item.items, fileOf, problems);
  const file = fileOf(item);
  if (file === undefined) return own;
  if (file.pattern.kind !== 'grammar') {
    problems.add('schema-wrong-syntax', item.origin, {
      what: `“${item.href}” is not a grammar, so it cannot be included`,
    });
    return own;
  }
  const theirs = merged(file.pattern.items, fileOf, problems);
  const replaced = new Set(own.map((each) => each.name));
  for (const name of replaced) {
    if (theirs.some((each) => each.name === name)) continue;
    const origin = own.find((each) => each.name === name)!.origin;
    problems.add('schema-wrong-override', origin, { name: name ?? 'start' });
  }
  return [...theirs.filter((each) => !replaced.has(each.name)), ...own];
}

function checkCombine({ name, parts }: Definition, problems: Problems): void {
  if (parts.length < 2) return;
  const silent = parts.filter((each) => each.combine === undefined);
  const spoken = parts.filter((each) => each.combine !== undefined);
  const odd = silent[1] ?? spoken.find((each) => each.combine !== spoken[0]!.combine);
  if (odd === undefined) return;
  const why =
    silent.length > 1 ? 'more than one of the definitions has no “combine”' : 'not all in the same way';
  const first = parts.find((each) => each !== odd)!;
  problems.add(
    'schema-wrong-combine',
    odd.origin,
    { name: name ?? 'start', why },
    {
      related: [{ message: 'It is defined here too', origin: first.origin as Origin }],
    },
  );
}
