import { expect } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { decode } from '../../src/xml/decode.ts';
import { readTree } from '../../src/xml/read.ts';
import { tokens } from '../../src/xml/tokens.ts';
import type { Document } from '../../src/xml/tree.ts';

/** Reads any bytes and checks what must hold for all of them: one error or a tree, places inside the file, tokens that tile it. */
export function readSoundly(bytes: Uint8Array): { tree: Document | undefined; found: Diagnostic[] } {
  const found: Diagnostic[] = [];
  const tree = readTree(bytes, 'm.xml', (each) => found.push(each));
  const errors = found.filter((each) => each.severity === 'error');
  expect(errors).toHaveLength(tree === undefined ? 1 : 0);
  const source = decode(bytes, 'm.xml', () => {});
  if (source === undefined) return { tree, found };

  const lines = source.text.split(/\r\n|\r|\n/);
  const isInside = (line: number, column: number) =>
    line >= 1 && line <= lines.length && column >= 1 && column <= lines[line - 1]!.length + 3;
  for (const { place, related = [] } of found) {
    for (const each of [place, ...related.map((other) => other.place)]) {
      expect(isInside(each.line, each.column) && isInside(each.endLine, each.endColumn)).toBe(true);
      expect(each.endLine > each.line || each.endColumn >= each.column).toBe(true);
    }
  }
  let end = 0;
  for (const token of tokens(source.text)) {
    if (token.start !== end || token.end <= end) throw new Error(`no tile at ${end}`);
    end = token.end;
  }
  expect(end).toBe(source.text.length);
  return { tree, found };
}
