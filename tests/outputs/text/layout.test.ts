import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { layOut } from '../../../src/outputs/text/layout.ts';
import { readText } from '../../../src/outputs/text/read-text.ts';
import { wrapLine } from '../../../src/outputs/text/wrap-line.ts';

const prose =
  'See the letter of 27 October (p. 12, § 5, vol. 3), the report at https://example.org/a/very/long/address-with-hyphens?and=more and the reply — sent at once – which says: «Нет, не будет» and 今日は少しこの世のことについてお話しいたそうといます。 And so on, well-known as it is.';

describe('the lines of plain text', () => {
  it.each([20, 33, 40, 72, 100])('are at most %i columns wide and lose nothing', (width) => {
    const lines = wrapLine(prose, width);
    expect(lines.join('').replace(/\s/g, '')).toBe(prose.replace(/\s/g, ''));
    for (const line of lines) {
      if (stringWidth(line) > width)
        expect(line, 'only what cannot be broken is longer').not.toContain(' — ');
      expect(line).toBe(line.trimEnd());
    }
  });

  it('keep together what belongs together, at any width', () => {
    for (let width = 12; width < 90; width++) {
      const lines = wrapLine(prose, width);
      for (const line of lines) {
        expect(line, `${width}`).not.toMatch(/(?:\bp\.|§|vol\.)$/);
        expect(line, `${width}`).not.toMatch(/^[—–]/);
      }
      expect(
        lines.some((line) => line.includes('https://example.org/a/very/long/address-with-hyphens?and=more')),
      ).toBe(true);
      expect(lines.join('\n')).toContain('(p. 12,');
    }
  });

  it('break among letters that are written without blanks, by their width', () => {
    expect(wrapLine('今日は少しこの世', 6)).toEqual(['今日は', '少しこ', 'の世']);
  });

  it('keep a call with its word', () => {
    expect(wrapLine('one two three\u2060[12]', 10)).toEqual(['one two', 'three\u2060[12]']);
  });

  it('are laid out as paragraphs, groups and tables', () => {
    const flowing =
      '\u2029A paragraph.\u2029\u2029\u2028first verse\u2028\u2028second verse that is too long\u2028\u2029\u2028a\tb\u2028\u2028long cell\tc\u2028\u2029\n\nplain\nlines';
    expect(layOut(flowing, 20)).toBe(
      'A paragraph.\n\n  first verse\n  second verse that\n      is too long\n\n  a          b\n  long cell  c\n\nplain\nlines\n',
    );
    expect(layOut('', 20)).toBe('\n');
  });

  it('are read back as they were', () => {
    const text = [
      'A paragraph that is longer than a line of this page, I think.',
      'first verse',
      'a second verse that is too long as well',
    ];
    const flowing = `Title\n====================\u2029${text[0]}\u2060[1]\u2029\u2028${text[1]}\u2028${text[2]}\u2028\u2029--------------------\nNotes\u2029[1] One.\u2029[2]\u2029--------------------\nApparatus\u20291. a] b\u2029`;
    for (const width of [0, 24, 72])
      expect(readText('d', layOut(flowing, width))).toMatchObject({
        document: 'd',
        text: text.join('\n'),
        notes: ['1', '2'],
        entries: ['1'],
        words: {
          notes: new Map([
            ['1', '[1] One.'],
            ['2', '[2]'],
          ]),
          entries: new Map([['1', '1. a] b']]),
        },
      });
  });
});
