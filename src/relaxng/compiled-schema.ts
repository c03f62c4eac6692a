import type { Datatype, Parameter } from './datatypes/datatype.ts';
import { mentionedIn, type NameClass } from './name-class.ts';
import type { Kind, Pattern } from './pattern.ts';
import type { PlacedDeclaration, SimpleSchema } from './simplify.ts';

/** Raise it whenever the tables change their meaning: kept schemas of another format are made anew. */
export const FORMAT = 2;

/** The order is part of the format. */
export const kinds: readonly Kind[] = [
  'empty',
  'notAllowed',
  'text',
  'choice',
  'group',
  'interleave',
  'oneOrMore',
  'element',
  'attribute',
  'data',
  'value',
  'list',
];

/** A kind's number, then: the numbers of the parts; of an element its declaration; of an attribute class, value and documentation; of data type and exception; of a value type, text, key and documentation. */
export type Node = readonly (number | string)[];

/** A schema as plain data: it can be written as JSON and read again without the schema's files. */
export interface CompiledSchema {
  readonly format: number;
  /** The files that it was made of, with the SHA-256 of each. */
  readonly closure: readonly { readonly path: string; readonly hash: string }[];
  readonly start: number;
  /** Parts stand before what they are part of. */
  readonly nodes: readonly Node[];
  /** Name class, content and documentation of each declaration. */
  readonly declarations: readonly (readonly [number, number, number])[];
  readonly classes: readonly NameClass[];
  readonly datatypes: readonly (readonly [library: string, name: string, parameters: readonly Parameter[]])[];
  /** Every name that the schema mentions, namespace and local name. */
  readonly names: readonly (readonly [string, string])[];
  /** Every namespace that it mentions. */
  readonly namespaces: readonly string[];
  /** A JSON array of texts, read when the first is wanted. */
  readonly documentation: string;
  readonly checksIds: boolean;
}

/** Writes a schema as tables. */
export function tablesOf(
  schema: SimpleSchema,
  reached: readonly PlacedDeclaration[],
  closure: CompiledSchema['closure'],
  checksIds: boolean,
): CompiledSchema {
  const nodes: Node[] = [];
  const numbers = new Map<Pattern, number>();
  const classes = new Table<NameClass>((each) => JSON.stringify(each));
  const datatypes = new Table<Datatype>((each) => JSON.stringify([each.library, each.name, each.parameters]));
  const declared = new Map(reached.map((each, index) => [each.id, index]));

  const numberOf = (pattern: Pattern): number => {
    const known = numbers.get(pattern);
    if (known !== undefined) return known;
    const node = [kinds.indexOf(pattern.kind), ...partsOf(pattern)];
    const number = nodes.push(node) - 1;
    numbers.set(pattern, number);
    return number;
  };
  const partsOf = (pattern: Pattern): (number | string)[] => {
    const { kind, items, documentation } = pattern;
    switch (kind) {
      case 'element':
        return [declared.get(pattern.declaration!.id)!];
      case 'attribute':
        return [classes.number(pattern.nameClass!), numberOf(items[0]!), documentation];
      case 'data':
        return [datatypes.number(pattern.datatype!), items[0] === undefined ? -1 : numberOf(items[0])];
      case 'value':
        return [datatypes.number(pattern.datatype!), pattern.value, pattern.key, documentation];
      default:
        return items.map(numberOf);
    }
  };

  const start = numberOf(schema.start);
  const declarations = reached.map(
    (each) => [classes.number(each.nameClass), numberOf(each.content), each.documentation] as const,
  );
  const names = new Map<string, readonly [string, string]>();
  const namespaces = new Set<string>();
  for (const each of classes.items) {
    mentionedIn(
      each,
      ({ namespace, local }) => {
        names.set(`${namespace} ${local}`, [namespace, local]);
        namespaces.add(namespace);
      },
      (namespace) => namespaces.add(namespace),
    );
  }
  return {
    format: FORMAT,
    closure,
    start,
    nodes,
    declarations,
    classes: classes.items,
    datatypes: datatypes.items.map((each) => [each.library, each.name, each.parameters] as const),
    names: [...names.values()],
    namespaces: [...namespaces],
    documentation: JSON.stringify(schema.documentation),
    checksIds,
  };
}

/** Things by number, equal ones once. */
class Table<Item> {
  readonly items: Item[] = [];
  private readonly numbers = new Map<string, number>();
  private readonly known = new Map<Item, number>();
  private readonly keyOf: (item: Item) => string;

  constructor(keyOf: (item: Item) => string) {
    this.keyOf = keyOf;
  }

  number(item: Item): number {
    let number = this.known.get(item);
    if (number !== undefined) return number;
    const key = this.keyOf(item);
    number = this.numbers.get(key);
    if (number === undefined) {
      number = this.items.push(item) - 1;
      this.numbers.set(key, number);
    }
    this.known.set(item, number);
    return number;
  }
}
