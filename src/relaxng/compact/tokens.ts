import type { Source } from '../../xml/source.ts';
import { isNameCharacter, isNameStart } from '../datatypes/names.ts';
import type { Origin } from '../syntax.ts';

/** A token of the compact syntax (RELAX NG Compact Syntax §2). `value` is what it stands for. */
export interface Token {
  readonly kind:
    | 'identifier'
    | 'keyword'
    | 'cName'
    | 'nsName'
    | 'literal'
    | 'documentation'
    | 'operator'
    | 'end';
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** Why a file cannot be read as compact syntax. */
export class CompactFault extends Error {
  readonly origin: Origin;
  readonly help: string | undefined;

  constructor(origin: Origin, message: string, help?: string) {
    super(message);
    this.origin = origin;
    this.help = help;
  }
}

/** The words with a meaning of their own (RELAX NG Compact Syntax, Appendix A). */
export const keywords: ReadonlySet<string> = new Set(
  'attribute default datatypes div element empty external grammar include inherit list mixed namespace notAllowed parent start string text token'.split(
    ' ',
  ),
);
const operators = [
  '|=',
  '&=',
  '>>',
  '{',
  '}',
  '(',
  ')',
  '[',
  ']',
  ',',
  '|',
  '&',
  '*',
  '+',
  '?',
  '-',
  '=',
  '~',
];
/** Line ends that were written as escapes do not end a line: they stand as these until the literal is read. */
const [ESCAPED_LF, ESCAPED_CR] = ['\uffff', '\ufffe'];

/** Splits a file into tokens; comments and white space are left out. Throws a `CompactFault`. */
export function tokensOf(source: Source): Token[] {
  return new Tokenizer(source).all();
}

class Tokenizer {
  private readonly source: Source;
  private readonly text: string;
  /** The offset in the source of each character of `text`; undefined where they are the same. */
  private readonly offsets: readonly number[] | undefined;
  private at = 0;

  constructor(source: Source) {
    this.source = source;
    [this.text, this.offsets] = unescaped(source);
  }

  all(): Token[] {
    const tokens: Token[] = [];
    if (this.text.startsWith('\ufeff')) this.at = 1;
    for (;;) {
      const token = this.next();
      if (token === undefined) continue;
      tokens.push(token);
      if (token.kind === 'end') return tokens;
    }
  }

  private fail(message: string, from = this.at, to = from + 1): never {
    const origin = { source: this.source, start: this.offset(from), end: this.offset(to) };
    throw new CompactFault(origin, message);
  }

  private offset(at: number): number {
    return this.offsets === undefined ? at : (this.offsets[at] ?? this.source.text.length);
  }

  private token(kind: Token['kind'], value: string, from: number): Token {
    return { kind, value, start: this.offset(from), end: this.offset(this.at) };
  }

  private next(): Token | undefined {
    const { text } = this;
    while (/[ \t\n\r]/.test(text[this.at] ?? '')) this.at++;
    const from = this.at;
    if (from >= text.length) return this.token('end', '', from);
    const first = text[from]!;
    if (first === '#') return this.comment(from);
    if (first === '"' || first === "'") return this.literal(from, first);
    if (first === '\\' || isNameStart.test(String.fromCodePoint(text.codePointAt(from)!)))
      return this.name(from);
    const operator = operators.find((each) => text.startsWith(each, from));
    if (operator === undefined)
      this.fail(`“${String.fromCodePoint(text.codePointAt(from)!)}” has no meaning here`);
    this.at += operator.length;
    return this.token('operator', operator, from);
  }

  /** `##` begins documentation, of which several lines make one (§2.3); `#` a comment. */
  private comment(from: number): Token | undefined {
    const isDocumentation = this.text[from + 1] === '#';
    const lines: string[] = [];
    for (;;) {
      const end = /[\n\r]|$/.exec(this.text.slice(this.at))!.index + this.at;
      if (isDocumentation) lines.push(this.text.slice(this.at, end).replace(/^#+ ?/, ''));
      this.at = end;
      const more = /^(?:\r\n?|\n)[ \t]*(?=##)/.exec(this.text.slice(end, end + 400));
      if (!isDocumentation || more === null) break;
      this.at += more[0].length;
    }
    return isDocumentation ? this.token('documentation', restored(lines.join('\n')), from) : undefined;
  }

  private literal(from: number, quote: string): Token {
    const isLong = this.text.startsWith(quote.repeat(3), from);
    const mark = isLong ? quote.repeat(3) : quote;
    const end = this.text.indexOf(mark, from + mark.length);
    const content = this.text.slice(from + mark.length, end < 0 ? undefined : end);
    const isBroken = !isLong && /[\n\r]/.test(content);
    if (end < 0 || isBroken) {
      const line = /[\n\r]|$/.exec(this.text.slice(from))!.index;
      this.fail('The literal is not closed', from, from + line);
    }
    this.at = end + mark.length;
    return this.token('literal', restored(content.replace(/\r\n?/g, '\n')), from);
  }

  private name(from: number): Token {
    const isQuoted = this.text[from] === '\\';
    if (isQuoted) this.at++;
    const first = this.ncName();
    if (first === '') this.fail('A name must follow the backslash');
    if (!isQuoted && this.text[this.at] === ':') {
      if (this.text[this.at + 1] === '*') {
        this.at += 2;
        return this.token('nsName', first, from);
      }
      const colon = this.at++;
      const local = this.ncName();
      if (local !== '') return this.token('cName', `${first}:${local}`, from);
      this.fail('A name or “*” must follow the colon', colon);
    }
    return this.token(!isQuoted && keywords.has(first) ? 'keyword' : 'identifier', first, from);
  }

  private ncName(): string {
    const from = this.at;
    while (this.at < this.text.length) {
      const character = String.fromCodePoint(this.text.codePointAt(this.at)!);
      if (!(this.at === from ? isNameStart : isNameCharacter).test(character)) break;
      this.at += character.length;
    }
    return this.text.slice(from, this.at);
  }
}

function restored(text: string): string {
  return text.replaceAll(ESCAPED_LF, '\n').replaceAll(ESCAPED_CR, '\r');
}

/** Replaces `\x{…}` by its character (§2.1), and remembers where each character came from. */
function unescaped(source: Source): [string, readonly number[] | undefined] {
  const { text } = source;
  if (!/\\x+\{/.test(text)) return [text, undefined];
  const offsets: number[] = [];
  let result = '';
  for (let i = 0; i < text.length; ) {
    const opening = text[i] === '\\' ? /^\\x+\{/.exec(text.slice(i, i + 40)) : null;
    let character = text[i]!;
    let length = 1;
    if (opening !== null) {
      const digits = /^([0-9a-fA-F]{1,8})\}/.exec(
        text.slice(i + opening[0].length, i + opening[0].length + 10),
      );
      const point = digits === null ? Number.NaN : Number.parseInt(digits[1]!, 16);
      length = opening[0].length + (digits?.[0].length ?? 0);
      if (!isCharacter(point))
        throw new CompactFault({ source, start: i, end: i + length }, 'The escape does not name a character');
      character = point === 10 ? ESCAPED_LF : point === 13 ? ESCAPED_CR : String.fromCodePoint(point);
    }
    for (let unit = 0; unit < character.length; unit++) offsets.push(i);
    result += character;
    i += length;
  }
  return [result, offsets];
}

/** The characters of XML 1.0 (§2.2). */
function isCharacter(point: number): boolean {
  if (point < 0x20) return point === 9 || point === 10 || point === 13;
  return point <= 0xd7ff || (point >= 0xe000 && point <= 0xfffd) || (point >= 0x10000 && point <= 0x10ffff);
}
