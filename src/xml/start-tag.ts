import { characterName, isNamePairAt, NAME, NAME_START, SPACE, VALUE } from './characters.ts';
import { checkCharacters } from './constructs.ts';
import { collapsed } from './doctype-parser.ts';
import type { Attribute } from './events.ts';
import { type Name, XML, XMLNS } from './name.ts';
import type { WrittenName } from './name-table.ts';
import type { Reading } from './reading.ts';
import { attributeValue, nameEnd } from './references.ts';
import { NamespaceScope } from './scope.ts';

const noAttributes: readonly Attribute[] = Object.freeze([]);

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

/** Reads one start tag after another; what the last one said stands in its fields. */
export class StartTagReader {
  written!: WrittenName;
  name!: Name;
  attributes: readonly Attribute[] = noAttributes;
  scope!: NamespaceScope;
  isEmpty = false;
  private readonly classes: Uint8Array;
  private readonly reading: Reading;
  /** The names of the attributes as written, in the order of the tag. */
  private writtenNames: WrittenName[] = [];
  private tags = 0;
  private nameEnd = 0;

  constructor(reading: Reading) {
    this.reading = reading;
    this.classes = reading.classes;
  }

  /** Reads the tag whose `<` is at `start`; gives the offset behind its `>`. */
  read(text: string, start: number, outer: NamespaceScope): number {
    const { reading, classes } = this;
    const length = text.length;
    const tag = ++this.tags;
    const written = this.readName(text, start + 1);
    this.written = written;
    let i = this.nameEnd;
    let attributes: ReadAttribute[] | undefined;
    let declaresNamespaces = false;
    let hasPrefixes = false;
    let count = 0;
    for (;;) {
      const afterValue = i;
      while (i < length && (classes[text.charCodeAt(i)]! & SPACE) !== 0) i++;
      if (i >= length) this.failInTag(text, start, i, 'start tag', '>');
      const code = text.charCodeAt(i);
      if (code === 0x3e) {
        this.isEmpty = false;
        i++;
        break;
      }
      if (code === 0x2f) {
        if (text.charCodeAt(i + 1) !== 0x3e) {
          this.failInTag(text, start, i + 1, 'start tag', '>');
        }
        this.isEmpty = true;
        i += 2;
        break;
      }
      const nameStart = i;
      if ((classes[code]! & NAME_START) === 0 && !isNamePairAt(text, i)) {
        this.failInTag(text, start, i, 'start tag', 'an attribute, > or />');
      }
      if (i === afterValue) this.failInTag(text, start, i, 'start tag', 'white space');
      const attributeName = this.readName(text, i);
      i = this.nameEnd;
      if (attributeName.lastTag === tag) this.failDuplicate(text, nameStart, attributeName, attributes!);
      attributeName.lastTag = tag;
      while (i < length && (classes[text.charCodeAt(i)]! & SPACE) !== 0) i++;
      if (i >= length) this.failInTag(text, start, i, 'start tag', '=');
      if (text.charCodeAt(i) !== 0x3d) {
        this.reading.fail('attribute-without-value', nameStart, this.nameEnd, { name: attributeName.text });
      }
      i++;
      while (i < length && (classes[text.charCodeAt(i)]! & SPACE) !== 0) i++;
      if (i >= length) this.failInTag(text, start, i, 'start tag', '=');
      const quote = text.charCodeAt(i);
      if (quote !== 0x22 && quote !== 0x27) {
        this.reading.fail('unquoted-attribute', i, endOfUnquoted(text, i), { name: attributeName.text });
      }
      const valueStart = ++i;
      while (i < length && (classes[text.charCodeAt(i)]! & VALUE) !== 0) i++;
      let value: string;
      let valueEnd = i;
      if (i < length && text.charCodeAt(i) === quote) {
        value = text.slice(valueStart, i);
      } else {
        valueEnd = text.indexOf(quote === 0x22 ? '"' : "'", i);
        if (valueEnd < 0) {
          const lessThan = text.indexOf('<', i);
          this.failUnclosedValue(attributeName, valueStart - 1, lessThan < 0 ? length : lessThan);
        }
        value = attributeValue(reading, text, valueStart, valueEnd);
      }
      i = valueEnd + 1;
      if (++count > reading.limits.attributes) {
        this.reading.fail('attribute-limit', nameStart, i, { limit: reading.limits.attributes });
      }
      if (attributeName.prefix !== '') {
        if (attributeName.prefix === 'xmlns') declaresNamespaces = true;
        else hasPrefixes = true;
      } else if (attributeName.text === 'xmlns') {
        declaresNamespaces = true;
      }
      const { origin } = reading;
      const attribute =
        origin === undefined
          ? new ReadAttribute(attributeName.inNoNamespace, value, nameStart, i, valueStart, valueEnd, false)
          : new ReadAttribute(
              attributeName.inNoNamespace,
              value,
              origin.start,
              origin.end,
              origin.start,
              origin.end,
              false,
            );
      if (attributes === undefined) {
        attributes = [attribute];
        this.writtenNames = [attributeName];
      } else {
        attributes.push(attribute);
        this.writtenNames.push(attributeName);
      }
    }
    if (written.declared !== undefined) {
      attributes ??= [];
      if (count === 0) this.writtenNames = [];
      this.applyDeclared(attributes, start, i);
      declaresNamespaces = this.writtenNames.some((each) => each.prefix === 'xmlns' || each.text === 'xmlns');
      hasPrefixes = this.writtenNames.some((each) => each.prefix !== '' && each.prefix !== 'xmlns');
    }
    this.scope = outer;
    if (attributes === undefined) {
      this.attributes = noAttributes;
    } else {
      if (declaresNamespaces) attributes = this.declareNamespaces(attributes, outer);
      if (hasPrefixes) this.resolvePrefixes(attributes);
      this.attributes = attributes.length === 0 ? noAttributes : attributes;
    }
    const name = written.resolve(this.scope);
    if (name === undefined || written.prefix === 'xmlns') {
      this.reading.fail('unbound-prefix', start + 1, start + 1 + written.text.length, {
        prefix: written.prefix,
        name: written.text,
      });
    }
    this.name = name;
    return i;
  }

  private readName(text: string, start: number): WrittenName {
    const { classes } = this;
    const length = text.length;
    let i = start;
    let hash = 0;
    for (; i < length; i++) {
      const code = text.charCodeAt(i);
      if ((classes[code]! & NAME) === 0) break;
      hash = (Math.imul(hash, 31) + code) | 0;
    }
    if (isNamePairAt(text, i)) i = nameEnd(text, start, length, classes);
    this.nameEnd = i;
    const name = this.reading.names.get(text, start, i, hash);
    if (!name.isQualified) this.reading.fail('malformed-name', start, i, { name: name.text });
    return name;
  }

  /** Normalises declared attributes that are not CDATA, and adds defaults (XML 1.0 §3.3.2–3.3.3). */
  private applyDeclared(attributes: ReadAttribute[], start: number, end: number): void {
    const { reading, written } = this;
    const given = new Set<string>();
    attributes.forEach((attribute, index) => {
      const name = this.writtenNames[index]!.text;
      given.add(name);
      if (written.declared!.get(name)?.isCdata === false) attribute.value = collapsed(attribute.value);
    });
    for (const declared of written.declared!.values()) {
      if (declared.value === undefined || given.has(declared.name)) continue;
      if (!declared.wasApplied) {
        declared.wasApplied = true;
        reading.warn(
          'attribute-default-applied',
          start,
          end,
          { name: declared.name, value: declared.value, element: written.text },
          [{ message: 'the default is declared here', place: declared.place }],
        );
      }
      if (reading.grows(declared.name.length + declared.value.length)) {
        this.reading.fail('attribute-default-limit', start, end, {});
      }
      const name = reading.names.of(declared.name);
      const [from, to] =
        reading.origin === undefined ? [start, end] : [reading.origin.start, reading.origin.end];
      attributes.push(new ReadAttribute(name.inNoNamespace, declared.value, from, to, from, to, true));
      this.writtenNames.push(name);
    }
  }

  /** Takes the namespace declarations out of the attributes (Namespaces in XML §3). */
  private declareNamespaces(attributes: ReadAttribute[], outer: NamespaceScope): ReadAttribute[] {
    const { reading } = this;
    const own = new Map<string, string>();
    const kept: ReadAttribute[] = [];
    const keptNames: WrittenName[] = [];
    attributes.forEach((attribute, index) => {
      const written = this.writtenNames[index]!;
      const isDefault = written.text === 'xmlns';
      if (!isDefault && written.prefix !== 'xmlns') {
        kept.push(attribute);
        keptNames.push(written);
        return;
      }
      const prefix = isDefault ? '' : written.local;
      const { value, start, end } = attribute;
      if (prefix === 'xmlns' || value === XMLNS || (prefix === 'xml') !== (value === XML)) {
        this.reading.fail('reserved-namespace', start, end, { prefix, namespace: value });
      }
      if (value === '' && !isDefault && !reading.isXml11) {
        this.reading.fail('prefix-unbound-again', start, end, { prefix });
      }
      own.set(prefix, value);
    });
    this.writtenNames = keptNames;
    this.scope = new NamespaceScope(outer, own);
    return kept;
  }

  private resolvePrefixes(attributes: ReadAttribute[]): void {
    const { reading } = this;
    const seen = new Map<string, ReadAttribute>();
    attributes.forEach((attribute, index) => {
      const written = this.writtenNames[index]!;
      if (written.prefix === '') return;
      const name = written.resolve(this.scope);
      if (name === undefined) {
        this.reading.fail('unbound-prefix', attribute.start, attribute.start + written.text.length, {
          prefix: written.prefix,
          name: written.text,
        });
      }
      attribute.name = name;
      if (attributes.length === 1) return;
      const key = `${name.local} ${name.namespace}`;
      const first = seen.get(key);
      if (first !== undefined) {
        this.reading.fail('duplicate-attribute', attribute.start, attribute.end, { name: written.text }, [
          { message: 'the same attribute stands here already', place: reading.place(first.start, first.end) },
        ]);
      }
      seen.set(key, attribute);
    });
  }

  private failDuplicate(
    text: string,
    start: number,
    written: WrittenName,
    attributes: ReadAttribute[],
  ): never {
    const first = attributes[this.writtenNames.indexOf(written)]!;
    const { reading } = this;
    this.reading.fail(
      'duplicate-attribute',
      start,
      endOfAttribute(text, this.nameEnd),
      { name: written.text },
      [{ message: 'the same attribute stands here already', place: reading.place(first.start, first.end) }],
    );
  }

  private failUnclosedValue(name: WrittenName, start: number, end: number): never {
    this.reading.fail('unclosed-construct', start, end, {
      what: `value of ‘${name.text}’`,
      close: 'its closing quotation mark',
    });
  }

  /** Fails at what stands in a tag at `pos` instead of what is expected. */
  failInTag(text: string, start: number, pos: number, what: string, expected: string): never {
    const code = text.codePointAt(pos);
    if (code === undefined || code === 0x3c) {
      this.reading.fail('unclosed-construct', start, pos, { what, close: '>' });
    }
    const end = pos + (code > 0xffff ? 2 : 1);
    checkCharacters(this.reading, text, pos, end);
    this.reading.fail('malformed-tag', pos, end, { found: characterName(code), expected });
  }
}

/** The end of a value without quotes, for the span of the fault. */
function endOfUnquoted(text: string, start: number): number {
  const length = text.slice(start, start + 1000).search(/[\s>]|\/>/);
  return length <= 0 ? start + 1 : start + length;
}

/** The end of the attribute whose name ends at `pos`, for the span of the fault. */
function endOfAttribute(text: string, pos: number): number {
  const rest = /^\s*=\s*(?:"[^"<]*"|'[^'<]*')/.exec(text.slice(pos, pos + 10_000));
  return pos + (rest?.[0].length ?? 0);
}
