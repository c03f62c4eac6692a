import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CompiledStylesheet, parametersOf, run, StylesheetError } from '../../src/xslt/engine.ts';
import { trustedLines } from '../../src/xslt/trusted-lines.ts';

const stylesheet = (
  secret: string,
) => `<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:v="urn:x-variorum:prepared" exclude-result-prefixes="#all" expand-text="yes">
  <xsl:param name="index" as="document-node()?"/>
  <xsl:param name="page" as="xs:string?"/>
  <xsl:mode on-no-match="shallow-skip"/>
  <xsl:template match="/*"><out page="{$page}" index="{name($index/*)}">{.}</out></xsl:template>
  <xsl:template match="/say"><xsl:message><v:message code="unsupported-element" i="5" name="foo">not handled</v:message></xsl:message></xsl:template>
  <xsl:template match="/plain"><xsl:message>just words</xsl:message></xsl:template>
  <xsl:template match="/write"><xsl:result-document href="a/ä b.html" method="html"><p>r</p></xsl:result-document></xsl:template>
  <xsl:template match="/climb"><xsl:result-document href="../../tmp/x.html"><p/></xsl:result-document></xsl:template>
  <xsl:template match="/text"><xsl:value-of select="unparsed-text('${secret}')"/></xsl:template>
  <xsl:template match="/doc"><xsl:value-of select="doc('${secret}')"/></xsl:template>
  <xsl:template match="/json"><xsl:value-of select="json-doc('${secret}')"/></xsl:template>
  <xsl:template match="/available"><xsl:value-of select="unparsed-text-available('${secret}'), doc-available('${secret}')"/></xsl:template>
  <xsl:template match="/collection"><xsl:value-of select="collection('${secret}')"/></xsl:template>
  <xsl:template match="/net"><xsl:value-of select="unparsed-text('http://127.0.0.1:9/')"/></xsl:template>
  <xsl:template match="/fail"><xsl:sequence select="xs:integer(string(.))"/></xsl:template>
  <xsl:template match="/stop"><xsl:message terminate="yes">enough</xsl:message></xsl:template>
  <xsl:template name="xsl:initial-template"><alone/></xsl:template>
</xsl:stylesheet>`;

describe('the engine', () => {
  const folder = mkdtempSync(join(tmpdir(), 'variorum-engine-'));
  const secret = join(folder, 'secret.xml');
  let compiled: CompiledStylesheet;

  beforeAll(() => {
    writeFileSync(secret, '<secret>not for stylesheets</secret>');
    writeFileSync(join(folder, 's.xsl'), stylesheet(secret));
    const compiler = createRequire(import.meta.url).resolve('xslt3');
    const sef = join(folder, 's.json');
    execFileSync(process.execPath, [compiler, `-xsl:${join(folder, 's.xsl')}`, `-export:${sef}`, '-nogo']);
    compiled = JSON.parse(readFileSync(sef, 'utf8')) as CompiledStylesheet;
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const job = (source: string) => ({ stylesheet: 's.xsl', source });

  it('passes source, index and parameters', () => {
    const { principal } = run(compiled, { ...job('<a>b</a>'), index: '<i/>', parameters: { page: 'p&"' } });
    expect(principal).toContain('<out page="p&amp;&#34;" index="i">b</out>');
    expect(parametersOf(compiled)).toEqual(new Set(['index', 'page']));
  });

  it('runs the initial template where there is no source', () => {
    expect(run(compiled, { stylesheet: 's.xsl' }).principal).toContain('<alone/>');
  });

  it('gives the same result the second time', () => {
    const once = () => run(compiled, job('<a>b</a>'));
    expect(once()).toEqual(once());
  });

  it('hands over messages, with the element they name', () => {
    expect(run(compiled, job('<say/>')).messages).toEqual([
      { text: 'not handled', code: 'unsupported-element', i: 5, name: 'foo' },
    ]);
    expect(run(compiled, job('<plain/>')).messages).toEqual([{ text: 'just words' }]);
  });

  it('hands over secondary results and writes none', () => {
    expect([...run(compiled, job('<write/>')).results]).toEqual([['a/ä b.html', '<p>r</p>']]);
    expect([...run(compiled, job('<climb/>')).results.keys()]).not.toContain('');
  });

  it.each(['text', 'doc', 'json', 'collection', 'net'])('keeps a stylesheet from reading by %s', (way) => {
    expect(() => run(compiled, job(`<${way}/>`))).toThrow(StylesheetError);
  });

  it('does not even say what is there', () => {
    expect(run(compiled, job('<available/>')).principal).not.toMatch(/true/);
  });

  it('turns a stylesheet error into code, module and line', () => {
    const failed = (source: string) => {
      try {
        run(compiled, job(source));
      } catch (error) {
        return error as StylesheetError;
      }
      throw new Error('did not fail');
    };
    expect(failed('<fail>x</fail>')).toMatchObject({ code: 'FORG0001', module: 's.xsl' });
    expect(failed('<stop/>')).toMatchObject({ code: 'XTMM9000', messages: [{ text: 'enough' }] });
  });

  it('knows which lines are instructions', () => {
    const lines = stylesheet('').split('\n');
    const lineOf = (what: string) => lines.findIndex((line) => line.includes(what)) + 1;
    const trusted = trustedLines(compiled);
    expect(trusted.has(lineOf('match="/stop"'))).toBe(true);
    expect(trusted.has(lineOf('<xsl:mode'))).toBe(false);
  });
});
