import { expect, it } from 'vitest';
import { tableSize } from '../../src/print/table-columns.ts';

it('a column with a long word has its part of what narrow columns leave', () => {
  const needs = [
    { word: 10, cell: 20 },
    { word: 30, cell: 140 },
    { word: 35, cell: 60 },
    { word: 90, cell: 700 },
    { word: 15, cell: 25 },
  ];
  const { widths } = tableSize(needs, 8, 368);
  expect(Math.round(widths!.reduce((sum, each) => sum + each, 0))).toBe(368);
  expect(widths![3]).toBeGreaterThan(120);
});

it('columns that no width is enough for have as much as there is', () => {
  const { widths, broken } = tableSize(
    [
      { word: 300, cell: 300 },
      { word: 300, cell: 300 },
      { word: 10, cell: 10 },
    ],
    8,
    200,
  );
  expect(Math.round(widths!.reduce((sum, each) => sum + each, 0))).toBe(200);
  expect([...broken.keys()]).toEqual([0, 1]);
});
