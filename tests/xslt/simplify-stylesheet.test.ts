import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../../src/xslt/engine.ts';
import { simplifyStylesheet } from '../../src/xslt/simplify-stylesheet.ts';

const require = createRequire(import.meta.url);
const folder = mkdtempSync(join(tmpdir(), 'variorum-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What the simplification changes, and what it must leave: attributes that are absent, empty, several values, numbers, text nodes. */
const stylesheet = `<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:v="urn:v" xmlns:f="urn:f" exclude-result-prefixes="#all" expand-text="yes">
  <xsl:output method="xml" omit-xml-declaration="yes"/>
  <xsl:key name="id" match="e[@v:id != '']" use="@v:id"/>
  <xsl:function name="f:quoted" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="'[' || $text || ']'"/>
  </xsl:function>
  <xsl:function name="f:all" as="xs:string*">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="if ($element/@a = 'x') then ('one', 'two') else $element/@a ! string()"/>
  </xsl:function>
  <xsl:template match="/"><out><xsl:apply-templates select="//e"/></out></xsl:template>
  <xsl:template match="e[@a = 'x']" priority="2"><x a="{@a}"><xsl:next-match/></x></xsl:template>
  <xsl:template match="e[@v:b != '' or @a != 'y']" priority="1"><b><xsl:next-match/></b></xsl:template>
  <xsl:template match="e">
    <xsl:param name="given" as="xs:string" select="'none'"/>
    <xsl:variable name="name" as="xs:string" select="local-name()"/>
    <xsl:variable name="some" as="xs:string*" select="f:all(.)"/>
    <xsl:variable name="number" as="xs:integer" select="count(*) + 1"/>
    <e a="{@a}" b="{@v:b}" ab="{@a, @v:b}" name="{$name}" given="{$given}" some="{$some}" n="{$number}"
        half="{$number div 2}" text="{text()}" quoted="{f:quoted(string(@a))}" both="{$name || @a || '-'}">
      <xsl:attribute name="class" select="normalize-space($name || ' ' || @v:b)"/>
      <xsl:attribute name="choice" select="if (@a = 'x') then @a else if (@v:b) then $name else ()"/>
      <xsl:attribute name="tests" select="exists(@a), empty(@v:b), not(@a), @a = '', @a != '', @a = ('x', 'y'), $name = 'e', string(@v:b) ne ''"/>
      <xsl:if test="@a"><has-a/></xsl:if>
      <xsl:if test="@a != ''"><says-a/></xsl:if>
      <xsl:if test="not(@v:b = 'x')"><not-x/></xsl:if>
      <xsl:if test="@a ne 'x' and $name ne ''"><ne-x/></xsl:if>
      <xsl:value-of select="@a"/>|<xsl:value-of select="@a, 'more'" separator=", "/>|<xsl:value-of select="$some"/>|<xsl:value-of select="text()"/>
      <xsl:text>{key('id', @v:ref)/@a}{(@v:b, 'else')[1]}</xsl:text>
      <xsl:sequence select="string-join((@a, text()), '+'), string-join($name, '+')"/>
      <xsl:apply-templates select="e[@a != '']"><xsl:with-param name="given" select="@v:b || ''"/></xsl:apply-templates>
    </e>
  </xsl:template>
</xsl:stylesheet>`;
const source =
  '<r xmlns:v="urn:v"><e a="x" v:b="c  d" v:id="i">t<e/>u<e a="z"/></e><e a="" v:b=""/><e v:ref="i">only text</e><e a="y" v:ref="j"/><e v:b="x"/></r>';

interface Node {
  N: string;
  C?: Node[];
}
const sizeOf = (node: Node): number => 1 + (node.C ?? []).reduce((sum, part) => sum + sizeOf(part), 0);

describe('simplifyStylesheet', () => {
  let compiled: string;
  beforeAll(() => {
    const [xsl, sef] = [join(folder, 'all.xsl'), join(folder, 'all.sef.json')];
    writeFileSync(xsl, stylesheet);
    const { status, stderr } = spawnSync(process.execPath, [
      require.resolve('xslt3'),
      ...[`-xsl:${xsl}`, `-export:${sef}`, '-nogo'],
    ]);
    expect(String(stderr)).toBe('');
    expect(status).toBe(0);
    compiled = readFileSync(sef, 'utf8');
  }, 60_000);

  it('leaves the result as it is, in fewer steps', () => {
    const before = JSON.parse(compiled) as Node;
    const after = simplifyStylesheet(JSON.parse(compiled)) as Node;
    expect(sizeOf(after)).toBeLessThan(sizeOf(before) * 0.85);
    const result = run(before, { stylesheet: 'all', source }).principal;
    expect(result).toContain('a="x" b="c  d" ab="x c  d" name="e"');
    expect(run(after, { stylesheet: 'all', source }).principal).toBe(result);
  });

  it('changes nothing the second time', () => {
    const once = simplifyStylesheet(JSON.parse(compiled));
    const text = JSON.stringify(once);
    expect(JSON.stringify(simplifyStylesheet(JSON.parse(text)))).toBe(text);
  });

  it('gives the checksum that the engine asks for', () => {
    const broken = simplifyStylesheet(JSON.parse(compiled)) as Node & Record<string, unknown>;
    broken['\u03a3'] = 'deadbeef';
    expect(() => run(broken, { stylesheet: 'all', source })).toThrow(/checksum/);
  });
});
