import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { Echoes } from '../../src/rules/echoes.ts';

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

const documents = new Set(['a.xml']);

describe('Echoes', () => {
  const echoes = new Echoes(
    [at('invalid-date', 3, 10, 14, [5]), at('empty-pointer', 7, 4, 13), at('dangling-pointer', 9, 1, 5)],
    documents,
  );

  it('knows the schema’s word on a value that a rule has explained, at each of its places', () => {
    expect(echoes.certain).toHaveLength(3);
    expect(echoes.told(at('attribute-invalid', 3, 10, 14))).toBeUndefined();
    expect(echoes.told(at('attribute-invalid', 5, 10, 14))).toBeUndefined();
    expect(echoes.told(at('attribute-invalid', 7, 12, 12))).toBeUndefined();
  });

  it('lets everything else be said', () => {
    expect(echoes.told(at('attribute-invalid', 3, 30, 34))).toBeDefined();
    expect(echoes.told(at('attribute-invalid', 4, 10, 14))).toBeDefined();
    expect(echoes.told(at('attribute-unknown', 3, 10, 14))).toBeDefined();
    expect(echoes.told(at('attribute-invalid', 9, 1, 5))).toBeDefined();
    expect(echoes.rest('a.xml')).toEqual([]);
  });

  const warning = (line: number, related: number[] = []) => ({
    ...at('invalid-date', line, 10, 14, related),
    severity: 'warning' as const,
    message: 'February has 28 days.',
  });

  it('lets the schema’s error stand for a warning about the same value', () => {
    const made = new Echoes([warning(3), warning(4)], documents);
    expect(made.certain).toEqual([]);
    const error = at('attribute-invalid', 3, 10, 14);
    expect(made.told(error)).toEqual({ ...error, help: 'February has 28 days.' });
    expect(made.rest('b.xml')).toEqual([]);
    expect(made.rest('a.xml')).toEqual([warning(4)]);
    expect(made.rest('a.xml'), 'each is told once').toEqual([]);
  });

  it('leaves the schema’s own advice where it knows the right value', () => {
    const made = new Echoes([warning(3)], documents);
    const error = { ...at('attribute-invalid', 3, 10, 14), help: 'Did you mean “1962”?' };
    expect(made.told(error)).toBe(error);
  });

  it('keeps a warning of which the schema knows one place only, and that of a file without schema', () => {
    const made = new Echoes([warning(3, [5])], documents);
    made.told(at('attribute-invalid', 3, 10, 14));
    expect(made.rest('a.xml')).toHaveLength(1);
    expect(new Echoes([warning(3)], new Set(['b.xml'])).certain).toHaveLength(1);
  });
});
