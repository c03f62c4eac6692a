import { expect, it } from 'vitest';
import {
  ancestors,
  childElements,
  descendantElements,
  descendants,
  documentOf,
  firstChild,
  isNamed,
  qualifiedName,
  textOf,
} from '../../src/xml/axes.ts';
import { TEI } from '../../src/xml/name.ts';
import { parseTree } from '../../src/xml/parse-tree.ts';
import { Source } from '../../src/xml/source.ts';

const tree = (text: string) => parseTree(new Source('a.xml', text), () => {}, { limits: { depth: 1e6 } })!;
const document = tree(
  `<TEI xmlns="${TEI}"><text>a<p>b<!--c--><hi>d</hi></p><p/>e</text><x:p xmlns:x="urn:x">f</x:p></TEI>`,
);
const names = (all: Iterable<{ name: Parameters<typeof qualifiedName>[0] }>) =>
  [...all].map((each) => qualifiedName(each.name));

it('walks down in document order', () => {
  expect(names(descendantElements(document))).toEqual(['TEI', 'text', 'p', 'hi', 'p', 'x:p']);
  expect(names(descendantElements(document, 'p'))).toEqual(['p', 'p']);
  expect(names(descendantElements(document, 'p', 'urn:x'))).toEqual(['x:p']);
  expect([...descendants(document)]).toHaveLength(6 + 5 + 1);
});

it('walks to children and up', () => {
  const text = firstChild(document.documentElement, 'text')!;
  expect(names(childElements(text))).toEqual(['p', 'p']);
  expect(names(childElements(text, 'head'))).toEqual([]);
  const [hi] = descendantElements(document, 'hi');
  expect(names(ancestors(hi!))).toEqual(['p', 'text', 'TEI']);
  expect(documentOf(hi!)).toBe(document);
  expect([isNamed(hi, 'hi'), isNamed(hi, 'hi', 'urn:x'), isNamed(null, 'hi')]).toEqual([true, false, false]);
});

it('gives the text of a node without its comments, however deep', () => {
  expect(textOf(document)).toBe('abdef');
  const deep = tree(`${'<a>'.repeat(100_000)}x${'</a>'.repeat(100_000)}`);
  expect(textOf(deep)).toBe('x');
});
