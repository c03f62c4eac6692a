import { expect, it } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import type { Limits } from '../../src/xml/limits.ts';
import { parseTree } from '../../src/xml/parse-tree.ts';
import { Source } from '../../src/xml/source.ts';
import { tokens } from '../../src/xml/tokens.ts';
import { attribute } from '../../src/xml/tree.ts';

function read(text: string, limits: Partial<Limits> = {}) {
  const found: Diagnostic[] = [];
  const document = parseTree(new Source('a.xml', text), (each) => found.push(each), { limits });
  return { root: document?.documentElement, codes: found.map((each) => each.code) };
}

const nested = (depth: number) => '<a>'.repeat(depth) + '</a>'.repeat(depth);

it('limits the depth, and needs no call stack for it', () => {
  expect(read(nested(512)).codes).toEqual([]);
  expect(read(nested(513)).codes).toEqual(['depth-limit']);
  expect(read(nested(1_000_000)).codes).toEqual(['depth-limit']);
  expect(read(nested(1_000_000), { depth: 1e9 }).root).toBeDefined();
});

it('limits the length of a text that was not decoded here', () => {
  expect(read('<p/>', { size: 3 }).codes).toEqual(['file-too-large']);
});

it('limits attributes and namespace declarations', () => {
  const tag = (count: number, name: string) =>
    `<p ${Array.from({ length: count }, (_, i) => `${name}${i}="u${i}"`).join(' ')}/>`;
  expect(read(tag(1024, 'a')).codes).toEqual([]);
  expect(read(tag(100_000, 'a')).codes).toEqual(['attribute-limit']);
  expect(read(tag(50_000, 'xmlns:n')).codes).toEqual(['attribute-limit']);
  expect(read(tag(50_000, 'xmlns:n'), { attributes: 1e6 }).root!.scope.bindings().size).toBe(50_000);
});

it('takes a million children', () => {
  const { root } = read(`<p>${'<q/>'.repeat(1_000_000)}</p>`);
  expect(root!.childNodes).toHaveLength(1_000_000);
});

it('limits the elements altogether', () => {
  expect(read('<p><q/><q/></p>', { elements: 2 }).codes).toEqual(['element-limit']);
  expect(read('<p><q/><q/></p>', { elements: 3 }).codes).toEqual([]);
});

it('needs time in proportion to what it reads', () => {
  const spaces = ' '.repeat(1_000_000);
  const tokenised = `<!DOCTYPE p [<!ATTLIST p a NMTOKENS #IMPLIED>]><p a="${spaces}x${spaces}y"/>`;
  expect(attribute(read(tokenised).root!, 'a')).toBe('x y');
  const sections = `<!ENTITY &#37; x "${'<![IGNORE['.repeat(100_000)}${']]>'.repeat(100_000)}">`.replace(
    '&#37;',
    '%',
  );
  expect(read(`<!DOCTYPE p [${sections}%x;]><p/>`).codes).toEqual([]);
  const groups = `<!ELEMENT p ${'('.repeat(500_000)}q${')'.repeat(500_000)}>`;
  expect(read(`<!DOCTYPE p [${groups}]><p/>`).codes).toEqual([]);
  const comments = `<p>${'<!--'.repeat(300_000)}`;
  expect([...tokens(comments)].at(-1)!.end).toBe(comments.length);
});

it('takes a million names, and a namespace for each of many elements', () => {
  const names = Array.from({ length: 100_000 }, (_, i) => `<n${i} xmlns="u${i}"/>`).join('');
  expect(read(`<p>${names}</p>`).root!.childNodes).toHaveLength(100_000);
});

it('takes a text of 20 MB in one piece', () => {
  const { root } = read(`<p>${'ä word & '.replace('&', '&amp;').repeat(1_500_000)}</p>`);
  expect(root!.childNodes).toHaveLength(1);
});

it('takes names that every object has as data', () => {
  const names = ['__proto__', 'constructor', 'hasOwnProperty', 'toString', 'valueOf'];
  for (const name of names) {
    const { root } = read(
      `<${name} xmlns:${name}="urn:x" ${name}="1" ${name}:${name}="2" xml:id="${name}"/>`,
    );
    expect(root!.name.local).toBe(name);
    expect(attribute(root!, name)).toBe('1');
    expect(attribute(root!, name, 'urn:x')).toBe('2');
    expect(root!.scope.lookup(name)).toBe('urn:x');
    expect(root!.scope.lookup(`${name}x`)).toBeUndefined();
  }
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});
