import { describe, expect, it } from 'vitest';
import { interfaceLanguages, wordsOf } from '../../src/words/words.ts';

describe('the interface words', () => {
  it.each(interfaceLanguages)('keep every hole in %s', (language) => {
    const holes = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();
    for (const [key, text] of Object.entries(wordsOf(language)))
      expect(holes(text), key).toEqual(holes(wordsOf('en')[key as keyof ReturnType<typeof wordsOf>]));
  });

  it.each(interfaceLanguages)('leave no key empty and name twelve months in %s', (language) => {
    const words = wordsOf(language);
    expect(Object.keys(words).sort()).toEqual(Object.keys(wordsOf('en')).sort());
    expect(Object.entries(words).filter(([, text]) => text.trim() === '')).toEqual([]);
    for (const key of ['months-in-dates', 'months-alone'] as const)
      expect(new Set(words[key].split(' ')).size).toBe(12);
  });

  it('leave no Latin letters in Russian but names and Latin terms', () => {
    const holes = /\{\w+\}|TEI|JavaScript|Conspectus siglorum et notarum/g;
    const left = Object.entries(wordsOf('ru')).filter(([, text]) => /[a-z]/i.test(text.replace(holes, '')));
    expect(left).toEqual([]);
  });

  it('are found by any tag of the language, and English stands in for one without a table', () => {
    expect(wordsOf('de-AT').notes).toBe('Anmerkungen');
    expect(wordsOf('RU').notes).toBe('Примечания');
    expect(wordsOf('grc').notes).toBe('Notes');
    expect(wordsOf('constructor').notes).toBe('Notes');
  });
});
