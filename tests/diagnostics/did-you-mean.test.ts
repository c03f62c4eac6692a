import { expect, it } from 'vitest';
import { didYouMean, editDistance } from '../../src/diagnostics/did-you-mean.ts';

it('offers what is near, best first', () => {
  expect(didYouMean('persNmae', ['placeName', 'persName', 'person'])).toEqual(['persName']);
  expect(didYouMean('Castro', ['castro', 'pers-castro'])).toEqual(['castro']);
  expect(didYouMean('x', ['y', 'persName'])).toEqual(['y']);
  expect(didYouMean('persName', ['persName'])).toEqual([]);
});

it('counts a transposition as one step', () => {
  expect(editDistance('nmae', 'name')).toBe(1);
  expect(editDistance('', 'abc')).toBe(3);
  expect(editDistance('kitten', 'sitting')).toBe(3);
  expect(editDistance('kitten', 'sitting', 1)).toBe(2);
});
