/** Glyphs that a content stream shows for one text: all those of an `ActualText`, or a single one by its font's ToUnicode map. */
export interface Shown {
  readonly font: string;
  readonly text: string;
  /** Codes of two bytes, in hexadecimal. */
  readonly glyphs: readonly string[];
  /** Where the operator stands that shows the first of them, with its operands; and how many texts it shows. */
  readonly operator: { readonly from: number; readonly to: number; texts: number };
  /** Where the string of the `ActualText` stands, if there is one. */
  readonly actual: Actual | undefined;
}

interface Actual {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

const token = /[(<>[\]]|\/(\w+)|(?<![\w.+-])[-+.\d]+(?![\w.])|[A-Za-z'"*]+[\d*]*/g;

/** What a content stream shows, in the order of painting (ISO 32000-1 §9.4, §14.9.4); `fonts` has the map of each font by its name. */
export function shownIn(
  stream: string,
  fonts: ReadonlyMap<string, ReadonlyMap<string, string>>,
): readonly Shown[] {
  const shown: (Shown & { readonly glyphs: string[] })[] = [];
  const marked: ({ actual: Actual; group?: (typeof shown)[number] } | undefined)[] = [];
  let names: string[] = [];
  let strings: Buffer[] = [];
  let actual: Actual | undefined;
  let isActual = false;
  let font = '';
  let operands = 0;
  const show = (to: number) => {
    const operator = { from: operands, to, texts: 0 };
    const span = marked.findLast((each) => each !== undefined);
    for (const bytes of strings)
      for (let at = 0; at + 1 < bytes.length; at += 2) {
        const glyph = bytes.toString('hex', at, at + 2);
        if (span?.group !== undefined) span.group.glyphs.push(glyph);
        else {
          const text = span?.actual.text ?? fonts.get(font)?.get(glyph) ?? '';
          const group = { font, text, glyphs: [glyph], operator, actual: span?.actual };
          shown.push(group);
          operator.texts++;
          if (span !== undefined) span.group = group;
        }
      }
  };
  token.lastIndex = 0;
  for (let found = token.exec(stream); found !== null; found = token.exec(stream)) {
    const [word, name] = found;
    const from = found.index;
    if (word === '(' || word === '<') {
      if (stream[from + 1] === '<' && word === '<') {
        token.lastIndex = from + 2;
        continue;
      }
      const end = word === '(' ? endOfLiteral(stream, from + 1) : stream.indexOf('>', from);
      const inside = stream.slice(from + 1, end);
      const bytes = word === '(' ? unescaped(inside) : Buffer.from(inside, 'hex');
      token.lastIndex = end + 1;
      if (isActual) actual = { from, to: end + 1, text: textString(bytes) };
      else strings.push(bytes);
      isActual = false;
    } else if (name !== undefined) {
      isActual = name === 'ActualText';
      names.push(name);
    } else if (/^[A-Za-z'"]/.test(word)) {
      if (word === 'Tf') font = names.at(-1) ?? font;
      else if (word === 'Tj' || word === 'TJ') show(from + word.length);
      else if (word === 'BDC' || word === 'BMC') marked.push(actual === undefined ? undefined : { actual });
      else if (word === 'EMC') {
        const ended = marked.pop();
        // Words that no glyph shows.
        if (ended !== undefined && ended.group === undefined)
          shown.push({
            font,
            text: ended.actual.text,
            glyphs: [],
            operator: { from, to: from, texts: 0 },
            actual: ended.actual,
          });
      }
      if (word === 'BDC' || word === 'BMC') actual = undefined;
      if (word !== 'true' && word !== 'false' && word !== 'null') {
        operands = from + word.length;
        names = [];
        strings = [];
      }
    }
  }
  return shown;
}

/** A ToUnicode map: the text of each code (ISO 32000-1 §9.10.3). */
export function readMap(cmap: string): Map<string, string> {
  const map = new Map<string, string>();
  const decode = (hex: string) => Buffer.from(hex, 'hex').swap16().toString('utf16le');
  for (const [, block] of cmap.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, from, to] of block!.matchAll(/<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>/g))
      map.set(from!.toLowerCase(), decode(to!));
  for (const [, block] of cmap.matchAll(/beginbfrange([\s\S]*?)endbfrange/g))
    for (const [, low, high, to] of block!.matchAll(
      /<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>/g,
    ))
      for (let code = Number.parseInt(low!, 16), n = 0; code <= Number.parseInt(high!, 16); code++, n++) {
        const target = decode(to!);
        map.set(
          code.toString(16).padStart(4, '0'),
          target.slice(0, -1) + String.fromCharCode(target.charCodeAt(target.length - 1) + n),
        );
      }
  return map;
}

/** A text as a map writes it, in hexadecimal. */
export const utf16 = (text: string): string =>
  Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase();

/** The closing bracket of a literal string; brackets inside may stand unescaped in pairs (ISO 32000-1 §7.3.4.2). */
function endOfLiteral(stream: string, start: number): number {
  let depth = 1;
  for (let at = start; at < stream.length; at++) {
    if (stream[at] === '\\') at++;
    else if (stream[at] === '(') depth++;
    else if (stream[at] === ')' && --depth === 0) return at;
  }
  return stream.length;
}

const textString = (bytes: Buffer): string =>
  bytes[0] === 0xfe && bytes[1] === 0xff
    ? Buffer.from(bytes.subarray(2)).swap16().toString('utf16le')
    : bytes.toString('latin1');

function unescaped(literal: string): Buffer {
  const plain = literal.replace(/\\(\d{1,3}|\r?\n|[\s\S])/g, (_, code: string) => {
    if (/^\d/.test(code)) return String.fromCharCode(Number.parseInt(code, 8) & 0xff);
    return { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', '\n': '', '\r\n': '' }[code] ?? code;
  });
  return Buffer.from(plain, 'latin1');
}
