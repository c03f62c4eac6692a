import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parseTree } from '../../src/xml/parse-tree.ts';
import { Source } from '../../src/xml/source.ts';
import { suppliedNames } from '../../src/xpath/supply.ts';
import { XPath } from '../../src/xpath/xpath.ts';
import { XPathTree } from '../../src/xpath/xpath-tree.ts';

const page = readFileSync('docs/schematron.md', 'utf8');
const listed = (mark: string) =>
  [
    ...page
      .slice(page.indexOf(`<!-- ${mark} -->`))
      .split('\n')[1]!
      .matchAll(/`([^`]+)`/g),
  ].map((found) => found[1]!);
const { root } = new XPathTree(parseTree(new Source('', '<a/>'), () => undefined)!);

it('lists the functions that we supply', () => {
  expect(listed('supplied')).toEqual(suppliedNames());
});

it.each(listed('missing'))('rightly says that %s is not there', (signature) => {
  const [name, count] = signature.split('#');
  const call = `${name}(${Array.from({ length: Number(count) }, () => '()').join(', ')})`;
  expect(new XPath(call, { namespaces: {} }).fault(root, []) ?? 'it is there').toMatch(
    /there is no function/,
  );
});
