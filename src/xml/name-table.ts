import { characterClasses, NAME_START } from './characters.ts';
import type { DeclaredAttribute } from './doctype.ts';
import type { Scope } from './events.ts';
import type { Name } from './name.ts';

/** A name as a document writes it, one object for each spelling of a parse. */
export class WrittenName {
  readonly text: string;
  readonly prefix: string;
  readonly local: string;
  /** Whether it is a QName (Namespaces in XML §4): at most one colon, something on both sides. */
  readonly isQualified: boolean;
  /** The name as that of an attribute without prefix. */
  readonly inNoNamespace: Name;
  /** The number of the start tag that last had it as an attribute. */
  lastTag = 0;
  /** What the internal subset declares for elements of this name. */
  declared: Map<string, DeclaredAttribute> | undefined;
  private readonly byNamespace = new Map<string, Name>();
  private lastScope: Scope | undefined;
  private lastName: Name | undefined;

  constructor(text: string) {
    const colon = text.indexOf(':');
    this.text = text;
    this.prefix = colon < 0 ? '' : text.slice(0, colon);
    this.local = text.slice(colon + 1);
    this.isQualified = colon < 0 || (colon > 0 && isUnprefixedName(this.local));
    this.inNoNamespace = this.in('');
  }

  /** The expanded name in a scope; undefined where the prefix is not bound. */
  resolve(scope: Scope): Name | undefined {
    if (this.lastScope !== scope) {
      const namespace = scope.lookup(this.prefix) ?? (this.prefix === '' ? '' : undefined);
      this.lastName = namespace === undefined ? undefined : this.in(namespace);
      this.lastScope = scope;
    }
    return this.lastName;
  }

  private in(namespace: string): Name {
    let name = this.byNamespace.get(namespace);
    if (name === undefined) {
      name = { prefix: this.prefix, local: this.local, namespace };
      this.byNamespace.set(namespace, name);
    }
    return name;
  }
}

/** Whether it could begin a name and has no colon; that its characters are name characters is known. */
function isUnprefixedName(text: string): boolean {
  const first = text.codePointAt(0) ?? 0;
  const canStart = first > 0xffff || (characterClasses(false)[first]! & NAME_START) !== 0;
  return canStart && !text.includes(':');
}

const slots = 2048;

/** Interns names straight from the source, so that a name seen before costs no string. */
export class NameTable {
  private readonly recent: (WrittenName | undefined)[] = new Array(slots).fill(undefined);
  private readonly all = new Map<string, WrittenName>();

  /** The name from `start` to `end`; `hash` is any number made from its characters. */
  get(text: string, start: number, end: number, hash: number): WrittenName {
    const slot = (hash ^ (hash >>> 11)) & (slots - 1);
    const recent = this.recent[slot];
    if (recent !== undefined && recent.text.length === end - start && text.startsWith(recent.text, start)) {
      return recent;
    }
    const name = this.of(text.slice(start, end));
    this.recent[slot] = name;
    return name;
  }

  of(text: string): WrittenName {
    let name = this.all.get(text);
    if (name === undefined) {
      name = new WrittenName(text);
      this.all.set(text, name);
    }
    return name;
  }
}
