import { collapsed } from './doctype-parser.ts';
import type { Attribute } from './events.ts';
import { type Name, usualNamespace, XML, XMLNS } from './name.ts';
import type { WrittenName } from './name-table.ts';
import type { Reading } from './reading.ts';
import { NamespaceScope } from './scope.ts';

class ReadAttribute implements Attribute {
  name: Name;
  value: string;
  readonly start: number;
  readonly end: number;
  readonly valueStart: number;
  readonly valueEnd: number;
  readonly isDefault: boolean;

  constructor(
    name: Name,
    value: string,
    start: number,
    end: number,
    valueStart: number,
    valueEnd: number,
    isDefault: boolean,
  ) {
    this.name = name;
    this.value = value;
    this.start = start;
    this.end = end;
    this.valueStart = valueStart;
    this.valueEnd = valueEnd;
    this.isDefault = isDefault;
  }
}

const none: readonly Attribute[] = Object.freeze([]);
/** Above this many attributes with a prefix, a map finds duplicates; below, comparing each with each is faster. */
const few = 16;

/** The attributes of one start tag while it is read; used again for the next. Names get their namespace when all declarations of the tag are known. */
export class AttributeList {
  private readonly reading: Reading;
  private readonly attributes: ReadAttribute[] = [];
  private readonly names: WrittenName[] = [];
  private count = 0;
  private declaresNamespaces = false;
  private prefixed = 0;

  constructor(reading: Reading) {
    this.reading = reading;
  }

  clear(): void {
    this.count = 0;
    this.declaresNamespaces = false;
    this.prefixed = 0;
  }

  add(
    name: WrittenName,
    value: string,
    start: number,
    end: number,
    valueStart: number,
    valueEnd: number,
    isDefault: boolean,
  ): void {
    const { origin, limits } = this.reading;
    if (this.count >= limits.attributes) {
      this.reading.fail('attribute-limit', start, end, { limit: limits.attributes });
    }
    if (name.prefix !== '') {
      if (name.prefix === 'xmlns') this.declaresNamespaces = true;
      else this.prefixed++;
    } else if (name.text === 'xmlns') {
      this.declaresNamespaces = true;
    }
    this.names[this.count] = name;
    this.attributes[this.count++] =
      origin === undefined
        ? new ReadAttribute(name.inNoNamespace, value, start, end, valueStart, valueEnd, isDefault)
        : new ReadAttribute(
            name.inNoNamespace,
            value,
            origin.start,
            origin.end,
            origin.start,
            origin.end,
            isDefault,
          );
  }

  /** The attribute with this name as it is written. */
  find(name: WrittenName): Attribute | undefined {
    const index = this.names.lastIndexOf(name, this.count - 1);
    return this.attributes[index];
  }

  /** The attributes with their names resolved, namespace declarations left out. */
  resolved(scope: NamespaceScope): readonly Attribute[] {
    if (this.prefixed > 0) this.resolvePrefixes(scope);
    return this.count === 0 ? none : this.attributes.slice(0, this.count);
  }

  /** Normalises declared attributes that are not CDATA, and adds defaults (XML 1.0 §3.3.2–3.3.3). */
  applyDeclared(element: WrittenName, start: number, end: number): void {
    const { reading } = this;
    const given = new Set<string>();
    for (let i = 0; i < this.count; i++) {
      const name = this.names[i]!.text;
      const attribute = this.attributes[i]!;
      given.add(name);
      if (element.declared!.get(name)?.isCdata === false) attribute.value = collapsed(attribute.value);
    }
    for (const declared of element.declared!.values()) {
      const { name, value, place } = declared;
      if (value === undefined || given.has(name)) continue;
      if (!declared.wasApplied) {
        declared.wasApplied = true;
        reading.warn('attribute-default-applied', start, end, { name, value, element: element.text }, [
          { message: 'the default is declared here', place },
        ]);
      }
      // What an attribute costs beside its characters counts too.
      if (reading.grows(16 + name.length + value.length)) {
        this.reading.fail('attribute-default-limit', start, end, {});
      }
      this.add(reading.names.of(name), value, start, end, start, end, true);
    }
  }

  /** Takes the namespace declarations out; gives the scope of the element (Namespaces in XML §3). */
  takeDeclarations(outer: NamespaceScope): NamespaceScope {
    if (!this.declaresNamespaces) return outer;
    const own = new Map<string, string>();
    let kept = 0;
    for (let i = 0; i < this.count; i++) {
      const name = this.names[i]!;
      const attribute = this.attributes[i]!;
      if (name.text === 'xmlns') {
        this.declare(own, '', attribute);
      } else if (name.prefix === 'xmlns') {
        this.declare(own, name.local, attribute);
      } else {
        this.names[kept] = name;
        this.attributes[kept++] = attribute;
      }
    }
    this.count = kept;
    return new NamespaceScope(outer, own);
  }

  private declare(own: Map<string, string>, prefix: string, { value, start, end }: Attribute): void {
    if (prefix === 'xmlns' || value === XMLNS || (prefix === 'xml') !== (value === XML)) {
      this.reading.fail('reserved-namespace', start, end, { prefix, namespace: value });
    }
    if (value === '' && prefix !== '' && !this.reading.isXml11) {
      this.reading.fail('prefix-unbound-again', start, end, { prefix });
    }
    own.set(prefix, value);
  }

  private resolvePrefixes(scope: NamespaceScope): void {
    const seen = this.prefixed > few ? new Map<string, Attribute>() : undefined;
    for (let i = 0; i < this.count; i++) {
      const { prefix, text } = this.names[i]!;
      if (prefix === '') continue;
      const attribute = this.attributes[i]!;
      const name = this.names[i]!.resolve(scope);
      if (name === undefined) {
        const { start } = attribute;
        this.reading.fail('unbound-prefix', start, start + text.length, {
          prefix,
          name: text,
          namespace: usualNamespace(prefix),
        });
      }
      attribute.name = name;
      if (this.prefixed === 1) continue;
      const same = seen === undefined ? this.sameBefore(i) : seen.get(`${name.local} ${name.namespace}`);
      if (same !== undefined) this.failDuplicate(text, attribute.start, attribute.end, same);
      seen?.set(`${name.local} ${name.namespace}`, attribute);
    }
  }

  private sameBefore(index: number): Attribute | undefined {
    const { local, namespace } = this.attributes[index]!.name;
    for (let i = 0; i < index; i++) {
      const { name } = this.attributes[i]!;
      if (name.local === local && name.namespace === namespace) return this.attributes[i];
    }
    return undefined;
  }

  failDuplicate(name: string, start: number, end: number, first: Attribute): never {
    this.reading.fail('duplicate-attribute', start, end, { name }, [
      {
        message: 'the same attribute stands here already',
        place: this.reading.place(first.start, first.end),
      },
    ]);
  }
}
