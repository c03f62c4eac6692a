import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { decode } from '../../src/xml/decode.ts';
import { marked } from './marked.ts';

const utf8 = (text: string) => Buffer.from(text);
const latin1 = (text: string) => Buffer.from(text, 'latin1');
const utf16le = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le');
const utf16be = (text: string) => utf16le(text).swap16();
const bytes = (...all: (string | number[])[]) =>
  Buffer.concat(all.map((each) => (typeof each === 'string' ? utf8(each) : Buffer.from(each))));

function read(file: Uint8Array) {
  const found: Diagnostic[] = [];
  const source = decode(file, 'fixture.xml', (each) => found.push(each));
  expect(found.length).toBe(source === undefined ? 1 : 0);
  return { source, fault: found[0] };
}

describe('what is read', () => {
  const text = '<?xml version="1.0"?>\r\n<p>é ā 😀\u2028</p>\r';
  it.each([
    ['UTF-8', utf8(text)],
    ['UTF-8 with a byte order mark', utf8(`\ufeff${text}`)],
    ['UTF-16LE', utf16le(text)],
    ['UTF-16BE', utf16be(text)],
    ['a view into a larger buffer', Buffer.concat([utf8('xxx'), utf8(text)]).subarray(3)],
  ])('%s', (what, file) => {
    const { source } = read(file);
    expect(source!.text).toBe(text);
    expect(source!.hasByteOrderMark).toBe(/mark|16/.test(what));
  });

  it('UTF-16 that declares itself, in any of its names', () => {
    for (const name of ['UTF-16', 'utf-16', 'UTF-16LE']) {
      const declared = `<?xml version="1.0" encoding="${name}"?><p/>`;
      expect(read(utf16le(declared)).source?.text).toBe(declared);
    }
  });

  it('ISO-8859-1 byte for byte, which is not Windows-1252', () => {
    const declared = '<?xml version="1.0" encoding="iso-8859-1"?><p>\xe9\x80\x93\xff</p>';
    expect(read(latin1(declared)).source).toMatchObject({ text: declared, encoding: 'ISO-8859-1' });
  });

  it('US-ASCII', () => {
    const declared = '<?xml version="1.0" encoding="US-ASCII"?><p/>';
    expect(read(utf8(declared)).source?.text).toBe(declared);
  });

  it('an empty file, whose fault the parser reports', () => {
    expect(read(utf8('')).source?.text).toBe('');
    expect(read(utf8('\ufeff')).source?.text).toBe('');
  });
});

describe('malformed UTF-8', () => {
  it.each([
    ['a byte of Latin-1', [0xe9], 'E9'],
    ['an overlong form', [0xc0, 0xaf], 'C0'],
    ['an overlong form of three bytes', [0xe0, 0x80, 0xaf], 'E0'],
    ['a surrogate', [0xed, 0xa0, 0x80], 'ED'],
    ['above U+10FFFF', [0xf4, 0x90, 0x80, 0x80], 'F4'],
    ['a lead that never was', [0xf8, 0x88, 0x80, 0x80, 0x80], 'F8'],
    ['a continuation alone', [0x80], '80'],
    ['a character cut off', [0xe2, 0x82], 'E2 82'],
  ])('%s', (_what, wrong, named) => {
    const { text, place } = marked('<p>é😀\r\n\tā⟦?⟧</p>');
    const before = text.slice(0, text.indexOf('?'));
    const { fault } = read(bytes(before, wrong, '</p>'));
    expect(fault).toMatchObject({ code: 'malformed-encoding', place });
    expect(fault!.message).toBe(`The bytes ${named} at offset ${utf8(before).length} are no UTF-8.`);
  });

  it('counts the byte order mark in the offset and not in the column', () => {
    const { fault } = read(bytes([0xef, 0xbb, 0xbf], '<p>', [0xff]));
    expect(fault!.message).toContain('offset 6');
    expect(fault!.place).toMatchObject({ line: 1, column: 4 });
  });

  it('at the end of the file', () => {
    expect(read(bytes('<p/>\n', [0xf0, 0x9f])).fault!.place).toMatchObject({ line: 2, column: 1 });
  });
});

describe('encodings that are not what they say', () => {
  it.each([
    ['encoding-mismatch', '<?xml version="1.0" encoding="⟦UTF-16⟧"?><p/>', utf8],
    ['encoding-mismatch', "<?xml version='1.0'\n encoding = '⟦utf-16le⟧'?><p/>", utf8],
    [
      'encoding-mismatch',
      '<?xml version="1.0" encoding="⟦ISO-8859-1⟧"?><p/>',
      (text: string) => utf8(`\ufeff${text}`),
    ],
    ['encoding-mismatch', '<?xml version="1.0" encoding="⟦UTF-8⟧"?><p/>', utf16le],
    ['encoding-mismatch', '<?xml version="1.0" encoding="⟦UTF-16BE⟧"?><p/>', utf16le],
    ['unsupported-encoding', '<?xml version="1.0" encoding="⟦UTF-7⟧"?><p/>', utf8],
    ['unsupported-encoding', '<?xml version="1.0" encoding="⟦windows-1252⟧"?><p/>', utf8],
    ['unsupported-encoding', '<?xml version="1.0" encoding="⟦constructor⟧"?><p/>', utf8],
    ['missing-byte-order-mark', '⟦⟧<p/>', (text: string) => utf16le(text).subarray(2)],
    [
      'missing-byte-order-mark',
      '<?xml version="1.0" encoding="⟦UTF-16⟧"?><p/>',
      (text: string) => utf16be(text).subarray(2),
    ],
    [
      'unsupported-encoding',
      '⟦⟧<p/>',
      (text: string) => Buffer.from([...text].flatMap((each) => [0, 0, 0, each.charCodeAt(0)])),
    ],
  ] as const)('%s: %s', (code, fixture, encode) => {
    const { text, place } = marked(fixture);
    expect(read(encode(text)).fault).toMatchObject({ code, place });
  });

  it('names an encoding that is not supported', () => {
    const { fault } = read(utf8('<?xml version="1.0" encoding="UTF-7"?><p/>'));
    expect(fault!.message).toContain('UTF-7');
  });

  it('ASCII with a byte beyond it', () => {
    const { text, place } = marked('<?xml version="1.0" encoding="us-ascii"?>\n<p>a⟦?⟧</p>');
    expect(read(latin1(text.replace(/\?(?=<)/, '\xe9'))).fault).toMatchObject({
      code: 'malformed-encoding',
      place,
    });
  });

  it('UTF-16 with half a character at the end', () => {
    const { fault } = read(utf16be('<p/>\n ').subarray(0, -1));
    expect(fault).toMatchObject({ code: 'malformed-encoding', place: { line: 2, column: 1 } });
  });
});

describe('what is no XML at all', () => {
  it.each([
    ['a gzip archive', gzipSync('<p/>')],
    ['a zip archive', bytes('PK\x03\x04rest')],
    ['a PDF', utf8('%PDF-1.7\n')],
    ['JSON', utf8('{ "a": 1 }')],
    ['JSON', utf8('\ufeff[{}]')],
    ['JSON', utf8('{}')],
    ['an RTF document', utf8('{\\rtf1\\ansi}')],
  ])('looks like %s', (what, file) => {
    const { fault } = read(file);
    expect(fault).toMatchObject({ code: 'not-xml', place: { line: 1, column: 1 } });
    expect(fault!.message).toContain(what);
  });
});

it('refuses a file beyond the limit before it decodes it', () => {
  const found: Diagnostic[] = [];
  expect(decode(Buffer.alloc(200 * 1024 * 1024), 'a.xml', (each) => found.push(each))).toBeUndefined();
  expect(found.map((each) => each.message)).toEqual(['The file has 200 MB; 128 MB are read.']);
  expect(decode(utf8('<p/>'), 'a.xml', (each) => found.push(each), { size: 3 })).toBeUndefined();
});
