import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { compileSchematron } from '../../src/schematron/compile.ts';
import { loadSchematron } from '../../src/schematron/load-schema.ts';
import { runSchematron } from '../../src/schematron/run-schema.ts';
import { parseTree } from '../../src/xml/parse-tree.ts';
import { Source } from '../../src/xml/source.ts';

const tree = (path: string, text: string) =>
  parseTree(new Source(path, text), (fault) => {
    throw new Error(fault.message);
  })!;

/** Runs a schema's content over a document; each finding as its message and the source at its place. */
async function run(schema: string, text: string, files: Record<string, string> = {}, phase?: string) {
  const found: Diagnostic[] = [];
  const report = (each: Diagnostic) => found.push(each);
  const head =
    '<schema xmlns="http://purl.oclc.org/dsdl/schematron" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">';
  const whole = !/^<(schema|grammar)/.test(schema) ? `${head}${schema}</schema>` : schema;
  const read = async (href: string) => {
    const name = href.split('#')[0]!;
    return Object.hasOwn(files, name) ? tree(name, files[name]!) : undefined;
  };
  const loaded = await loadSchematron(tree('rules.sch', whole), read, report);
  if (loaded !== undefined)
    runSchematron(compileSchematron(loaded, phase, report), tree('a.xml', text), report);
  const lines = text.split('\n');
  return found.map(({ code, severity, message, place }) => {
    const at =
      place.path === 'a.xml'
        ? lines[place.line - 1]!.slice(place.column - 1, place.endColumn - 1)
        : place.path;
    return code === 'schematron-assert' ? `${severity} ${at} ${message}` : `${code} ${at}`;
  });
}
const pattern = (rules: string) => `<pattern>${rules}</pattern>`;

describe('rules', () => {
  it('fires the first rule of a pattern that matches a node, and only that one', async () => {
    const rules =
      '<rule context="p[@n]"><report test="true()">first</report></rule><rule context="p"><report test="true()">second</report></rule>';
    expect(await run(pattern(rules), '<a><p n="1"/><p/></a>')).toEqual([
      'error <p n="1"/> first',
      'error <p/> second',
    ]);
    expect(
      await run(
        pattern(rules) + pattern('<rule context="p"><assert test="@n">third</assert></rule>'),
        '<a><p n="1"/><p/></a>',
      ),
    ).toHaveLength(3);
  });

  it('fires one rule on nested elements each', async () => {
    const found = await run(
      pattern('<rule context="p"><report test="true()"><value-of select="@n"/></report></rule>'),
      '<a><p n="1"><p n="2"><p n="3"/></p></p></a>',
    );
    expect(found.map((each) => each.at(-1))).toEqual(['1', '2', '3']);
  });

  it.each([
    ['a/p', 2],
    ['a//hi', 2],
    ['//hi', 2],
    ['/a', 1],
    ['/p', 0],
    ['a/p[2]', 1],
    ['p[last()]', 1],
    ['p[position() = 1]', 1],
    ['p[@n][hi]', 1],
    ['*[@n]', 2],
    ['@n', 2],
    ['hi/@n', 1],
    ['text()', 3],
    ['p/text()', 2],
    ['comment()', 1],
    ['processing-instruction()', 1],
    ['p | hi', 4],
    ['text()[not(ancestor::hi)]', 2],
    ['text()[not(ancestor::hi | ancestor::p)]', 0],
    ["text()[not(ancestor::hi or ancestor::q)][. = 'x']", 1],
    ['text()[not(ancestor::hi[@n])]', 2],
    ['p[hi | text()]', 2],
    ["p[contains(., '|/[')]", 0],
    ['p[ancestor::a]/hi', 2],
    ['hi[parent::p[@n = $one]]', 1],
    ["key('byN', '1')", 1],
    ['element(p)', 2],
    ['node()', 10],
    ['/', 1],
    ['*:p', 2],
    ['p(: a comment :)', 2],
  ])('matches the context %s', async (context, count) => {
    const schema = `<let name="one" value="'1'"/><xsl:key name="byN" match="p" use="@n"/><pattern><rule context="${context}"><report test="true()">x</report></rule></pattern>`;
    const text = '<a><?go?><!--c--><p n="1">x<hi n="2">y</hi></p><p><hi/>z</p></a>';
    expect(await run(schema, text)).toHaveLength(count);
  });

  it('places attributes and text exactly', async () => {
    const schema =
      pattern('<rule context="@when"><assert test=". castable as xs:date">no date</assert></rule>') +
      pattern('<rule context="text()"><report test="contains(., \'x\')">x</report></rule>');
    expect(await run(schema, '<a>\n <b when="1962"/>ax</a>')).toEqual([
      'error when="1962" no date',
      'error ax x',
    ]);
  });

  it('takes severities from roles, of the check before those of the rule', async () => {
    const schema = pattern(
      '<rule context="a" role="warning"><report test="true()">1</report><report test="true()" role="info">2</report><assert test="false()" role="fatal">3</assert></rule>',
    );
    expect(await run(schema, '<a/>')).toEqual(['warning <a/> 1', 'info <a/> 2', 'error <a/> 3']);
  });
});

describe('variables, keys and functions', () => {
  it('has variables at every level, evaluated at the node', async () => {
    const schema = `<ns prefix="f" uri="urn:f"/><let name="all" value="//p"/><xsl:function name="f:twice"><xsl:param name="x"/><xsl:variable name="y" select="$x || $x"/><xsl:sequence select="$y"/></xsl:function>
      <pattern><let name="n" value="count($all)"/><rule context="p"><let name="mine" value="@n"/><let name="tokens" value="tokenize($mine, ' ')"/>
      <report test="$tokens[2] and current()/@n = $mine"><name/> <value-of select="$mine"/> of <value-of select="$n"/>: <value-of select="f:twice($tokens[1])"/></report></rule></pattern>`;
    expect(await run(schema, '<a><p n="1 2"/><p n="3"/></a>')).toEqual(['error <p n="1 2"/> p 1 2 of 2: 11']);
  });

  it('finds elements by xml:id', async () => {
    const schema = pattern(
      '<rule context="ref"><assert test="id(substring-after(@target, \'#\'))/self::p">no <value-of select="@target"/></assert></rule>',
    );
    expect(
      await run(schema, '<a><p xml:id="x"/><p id="y"/><ref target="#x"/><ref target="#y"/></a>'),
    ).toEqual(['error <ref target="#y"/> no #y']);
  });

  it('lets the whole schema use the variables of a pattern without rules', async () => {
    const schema =
      '<pattern><rule context="a"><report test="$x = 1">one</report></rule></pattern><pattern><let name="x" value="1"/></pattern>';
    expect(await run(schema, '<a/>')).toEqual(['error <a/> one']);
  });
});

describe('parts', () => {
  it('instantiates abstract patterns and extends abstract rules', async () => {
    const schema = `<pattern abstract="true" id="t"><rule context="$row"><assert test="$cell">no <value-of select="'$cell'"/></assert></rule></pattern>
      <pattern is-a="t"><param name="row" value="tr"/><param name="cell" value="td"/></pattern>
      <pattern><rule abstract="true" id="r"><report test="@x">x</report></rule><rule context="td"><extends rule="r"/></rule></pattern>`;
    expect(await run(schema, '<table><tr/><tr><td x=""/></tr></table>')).toEqual([
      'error <tr/> no td',
      'error <td x=""/> x',
    ]);
  });

  it('includes other files, and cuts a cycle', async () => {
    const file = (rest: string) =>
      `<pattern xmlns="http://purl.oclc.org/dsdl/schematron"><rule context="a"><report test="true()">in</report></rule>${rest}</pattern>`;
    expect(await run('<include href="p.sch"/>', '<a/>', { 'p.sch': file('') })).toEqual(['error <a/> in']);
    const cyclic = file('<include href="p.sch"/>');
    expect(await run('<include href="p.sch"/>', '<a/>', { 'p.sch': cyclic })).toContain(
      'schematron-include-cycle p.sch',
    );
  });

  it('runs the patterns of a phase', async () => {
    const schema =
      '<phase id="one"><active pattern="p1"/></phase><pattern id="p1"><rule context="a"><report test="true()">1</report></rule></pattern><pattern id="p2"><rule context="a"><report test="true()">2</report></rule></pattern>';
    expect(await run(schema, '<a/>', {}, 'one')).toEqual(['error <a/> 1']);
    expect(await run(schema, '<a/>')).toHaveLength(2);
    expect(await run(schema, '<a/>', {}, 'none')).toContain('schematron-unknown-phase rules.sch');
  });

  it('finds the rules that an RNG carries', async () => {
    const rng =
      '<grammar xmlns="http://relaxng.org/ns/structure/1.0" xmlns:s="http://purl.oclc.org/dsdl/schematron"><s:ns prefix="t" uri="urn:t"/><define name="x"><s:pattern id="q"><s:rule context="t:a"><s:report test="true()">embedded</s:report></s:rule></s:pattern></define></grammar>';
    expect(await run(rng, '<a xmlns="urn:t"/>')).toEqual(['error <a xmlns="urn:t"/> embedded']);
  });
});

describe('faults of the schema', () => {
  it.each([
    [
      '<pattern><rule context="p["><report test="1">x</report></rule><rule context="a"><report test="true()">ok</report></rule></pattern>',
      ['schematron-bad-expression rules.sch', 'error <a/> ok'],
    ],
    [
      '<pattern><rule context="a"><report test="nothing()">x</report><report test="true()">ok</report></rule></pattern>',
      ['schematron-bad-expression rules.sch', 'error <a/> ok'],
    ],
    [
      '<let name="v" value="("/><pattern><rule context="a"><report test="$v = 1">x</report><report test="true()">ok</report></rule></pattern>',
      ['schematron-bad-expression rules.sch', 'error <a/> ok'],
    ],
    [
      '<pattern><rule context="a"><report test="xs:date(@x) &gt; current-date()">x</report></rule></pattern>',
      [],
    ],
    [
      '<pattern><rule context="a"><report test="1 + name(.)">x</report></rule></pattern>',
      ['schematron-run-failed <a/>'],
    ],
    [
      '<pattern><rule><report test="true()">x</report></rule></pattern>',
      ['schematron-missing-part rules.sch'],
    ],
    ['<pattern is-a="none"/>', ['schematron-unknown-pattern rules.sch']],
    ['<include href="none.sch"/>', []],
    [
      '<pattern><rule context="a"><report test="unparsed-text-available(\'/etc/passwd\')">x</report></rule></pattern>',
      [],
    ],
  ])('one diagnostic, and the rest runs: %s', async (schema, expected) => {
    expect(await run(schema, '<a/>')).toEqual(expected);
  });

  it('says what is no schema', async () => {
    expect(await run('<schema xmlns="http://www.ascc.net/xml/schematron"/>', '<a/>')).toEqual([
      'schematron-not-a-schema rules.sch',
    ]);
  });
});
