import { describe, expect, it } from 'vitest';
import { defaultConfig } from '../../../src/config/read-config.ts';
import { catullus, hebrew, protocol, withPages } from '../../outputs/epub/editions.ts';
import { epubcheck, makeBooks, withoutEpubcheck } from '../../outputs/epub/make-book.ts';
import { testStrangeInput } from '../../outputs/epub/strange-input.ts';

describe.skipIf(withoutEpubcheck !== '')(`EPUBCheck finds nothing${withoutEpubcheck}`, () => {
  const config = defaultConfig();
  it.each([
    ['Protocol 62', protocol, {}],
    ['the example', catullus, {}],
    [
      'the example, a book for each poem',
      catullus,
      { epub: { ...config.epub, volumes: 'document' as const } },
    ],
    ['a text from right to left', { 'hebrew.xml': hebrew }, {}],
    ['a text with page breaks, a formula, a table and verse', { 'pages.xml': withPages }, {}],
  ])('in %s', { timeout: 300_000 }, async (_, files, settings) => {
    for (const book of (await makeBooks(files, settings)).artifacts)
      expect(await epubcheck(book)).toEqual([]);
  });

  describe('in books of faulty or strange input', { timeout: 300_000 }, () => testStrangeInput(epubcheck));
});
