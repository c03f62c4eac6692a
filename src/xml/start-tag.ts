import { AttributeList } from './attribute-list.ts';
import { characterName, isNamePairAt, NAME, NAME_START, SPACE, VALUE } from './characters.ts';
import { checkCharacters } from './constructs.ts';
import type { Attribute } from './events.ts';
import { type Name, usualNamespace } from './name.ts';
import type { WrittenName } from './name-table.ts';
import type { Reading } from './reading.ts';
import { attributeValue, nameEnd } from './references.ts';
import type { NamespaceScope } from './scope.ts';

/** Reads one start tag after another (XML 1.0 §3.1); what the last one said stands in its fields. */
export class StartTagReader {
  written!: WrittenName;
  name!: Name;
  attributes!: readonly Attribute[];
  scope!: NamespaceScope;
  isEmpty = false;
  /** How many start tags were read. */
  count = 0;
  private readonly reading: Reading;
  private readonly classes: Uint8Array;
  private readonly list: AttributeList;
  private nameEnd = 0;

  constructor(reading: Reading) {
    this.reading = reading;
    this.classes = reading.classes;
    this.list = new AttributeList(reading);
  }

  /** Reads the tag whose `<` is at `start`; gives the offset behind its `>`. */
  read(text: string, start: number, outer: NamespaceScope): number {
    const { list } = this;
    const written = this.readName(text, start + 1);
    this.written = written;
    this.count++;
    list.clear();
    const end = this.readAttributes(text, start, this.nameEnd);
    if (written.declared !== undefined) list.applyDeclared(written, start, end);
    const scope = list.takeDeclarations(outer);
    this.scope = scope;
    this.attributes = list.resolved(scope);
    const name = written.resolve(scope);
    if (name === undefined || written.prefix === 'xmlns') {
      const { prefix, text: whole } = written;
      this.reading.fail('unbound-prefix', start + 1, start + 1 + whole.length, {
        prefix,
        name: whole,
        namespace: usualNamespace(prefix),
      });
    }
    this.name = name;
    return end;
  }

  /** From behind the name of the tag to behind its `>`. */
  private readAttributes(text: string, start: number, from: number): number {
    const { classes } = this;
    const { length } = text;
    let i = from;
    for (;;) {
      const behind = i;
      while (i < length && (classes[text.charCodeAt(i)]! & SPACE) !== 0) i++;
      if (i >= length) this.failInTag(text, start, i, 'start tag', '>');
      const code = text.charCodeAt(i);
      if (code === 0x3e) {
        this.isEmpty = false;
        return i + 1;
      }
      if (code === 0x2f) {
        if (text.charCodeAt(i + 1) !== 0x3e) this.failInTag(text, start, i + 1, 'start tag', '>');
        this.isEmpty = true;
        return i + 2;
      }
      if ((classes[code]! & NAME_START) === 0 && !isNamePairAt(text, i)) {
        this.failInTag(text, start, i, 'start tag', 'an attribute, > or />');
      }
      if (i === behind) this.failInTag(text, start, i, 'start tag', 'white space');
      i = this.readAttribute(text, start, i);
    }
  }

  private readAttribute(text: string, tagStart: number, start: number): number {
    const { classes, reading, count } = this;
    const { length } = text;
    const name = this.readName(text, start);
    let i = this.nameEnd;
    if (name.lastTag === count) {
      this.list.failDuplicate(name.text, start, endOfAttribute(text, i), this.list.find(name)!);
    }
    name.lastTag = count;
    while (i < length && (classes[text.charCodeAt(i)]! & SPACE) !== 0) i++;
    if (i >= length) this.failInTag(text, tagStart, i, 'start tag', '=');
    if (text.charCodeAt(i) !== 0x3d) {
      this.reading.fail('attribute-without-value', start, this.nameEnd, { name: name.text });
    }
    i++;
    while (i < length && (classes[text.charCodeAt(i)]! & SPACE) !== 0) i++;
    if (i >= length) this.failInTag(text, tagStart, i, 'start tag', 'a quotation mark');
    const quote = text.charCodeAt(i);
    if (quote !== 0x22 && quote !== 0x27) {
      this.reading.fail('unquoted-attribute', i, endOfUnquoted(text, i), { name: name.text });
    }
    const valueStart = ++i;
    while (i < length && (classes[text.charCodeAt(i)]! & VALUE) !== 0) i++;
    let value: string;
    if (i < length && text.charCodeAt(i) === quote) {
      value = text.slice(valueStart, i);
    } else {
      const valueEnd = text.indexOf(quote === 0x22 ? '"' : "'", i);
      if (valueEnd < 0) this.failUnclosedValue(text, name, valueStart - 1);
      value = attributeValue(reading, text, valueStart, valueEnd);
      i = valueEnd;
    }
    this.list.add(name, value, start, i + 1, valueStart, i, false);
    return i + 1;
  }

  private readName(text: string, start: number): WrittenName {
    const { classes } = this;
    const { length } = text;
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

  private failUnclosedValue(text: string, name: WrittenName, start: number): never {
    const lessThan = text.indexOf('<', start);
    const what = `value of ‘${name.text}’`;
    const end = lessThan < 0 ? text.length : lessThan;
    this.reading.fail('unclosed-construct', start, end, { what, close: 'its closing quotation mark' });
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
