import { describe, expect, it } from 'vitest';
import type { CitableUnit } from '../../src/prepare/edition-index.ts';
import { passagesIn } from '../../src/prepare/passages.ts';

const unit = (id: string, n: string, ref = ''): CitableUnit => ({
  id,
  document: 'd',
  ref,
  n,
  label: '',
  level: 1,
  route: `d.html#${id}`,
  textHash: '',
  otherReferences: [],
});

describe('the passages that a location names', () => {
  const units = [unit('a', '1', '1.1'), unit('b', '2', '1.2'), unit('c', '3', '1.3'), unit('d', '1', '2.1')];
  const find = passagesIn(units);
  it.each([
    ['1.2', 'b', 'b'],
    ['3', 'c', 'c'],
    ['1.1-3', 'a', 'c'],
    ['1.1–1.3', 'a', 'c'],
    ['1.3 - 2.1', 'c', 'd'],
    ['2-3', 'b', 'c'],
    ['2-9', 'b', 'b'],
  ])('%s', (loc, from, to) => {
    expect(find('d', loc)).toEqual({ from, to, route: `d.html#${from}` });
  });

  it.each(['1', '9', '', 'fol. 1'])('none for %s, which no unit or more than one has', (loc) => {
    expect(find('d', loc)).toBeUndefined();
  });
});
