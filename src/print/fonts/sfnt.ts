import { inflateSync } from 'node:zlib';

/** The tables of one OpenType font, by tag. */
export type FontTables = Map<string, Buffer>;

/** Reads the tables of a font file: TrueType and OpenType, or WOFF 1.0, whose tables are deflated one by one. Gives nothing for other bytes. */
export function readTables(bytes: Uint8Array): FontTables | undefined {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.length < 12) return undefined;
  const signature = file.toString('latin1', 0, 4);
  const isWoff = signature === 'wOFF';
  if (!isWoff && !['OTTO', '\0\x01\0\0', 'true'].includes(signature)) return undefined;
  const count = file.readUInt16BE(isWoff ? 12 : 4);
  const [start, step] = isWoff ? [44, 20] : [12, 16];
  const tables: FontTables = new Map();
  try {
    for (let at = start; at < start + count * step; at += step) {
      const tag = file.toString('latin1', at, at + 4);
      const offset = file.readUInt32BE(isWoff ? at + 4 : at + 8);
      const stored = file.readUInt32BE(isWoff ? at + 8 : at + 12);
      const length = isWoff ? file.readUInt32BE(at + 12) : stored;
      if (offset + stored > file.length) return undefined;
      const data = file.subarray(offset, offset + stored);
      tables.set(tag, stored < length ? inflateSync(data) : data);
    }
  } catch {
    return undefined;
  }
  return tables.has('cmap') && tables.has('head') ? tables : undefined;
}

const checksum = (table: Buffer): number => {
  let sum = 0;
  for (let at = 0; at < table.length; at += 4) {
    const word =
      at + 4 <= table.length
        ? table.readUInt32BE(at)
        : Buffer.concat([table.subarray(at), Buffer.alloc(4)]).readUInt32BE(0);
    sum = (sum + word) >>> 0;
  }
  return sum;
};

/** Writes tables as a font file, tags in order, each padded to four bytes (OpenType 1.9, "Organization of an OpenType font"). */
export function writeTables(tables: FontTables): Buffer {
  const tags = [...tables.keys()].sort();
  const power = 2 ** Math.floor(Math.log2(tags.length));
  const header = Buffer.alloc(12 + 16 * tags.length);
  header.write(tables.has('CFF ') ? 'OTTO' : '\0\x01\0\0', 0, 'latin1');
  header.writeUInt16BE(tags.length, 4);
  header.writeUInt16BE(power * 16, 6);
  header.writeUInt16BE(Math.log2(power), 8);
  header.writeUInt16BE((tags.length - power) * 16, 10);
  const parts: Buffer[] = [header];
  let offset = header.length;
  for (const [index, tag] of tags.entries()) {
    const table = tables.get(tag)!;
    const at = 12 + 16 * index;
    header.write(tag, at, 'latin1');
    header.writeUInt32BE(checksum(table), at + 4);
    header.writeUInt32BE(offset, at + 8);
    header.writeUInt32BE(table.length, at + 12);
    const padded = Buffer.alloc(Math.ceil(table.length / 4) * 4);
    table.copy(padded);
    parts.push(padded);
    offset += padded.length;
  }
  return Buffer.concat(parts);
}

const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16();

/** The family that a font's `name` table gives it: the typographic one, else the plain one. */
export function familyOf(tables: FontTables): string {
  const names = namesOf(tables);
  return names.get(16) ?? names.get(1) ?? '';
}

function namesOf(tables: FontTables): Map<number, string> {
  const names = new Map<number, string>();
  const table = tables.get('name');
  if (table === undefined) return names;
  const [count, strings] = [table.readUInt16BE(2), table.readUInt16BE(4)];
  for (let at = 6; at < 6 + count * 12; at += 12) {
    if (table.readUInt16BE(at) !== 3) continue;
    const from = strings + table.readUInt16BE(at + 10);
    const raw = Buffer.from(table.subarray(from, from + table.readUInt16BE(at + 8)));
    if (raw.length % 2 === 0) names.set(table.readUInt16BE(at + 6), raw.swap16().toString('utf16le'));
  }
  return names;
}

/** The same font under another family name, so that no font of the system can be taken for it; copyright and licence stay. */
export function renamed(tables: FontTables, family: string): FontTables {
  const old = namesOf(tables);
  const style = old.get(17) ?? old.get(2) ?? 'Regular';
  const records: [number, string][] = [
    [0, old.get(0) ?? ''],
    [1, family],
    [2, style],
    [3, `${family} ${style}`],
    [4, `${family} ${style}`],
    [6, `${family}-${style}`.replace(/\s/g, '')],
    [13, old.get(13) ?? ''],
    [14, old.get(14) ?? ''],
    [16, family],
    [17, style],
  ];
  const strings = records.map(([, text]) => utf16(text));
  const table = Buffer.alloc(6 + 12 * records.length);
  table.writeUInt16BE(records.length, 2);
  table.writeUInt16BE(table.length, 4);
  let offset = 0;
  for (const [index, [id]] of records.entries()) {
    const at = 6 + 12 * index;
    for (const [shift, value] of [3, 1, 0x409, id, strings[index]!.length, offset].entries())
      table.writeUInt16BE(value, at + 2 * shift);
    offset += strings[index]!.length;
  }
  return new Map(tables).set('name', Buffer.concat([table, ...strings]));
}
