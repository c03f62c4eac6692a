import { expect, it } from 'vitest';
import { textOf } from '../../src/xml/axes.ts';
import { escapeAttribute, escapeText } from '../../src/xml/escape.ts';
import { parseTree } from '../../src/xml/parse-tree.ts';
import { Source } from '../../src/xml/source.ts';
import { attribute } from '../../src/xml/tree.ts';

const awkward = [
  'a & b',
  '<p/>',
  ']]>',
  '"\'',
  '\t\n\r\r\n ',
  '\x85\u2028',
  'é𐌰😀',
  '&amp;',
  '</script>',
  '&#0;',
];

it.each(['1.0', '1.1'])('gives back through the reader what was escaped, in XML %s', (version) => {
  for (const text of awkward) {
    const file = `<?xml version="${version}"?><p a="${escapeAttribute(text)}">${escapeText(text)}</p>`;
    const { documentElement } = parseTree(new Source('a.xml', file), (fault) => expect.fail(fault.message))!;
    expect(attribute(documentElement, 'a')).toBe(text);
    expect(textOf(documentElement)).toBe(text);
  }
});
