import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { textOf } from '../../src/xml/axes.ts';
import { parseTree } from '../../src/xml/parse-tree.ts';
import { Source } from '../../src/xml/source.ts';
import { attribute } from '../../src/xml/tree.ts';
import { marked } from './marked.ts';

function read(text: string) {
  const found: Diagnostic[] = [];
  const document = parseTree(new Source('fixture.xml', text), (each) => found.push(each));
  return { root: document?.documentElement, found, codes: found.map((each) => each.code) };
}

const laughs = (use: string, levels = 20, leaf = 'ha') => {
  let subset = `<!ENTITY e0 "${leaf}">`;
  for (let i = 1; i <= levels; i++) subset += `<!ENTITY e${i} "${`&e${i - 1};`.repeat(10)}">`;
  return `<!DOCTYPE p [${subset}]><p a="${use === 'attribute' ? `&e${levels};` : ''}">${use === 'text' ? `&e${levels};` : ''}</p>`;
};

describe('internal entities', () => {
  it('expand, with the span of the reference', () => {
    const { text, place } = marked('<!DOCTYPE p [<!ENTITY e "<b>x</b>&amp;&#38;#60;">]><p>a⟦&e;⟧</p>');
    const { root } = read(text);
    expect(textOf(root!)).toBe('ax&<');
    for (const each of root!.childNodes.slice(1)) {
      expect(new Source('fixture.xml', text).place(each.start, each.end)).toEqual(place);
    }
  });

  it('expand in attributes, where white space becomes spaces', () => {
    const { root } = read('<!DOCTYPE p [<!ENTITY e "a\n&#10;&#x9;b">]><p a="&e;|&#10;|\n\r\n"/>');
    expect(attribute(root!, 'a')).toBe('a   b|\n|  ');
  });

  it('are the first declared where there are two', () => {
    expect(textOf(read('<!DOCTYPE p [<!ENTITY e "1"><!ENTITY e "2">]><p>&e;</p>').root!)).toBe('1');
  });

  it('may be made by a parameter entity', () => {
    const subset = `<!ENTITY % d "<!ENTITY e 'yes'>">%d;`;
    expect(textOf(read(`<!DOCTYPE p [${subset}]><p>&e;</p>`).root!)).toBe('yes');
  });

  it('show in a fault both where they are used and where they are declared', () => {
    const { text, place, related } = marked('<!DOCTYPE p [⟪<!ENTITY e "<b></c>">⟫]>\n<p>⟦&e;⟧</p>');
    const [fault] = read(text).found;
    expect(fault).toMatchObject({ code: 'mismatched-tag', place });
    expect(fault!.related!.map((each) => each.place)).toEqual([place, related]);
  });

  it('may be called like what every object has', () => {
    const { root } = read(
      '<!DOCTYPE p [<!ENTITY __proto__ "1"><!ENTITY constructor "2">]><p>&__proto__;&constructor;</p>',
    );
    expect(textOf(root!)).toBe('12');
    expect(read('<p>&toString;</p>').codes).toEqual(['undefined-entity']);
  });
});

describe('what lies outside is never read', () => {
  it.each([
    ['<!DOCTYPE p SYSTEM "http://127.0.0.1:1/a.dtd"><p/>', ['external-dtd-not-read'], true],
    ['<!DOCTYPE p PUBLIC "-//TEI" "file:///etc/passwd" []><p/>', ['external-dtd-not-read'], true],
    [
      '<!DOCTYPE p [<!ENTITY % x SYSTEM "http://127.0.0.1:1/">%x;]><p/>',
      ['external-parameter-entity-not-read'],
      true,
    ],
    ['<!DOCTYPE p [<!ENTITY x SYSTEM "file:///etc/passwd">]><p/>', [], true],
    ['<!DOCTYPE p [<!ENTITY x SYSTEM "file:///etc/passwd">]><p>&x;</p>', ['external-entity-refused'], false],
    [
      '<!DOCTYPE p [<!ENTITY x SYSTEM "file:///etc/passwd">]><p a="&x;"/>',
      ['external-entity-refused'],
      false,
    ],
  ])('%s', (text, codes, isRead) => {
    const result = read(text);
    expect(result.codes).toEqual(codes);
    expect(result.root !== undefined).toBe(isRead);
  });

  it('nor do declarations count that it might have changed', () => {
    const subset = '<!ENTITY % x SYSTEM "x">%x;<!ENTITY e "1"><!ATTLIST p a CDATA "1">';
    const { codes } = read(`<!DOCTYPE p [${subset}]><p>&e;</p>`);
    expect(codes).toEqual(['external-parameter-entity-not-read', 'undefined-entity']);
    const standalone = `<?xml version="1.0" standalone="yes"?><!DOCTYPE p [${subset}]><p>&e;</p>`;
    expect(textOf(read(standalone).root!)).toBe('1');
  });
});

describe('limits', () => {
  it.each([
    ['billion laughs in text', laughs('text')],
    ['billion laughs in an attribute', laughs('attribute')],
    ['billion laughs that yield nothing', laughs('text', 20, '')],
    ['billion laughs in markup', laughs('text', 20, '<b/>')],
    ['quadratic blow-up', `<!DOCTYPE p [<!ENTITY e "${'x'.repeat(50_000)}">]><p>${'&e;'.repeat(50_000)}</p>`],
    [
      'entities one inside another',
      `<!DOCTYPE p [<!ENTITY e0 "">${Array.from({ length: 100_000 }, (_, i) => `<!ENTITY e${i + 1} "&e${i};">`).join('')}]><p>&e100000;</p>`,
    ],
    [
      'the same in an attribute',
      `<!DOCTYPE p [<!ENTITY e0 "">${Array.from({ length: 1000 }, (_, i) => `<!ENTITY e${i + 1} "&e${i};">`).join('')}]><p a="&e1000;"/>`,
    ],
  ])('%s', (_what, text) => {
    expect(read(text).codes).toEqual(['entity-limit']);
  });

  it('billion laughs of parameter entities', () => {
    let subset = '<!ENTITY % e0 "<!-- x -->">';
    for (let i = 1; i <= 20; i++) subset += `<!ENTITY % e${i} "${`&#37;e${i - 1};`.repeat(10)}">`;
    expect(read(`<!DOCTYPE p [${subset}%e20;]><p/>`).codes).toEqual(['entity-limit']);
  });

  it('defaults that blow up a document', () => {
    const defaults = Array.from({ length: 1000 }, (_, i) => `a${i} CDATA "${'x'.repeat(100)}"`).join(' ');
    const { codes } = read(`<!DOCTYPE p [<!ATTLIST q ${defaults}>]><p>${'<q/>'.repeat(50_000)}</p>`);
    expect(codes.at(-1)).toBe('attribute-default-limit');
  });

  it('let a file use its entities as often as it likes', () => {
    const { root } = read(`<!DOCTYPE p [<!ENTITY dash "&#x2014;">]><p>${'word&dash; '.repeat(300_000)}</p>`);
    expect(textOf(root!)).toHaveLength(6 * 300_000);
  });
});

describe('attribute defaults', () => {
  it('are applied, marked, and reported once each with where they are declared', () => {
    const { text, place, related } = marked(
      '<!DOCTYPE p [<!ATTLIST q ⟪r CDATA "1"⟫ t NMTOKEN #IMPLIED>]><p>⟦<q s="2">⟧</q><q/><q r="3"/></p>',
    );
    const { root, found } = read(text);
    expect(found.map((each) => [each.code, each.severity, each.place, each.related?.[0]?.place])).toEqual([
      ['attribute-default-applied', 'warning', place, related],
    ]);
    const [first, second, third] = root!.childNodes.map((each) => (each.nodeType === 1 ? each : undefined)!);
    expect(attribute(second!, 'r')).toBe('1');
    expect(attribute(third!, 'r')).toBe('3');
    const applied = first!.attributes.find((each) => each.isDefault)!;
    expect([applied.start, applied.end]).toEqual([first!.start, first!.startTagEnd]);
    expect(first!.attributes.filter((each) => each.isDefault)).toHaveLength(1);
  });

  it('declare namespaces, for the element and for prefixes', () => {
    const subset = '<!ATTLIST p xmlns CDATA #FIXED "urn:p" xmlns:x CDATA "urn:x" x:a CDATA "1">';
    const { root, codes } = read(`<!DOCTYPE p [${subset}]><p><x:q/></p>`);
    expect(root!.name.namespace).toBe('urn:p');
    expect(attribute(root!, 'a', 'urn:x')).toBe('1');
    expect(root!.childNodes[0]).toMatchObject({ name: { namespace: 'urn:x' } });
    expect(codes).toEqual(Array(3).fill('attribute-default-applied'));
  });

  it('tell the reader how to normalise what is written', () => {
    const { root } = read(
      '<!DOCTYPE p [<!ATTLIST p a ID #IMPLIED b CDATA #IMPLIED>]><p a="  x \n y " b=" z "/>',
    );
    expect([attribute(root!, 'a'), attribute(root!, 'b')]).toEqual(['x y', ' z ']);
  });
});
