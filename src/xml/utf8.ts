import { isUtf8 } from 'node:buffer';

/** The first bytes that are no UTF-8 (Unicode 15, table 3-7: no overlong forms, no surrogates, nothing above U+10FFFF), or undefined. */
export function firstMalformedUtf8(bytes: Uint8Array): { start: number; end: number } | undefined {
  if (isUtf8(bytes)) return undefined;
  let i = 0;
  while (i < bytes.length) {
    const lead = bytes[i]!;
    if (lead < 0x80) {
      i++;
      continue;
    }
    const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
    if (lead < 0xc2 || lead > 0xf4) return { start: i, end: i + 1 };
    for (let k = 1; k < length; k++) {
      const byte = bytes[i + k];
      const low = k > 1 ? 0x80 : lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
      const high = k > 1 ? 0xbf : lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
      if (byte === undefined || byte < low || byte > high) return { start: i, end: i + k };
    }
    i += length;
  }
  return undefined;
}
