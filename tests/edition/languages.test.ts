import { expect, it } from 'vitest';
import { directionOf, languageTag } from '../../src/edition/languages.ts';

it.each([
  ['deu', 'de'],
  ['ger', 'de'],
  ['yid-Hebr', 'yi-Hebr'],
  ['grc', 'grc'],
  ['san-Latn', 'sa-Latn'],
  ['zxx', 'zxx'],
  ['en-GB', 'en-GB'],
  ['', ''],
  ['x-none', 'x-none'],
  ['Latin', 'Latin'],
])('writes the language tag %s as %s', (tag, wanted) => {
  expect(languageTag(tag)).toBe(wanted);
});

it('reads a direction from the script before the language', () => {
  expect(directionOf('yid')).toBe('rtl');
  expect(directionOf('ar-Latn')).toBe('ltr');
});
