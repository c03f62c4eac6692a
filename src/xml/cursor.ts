import { characterName, NAME, SPACE } from './characters.ts';
import { checkCharacters, readComment, readInstruction } from './constructs.ts';
import type { Reading } from './reading.ts';
import { nameEnd } from './references.ts';

/** A place in a DOCTYPE or in the text of a parameter entity, with the small steps of its grammar; each fails with what was expected. */
export class Cursor {
  readonly text: string;
  pos: number;
  /** Whether it reads the document itself and not what an entity yields. */
  readonly isDocument: boolean;
  private readonly reading: Reading;
  private readonly where: string;
  private readonly start: number;

  constructor(reading: Reading, text: string, pos: number, where: string) {
    this.reading = reading;
    this.text = text;
    this.pos = pos;
    this.start = pos;
    this.where = where;
    this.isDocument = reading.origin === undefined;
  }

  get isAtEnd(): boolean {
    return this.pos >= this.text.length;
  }

  isAt(what: string): boolean {
    return this.text.startsWith(what, this.pos);
  }

  take(what: string): boolean {
    if (!this.isAt(what)) return false;
    this.pos += what.length;
    return true;
  }

  need(what: string): void {
    if (!this.take(what)) this.fail(what);
  }

  /** Skips white space; true when there was some. */
  skipSpace(): boolean {
    const { classes } = this.reading;
    const start = this.pos;
    while (this.pos < this.text.length && (classes[this.text.charCodeAt(this.pos)]! & SPACE) !== 0)
      this.pos++;
    return this.pos > start;
  }

  needSpace(): void {
    if (!this.skipSpace()) this.fail('white space');
  }

  nameEnd(start: number, limit: number = this.text.length): number {
    return nameEnd(this.text, start, limit, this.reading.classes);
  }

  name(): string {
    const end = this.nameEnd(this.pos);
    if (end === this.pos) this.fail('a name');
    const name = this.text.slice(this.pos, end);
    this.pos = end;
    return name;
  }

  /** A name without a colon (Namespaces in XML §7), of an entity, a notation or a processing instruction. */
  unprefixedName(what: string): string {
    const start = this.pos;
    const name = this.name();
    if (name.includes(':')) {
      this.reading.fail('colon-in-name', start, this.pos, { what, name });
    }
    return name;
  }

  /** The span between quotes; moves behind them. */
  literalSpan(): [start: number, end: number] {
    const quote = this.text[this.pos];
    if (quote !== '"' && quote !== "'") this.fail('a quotation mark');
    const start = this.pos + 1;
    const end = this.text.indexOf(quote!, start);
    if (end < 0) this.unclosed(this.pos, 'literal', quote!);
    this.pos = end + 1;
    return [start, end];
  }

  literal(): string {
    const [start, end] = this.literalSpan();
    checkCharacters(this.reading, this.text, start, end);
    return this.text.slice(start, end);
  }

  comment(): void {
    this.pos = readComment(this.reading, this.text, this.pos);
  }

  processingInstruction(): void {
    this.pos = readInstruction(this.reading, this.text, this.pos);
  }

  /** The values of an enumerated attribute, or the names of its notations (XML 1.0 productions 58 and 59). */
  enumeration(isOfNotations: boolean): void {
    this.need('(');
    do {
      this.skipSpace();
      if (isOfNotations) this.unprefixedName('a notation');
      else this.nameToken();
      this.skipSpace();
    } while (this.take('|'));
    this.need(')');
  }

  private nameToken(): void {
    const { classes } = this.reading;
    const start = this.pos;
    for (;;) {
      if ((classes[this.text.charCodeAt(this.pos)]! & NAME) !== 0) this.pos++;
      else {
        const end = this.nameEnd(this.pos);
        if (end === this.pos) break;
        this.pos = end;
      }
    }
    if (this.pos === start) this.fail('a name token');
  }

  /** Passes over an IGNORE section, nested ones included, from after its `[`. */
  ignoredSection(): void {
    const { text } = this;
    const start = this.pos;
    let open = text.indexOf('<![', start);
    for (let depth = 1; depth > 0; ) {
      const close = text.indexOf(']]>', this.pos);
      if (close < 0) this.unclosed(start, 'IGNORE section', ']]>');
      if (open >= 0 && open < close) {
        depth++;
        this.pos = open + 3;
        open = text.indexOf('<![', this.pos);
      } else {
        depth--;
        this.pos = close + 3;
      }
    }
    checkCharacters(this.reading, this.text, start, this.pos);
  }

  private unclosed(start: number, what: string, close: string): never {
    this.reading.fail('unclosed-construct', start, this.text.length, { what, close });
  }

  /** Fails where it stands. */
  fail(expected: string): never {
    this.failAt(this.pos, expected);
  }

  failAt(pos: number, expected: string): never {
    if (pos >= this.text.length) {
      this.reading.fail('unclosed-construct', this.start, this.text.length, {
        what: this.where,
        close: expected,
      });
    }
    const code = this.text.codePointAt(pos)!;
    const end = pos + (code > 0xffff ? 2 : 1);
    checkCharacters(this.reading, this.text, pos, end);
    this.reading.fail('malformed-doctype', pos, end, {
      expected,
      found: characterName(code),
    });
  }
}
