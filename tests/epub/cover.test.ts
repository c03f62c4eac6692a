import { expect, it } from 'vitest';
import { coverSvg } from '../../src/epub/cover.ts';
import { parseXhtml, textOf, walk } from '../../src/epub/xhtml.ts';
import { hostileStrings } from './hostile-strings.ts';

const linesOf = (title: string, creators: string[] = []) => {
  const svg = coverSvg({ title, creators, language: 'en', direction: 'ltr' });
  const root = parseXhtml(svg, 'cover.svg', ({ message }) => expect.fail(`${message}\n${svg}`))!;
  return [...walk(root)]
    .filter(({ name }) => name === 'text')
    .map((each) => ({ text: textOf(each), y: Number(each.attributes.get('y')) }));
};

it('prints the title and the authors, whatever characters they have', () => {
  for (const words of hostileStrings(200)) {
    const title = `A ${words} Z`.replace(/\s+/g, ' ');
    expect(
      linesOf(title)
        .map(({ text }) => text)
        .join(' ')
        .replace(/\s/g, ''),
    ).toBe(title.replace(/\s/g, ''));
  }
  expect(linesOf('T', ['One', 'Two']).map(({ text }) => text)).toEqual(['One', 'Two', 'T']);
});

it.each(['x'.repeat(400), 'Die sämtlichen Werke '.repeat(60), '漢字'.repeat(300), 'W'.repeat(50)])(
  'stays on the page with a title such as %.20s…',
  (title) => {
    const lines = linesOf(
      title,
      Array.from({ length: 30 }, (_, n) => `Author Number ${n}`),
    );
    expect(Math.max(...lines.map(({ y }) => y))).toBeLessThan(1740);
  },
);
