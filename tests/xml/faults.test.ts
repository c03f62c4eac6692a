import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { decode } from '../../src/xml/decode.ts';
import { parseEvents } from '../../src/xml/parse-events.ts';
import { Source } from '../../src/xml/source.ts';
import { marked } from './marked.ts';

const doctype = (subset: string, root = '<p/>') => `<!DOCTYPE p [${subset}]>${root}`;

/** Code, and fixture with its span marked. */
const faults: readonly [code: string, ...fixtures: string[]][] = [
  ['no-root-element', '⟦⟧', '⟦⟧ \n ', '<?xml version="1.0"?><!-- a -->⟦⟧'],
  [
    'illegal-character',
    '<p>a⟦\0⟧</p>',
    '<p>\n a⟦\x1f⟧</p>',
    '<p>⟦\ufffe⟧</p>',
    '<p>⟦\ud800⟧x</p>',
    '<p>⟦\udc00⟧</p>',
  ],
  ['illegal-character', '<p a="b⟦\x01⟧"/>', '<p ⟦\x01⟧/>', '<p><!--⟦\x01⟧--></p>', '<p><?a ⟦\x01⟧?></p>'],
  [
    'illegal-character',
    '<p><![CDATA[ ⟦\x01⟧]]></p>',
    '⟦\x01⟧<p/>',
    '<p/>⟦\x01⟧',
    doctype('<!ENTITY a "⟦\x02⟧">'),
  ],
  ['illegal-character', '<?xml version="1.1"?><p>⟦\x7f⟧</p>', '<?xml version="1.1"?><p>⟦\x9f⟧</p>'],
  [
    'illegal-character-reference',
    '<p>a⟦&#0;⟧</p>',
    '<p>⟦&#xD800;⟧</p>',
    '<p a="⟦&#xFFFE;⟧"/>',
    '<p>⟦&#x110000;⟧</p>',
  ],
  [
    'illegal-character-reference',
    '<p>⟦&#99999999999999999999;⟧</p>',
    '<p>⟦&#1;⟧</p>',
    '<?xml version="1.1"?><p>⟦&#0;⟧</p>',
  ],
  ['malformed-character-reference', '<p>⟦&#⟧;</p>', '<p>⟦&#x⟧;</p>', '<p>⟦&#12⟧ </p>', '<p>⟦&#⟧X41;</p>'],
  ['bare-ampersand', '<p>a ⟦&⟧ b</p>', '<p a="x?a=1⟦&⟧=2"/>', '<p>⟦&⟧</p>', '<p>⟦&⟧&amp;</p>'],
  ['unclosed-reference', '<p>⟦&amp⟧ x</p>', '<p a="?a=1⟦&b⟧=2"/>'],
  ['cdata-end-in-text', '<p>a⟦]]>⟧</p>', '<p>]]]⟦]]>⟧</p>'],
  ['double-hyphen-in-comment', '<p><!-- a ⟦--⟧ b --></p>', '<p><!-- ⟦--⟧-></p>', doctype('<!-- ⟦--⟧ -->')],
  [
    'mismatched-tag',
    '<a>⟪<b>⟫⟦</c>⟧</a>',
    '<a>⟪<b\n x="1">⟫ </a></b>'.replace('</a>', '⟦</a>⟧'),
    '⟪<p>⟫⟦</pp>⟧',
    '⟪<pp>⟫⟦</p >⟧',
  ],
  ['mismatched-tag', '⟪<p>⟫⟦</P⟧ x>'],
  ['unclosed-element', '<a><b/>⟦<c x="1">⟧ text ⟪⟫', '<a>⟦<b>⟧<c></c>\n⟪⟫', '⟦<a>⟧<⟪⟫'],
  [
    'unclosed-construct',
    '<a>⟦<b x="1" ⟧',
    '<a>⟦<!-- b⟧',
    '<a>⟦<![CDATA[ ]]⟧',
    '<a>⟦<?b ?⟧',
    '<a><b></b>⟦</a⟧',
    '<a>⟦<b x="1" ⟧<c/></a>',
  ],
  [
    'unclosed-construct',
    '<a b=⟦"c>text⟧',
    '<a b=⟦"c>⟧</a>',
    '⟦<!DOCTYPE a [ ⟧',
    '<!DOCTYPE a SYSTEM ⟦"a⟧',
    '⟦<a⟧',
    '⟦<a b⟧',
    '⟦<a b=⟧',
    '⟦<a /⟧',
  ],
  ['stray-end-tag', '<a/>⟦</b⟧>', '⟦</a⟧>'],
  ['second-root', '<a/>\n⟦<b⟧/>'],
  ['text-before-root', '⟦abc⟧ <a/>', '⟦&amp;⟧<a/>', '⟦<![CDATA[]]>⟧<a/>'],
  ['text-after-root', '<a/> ⟦tail text⟧\n', '<a/>⟦&amp;⟧', '<a/>⟦]]>⟧'],
  [
    'malformed-markup',
    '<p>a ⟦<⟧ b</p>',
    '<p>⟦<⟧!ELEMENT a></p>',
    '⟦<⟧',
    '<p>⟦<⟧1></p>',
    '<p>⟦<?⟧ a?></p>',
    '<p>⟦<⟧!-- -</p>'.replace('!--', '!-'),
  ],
  [
    'malformed-tag',
    '<p a="1"⟦b⟧="2"/>',
    '<p ⟦1⟧a="x"/>',
    '<p / ⟦>⟧'.replace('/ ⟦>⟧', '/⟦ ⟧>'),
    '<a></a ⟦x⟧>',
    '<p ⟦"⟧/>',
    '<p ⟦\u{F0000}⟧/>',
  ],
  ['attribute-without-value', '<p ⟦hidden⟧ />', '<p ⟦a⟧>'],
  ['unquoted-attribute', '<p a=⟦1⟧>', '<p a=⟦abc⟧ b="1">', '<p a=⟦“x”⟧/>', '<p a=⟦>⟧</p>', '<p a=⟦x⟧/>'],
  ['less-than-in-attribute', '<p a="b>\n⟦<⟧q c="d"/></p>'],
  [
    'duplicate-attribute',
    '<p ⟪a="1"⟫ b="2" ⟦a="3"⟧/>',
    '<p xmlns:x="u" xmlns:y="u" ⟪x:a="1"⟫ ⟦y:a="2"⟧/>',
    '<p ⟪xmlns="a"⟫ ⟦xmlns="b"⟧/>',
  ],
  ['malformed-name', '<⟦a:b:c⟧/>', '<⟦:a⟧/>', '<⟦a:⟧/>', '<p ⟦a:1⟧="x"/>', '<p ⟦xmlns:⟧="x"/>'],
  [
    'colon-in-name',
    '<?⟦a:b⟧ c?><p/>',
    doctype('<!ENTITY ⟦a:b⟧ "">'),
    doctype('<!NOTATION ⟦a:b⟧ SYSTEM "x">'),
  ],
  ['unbound-prefix', '<⟦x:p⟧/>', '<p><q xmlns:x="u"/><⟦x:p⟧/></p>', '<p ⟦x:a⟧="1"/>', '<⟦xmlns:p⟧/>'],
  [
    'reserved-namespace',
    '<p ⟦xmlns:xml="urn:x"⟧/>',
    '<p ⟦xmlns:xmlns="urn:x"⟧/>',
    '<p ⟦xmlns:x="http://www.w3.org/2000/xmlns/"⟧/>',
    '<p ⟦xmlns="http://www.w3.org/XML/1998/namespace"⟧/>',
  ],
  ['prefix-unbound-again', '<p xmlns:x="u"><q ⟦xmlns:x=""⟧/></p>'],
  ['reserved-target', '<p><?⟦XML⟧ a?></p>', '<?⟦Xml⟧ version="1.0"?><p/>'],
  ['misplaced-xml-declaration', '\n⟦<?xml⟧ version="1.0"?><p/>', '<p>⟦<?xml⟧ version="1.0"?></p>'],
  [
    'malformed-xml-declaration',
    '⟦<?xml encoding="UTF-8"?>⟧<p/>',
    '⟦<?xml version=1.0?>⟧<p/>',
    '⟦<?xml version="1.0" standalone="YES"?>⟧<p/>',
    '⟦<?xml?>⟧<p/>',
  ],
  ['unsupported-xml-version', '<?xml version="⟦2.0⟧"?><p/>', "<?xml version='⟦1⟧'?><p/>"],
  ['misplaced-doctype', '<p>⟦<!DOCTYPE⟧ p></p>', '<p/>⟦<!DOCTYPE⟧ p>', '<!DOCTYPE p>⟦<!DOCTYPE⟧ p><p/>'],
  [
    'malformed-doctype',
    '<!DOCTYPE ⟦>⟧<p/>',
    doctype('<!ELEMENT p ⟦p⟧>'),
    doctype('<!ELEMENT p (a,b⟦|⟧c)>'),
    doctype('<!ATTLIST p a ⟦X⟧>'),
    doctype('⟦x⟧'),
    doctype('<!ENTITY a "⟦%⟧b;">'),
  ],
  ['undefined-entity', '<p>a⟦&eacute;⟧</p>', '<p a="⟦&nbsp;⟧"/>', '<!DOCTYPE p SYSTEM "p.dtd"><p>⟦&x;⟧</p>'],
  ['undefined-parameter-entity', doctype('⟦%a;⟧')],
  [
    'entity-recursion',
    doctype('⟪<!ENTITY a "&a;">⟫', '<p>⟦&a;⟧</p>'),
    doctype('⟪<!ENTITY a "&b;">⟫<!ENTITY b "<q>&a;</q>">', '<p a="&lt;">⟦&b;⟧</p>'),
  ],
  ['entity-recursion', doctype('⟪<!ENTITY % a "&#37;a;">⟫⟦%a;⟧')],
  [
    'external-entity-refused',
    doctype('<!ENTITY x SYSTEM "file:///etc/passwd">', '<p>⟦&x;⟧</p>'),
    doctype('<!ENTITY x PUBLIC "a" "http://localhost/">', '<p a="⟦&x;⟧"/>'),
  ],
  [
    'unparsed-entity-in-text',
    doctype('<!NOTATION n SYSTEM "n"><!ENTITY x SYSTEM "f" NDATA n>', '<p>⟦&x;⟧</p>'),
  ],
  [
    'unbalanced-entity',
    doctype('⟪<!ENTITY a "<q>">⟫', '<p>⟦&a;⟧</q></p>'),
    doctype('⟪<!ENTITY a "</p><p>">⟫', '<p>⟦&a;⟧</p>'),
  ],
  [
    'not-xml',
    '⟦⟧<!doctype html><html><body>a<br></body></html>',
    '⟦⟧<!DOCTYPE html>\n<html lang=en><p>a</html>',
  ],
];

function faultOf(text: string): Diagnostic[] {
  const found: Diagnostic[] = [];
  const isWellFormed = parseEvents(new Source('fixture.xml', text), {}, (each) => found.push(each));
  expect(isWellFormed).toBe(false);
  return found.filter((each) => each.severity === 'error');
}

for (const [code, ...fixtures] of faults) {
  describe(code, () => {
    it.each(fixtures)('%j', (fixture) => {
      const { text, place, related } = marked(fixture);
      const found = faultOf(text);
      expect(found.map((each) => [each.code, each.place])).toEqual([[code, place]]);
      if (related !== undefined) expect(found[0]!.related?.[0]?.place).toEqual(related);
      expect(`${found[0]!.message}${found[0]!.help}`).not.toMatch(/\{\w+\}/);
    });
  });
}

describe('spans are exact behind', () => {
  const before: readonly [what: string, text: string][] = [
    ['CRLF', '<p>\r\n\r\n'],
    ['CR', '<p>\ra\r\r'],
    ['LF and CR mixed', '<p>\n\r\r\n\n\r'],
    ['a tab', '<p>\t\t'],
    ['astral characters', '<p>𐌰😀'],
    ['combining characters', '<p>e\u0301'],
    ['LINE SEPARATOR, which ends no line', '<p>\u2028\x85'],
    ['a reference', '<p>&#xA;&amp;'],
    ['a comment', '<p><!-- \r\n -->'],
  ];
  const after = [
    '⟦&undefined;⟧</p>',
    '<q a="\r\n1" ⟦b⟧/></p>',
    '\r\n⟦\x00⟧',
    '<q>\r⟪⟫</q>⟦</r>⟧'.replace('⟪⟫', ''),
  ];
  for (const [what, start] of before) {
    it.each(after)(`${what}: %j`, (rest) => {
      const { text, place } = marked(start + rest);
      expect(faultOf(text)[0]!.place).toEqual(place);
    });
  }

  it('a byte order mark, in UTF-8 and UTF-16', () => {
    const { text, place } = marked('<p>é😀\r\n⟦&undefined;⟧</p>');
    const utf16 = Buffer.from(`\ufeff${text}`, 'utf16le');
    for (const bytes of [Buffer.from(`\ufeff${text}`), utf16, Buffer.from(utf16).swap16()]) {
      const found: Diagnostic[] = [];
      const source = decode(bytes, 'fixture.xml', (each) => found.push(each));
      parseEvents(source!, {}, (each) => found.push(each));
      expect(found.map((each) => each.place)).toEqual([place]);
    }
  });
});

it('names the cycle of a recursion', () => {
  const [found] = faultOf(doctype('<!ENTITY a "&b;"><!ENTITY b "x&c;"><!ENTITY c "&b;">', '<p>&a;</p>'));
  expect(found!.message).toContain('b → c → b');
});

it('says how to write what HTML has an entity for', () => {
  const help = (name: string) => faultOf(`<p>&${name};</p>`)[0]!.help;
  expect(help('eacute')).toContain('Write é (or &#xE9;)');
  expect(help('nbsp')).toContain('Write &#xA0;');
  expect(help('hellip')).toContain('Write …');
  expect(help('constructor')).toContain('Write the character itself');
});
