import { expect, it } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { childElements, descendants, textOf } from '../../src/xml/axes.ts';
import { TEI } from '../../src/xml/name.ts';
import { parseTree } from '../../src/xml/parse-tree.ts';
import { Source } from '../../src/xml/source.ts';
import { attribute } from '../../src/xml/tree.ts';

function tree(text: string) {
  const found: Diagnostic[] = [];
  const document = parseTree(new Source('a.xml', text), (each) => found.push(each));
  expect(found).toEqual([]);
  return document!;
}

it('makes one text of what stands between two tags', () => {
  const { documentElement } = tree(
    '<!DOCTYPE p [<!ENTITY e "ee">]><p>a&amp;b<![CDATA[<c>]]>&#x1F600;&e;\r\nd</p>',
  );
  expect(documentElement.childNodes).toHaveLength(1);
  expect(textOf(documentElement)).toBe('a&b<c>😀ee\nd');
});

it('resolves names, and keeps namespace declarations apart', () => {
  const { documentElement } = tree(
    `<TEI xmlns="${TEI}" xml:id="x"><a:b xmlns:a="urn:a" a:c="1" c="2"/></TEI>`,
  );
  expect(documentElement.name).toEqual({ prefix: '', local: 'TEI', namespace: TEI });
  const [b] = childElements(documentElement);
  expect(b!.attributes.map((each) => [each.name.namespace, each.value])).toEqual([
    ['urn:a', '1'],
    ['', '2'],
  ]);
  expect(attribute(b!, 'c')).toBe('2');
  expect([...b!.scope.bindings()]).toEqual([
    ['', TEI],
    ['a', 'urn:a'],
  ]);
});

it('gives spans that cut every node out of the source', () => {
  const text = '<a>\r\n<b c="d">text</b><!--note--><?pi data?><e/></a>';
  const document = tree(text);
  const cut = [...descendants(document)].map((each) => text.slice(each.start, each.end));
  expect(cut).toEqual([text, '\r\n', '<b c="d">text</b>', 'text', '<!--note-->', '<?pi data?>', '<e/>']);
});
