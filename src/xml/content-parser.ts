import {
  characterName,
  isNamePairAt,
  isPairAt,
  isReferable,
  NAME_START,
  SPACE,
  TEXT,
  withLineFeeds,
} from './characters.ts';
import { readCdata, readComment, readInstruction } from './constructs.ts';
import type { Entity } from './doctype.ts';
import type { Handler } from './events.ts';
import type { Name } from './name.ts';
import type { WrittenName } from './name-table.ts';
import type { Reading } from './reading.ts';
import { nameEnd, readReference } from './references.ts';
import { type NamespaceScope, outermostScope } from './scope.ts';
import { StartTagReader } from './start-tag.ts';

/** An element whose end tag is still to come. */
interface OpenElement {
  readonly written: WrittenName;
  readonly name: Name;
  readonly scope: NamespaceScope;
  readonly start: number;
  readonly end: number;
}

/** A text that is left for the replacement text of an entity. */
interface Suspended {
  readonly text: string;
  readonly pos: number;
  readonly floor: number;
}

/** Reads the root element and all in it. Elements and entities are kept on stacks of its own, never on the call stack. */
export class ContentParser {
  private readonly reading: Reading;
  private readonly handler: Handler;
  private readonly startTags: StartTagReader;
  private readonly open: OpenElement[] = [];
  private readonly suspended: Suspended[] = [];
  /** How many elements were open where the entity being read begins; 0 in the document. */
  private floor = 0;
  private text: string;
  private pos = 0;

  constructor(reading: Reading, handler: Handler) {
    this.reading = reading;
    this.handler = handler;
    this.text = reading.source.text;
    this.startTags = new StartTagReader(reading);
  }

  /** From the `<` of the root; gives the offset behind its end tag. */
  parse(root: number): number {
    this.pos = root;
    this.markup();
    while (this.open.length > 0) {
      if (this.pos >= this.text.length) {
        if (this.suspended.length > 0) this.leaveEntity();
        else this.failTruncated();
        continue;
      }
      const code = this.text.charCodeAt(this.pos);
      if (code === 0x3c) this.markup();
      else if (code === 0x26) this.reference();
      else this.characters();
    }
    return this.pos;
  }

  private markup(): void {
    const { reading, handler, text, pos } = this;
    const next = text.charCodeAt(pos + 1);
    if (next === 0x2f) this.endTag();
    else if (pos + 1 >= text.length) this.failAtEnd();
    else if ((reading.classes[next]! & NAME_START) !== 0 || isNamePairAt(text, pos + 1)) this.startTag();
    else if (text.startsWith('<!--', pos)) this.pos = readComment(reading, text, pos, handler);
    else if (next === 0x3f) this.pos = readInstruction(reading, text, pos, handler);
    else if (text.startsWith('<![CDATA[', pos)) this.pos = readCdata(reading, text, pos, handler);
    else if (text.startsWith('<!DOCTYPE', pos)) this.reading.fail('misplaced-doctype', pos, pos + 9, {});
    else this.reading.fail('malformed-markup', pos, pos + 1, {});
  }

  private startTag(): void {
    const { reading, startTags: tag, open } = this;
    const start = this.pos;
    const outer = open.length === 0 ? outermostScope : open[open.length - 1]!.scope;
    const end = tag.read(this.text, start, outer);
    this.pos = end;
    const { origin, limits } = reading;
    if (tag.count > limits.elements) {
      this.reading.fail('element-limit', start, end, { limit: limits.elements });
    }
    const from = origin === undefined ? start : origin.start;
    const to = origin === undefined ? end : origin.end;
    this.handler.startElement?.(tag.name, tag.attributes, tag.scope, from, to);
    if (tag.isEmpty) {
      this.handler.endElement?.(tag.name, from, to);
      return;
    }
    if (open.length >= limits.depth) {
      this.reading.fail('depth-limit', start, end, { name: tag.written.text, limit: limits.depth });
    }
    open.push({ written: tag.written, name: tag.name, scope: tag.scope, start: from, end: to });
  }

  private endTag(): void {
    const { reading, text, open } = this;
    const { classes, origin } = reading;
    const start = this.pos;
    if (open.length === this.floor) this.failStrayEndTag(start);
    const element = open[open.length - 1]!;
    const expected = element.written.text;
    let i = start + 2 + expected.length;
    if (!text.startsWith(expected, start + 2)) this.failMismatch(start, element);
    if (text.charCodeAt(i) !== 0x3e) {
      if (nameEnd(text, start + 2, text.length, classes) !== i) this.failMismatch(start, element);
      while (i < text.length && (classes[text.charCodeAt(i)]! & SPACE) !== 0) i++;
      if (text.charCodeAt(i) !== 0x3e) this.startTags.failInTag(text, start, i, 'end tag', '>');
    }
    open.pop();
    this.pos = i + 1;
    if (origin === undefined) this.handler.endElement?.(element.name, start, i + 1);
    else this.handler.endElement?.(element.name, origin.start, origin.end);
  }

  private characters(): void {
    const { text, reading } = this;
    const { classes, origin } = reading;
    const start = this.pos;
    const length = text.length;
    let hasLineEnds = false;
    let i = start;
    for (;;) {
      while (i < length && (classes[text.charCodeAt(i)]! & TEXT) !== 0) i++;
      if (i >= length) break;
      const code = text.charCodeAt(i);
      if (code === 0x3c || code === 0x26) break;
      if (code === 0x5d) {
        if (text.startsWith(']]>', i)) this.reading.fail('cdata-end-in-text', i, i + 3, {});
        i++;
      } else if ((classes[code]! & SPACE) !== 0) {
        hasLineEnds = true;
        i++;
      } else if (isPairAt(text, i)) {
        i += 2;
      } else if (origin !== undefined && isReferable(code, reading.isXml11)) {
        i++;
      } else {
        this.reading.fail('illegal-character', i, i + 1, { character: characterName(code) });
      }
    }
    this.pos = i;
    if (this.handler.text === undefined) return;
    const value = text.slice(start, i);
    if (origin !== undefined) this.handler.text(value, origin.start, origin.end);
    else this.handler.text(hasLineEnds ? withLineFeeds(value, reading.isXml11) : value, start, i);
  }

  private reference(): void {
    const { reading } = this;
    const { origin } = reading;
    const start = this.pos;
    const { value, entity, end } = readReference(reading, this.text, start, this.text.length);
    this.pos = end;
    if (entity !== undefined) this.enterEntity(entity, start, end);
    else if (origin === undefined) this.handler.text?.(value, start, end);
    else this.handler.text?.(value, origin.start, origin.end);
  }

  private enterEntity(entity: Entity, start: number, end: number): void {
    const { name, notation, systemId } = entity;
    if (notation !== undefined) this.reading.fail('unparsed-entity-in-text', start, end, { name });
    if (systemId !== undefined) this.reading.fail('external-entity-refused', start, end, { name, systemId });
    this.reading.enter(entity, start, end);
    this.suspended.push({ text: this.text, pos: this.pos, floor: this.floor });
    this.text = entity.text;
    this.pos = 0;
    this.floor = this.open.length;
  }

  private leaveEntity(): void {
    if (this.open.length > this.floor) {
      const { written } = this.open.at(-1)!;
      const { name } = this.reading.origin!.entity;
      const what = `opens ‘${written.text}’ and does not close it`;
      this.reading.fail('unbalanced-entity', 0, 0, { name, what });
    }
    ({ text: this.text, pos: this.pos, floor: this.floor } = this.suspended.pop()!);
    this.reading.leave();
  }

  private failTruncated(): never {
    const { written, start, end } = this.open.at(-1)!;
    const { source } = this.reading;
    this.reading.fail('unclosed-element', start, end, { name: written.text }, [
      { message: 'the file ends here', place: source.place(source.text.length) },
    ]);
  }

  /** At a `<` that is the last character. */
  private failAtEnd(): never {
    if (this.open.length > 0 && this.suspended.length === 0) this.failTruncated();
    this.reading.fail('malformed-markup', this.pos, this.pos + 1, {});
  }

  private failStrayEndTag(start: number): never {
    const { text } = this;
    const { origin, classes } = this.reading;
    const end = nameEnd(text, start + 2, text.length, classes);
    const tag = text.slice(start + 2, end);
    if (origin === undefined) this.reading.fail('stray-end-tag', start, end, { name: tag });
    const what = `closes ‘${tag}’, which it does not open`;
    this.reading.fail('unbalanced-entity', start, end, { name: origin.entity.name, what });
  }

  private failMismatch(start: number, element: OpenElement): never {
    const { text } = this;
    const { source, classes } = this.reading;
    const nameEnds = nameEnd(text, start + 2, text.length, classes);
    if (nameEnds === start + 2) this.reading.fail('malformed-markup', start, start + 2, {});
    const close = text.indexOf('>', nameEnds);
    const end = close >= 0 && text.slice(nameEnds, close).trim() === '' ? close + 1 : nameEnds;
    const expected = element.written.text;
    this.reading.fail('mismatched-tag', start, end, { found: text.slice(start + 2, nameEnds), expected }, [
      { message: `‘${expected}’ is opened here`, place: source.place(element.start, element.end) },
    ]);
  }
}
