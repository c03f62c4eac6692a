import { describe, expect, it } from 'vitest';
import { interfaceLanguages, wordsOf } from '../../src/words/words.ts';

describe('the interface words', () => {
  it.each(interfaceLanguages)('keep every hole in %s', (language) => {
    const holes = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();
    for (const [key, text] of Object.entries(wordsOf(language)))
      expect(holes(text), key).toEqual(holes(wordsOf('en')[key as keyof ReturnType<typeof wordsOf>]));
  });

  it('are found by any tag of the language, and English stands in for one without a table', () => {
    expect(wordsOf('de-AT').notes).toBe('Anmerkungen');
    expect(wordsOf('RU').notes).toBe('Примечания');
    expect(wordsOf('grc').notes).toBe('Notes');
    expect(wordsOf('constructor').notes).toBe('Notes');
  });
});
