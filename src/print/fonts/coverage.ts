import type { FontTables } from './sfnt.ts';

/** Tells whether a font has a glyph for a code point. */
export type Coverage = (codePoint: number) => boolean;

/** Reads a font's `cmap`: the Unicode subtables of formats 4 and 12, which every current font has. */
export function coverageOf(tables: FontTables): Coverage {
  const cmap = tables.get('cmap')!;
  const ranges: [number, number][] = [];
  for (let at = 4; at < 4 + cmap.readUInt16BE(2) * 8; at += 8) {
    const platform = cmap.readUInt16BE(at);
    if (platform !== 0 && platform !== 3) continue;
    const start = cmap.readUInt32BE(at + 4);
    const format = cmap.readUInt16BE(start);
    if (format === 4) segments(cmap, start, ranges);
    if (format === 12) groups(cmap, start, ranges);
  }
  ranges.sort((a, b) => a[0] - b[0]);
  const merged: [number, number][] = [];
  for (const range of ranges) {
    const before = merged.at(-1);
    if (before !== undefined && range[0] <= before[1] + 1) before[1] = Math.max(before[1], range[1]);
    else merged.push([...range]);
  }
  return (codePoint) => {
    let [low, high] = [0, merged.length - 1];
    while (low <= high) {
      const middle = (low + high) >> 1;
      const [first, last] = merged[middle]!;
      if (codePoint < first) high = middle - 1;
      else if (codePoint > last) low = middle + 1;
      else return true;
    }
    return false;
  };
}

function segments(cmap: Buffer, start: number, ranges: [number, number][]): void {
  const count = cmap.readUInt16BE(start + 6) / 2;
  for (let index = 0; index < count; index++) {
    const last = cmap.readUInt16BE(start + 14 + 2 * index);
    const firstAt = start + 16 + 2 * count + 2 * index;
    const first = cmap.readUInt16BE(firstAt);
    const offsetAt = firstAt + 4 * count;
    const offset = cmap.readUInt16BE(offsetAt);
    const delta = cmap.readUInt16BE(firstAt + 2 * count);
    for (let code = first; code <= last && code !== 0xffff; code++) {
      const at = offsetAt + offset + 2 * (code - first);
      const glyph = offset === 0 ? (code + delta) & 0xffff : at + 1 < cmap.length ? cmap.readUInt16BE(at) : 0;
      if (glyph !== 0) extend(ranges, code);
    }
  }
}

function groups(cmap: Buffer, start: number, ranges: [number, number][]): void {
  const count = cmap.readUInt32BE(start + 12);
  for (let at = start + 16; at < start + 16 + 12 * count; at += 12)
    ranges.push([cmap.readUInt32BE(at), cmap.readUInt32BE(at + 4)]);
}

function extend(ranges: [number, number][], code: number): void {
  const last = ranges.at(-1);
  if (last !== undefined && last[1] === code - 1) last[1] = code;
  else ranges.push([code, code]);
}
