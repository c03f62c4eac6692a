import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { echoesOf } from '../../src/rules/echoes-of.ts';

const at = (
  code: string,
  line: number,
  column: number,
  endColumn: number,
  related: number[] = [],
): Diagnostic => ({
  code,
  layer: 'rule',
  severity: 'error',
  message: '',
  place: { path: 'a.xml', line, column, endLine: line, endColumn },
  related: related.map((each) => ({
    message: '',
    place: { path: 'a.xml', line: each, column, endLine: each, endColumn },
  })),
});

describe('echoesOf', () => {
  const isEcho = echoesOf([
    at('invalid-date', 3, 10, 14, [5]),
    at('empty-pointer', 7, 4, 13),
    at('dangling-pointer', 9, 1, 5),
  ]);

  it('knows the schema’s word on a value that a rule has explained, at each of its places', () => {
    expect(isEcho(at('attribute-invalid', 3, 10, 14))).toBe(true);
    expect(isEcho(at('attribute-invalid', 5, 10, 14))).toBe(true);
    expect(isEcho(at('attribute-invalid', 7, 12, 12))).toBe(true);
  });

  it('lets everything else be said', () => {
    expect(isEcho(at('attribute-invalid', 3, 30, 34))).toBe(false);
    expect(isEcho(at('attribute-invalid', 4, 10, 14))).toBe(false);
    expect(isEcho(at('attribute-unknown', 3, 10, 14))).toBe(false);
    expect(isEcho(at('attribute-invalid', 9, 1, 5))).toBe(false);
    const warning = { ...at('invalid-date', 3, 10, 14), severity: 'warning' } as const;
    expect(echoesOf([warning])(at('attribute-invalid', 3, 10, 14))).toBe(false);
    expect(echoesOf([])(at('attribute-invalid', 1, 1, 1))).toBe(false);
  });
});
