import { describe, expect, it } from 'vitest';
import { divide } from '../../src/epub/divide.ts';
import { callsIn, placeFeet, takeFeet, weightOfFeet } from '../../src/epub/feet.ts';
import { element, textOf, walk, writeXhtml, type XhtmlElement } from '../../src/epub/xhtml.ts';

const call = (id: string) => element('a', { role: 'doc-noteref', href: `#${id}` }, ['*']);
const words = (count: number, seed: number) =>
  Array.from({ length: count }, (_, n) => `w${(n * seed) % 997}`).join(' ');
const sizes = (parts: readonly XhtmlElement[]) => parts.map((part) => Buffer.byteLength(writeXhtml(part)));

function book(paragraphs: number, wordsEach: number, isInSections: boolean): XhtmlElement {
  const blocks = Array.from({ length: paragraphs }, (_, n) =>
    element('p', {}, [words(wordsEach, n + 3), ...(n % 3 === 0 ? [call(`n${n}`)] : [])]),
  );
  const sections = isInSections
    ? Array.from({ length: Math.ceil(blocks.length / 20) }, (_, n) =>
        element('section', {}, [element('h2', {}, [`Chapter ${n}`]), ...blocks.slice(n * 20, n * 20 + 20)]),
      )
    : blocks;
  const notes = Array.from({ length: paragraphs }, (_, n) => n)
    .filter((n) => n % 3 === 0)
    .map((n) => element('aside', { id: `n${n}`, 'data-band': 'Notes' }, [words(40, n + 1)]));
  return element('body', {}, [
    element('div', { 'data-document': 'd' }, [element('div', { id: 'text' }, sections)]),
    ...notes,
  ]);
}

function parted(page: XhtmlElement) {
  const feet = takeFeet(page);
  const before = textOf(page);
  const parts = divide(page, weightOfFeet(page, feet));
  expect(parts.map(textOf).join('')).toBe(before);
  placeFeet(parts, feet);
  return parts;
}

describe('divide', () => {
  it.each([true, false])(
    'cuts a text of 2 MB into files below 300 KB, in sections or without (%s)',
    (isInSections) => {
      const parts = parted(book(2000, 180, isInSections));
      expect(parts.length).toBeGreaterThan(6);
      expect(Math.max(...sizes(parts))).toBeLessThan(300_000);
    },
  );

  it('puts every note into the file that calls it', () => {
    for (const part of parted(book(2000, 180, true))) {
      const ids = [...walk(part)]
        .filter(({ name }) => name === 'aside')
        .map(({ attributes }) => attributes.get('id'));
      expect(ids).toEqual([...new Set(callsIn(part))]);
    }
  });

  it('begins a part with a heading and ends none with one', () => {
    for (const part of parted(book(2000, 180, true)).slice(1)) {
      const texts = [...walk(part)].find(({ name }) => name === 'section')!;
      expect((texts.children[0] as XhtmlElement).name).toBe('h2');
    }
  });

  it('leaves a short text whole', () => {
    expect(parted(book(20, 100, true))).toHaveLength(1);
  });

  it('gives an id to one part alone', () => {
    const ids = parted(book(2000, 180, false)).flatMap((part) =>
      [...walk(part)].map(({ attributes }) => attributes.get('id')).filter((id) => id === 'text'),
    );
    expect(ids).toHaveLength(1);
  });

  it('never parts a line: phrases side by side stay together', () => {
    const line = (n: number) => element('span', {}, [`${n} ${'x'.repeat(3000)}`]);
    const page = element('body', {}, [
      element(
        'div',
        {},
        Array.from({ length: 200 }, (_, n) => line(n)),
      ),
    ]);
    expect(divide(page, () => 0)).toHaveLength(1);
  });

  it('cuts a long table and a long list, and counts its items on', () => {
    const rows = Array.from({ length: 900 }, (_, n) =>
      element('tr', {}, [element('td', {}, [words(120, n + 1)])]),
    );
    const table = element('body', {}, [
      element('table', {}, [element('caption', {}, ['c']), element('tbody', {}, rows)]),
    ]);
    expect(Math.max(...sizes(divide(table, () => 0)))).toBeLessThan(300_000);
    const items = Array.from({ length: 900 }, (_, n) => element('li', {}, [words(120, n + 1)]));
    const [, second] = divide(element('body', {}, [element('ol', {}, items)]), () => 0);
    const list = second!.children[0] as XhtmlElement;
    expect(textOf(items[Number(list.attributes.get('start')) - 1]!)).toBe(textOf(list.children[0]!));
  });
});

describe('placeFeet', () => {
  it('shows in the open what only a note calls, and what nothing calls', () => {
    const aside = (id: string, ...content: (string | XhtmlElement)[]) =>
      element('aside', { id, 'epub:type': 'footnote', 'data-band': 'Notes' }, content);
    const inner = element('a', { role: 'doc-noteref', 'epub:type': 'noteref', href: '#b' }, ['b']);
    const page = element('body', {}, [
      element('p', {}, ['t', call('a')]),
      aside('a', 'A', inner),
      aside('b', 'B'),
      aside('c', 'C'),
    ]);
    parted(page);
    const feet = new Map(
      [...walk(page)]
        .filter(({ attributes }) => attributes.has('id'))
        .map((each) => [each.attributes.get('id'), each]),
    );
    expect(feet.size).toBe(0);
    const parts = parted(
      element('body', {}, [
        element('p', {}, ['t', call('a')]),
        aside('a', 'A', inner),
        aside('b', 'B'),
        aside('c', 'C'),
      ]),
    );
    const held = new Map(
      [...walk(parts[0]!)]
        .filter(({ attributes }) => attributes.has('id'))
        .map((each) => [each.attributes.get('id'), each]),
    );
    expect([...held].map(([id, { name, attributes }]) => [id, name, attributes.get('epub:type')])).toEqual([
      ['a', 'aside', 'footnote'],
      ['b', 'div', undefined],
      ['c', 'div', undefined],
    ]);
    expect(inner.attributes.has('epub:type')).toBe(false);
  });
});
