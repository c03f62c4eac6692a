import {
  characterClasses,
  characterName,
  illegalIn,
  isNamePairAt,
  isPairAt,
  isReferable,
  NAME_START,
  SPACE,
  TEXT,
  withLineFeeds,
} from './characters.ts';
import type { Entity } from './doctype.ts';
import { parseDoctype } from './doctype-parser.ts';
import type { Handler } from './events.ts';
import type { Name } from './name.ts';
import type { WrittenName } from './name-table.ts';
import type { Reading } from './reading.ts';
import { nameEnd, readReference } from './references.ts';
import { type NamespaceScope, outermostScope } from './scope.ts';
import { StartTagReader } from './start-tag.ts';
import { hasXmlDeclaration, readXmlDeclaration } from './xml-declaration.ts';

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
  readonly depth: number;
}

/** Reads one document from prolog to end. Element nesting and entities are kept on stacks of its own, never on the call stack. */
export class DocumentParser {
  private readonly reading: Reading;
  private readonly handler: Handler;
  private readonly startTags: StartTagReader;
  private text: string;
  private pos = 0;
  private readonly open: OpenElement[] = [];
  private readonly suspended: Suspended[] = [];
  /** How many elements were open where the entity being read begins; 0 in the document. */
  private floor = 0;

  constructor(reading: Reading, handler: Handler) {
    this.reading = reading;
    this.handler = handler;
    this.text = reading.source.text;
    this.startTags = new StartTagReader(reading);
  }

  parse(): void {
    const { reading, text } = this;
    if (text.length > reading.limits.size) {
      this.reading.fail('file-too-large', 0, 0, {
        size: Math.ceil(text.length / 1024 / 1024),
        limit: Math.floor(reading.limits.size / 1024 / 1024),
      });
    }
    this.xmlDeclaration();
    this.prolog();
    this.content();
    this.epilog();
  }

  private xmlDeclaration(): void {
    const { reading, text } = this;
    if (!hasXmlDeclaration(text)) return;
    const declaration = readXmlDeclaration(text);
    if (declaration === undefined) {
      const end = text.indexOf('?>');
      this.reading.fail('malformed-xml-declaration', 0, end < 0 ? 5 : end + 2, {});
    }
    const { version, versionStart, versionEnd } = declaration;
    if (!/^1\.[0-9]+$/.test(version)) {
      this.reading.fail('unsupported-xml-version', versionStart, versionEnd, { version });
    }
    if (version === '1.1') {
      reading.isXml11 = true;
      reading.classes = characterClasses(true);
      this.startTags.classes = reading.classes;
    }
    reading.isStandalone = declaration.isStandalone;
    this.pos = declaration.end;
  }

  /** Up to the `<` of the root element. */
  private prolog(): void {
    const { reading, text } = this;
    let hadDoctype = false;
    for (;;) {
      this.misc();
      const start = this.pos;
      if (start >= text.length) {
        const isBlank = text.trim() === '';
        this.reading.fail('no-root-element', isBlank ? 0 : start, isBlank ? 0 : start, {});
      }
      if (text.startsWith('<!DOCTYPE', start)) {
        if (hadDoctype) this.reading.fail('misplaced-doctype', start, start + 9, {});
        hadDoctype = true;
        const doctype = parseDoctype(reading, start);
        this.pos = doctype.end;
        this.handler.doctype?.(doctype.name, doctype.publicId, doctype.systemId, start, doctype.end);
      } else if (text.charCodeAt(start) === 0x3c) {
        return;
      } else {
        this.failOutside('text-before-root');
      }
    }
  }

  private epilog(): void {
    this.misc();
    const { reading, text, pos } = this;
    if (pos >= text.length) return;
    if (text.startsWith('<!DOCTYPE', pos)) this.reading.fail('misplaced-doctype', pos, pos + 9, {});
    if (text.startsWith('</', pos)) {
      const end = nameEnd(text, pos + 2, text.length, reading.classes);
      this.reading.fail('stray-end-tag', pos, end, { name: text.slice(pos + 2, end) });
    }
    if (text.charCodeAt(pos) === 0x3c && this.startsName(pos + 1)) {
      const end = nameEnd(text, pos + 1, text.length, reading.classes);
      const name = text.slice(pos + 1, end);
      this.reading.fail('second-root', pos, end, { name });
    }
    this.failOutside('text-after-root');
  }

  /** White space, comments and processing instructions. */
  private misc(): void {
    const { text } = this;
    const { classes } = this.reading;
    for (;;) {
      while (this.pos < text.length && (classes[text.charCodeAt(this.pos)]! & SPACE) !== 0) this.pos++;
      if (text.startsWith('<!--', this.pos)) this.comment();
      else if (text.startsWith('<?', this.pos)) this.processingInstruction();
      else return;
    }
  }

  private failOutside(code: 'text-before-root' | 'text-after-root'): never {
    const { text, pos } = this;
    this.checkCharacters(pos, pos + 1);
    let end = text.indexOf('<', pos + 1);
    if (end < 0) end = text.length;
    const stretch = text.slice(pos, Math.min(end, pos + 200)).trimEnd();
    this.reading.fail(code, pos, pos + stretch.length, {});
  }

  /** From the `<` of the root to behind its end tag. */
  private content(): void {
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
  }

  private markup(): void {
    const { text, pos } = this;
    const next = text.charCodeAt(pos + 1);
    if (next === 0x2f) this.endTag();
    else if (this.startsName(pos + 1)) this.startTag();
    else if (next === 0x21 && this.open.length > 0 && text.startsWith('<!--', pos)) this.comment();
    else if (next === 0x3f) this.processingInstruction();
    else if (next === 0x21 && this.open.length > 0 && text.startsWith('<![CDATA[', pos)) this.cdata();
    else if (text.startsWith('<!DOCTYPE', pos)) this.reading.fail('misplaced-doctype', pos, pos + 9, {});
    else if (pos + 1 >= text.length && this.open.length > 0 && this.suspended.length === 0)
      this.failTruncated();
    else this.reading.fail('malformed-markup', pos, pos + 1, {});
  }

  private startsName(pos: number): boolean {
    const { text } = this;
    return (
      pos < text.length &&
      ((this.reading.classes[text.charCodeAt(pos)]! & NAME_START) !== 0 || isNamePairAt(text, pos))
    );
  }

  private startTag(): void {
    const { reading, startTags: tag, open } = this;
    const start = this.pos;
    const outer = open.length === 0 ? outermostScope : open[open.length - 1]!.scope;
    const end = tag.read(this.text, start, outer);
    this.pos = end;
    const origin = reading.origin;
    const from = origin === undefined ? start : origin.start;
    const to = origin === undefined ? end : origin.end;
    this.handler.startElement?.(tag.name, tag.attributes, tag.scope, from, to);
    if (tag.isEmpty) {
      this.handler.endElement?.(tag.name, from, to);
      return;
    }
    if (open.length >= reading.limits.depth) {
      this.reading.fail('depth-limit', start, end, { name: tag.written.text, limit: reading.limits.depth });
    }
    open.push({ written: tag.written, name: tag.name, scope: tag.scope, start: from, end: to });
  }

  private endTag(): void {
    const { reading, text, open } = this;
    const { classes } = reading;
    const start = this.pos;
    if (open.length === this.floor) this.failStrayEndTag(start);
    const element = open[open.length - 1]!;
    const expected = element.written.text;
    let i = start + 2 + expected.length;
    if (!text.startsWith(expected, start + 2)) this.failMismatch(start, element);
    let code = text.charCodeAt(i);
    if (code !== 0x3e) {
      if (nameEnd(text, start + 2, text.length, classes) !== i) this.failMismatch(start, element);
      while (i < text.length && (classes[text.charCodeAt(i)]! & SPACE) !== 0) i++;
      code = text.charCodeAt(i);
      if (i >= text.length) {
        this.reading.fail('unclosed-construct', start, text.length, { what: 'end tag', close: '>' });
      }
      if (code !== 0x3e) {
        this.reading.fail('malformed-tag', i, i + 1, {
          found: characterName(text.codePointAt(i)!),
          expected: '>',
        });
      }
    }
    open.pop();
    this.pos = i + 1;
    const { origin } = reading;
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
    const start = this.pos;
    const { value, entity, end } = readReference(reading, this.text, start, this.text.length);
    this.pos = end;
    if (entity !== undefined) {
      this.enterEntity(entity, start, end);
      return;
    }
    const { origin } = reading;
    if (origin === undefined) this.handler.text?.(value, start, end);
    else this.handler.text?.(value, origin.start, origin.end);
  }

  private enterEntity(entity: Entity, start: number, end: number): void {
    if (entity.notation !== undefined) {
      this.reading.fail('unparsed-entity-in-text', start, end, { name: entity.name });
    }
    if (entity.systemId !== undefined) {
      this.reading.fail('external-entity-refused', start, end, { name: entity.name });
    }
    this.reading.enter(entity, start, end);
    this.suspended.push({ text: this.text, pos: this.pos, depth: this.floor });
    this.text = entity.text;
    this.pos = 0;
    this.floor = this.open.length;
  }

  private leaveEntity(): void {
    if (this.open.length > this.floor) {
      const { written } = this.open.at(-1)!;
      this.reading.fail('unbalanced-entity', 0, 0, {
        name: this.reading.origin!.entity.name,
        what: `opens ‘${written.text}’ and does not close it`,
      });
    }
    const { text, pos, depth } = this.suspended.pop()!;
    this.text = text;
    this.pos = pos;
    this.floor = depth;
    this.reading.leave();
  }

  private comment(): void {
    const { text, reading } = this;
    const start = this.pos;
    const end = text.indexOf('--', start + 4);
    if (end < 0) this.failUnclosed(start, 'comment', '-->');
    this.checkCharacters(start + 4, end);
    if (text.charCodeAt(end + 2) !== 0x3e) this.reading.fail('double-hyphen-in-comment', end, end + 2, {});
    this.pos = end + 3;
    if (this.handler.comment === undefined) return;
    const { origin } = reading;
    const value = this.withLineFeeds(text.slice(start + 4, end));
    if (origin === undefined) this.handler.comment(value, start, end + 3);
    else this.handler.comment(value, origin.start, origin.end);
  }

  private cdata(): void {
    const { text, reading } = this;
    const start = this.pos;
    const end = text.indexOf(']]>', start + 9);
    if (end < 0) this.failUnclosed(start, 'CDATA section', ']]>');
    this.checkCharacters(start + 9, end);
    this.pos = end + 3;
    if (end === start + 9 || this.handler.text === undefined) return;
    const { origin } = reading;
    const value = this.withLineFeeds(text.slice(start + 9, end));
    if (origin === undefined) this.handler.text(value, start, end + 3);
    else this.handler.text(value, origin.start, origin.end);
  }

  private processingInstruction(): void {
    const { text, reading } = this;
    const { classes } = reading;
    const start = this.pos;
    const targetEnd = nameEnd(text, start + 2, text.length, classes);
    if (targetEnd === start + 2) this.reading.fail('malformed-markup', start, start + 2, {});
    const target = text.slice(start + 2, targetEnd);
    if (target.includes(':')) {
      this.reading.fail('colon-in-name', start + 2, targetEnd, {
        what: 'a processing instruction',
        name: target,
      });
    }
    if (target === 'xml') this.reading.fail('misplaced-xml-declaration', start, targetEnd, {});
    if (target.toLowerCase() === 'xml')
      this.reading.fail('reserved-target', start + 2, targetEnd, { target });
    let from = targetEnd;
    while (from < text.length && (classes[text.charCodeAt(from)]! & SPACE) !== 0) from++;
    const end = text.indexOf('?>', targetEnd);
    if (end < 0) this.failUnclosed(start, 'processing instruction', '?>');
    if (from === targetEnd && end !== targetEnd) {
      this.reading.fail('malformed-markup', start, targetEnd + 1, {});
    }
    this.checkCharacters(targetEnd, end);
    this.pos = end + 2;
    const { origin } = reading;
    const data = this.withLineFeeds(text.slice(Math.min(from, end), end));
    if (origin === undefined) this.handler.processingInstruction?.(target, data, start, end + 2);
    else this.handler.processingInstruction?.(target, data, origin.start, origin.end);
  }

  private withLineFeeds(text: string): string {
    return this.reading.origin === undefined ? withLineFeeds(text, this.reading.isXml11) : text;
  }

  private checkCharacters(start: number, end: number): void {
    const { reading, text } = this;
    let wrong = illegalIn(text, start, end, reading.classes);
    while (
      wrong >= 0 &&
      reading.origin !== undefined &&
      isReferable(text.charCodeAt(wrong), reading.isXml11)
    ) {
      wrong = illegalIn(text, wrong + 1, end, reading.classes);
    }
    if (wrong >= 0) {
      this.reading.fail('illegal-character', wrong, wrong + 1, {
        character: characterName(text.charCodeAt(wrong)),
      });
    }
  }

  private failUnclosed(start: number, what: string, close: string): never {
    this.reading.fail('unclosed-construct', start, this.text.length, { what, close });
  }

  private failTruncated(): never {
    const { written, start, end } = this.open.at(-1)!;
    this.reading.fail('unclosed-element', start, end, { name: written.text });
  }

  private failStrayEndTag(start: number): never {
    const { reading, text } = this;
    const end = nameEnd(text, start + 2, text.length, reading.classes);
    const name = text.slice(start + 2, end);
    if (reading.origin === undefined) this.reading.fail('stray-end-tag', start, end, { name });
    this.reading.fail('unbalanced-entity', start, end, {
      name: reading.origin.entity.name,
      what: `closes ‘${name}’, which it does not open`,
    });
  }

  private failMismatch(start: number, element: OpenElement): never {
    const { reading, text } = this;
    const end = nameEnd(text, start + 2, text.length, reading.classes);
    if (end === start + 2) this.reading.fail('malformed-markup', start, start + 2, {});
    const close = text.indexOf('>', end);
    this.reading.fail(
      'mismatched-tag',
      start,
      close >= 0 && text.slice(end, close).trim() === '' ? close + 1 : end,
      { found: text.slice(start + 2, end), expected: element.written.text },
      [
        {
          message: `‘${element.written.text}’ is opened here`,
          place: reading.source.place(element.start, element.end),
        },
      ],
    );
  }
}
