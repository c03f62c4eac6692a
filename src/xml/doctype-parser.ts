import { withLineFeeds } from './characters.ts';
import { checkCharacters } from './constructs.ts';
import { readContentModel } from './content-model.ts';
import { Cursor } from './cursor.ts';
import type { DeclaredAttribute } from './doctype.ts';
import type { Reading } from './reading.ts';
import { attributeValue, failUnclosedReference, readReference } from './references.ts';

interface ExternalId {
  readonly publicId: string | undefined;
  readonly systemId: string | undefined;
}

/** A DOCTYPE as the events give it; its declarations stay in the `Reading`. */
export interface Doctype extends ExternalId {
  readonly name: string;
  readonly end: number;
}

/** Reads the DOCTYPE whose `<!DOCTYPE` starts at `start`, with its internal subset (XML 1.0 §2.8, §3.2–3.4, §4.2). Nothing outside the file is ever opened. */
export function parseDoctype(reading: Reading, start: number): Doctype {
  const cursor = new Cursor(reading, reading.source.text, start, 'the DOCTYPE');
  cursor.pos += '<!DOCTYPE'.length;
  cursor.needSpace();
  const name = cursor.name();
  const hadSpace = cursor.skipSpace();
  const { publicId, systemId } =
    hadSpace && !cursor.isAt('[') && !cursor.isAt('>') ? externalId(cursor, true) : none;
  cursor.skipSpace();
  const subset = new InternalSubset(reading);
  if (cursor.take('[')) {
    subset.read(cursor, true);
    cursor.need(']');
    cursor.skipSpace();
  }
  cursor.need('>');
  if (systemId !== undefined) reading.warn('external-dtd-not-read', start, cursor.pos, { systemId });
  return { name, publicId, systemId, end: cursor.pos };
}

const none: ExternalId = { publicId: undefined, systemId: undefined };
const notPublic = /[^ \r\na-zA-Z0-9\-'()+,./:=?;!*#@$_%]/;

function externalId(cursor: Cursor, needsSystem: boolean): ExternalId {
  if (cursor.take('SYSTEM')) {
    cursor.needSpace();
    return { publicId: undefined, systemId: cursor.literal() };
  }
  if (!cursor.take('PUBLIC')) cursor.fail('SYSTEM or PUBLIC');
  cursor.needSpace();
  const start = cursor.pos;
  const publicId = cursor.literal();
  const wrong = publicId.search(notPublic);
  if (wrong >= 0) cursor.failAt(start + 1 + wrong, 'a character that a public identifier may have');
  const hadSpace = cursor.skipSpace();
  if (!cursor.isAt('"') && !cursor.isAt("'")) {
    if (needsSystem) cursor.fail('a system identifier');
    return { publicId, systemId: undefined };
  }
  if (!hadSpace) cursor.fail('white space');
  return { publicId, systemId: cursor.literal() };
}

class InternalSubset {
  private readonly reading: Reading;
  /** Set after a parameter entity that was not read: declarations behind it do not count (XML 1.0 §5.1). */
  private isBlind = false;

  constructor(reading: Reading) {
    this.reading = reading;
  }

  /** Reads declarations up to `]`, or to the end of a parameter entity. */
  read(cursor: Cursor, isDocument: boolean): void {
    for (;;) {
      cursor.skipSpace();
      if (cursor.isAtEnd) {
        if (isDocument) cursor.fail(']');
        return;
      }
      if (cursor.isAt(']')) {
        if (isDocument || this.sections > 0) return;
        cursor.fail('a declaration');
      }
      if (cursor.isAt('%')) this.parameterReference(cursor);
      else if (cursor.isAt('<!--')) cursor.comment();
      else if (cursor.isAt('<?')) cursor.processingInstruction();
      else if (cursor.take('<!ELEMENT')) this.element(cursor);
      else if (cursor.take('<!ATTLIST')) this.attributeList(cursor);
      else if (cursor.take('<!ENTITY')) this.entity(cursor);
      else if (cursor.take('<!NOTATION')) this.notation(cursor);
      else if (!isDocument && cursor.take('<![')) this.conditional(cursor);
      else cursor.fail('a declaration');
    }
  }

  private sections = 0;

  /** INCLUDE and IGNORE may only stand in what a parameter entity yields (XML 1.0 §3.4). */
  private conditional(cursor: Cursor): void {
    cursor.skipSpace();
    const isIncluded = cursor.take('INCLUDE');
    if (!isIncluded && !cursor.take('IGNORE')) cursor.fail('INCLUDE or IGNORE');
    cursor.skipSpace();
    cursor.need('[');
    if (isIncluded) {
      this.sections++;
      this.read(cursor, false);
      this.sections--;
      cursor.need(']]>');
    } else {
      cursor.ignoredSection();
    }
  }

  private parameterReference(cursor: Cursor): void {
    const start = cursor.pos++;
    const name = cursor.name();
    cursor.need(';');
    const entity = this.reading.parameterEntities.get(name);
    if (entity === undefined) {
      if (this.isBlind) return;
      this.reading.fail('undefined-parameter-entity', start, cursor.pos, { name });
    }
    if (entity.systemId !== undefined) {
      this.reading.warn('external-parameter-entity-not-read', start, cursor.pos, { name });
      if (!this.reading.isStandalone) this.isBlind = true;
      return;
    }
    this.reading.enter(entity, start, cursor.pos);
    const sections = this.sections;
    this.sections = 0;
    this.read(new Cursor(this.reading, entity.text, 0, `the parameter entity ‘${name}’`), false);
    this.sections = sections;
    this.reading.leave();
  }

  private element(cursor: Cursor): void {
    cursor.needSpace();
    cursor.name();
    cursor.needSpace();
    readContentModel(cursor);
    cursor.skipSpace();
    cursor.need('>');
  }

  private notation(cursor: Cursor): void {
    cursor.needSpace();
    cursor.unprefixedName('a notation');
    cursor.needSpace();
    externalId(cursor, false);
    cursor.skipSpace();
    cursor.need('>');
  }

  private entity(cursor: Cursor): void {
    const start = cursor.pos - '<!ENTITY'.length;
    cursor.needSpace();
    const isParameter = cursor.take('%');
    if (isParameter) cursor.needSpace();
    const name = cursor.unprefixedName('an entity');
    cursor.needSpace();
    let text = '';
    let systemId: string | undefined;
    let notation: string | undefined;
    if (cursor.isAt('"') || cursor.isAt("'")) {
      text = this.replacementText(cursor);
    } else {
      ({ systemId } = externalId(cursor, true));
      const hadSpace = cursor.skipSpace();
      if (!isParameter && cursor.take('NDATA')) {
        if (!hadSpace) cursor.fail('white space');
        cursor.needSpace();
        notation = cursor.name();
      }
    }
    cursor.skipSpace();
    cursor.need('>');
    const place = this.reading.place(start, cursor.pos);
    const entities = isParameter ? this.reading.parameterEntities : this.reading.entities;
    if (!this.isBlind && !entities.has(name)) {
      entities.set(name, { name, text, systemId, notation, place, isOpen: false });
    }
  }

  /** The literal with character references resolved and general ones kept (XML 1.0 §4.5). */
  private replacementText(cursor: Cursor): string {
    const { reading } = this;
    const [start, end] = cursor.literalSpan();
    const { text } = cursor;
    checkCharacters(reading, text, start, end);
    let value = '';
    let from = start;
    for (let i = start; i < end; ) {
      const code = text.charCodeAt(i);
      if (code === 0x25) cursor.failAt(i, 'no parameter entity inside a declaration of the internal subset');
      if (code !== 0x26) {
        i++;
        continue;
      }
      value += this.lineEnds(cursor, text.slice(from, i));
      if (text.charCodeAt(i + 1) === 0x23) {
        const reference = readReference(reading, text, i, end);
        value += reference.value;
        i = from = reference.end;
      } else {
        const nameEnds = cursor.nameEnd(i + 1, end);
        if (nameEnds === i + 1) reading.fail('bare-ampersand', i, i + 1, {});
        const name = text.slice(i + 1, nameEnds);
        if (text[nameEnds] !== ';') failUnclosedReference(reading, i, nameEnds, name);
        from = i;
        i = nameEnds + 1;
      }
    }
    return value + this.lineEnds(cursor, text.slice(from, end));
  }

  private lineEnds(cursor: Cursor, text: string): string {
    return cursor.isDocument ? withLineFeeds(text, this.reading.isXml11) : text;
  }

  private attributeList(cursor: Cursor): void {
    cursor.needSpace();
    const element = this.reading.names.of(cursor.name());
    for (;;) {
      const hadSpace = cursor.skipSpace();
      if (cursor.take('>')) return;
      if (!hadSpace) cursor.fail('white space or >');
      const start = cursor.pos;
      const name = cursor.name();
      cursor.needSpace();
      const isCdata = this.attributeType(cursor);
      cursor.needSpace();
      const value = this.attributeDefault(cursor, isCdata);
      const place = this.reading.place(start, cursor.pos);
      if (this.isBlind) continue;
      element.declared ??= new Map<string, DeclaredAttribute>();
      if (!element.declared.has(name)) {
        element.declared.set(name, { name, isCdata, value, place, wasApplied: false });
      }
    }
  }

  private attributeType(cursor: Cursor): boolean {
    if (cursor.isAt('(')) {
      cursor.enumeration(false);
      return false;
    }
    if (cursor.take('NOTATION')) {
      cursor.needSpace();
      cursor.enumeration(true);
      return false;
    }
    for (const type of ['CDATA', 'IDREFS', 'IDREF', 'ID', 'ENTITIES', 'ENTITY', 'NMTOKENS', 'NMTOKEN']) {
      if (cursor.take(type)) return type === 'CDATA';
    }
    return cursor.fail('the type of an attribute');
  }

  private attributeDefault(cursor: Cursor, isCdata: boolean): string | undefined {
    if (cursor.take('#REQUIRED') || cursor.take('#IMPLIED')) return undefined;
    if (cursor.take('#FIXED')) cursor.needSpace();
    const [start, end] = cursor.literalSpan();
    const value = this.isBlind ? '' : attributeValue(this.reading, cursor.text, start, end);
    return isCdata ? value : collapsed(value);
  }
}

/** The value of an attribute that is not CDATA: no spaces at the ends, one between tokens (XML 1.0 §3.3.3). */
export function collapsed(value: string): string {
  const single = value.replace(/ {2,}/g, ' ');
  return single.slice(single.startsWith(' ') ? 1 : 0, single.endsWith(' ') ? -1 : undefined);
}
