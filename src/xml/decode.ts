import { Buffer } from 'node:buffer';
import { diagnostic } from '../diagnostics/catalogue.ts';
import type { Report } from '../diagnostics/diagnostic.ts';
import { startOf } from '../diagnostics/place.ts';
import { defaultLimits, type Limits } from './limits.ts';
import { looksLike } from './looks-like.ts';
import { Source } from './source.ts';
import { firstMalformedUtf8 } from './utf8.ts';
import { declaredEncoding } from './xml-declaration.ts';

type Family = 'UTF-8' | 'UTF-16LE' | 'UTF-16BE' | 'ISO-8859-1' | 'US-ASCII';

/** The encodings that are read, by the names that may declare them. */
const families: ReadonlyMap<string, Family | 'UTF-16'> = new Map([
  ['utf-8', 'UTF-8'],
  ['utf8', 'UTF-8'],
  ['utf-16', 'UTF-16'],
  ['utf-16le', 'UTF-16LE'],
  ['utf-16be', 'UTF-16BE'],
  ['iso-8859-1', 'ISO-8859-1'],
  ['iso_8859-1', 'ISO-8859-1'],
  ['latin1', 'ISO-8859-1'],
  ['l1', 'ISO-8859-1'],
  ['us-ascii', 'US-ASCII'],
  ['ascii', 'US-ASCII'],
]);

/** What the first bytes say (XML 1.0 Appendix F): a byte order mark, or how wide a character is. */
function familyOf(bytes: Uint8Array): { family: string; markLength: number } {
  const [a, b, c, d] = [bytes[0], bytes[1], bytes[2], bytes[3]];
  if ((a === 0xff && b === 0xfe && c === 0 && d === 0) || (a === 0 && b === 0 && c === 0xfe && d === 0xff)) {
    return { family: 'UTF-32', markLength: 4 };
  }
  if (a === 0xef && b === 0xbb && c === 0xbf) return { family: 'UTF-8', markLength: 3 };
  if (a === 0xff && b === 0xfe) return { family: 'UTF-16LE', markLength: 2 };
  if (a === 0xfe && b === 0xff) return { family: 'UTF-16BE', markLength: 2 };
  if (a === 0 && b === 0 && c === 0 && d === 0x3c) return { family: 'UTF-32', markLength: 0 };
  if (a === 0x3c && b === 0 && c === 0 && d === 0) return { family: 'UTF-32', markLength: 0 };
  if (a === 0x3c && b === 0 && d === 0) return { family: 'UTF-16LE', markLength: 0 };
  if (a === 0 && b === 0x3c && c === 0) return { family: 'UTF-16BE', markLength: 0 };
  if (a === 0x4c && b === 0x6f && c === 0xa7 && d === 0x94) return { family: 'EBCDIC', markLength: 0 };
  return { family: '', markLength: 0 };
}

/** Reads the bytes of a file as text, in the encoding they are in; undefined, with a diagnostic, where they are in none that is read or not in the one they declare. */
export function decode(
  bytes: Uint8Array,
  path: string,
  report: Report,
  limits: Partial<Limits> = {},
): Source | undefined {
  const limit = limits.size ?? defaultLimits.size;
  if (bytes.length > limit) {
    report(
      diagnostic('file-too-large', startOf(path), {
        size: Math.ceil(bytes.length / 1024 / 1024),
        limit: Math.floor(limit / 1024 / 1024),
      }),
    );
    return undefined;
  }
  const { family: seen, markLength } = familyOf(bytes);
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).subarray(markLength);
  const isWide = seen === 'UTF-16LE' || seen === 'UTF-16BE';

  const what = isWide ? undefined : looksLike(buffer.toString('latin1', 0, 64));
  if (what !== undefined) {
    report(diagnostic('not-xml', startOf(path), { what }));
    return undefined;
  }
  if (seen === 'UTF-32' || seen === 'EBCDIC') {
    report(diagnostic('unsupported-encoding', startOf(path), { encoding: seen }));
    return undefined;
  }

  const head = isWide ? wideText(buffer.subarray(0, 1024), seen) : buffer.toString('latin1', 0, 512);
  const declared = declaredEncoding(head);
  const place = () => new Source(path, head).place(declared?.start ?? 0, declared?.end ?? 0);
  const family = declared === undefined ? undefined : families.get(declared.name.toLowerCase());
  if (declared !== undefined && family === undefined) {
    report(diagnostic('unsupported-encoding', place(), { encoding: declared.name }));
    return undefined;
  }
  const mismatch = (actual: string) => {
    report(diagnostic('encoding-mismatch', place(), { declared: declared!.name, actual }));
    return undefined;
  };

  if (isWide) {
    if (markLength === 0) {
      report(diagnostic('missing-byte-order-mark', place(), { encoding: seen }));
      return undefined;
    }
    if (family !== undefined && family !== 'UTF-16' && family !== seen) return mismatch(seen);
    if (buffer.length % 2 !== 0) {
      const text = wideText(buffer.subarray(0, -1), seen);
      report(malformed(path, text, seen, buffer.length - 1 + markLength, buffer.subarray(-1)));
      return undefined;
    }
    return new Source(path, wideText(buffer, seen), seen, true);
  }

  if (family === 'UTF-16' || family === 'UTF-16LE' || family === 'UTF-16BE') {
    return mismatch(
      markLength === 3 ? 'UTF-8 with a byte order mark' : 'not in UTF-16: it has one byte a character',
    );
  }
  if (markLength === 3 && family !== undefined && family !== 'UTF-8') {
    return mismatch('UTF-8 with a byte order mark');
  }
  if (family === 'ISO-8859-1') return new Source(path, buffer.toString('latin1'), family);

  const encoding = family ?? 'UTF-8';
  const fault = encoding === 'US-ASCII' ? firstBeyondAscii(buffer) : firstMalformedUtf8(buffer);
  if (fault !== undefined) {
    const text = buffer.toString('utf8', 0, fault.start);
    report(
      malformed(path, text, encoding, fault.start + markLength, buffer.subarray(fault.start, fault.end)),
    );
    return undefined;
  }
  return new Source(path, buffer.toString('utf8'), encoding, markLength === 3);
}

function malformed(path: string, before: string, encoding: string, offset: number, bytes: Uint8Array) {
  const place = new Source(path, `${before}?`).place(before.length, before.length + 1);
  const hex = [...bytes].map((byte) => byte.toString(16).toUpperCase().padStart(2, '0')).join(' ');
  return diagnostic('malformed-encoding', place, { encoding, bytes: hex, offset });
}

function firstBeyondAscii(bytes: Uint8Array): { start: number; end: number } | undefined {
  const start = bytes.findIndex((byte) => byte > 0x7f);
  return start < 0 ? undefined : { start, end: start + 1 };
}

function wideText(buffer: Buffer, family: string): string {
  if (family === 'UTF-16LE') return buffer.toString('utf16le');
  return Buffer.from(buffer.subarray(0, buffer.length & ~1))
    .swap16()
    .toString('utf16le');
}
