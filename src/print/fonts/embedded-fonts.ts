import { readFileSync } from 'node:fs';
import { type FontTables, familyOf, readTables } from './sfnt.ts';

/** The fonts that a typesetter's binary carries, found by their table directories (Typst has no call that hands them out). */
export function embeddedFonts(binary: string, wanted: ReadonlySet<string>): FontTables[] {
  const bytes = readFileSync(binary);
  const found: FontTables[] = [];
  for (const signature of ['OTTO\0', '\0\x01\0\0\0']) {
    const pattern = Buffer.from(signature, 'latin1');
    for (let at = bytes.indexOf(pattern); at >= 0; at = bytes.indexOf(pattern, at + 4)) {
      const end = endOfFont(bytes, at);
      if (end === undefined) continue;
      const tables = readTables(bytes.subarray(at, end));
      if (tables !== undefined && wanted.has(familyOf(tables))) found.push(tables);
    }
  }
  return found;
}

function endOfFont(bytes: Buffer, start: number): number | undefined {
  const count = bytes.readUInt16BE(start + 4);
  if (count < 8 || count > 40 || start + 12 + 16 * count > bytes.length) return undefined;
  let end = 0;
  for (let at = start + 12; at < start + 12 + 16 * count; at += 16) {
    if (!/^[A-Za-z0-9/ ]{4}$/.test(bytes.toString('latin1', at, at + 4))) return undefined;
    end = Math.max(end, bytes.readUInt32BE(at + 8) + bytes.readUInt32BE(at + 12));
  }
  return start + end <= bytes.length ? start + end : undefined;
}
