import type { Datatype } from './datatypes/datatype.ts';
import type { NameClass } from './name-class.ts';

export type Kind =
  | 'empty'
  | 'notAllowed'
  | 'text'
  | 'choice'
  | 'group'
  | 'interleave'
  | 'oneOrMore'
  | 'element'
  | 'attribute'
  | 'data'
  | 'value'
  | 'list';

/** One `element` of the simplified schema. Its content is made when it is first wanted. */
export interface Declaration {
  readonly id: number;
  readonly nameClass: NameClass;
  /** Its number in the schema's documentation; -1 without. */
  readonly documentation: number;
  readonly content: Pattern;
}

/** The declarations that accept a name at a point, each with what may follow. */
export interface Transition {
  readonly declarations: readonly Declaration[];
  readonly next: readonly Pattern[];
}

/**
 * A pattern of the simplified schema (RELAX NG §4.22), or what is left of one after part of a document.
 * Patterns are made by `Patterns` only: equal ones are the same object, and carry what was found out about them.
 */
export class Pattern {
  readonly id: number;
  readonly kind: Kind;
  /** The alternatives of a choice, the two parts of a group or interleave, or the one content of `oneOrMore`, `attribute` and `list`; the exception of `data`. */
  readonly items: readonly Pattern[];
  /** Whether no content at all matches. */
  readonly isNullable: boolean;
  readonly hasAttributes: boolean;
  readonly hasText: boolean;
  /** Whether `data`, `value` or `list` is in it, attributes left out. */
  readonly hasStrings: boolean;
  readonly hasElements: boolean;
  /** Whether an element in it has a name class that is not a list of names. */
  readonly hasOpenNames: boolean;
  readonly declaration: Declaration | undefined;
  readonly nameClass: NameClass | undefined;
  readonly datatype: Datatype | undefined;
  /** The value as the schema writes it. */
  readonly value: string;
  /** The key of the value by its datatype. */
  readonly key: string;
  /** Its number in the schema's documentation; -1 without. */
  readonly documentation: number;
  /** Whether the same string may match at one place and not at another. */
  readonly dependsOnContext: boolean;

  /** What is left after an element of a declaration. */
  afterElement: Map<Declaration, Pattern> | undefined;
  afterText: Pattern | undefined;
  /** What is left when no more attributes come. */
  afterAttributes: Pattern | undefined;
  /** What may come next by name, as the validator found it. */
  transitions: Map<number, Transition> | undefined;
  /** Which strings match. */
  matches: Map<string, boolean> | undefined;

  constructor(id: number, kind: Kind, items: readonly Pattern[], more: Partial<Pattern>) {
    this.id = id;
    this.kind = kind;
    this.items = items;
    this.declaration = more.declaration;
    this.nameClass = more.nameClass;
    this.datatype = more.datatype;
    this.value = more.value ?? '';
    this.key = more.key ?? '';
    this.documentation = more.documentation ?? -1;
    this.afterElement = undefined;
    this.afterText = undefined;
    this.afterAttributes = undefined;
    this.transitions = undefined;
    this.matches = undefined;
    let [isNullable, hasNullable] = [true, false];
    let dependsOnContext = more.datatype?.dependsOnContext === true;
    let hasAttributes = kind === 'attribute';
    let hasText = kind === 'text';
    let hasStrings = kind === 'data' || kind === 'value' || kind === 'list';
    let hasElements = kind === 'element';
    let hasOpenNames = more.declaration !== undefined && more.declaration.nameClass.kind !== 'name';
    const isOpaque = hasStrings || hasAttributes;
    for (const each of items) {
      dependsOnContext ||= each.dependsOnContext;
      isNullable &&= each.isNullable;
      hasNullable ||= each.isNullable;
      if (isOpaque) continue;
      hasAttributes ||= each.hasAttributes;
      hasText ||= each.hasText;
      hasStrings ||= each.hasStrings;
      hasElements ||= each.hasElements;
      hasOpenNames ||= each.hasOpenNames;
    }
    const isJoined = kind === 'group' || kind === 'interleave' || kind === 'oneOrMore';
    this.isNullable =
      kind === 'empty' || kind === 'text' || (kind === 'choice' ? hasNullable : isJoined && isNullable);
    this.dependsOnContext = dependsOnContext;
    this.hasAttributes = hasAttributes;
    this.hasText = hasText;
    this.hasStrings = hasStrings;
    this.hasElements = hasElements;
    this.hasOpenNames = hasOpenNames;
  }
}

/** Makes patterns, simplified as RELAX NG §4.20 and §4.21 say, one object for each. */
export class Patterns {
  private readonly known = new Map<string, Pattern>();
  private readonly classKeys = new Map<NameClass, string>();
  private nextId = 0;
  readonly empty: Pattern = this.make('empty', '', []);
  readonly notAllowed: Pattern = this.make('notAllowed', '', []);
  readonly text: Pattern = this.make('text', '', []);

  private make(kind: Kind, key: string, items: readonly Pattern[], more: Partial<Pattern> = {}): Pattern {
    const whole = `${kind} ${key}`;
    let pattern = this.known.get(whole);
    if (pattern === undefined) {
      pattern = new Pattern(this.nextId++, kind, items, more);
      this.known.set(whole, pattern);
    }
    return pattern;
  }

  /** A choice as the schema writes it: choices inside it stay whole, so that what definitions share is derived once. */
  alternatives(items: readonly Pattern[]): Pattern {
    const found = new Set<Pattern>();
    for (const each of items) {
      if (each.kind === 'choice' && each.items.length <= 3) for (const inner of each.items) found.add(inner);
      else if (each !== this.notAllowed) found.add(each);
    }
    return this.choose(found, false);
  }

  /** A choice of what is left after something: all its alternatives in one, in one order, so that there are few states. */
  choice(items: readonly Pattern[]): Pattern {
    const found = new Set<Pattern>();
    const add = (each: Pattern): void => {
      if (each.kind === 'choice') for (const inner of each.items) add(inner);
      else if (each !== this.notAllowed) found.add(each);
    };
    for (const each of items) add(each);
    return this.choose(found, true);
  }

  private choose(found: Set<Pattern>, isSorted: boolean): Pattern {
    if (found.size === 0) return this.notAllowed;
    if (found.size > 1 && found.has(this.empty)) {
      for (const each of found) {
        if (each !== this.empty && each.isNullable) {
          found.delete(this.empty);
          break;
        }
      }
    }
    if (found.size === 1) return found.values().next().value!;
    const all = [...found];
    if (isSorted) all.sort((a, b) => a.id - b.id);
    let key = '';
    for (const each of all) key += `${each.id},`;
    return this.make('choice', key, all);
  }

  group(a: Pattern, b: Pattern): Pattern {
    if (a === this.notAllowed || b === this.notAllowed) return this.notAllowed;
    if (a === this.empty) return b;
    if (b === this.empty) return a;
    return this.make('group', `${a.id},${b.id}`, [a, b]);
  }

  interleave(a: Pattern, b: Pattern): Pattern {
    if (a === this.notAllowed || b === this.notAllowed) return this.notAllowed;
    if (a === this.empty) return b;
    if (b === this.empty) return a;
    return a.id <= b.id
      ? this.make('interleave', `${a.id},${b.id}`, [a, b])
      : this.make('interleave', `${b.id},${a.id}`, [b, a]);
  }

  /** Many parts, halved and halved again so that the depth stays small. */
  all(kind: 'group' | 'interleave', items: readonly Pattern[]): Pattern {
    if (items.length === 0) return this.empty;
    if (items.length === 1) return items[0]!;
    const half = items.length > 16 ? items.length >> 1 : 1;
    return this[kind](this.all(kind, items.slice(0, half)), this.all(kind, items.slice(half)));
  }

  oneOrMore(item: Pattern): Pattern {
    if (item === this.notAllowed || item === this.empty || item === this.text || item.kind === 'oneOrMore')
      return item;
    return this.make('oneOrMore', String(item.id), [item]);
  }

  element(declaration: Declaration): Pattern {
    return this.make('element', String(declaration.id), [], { declaration });
  }

  attribute(nameClass: NameClass, value: Pattern, documentation: number): Pattern {
    if (value === this.notAllowed) return value;
    const key = `${this.classKey(nameClass)} ${value.id} ${documentation}`;
    return this.make('attribute', key, [value], { nameClass, documentation });
  }

  data(datatype: Datatype, except: Pattern): Pattern {
    const items = except === this.notAllowed ? [] : [except];
    return this.make('data', `${keyOf(datatype)} ${items[0]?.id ?? ''}`, items, { datatype });
  }

  value(datatype: Datatype, value: string, key: string, documentation: number): Pattern {
    const whole = JSON.stringify([keyOf(datatype), value, key, documentation]);
    return this.make('value', whole, [], { datatype, value, key, documentation });
  }

  list(item: Pattern): Pattern {
    return item === this.notAllowed ? item : this.make('list', String(item.id), [item]);
  }

  private classKey(nameClass: NameClass): string {
    if (nameClass.kind === 'name') return `{${nameClass.namespace}}${nameClass.local}`;
    let key = this.classKeys.get(nameClass);
    if (key === undefined) {
      key = JSON.stringify(nameClass);
      this.classKeys.set(nameClass, key);
    }
    return key;
  }
}

const datatypeKeys = new WeakMap<Datatype, string>();
function keyOf(datatype: Datatype): string {
  let key = datatypeKeys.get(datatype);
  if (key === undefined) {
    const parameters = datatype.parameters.map((each) => [each.name, each.value]);
    key = JSON.stringify([datatype.library, datatype.name, parameters]);
    datatypeKeys.set(datatype, key);
  }
  return key;
}
