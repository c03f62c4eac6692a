import { describe, expect, it } from 'vitest';
import { marked } from './marked.ts';
import { faultsOf, schemaOf } from './memory-files.ts';

const rng = (inside: string, more = '') =>
  `<grammar xmlns="http://relaxng.org/ns/structure/1.0" datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes"${more}>${inside}</grammar>`;

/** The one fault of a schema; `files` has it under schema.rng or schema.rnc, with the place marked in one of them. */
async function faultOf(files: Record<string, string>) {
  const path = 'schema.rnc' in files ? 'schema.rnc' : 'schema.rng';
  const [where, text] = Object.entries(files).find(([, each]) => each.includes('⟦'))!;
  const { text: plain, ...place } = marked(text);
  const { validator, faults } = await schemaOf({ ...files, [where]: plain }, path);
  expect(validator).toBeUndefined();
  expect(faults.map((each) => each.message)).toHaveLength(1);
  expect(faults[0]!.place).toEqual({ path: where, ...place });
  expect(faults[0]!.message).not.toMatch(/\{[a-z]+\}/);
  return faults[0]!;
}

describe('a wrong schema has one diagnostic, at its place', () => {
  it('a cycle of includes', async () => {
    const found = await faultOf({
      'schema.rng': rng('<include href="a.rng"/>'),
      'a.rng': rng('<include href="b.rng"/>'),
      'b.rng': rng('\n ⟦<include href="a.rng"/>⟧'),
    });
    expect(found.message).toBe('The schema includes itself: a.rng → b.rng → a.rng.');
  });

  it('an include that is not there, in either syntax', async () => {
    expect((await faultOf({ 'schema.rng': rng('⟦<include href="no.rng"/>⟧') })).code).toBe(
      'schema-file-missing',
    );
    expect(
      (await faultOf({ 'schema.rnc': '⟦include "no.rnc"⟧\nstart = a\na = element a { empty }' })).message,
    ).toBe('The schema refers to “no.rnc”, which cannot be read: the file is not there.');
  });

  it('a wrong datatype library, type, parameter and value', async () => {
    const element = (inside: string) => ({
      'schema.rng': rng(`<start><element name="a">${inside}</element></start>`),
    });
    expect((await faultOf(element('⟦<data datatypeLibrary="http://example.org/" type="date"/>⟧'))).code).toBe(
      'schema-unknown-library',
    );
    const type = await faultOf(element('⟦<data type="dat">⟧</data>'));
    expect([type.code, type.help]).toEqual(['schema-unknown-datatype', 'Did you mean “date”?']);
    const parameter = await faultOf(
      element('<data type="date">⟦<param name="fractionDigits">⟧1</param></data>'),
    );
    expect(parameter.message).toContain('its values are not decimal numbers');
    expect((await faultOf(element('⟦<value type="integer">⟧one</value>'))).code).toBe('schema-wrong-value');
    expect(
      (await faultOf(element('<data type="token">⟦<param name="pattern">⟧a(</param></data>'))).code,
    ).toBe('schema-wrong-parameter');
  });

  it('a misspelt keyword of the compact syntax', async () => {
    for (const [text, meant] of [
      ['start = element a { ⟦elemnt⟧ b { empty } }', 'element'],
      ['start = element a { ⟦atribute⟧ b { text } }', 'attribute'],
      ['start = element a { ⟦lisst⟧ { text } }', 'list'],
      ['⟦inclde⟧ "b.rnc"', 'include'],
    ] as const) {
      const { message, help } = await faultOf({ 'schema.rnc': text });
      expect(message).toMatch(/is no keyword/);
      expect(help).toBe(`Did you mean “${meant}”?`);
    }
  });

  it('an expression that would explode', async () => {
    const found = await faultOf({
      'schema.rnc': 'start = element a { xsd:token { ⟦pattern = "((a{1,100}){1,100}){1,100}"⟧ } }',
    });
    expect(found.code).toBe('schema-costly-expression');
    const blocks = await faultOf({
      'schema.rnc':
        'start = element a { xsd:token { ⟦pattern = "((\\p{IsLatin}{1,999}){1,999}){1,999}"⟧ } }'.replace(
          '\\p',
          '\\p',
        ),
    });
    expect(blocks.code).toBe('schema-costly-expression');
  });

  it('an empty file, a file of something else, and a file that is no XML', async () => {
    for (const [text, path] of [
      ['', 'schema.rng'],
      [' \n', 'schema.rng'],
      ['', 'schema.rnc'],
    ] as const) {
      const { validator, faults } = await schemaOf(text, path);
      expect([validator, faults.map((each) => each.code)]).toEqual([undefined, ['schema-not-relaxng']]);
    }
    expect(
      (
        await faultOf({
          'schema.rng': '⟦<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">⟧</xs:schema>',
        })
      ).code,
    ).toBe('schema-not-relaxng');
    expect((await faultOf({ 'schema.rng': '<grammar>⟦</gramar>⟧' })).layer).toBe('xml');
  });

  it('what is not defined, has no end, or is defined against the rules', async () => {
    const undefinedName = await faultOf({ 'schema.rnc': 'start = element a { ⟦pp⟧ }\np = empty' });
    expect([undefinedName.code, undefinedName.help]).toEqual(['schema-undefined-name', 'Did you mean “p”?']);
    expect((await faultOf({ 'schema.rnc': 'start = element a { b }\n⟦b = text, c⟧\nc = b?' })).code).toBe(
      'schema-endless-definition',
    );
    expect((await faultOf({ 'schema.rnc': 'start = element a { b }\nb = text\n⟦b = empty⟧' })).code).toBe(
      'schema-wrong-combine',
    );
    expect(
      (
        await faultOf({
          'schema.rnc': 'include "x.rnc" { ⟦b = empty⟧ }',
          'x.rnc': 'start = element a { empty }',
        })
      ).code,
    ).toBe('schema-wrong-override');
    expect(
      (await faultOf({ 'schema.rng': '⟦<grammar xmlns="http://relaxng.org/ns/structure/1.0">⟧</grammar>' }))
        .code,
    ).toBe('schema-no-start');
  });

  it('what §7 forbids', async () => {
    const twice = await faultOf({
      'schema.rnc': 'start = element a { attribute n { text }, ⟦attribute n { token }⟧ }',
    });
    expect(twice.message).toBe('The attribute “n” is declared twice in one element.');
    const group = await faultOf({
      'schema.rnc': 'start = element a { (⟦attribute n { text }⟧, element b { empty })+ }',
    });
    expect(group.message).toContain('repeated group');
    expect(
      (await faultOf({ 'schema.rnc': 'start = ⟦element a { xsd:date, element b { empty } }⟧' })).message,
    ).toContain('mixes a datatype');
    expect(
      (await faultOf({ 'schema.rnc': 'start = element a { element b { empty } & ⟦element b { text }⟧ }' }))
        .message,
    ).toContain('more than one part');
  });

  it('tells of two unrelated faults of one file', async () => {
    const { faults } = await schemaOf(
      rng(
        '<start><element name="a"><foo xmlns="http://relaxng.org/ns/structure/1.0"/><ref/></element></start>',
      ),
    );
    expect(faults).toHaveLength(2);
  });

  it('nesting without end', async () => {
    const deep = `start = element a { ${'('.repeat(5000)}text${')'.repeat(5000)} }`;
    const { faults } = await schemaOf(deep, 'schema.rnc');
    expect(faults.map((each) => each.code)).toEqual(['schema-wrong-syntax']);
    const chain = [
      'start = element a { d0 }',
      ...Array.from({ length: 5000 }, (_, i) => `d${i} = d${i + 1}?`),
      'd5000 = text',
    ];
    const long = await schemaOf(chain.join('\n'), 'schema.rnc');
    expect(long.faults.map((each) => each.code)).toEqual(['schema-too-deep']);
  });

  it('10 MB of schema are read, and a choice of 20,000 elements works', async () => {
    const element = (i: number) =>
      `<element name="e${i}"><a:documentation xmlns:a="http://relaxng.org/ns/compatibility/annotations/1.0">${'word '.repeat(95)}</a:documentation><text/></element>`;
    const text = rng(
      `<start><element name="r"><zeroOrMore><choice>${Array.from({ length: 18_000 }, (_, i) => element(i)).join('')}</choice></zeroOrMore></element></start>`,
    );
    expect(text.length).toBeGreaterThan(10_000_000);
    const { validator, faults } = await schemaOf(text);
    expect(faults).toEqual([]);
    expect(faultsOf(validator!, '<r><e1/><e17999>x</e17999></r>')).toEqual([]);
    expect(faultsOf(validator!, '<r><e1/><f/></r>')).toHaveLength(1);
  });

  it('a group of 20,000 elements, and exponential sharing', async () => {
    const group = `start = element r { ${Array.from({ length: 20_000 }, (_, i) => `element e${i} { empty }?`).join(', ')} }`;
    const { validator } = await schemaOf(group, 'schema.rnc');
    expect(faultsOf(validator!, '<r><e5/><e19999/></r>')).toEqual([]);
    expect(faultsOf(validator!, '<r><e19999/><e5/></r>')).toHaveLength(1);
    const shared = [
      'start = element r { d0 }',
      ...Array.from({ length: 60 }, (_, i) => `d${i} = d${i + 1}, d${i + 1}`),
      'd60 = element x { empty }?',
    ];
    const twice = await schemaOf(shared.join('\n'), 'schema.rnc');
    expect(faultsOf(twice.validator!, '<r><x/><x/><x/></r>')).toEqual([]);
  });
});

describe('a right schema that is unusual', () => {
  it('is warned of where ids contradict each other, and ids are then not checked', async () => {
    const { validator, faults } = await schemaOf(
      'start = element a { (element b { attribute id { xsd:ID } } | element b { attribute id { text }, empty })* }',
      'schema.rnc',
    );
    expect(faults.map((each) => [each.code, each.severity])).toEqual([['schema-conflicting-ids', 'warning']]);
    expect(faultsOf(validator!, '<a><b id="x"/><b id="x"/></a>')).toEqual([]);
  });

  it('tries the declarations of one name side by side', async () => {
    const { validator } = await schemaOf(
      `start = element a { (element b { attribute n { "1" }, element c { empty } }, element d { empty }) | (element b { attribute n { "1" }, element e { empty } }, element f { empty }) }`,
      'schema.rnc',
    );
    expect(faultsOf(validator!, '<a><b n="1"><e/></b><f/></a>')).toEqual([]);
    expect(faultsOf(validator!, '<a><b n="1"><c/></b><d/></a>')).toEqual([]);
    expect(faultsOf(validator!, '<a><b n="1"><c/></b><f/></a>')).toHaveLength(1);
    expect(faultsOf(validator!, '<a><b n="2"><c/></b><d/></a>')).toHaveLength(1);
  });

  it('reads grammars in grammars, external files, xml:base and inherited namespaces', async () => {
    const { validator, faults } = await schemaOf({
      'schema.rng': `<grammar xmlns="http://relaxng.org/ns/structure/1.0" ns="urn:x" xml:base="sub/">
        <start><element name="a"><grammar><start><choice><parentRef name="b"/><externalRef href="c.rng"/></choice></start></grammar></element></start>
        <define name="b"><element name="b"><empty/></element></define></grammar>`,
      'sub/c.rng': '<element xmlns="http://relaxng.org/ns/structure/1.0" name="c"><text/></element>',
    });
    expect(faults).toEqual([]);
    expect(faultsOf(validator!, '<a xmlns="urn:x"><c>t</c></a>')).toEqual([]);
    expect(faultsOf(validator!, '<a xmlns="urn:x"><b/></a>')).toEqual([]);
    expect(faultsOf(validator!, '<a xmlns="urn:x"><c xmlns=""/></a>')).toHaveLength(1);
  });

  it('hands on Schematron from both syntaxes, and lists its closure', async () => {
    const sch = 'http://purl.oclc.org/dsdl/schematron';
    const { schema } = await schemaOf(
      {
        'schema.rnc': `namespace s = "${sch}"\ninclude "x.rng"\ns:pattern [ s:rule [ context = "a" "x" ] ]\nstart = element a { b }`,
        'x.rng': rng(`<define name="b"><empty/><s:pattern xmlns:s="${sch}" id="p"/></define>`)
          .replace('<empty/><s', '<group><empty/><s')
          .replace('/></define>', '/></group></define>'),
      },
      'schema.rnc',
    );
    expect(schema!.annotations.map((each) => [each.name.namespace, each.name.local])).toEqual([
      [sch, 'pattern'],
      [sch, 'pattern'],
    ]);
    const [rule] = schema!.annotations[0]!.childNodes;
    expect(rule).toMatchObject({
      nodeType: 1,
      name: { local: 'rule' },
      attributes: [{ name: { local: 'context' }, value: 'a' }],
    });
    expect(schema!.closure.map((each) => each.path)).toEqual(['schema.rnc', 'x.rng']);
    expect(schema!.closure[0]!.hash).toMatch(/^[0-9a-f]{64}$/);
  });
});
