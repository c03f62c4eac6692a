import { inflateSync } from 'node:zlib';

/**
 * The text of each page of a PDF that our typesetter wrote, glyph by glyph in the order of painting, without blanks and hyphens.
 * It reads plain objects, Identity-H fonts and their ToUnicode maps (ISO 32000-1 §7, §9), which is all that such a file has.
 */
export function pdfText(bytes: Uint8Array): string[] {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const raw = file.toString('latin1');
  const objects = new Map<number, { readonly head: string; readonly start: number }>();
  const table = raw.slice(raw.lastIndexOf('\nxref'), raw.lastIndexOf('trailer'));
  for (const [line] of table.matchAll(/\d{10} \d{5} n/g)) {
    const start = Number(line.slice(0, 10));
    const end = raw.slice(start, start + 400_000).search(/\bstream\r?\n|\bendobj\b/);
    const id = Number.parseInt(raw.slice(start, start + 12), 10);
    if (end >= 0) objects.set(id, { head: raw.slice(start, start + end), start: start + end });
  }
  const streamOf = (id: number): string => {
    const object = objects.get(id);
    const length = Number(/\/Length (\d+)/.exec(object?.head ?? '')?.[1] ?? 0);
    if (object === undefined || length === 0) return '';
    const from = raw.indexOf('\n', object.start) + 1;
    const data = file.subarray(from, from + length);
    return (object.head.includes('/FlateDecode') ? inflateSync(data) : data).toString('latin1');
  };
  const maps = new Map<string, Map<string, string>>();
  const fontsOf = (head: string): Map<string, Map<string, string>> => {
    const found = new Map<string, Map<string, string>>();
    const resources = /\/Resources (\d+) 0 R/.exec(head)?.[1];
    const holder = resources === undefined ? head : (objects.get(Number(resources))?.head ?? '');
    const inline = /\/Font\s*<<([\s\S]*?)>>/.exec(holder)?.[1];
    const reference = /\/Font (\d+) 0 R/.exec(holder)?.[1];
    const fonts = inline ?? objects.get(Number(reference))?.head ?? '';
    for (const [, name, id] of fonts.matchAll(/\/(\w+) (\d+) 0 R/g)) {
      let map = maps.get(id!);
      if (map === undefined) {
        const unicode = /\/ToUnicode (\d+) 0 R/.exec(objects.get(Number(id))?.head ?? '')?.[1];
        map = unicode === undefined ? new Map() : readMap(streamOf(Number(unicode)));
        maps.set(id!, map);
      }
      found.set(name!, map);
    }
    return found;
  };
  const kids = /\/Kids \[([^\]]*)\]/.exec(
    [...objects.values()].find(({ head }) => /\/Type \/Pages\b/.test(head))?.head ?? '',
  );
  return [...(kids?.[1] ?? '').matchAll(/(\d+) 0 R/g)].map(([, id]) => {
    const head = objects.get(Number(id))?.head ?? '';
    const contents = /\/Contents (\d+) 0 R/.exec(head)?.[1];
    return squeezed(paintedText(streamOf(Number(contents)), fontsOf(head)));
  });
}

/** Text as two readings of it can be compared: no blanks, no hyphens, no characters that only join or direct. */
export const squeezed = (value: string): string => value.normalize('NFC').replace(/[\s\p{Cf}\-\u2010]/gu, '');

function readMap(cmap: string): Map<string, string> {
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

/** What a content stream shows: `ActualText` in the place of the glyphs it is said of. */
function paintedText(stream: string, fonts: ReadonlyMap<string, ReadonlyMap<string, string>>): string {
  let out = '';
  let font: ReadonlyMap<string, string> = new Map();
  const marked: boolean[] = [];
  const token = /\/(\w+)\s+[-\d.]+\s+Tf|(\/ActualText\s*)?(?:<([0-9A-Fa-f]*)>|\()|\b(BDC|BMC|EMC)\b/g;
  let actual: string | undefined;
  for (let found = token.exec(stream); found !== null; found = token.exec(stream)) {
    const [whole, name, isActual, hex, operator] = found;
    let bytes: Buffer = Buffer.from(hex ?? '', 'hex');
    if (whole.endsWith('(')) {
      const end = endOfLiteral(stream, token.lastIndex);
      bytes = unescaped(stream.slice(token.lastIndex, end));
      token.lastIndex = end + 1;
    }
    if (name !== undefined) font = fonts.get(name) ?? new Map();
    else if (isActual !== undefined) actual = textString(bytes);
    else if (operator === 'BDC' || operator === 'BMC') {
      marked.push(actual !== undefined);
      if (actual !== undefined) out += actual;
      actual = undefined;
    } else if (operator === 'EMC') marked.pop();
    else if (!marked.includes(true)) {
      for (let at = 0; at + 1 < bytes.length; at += 2)
        out += font.get(bytes.toString('hex', at, at + 2)) ?? '';
    }
  }
  return out;
}

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
