import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CompiledStylesheet, run } from '../../src/xslt/engine.ts';

const require = createRequire(import.meta.url);
const folder = mkdtempSync(join(tmpdir(), 'variorum-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Writes down all that a document holds. */
const inventory = `<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" expand-text="yes">
  <xsl:output method="text"/>
  <xsl:template match="/"><xsl:apply-templates select="node()"/></xsl:template>
  <xsl:template match="*">element Q{{{namespace-uri()}}}{name()} ({string-join(sort(in-scope-prefixes(.)) ! (. || '=' || namespace-uri-for-prefix(., current())), ' ')})
<xsl:apply-templates select="@*, node()"/>end
</xsl:template>
  <xsl:template match="@*">attribute Q{{{namespace-uri()}}}{name()} [{.}]
</xsl:template>
  <xsl:template match="text()">text [{.}]
</xsl:template>
  <xsl:template match="processing-instruction()">instruction {name()} [{.}]
</xsl:template>
</xsl:stylesheet>`;

const documents = {
  'namespaces, references, instructions': `<?before it?><TEI xmlns="http://www.tei-c.org/ns/1.0" xmlns:v="urn:v" xml:id=" a  b "><?in side  it?><p xml:lang="de" n="&lt;&amp;&quot;&gt;&#x9;&#xA;'=/" v:i="1">a &amp; b &lt;c&gt; &#xD;&#x1F600;<hi/> <m:x xmlns:m="urn:m" m:y="2" id=" i "/><n xmlns=""><o xmlns:v="urn:other" v:z=""/></n></p></TEI>\n`,
  'white space between tags': '<a>\n  <b> </b>\n\t<c/>\n</a>',
  'a root without content': '<a/>',
};

describe('buildDocument', () => {
  let stylesheet: CompiledStylesheet;
  beforeAll(() => {
    const [xsl, sef] = [join(folder, 'inventory.xsl'), join(folder, 'inventory.sef.json')];
    writeFileSync(xsl, inventory);
    spawnSync(process.execPath, [require.resolve('xslt3'), `-xsl:${xsl}`, `-export:${sef}`, '-nogo']);
    stylesheet = JSON.parse(readFileSync(sef, 'utf8')) as CompiledStylesheet;
  }, 60_000);
  const inventoryOf = (source: string) => run(stylesheet, { stylesheet: 'inventory', source }).principal;

  for (const [what, source] of Object.entries(documents)) {
    it(`gives what the engine's parser gives: ${what}`, () => {
      const built = inventoryOf(source);
      expect(built).toContain('element');
      // A comment is for the parser, and the inventory leaves it out.
      expect(built).toBe(inventoryOf(`${source}<!-- -->`));
    });
  }

  it('leaves to the parser what this package never writes', () => {
    expect(inventoryOf('<a><![CDATA[<b/>]]></a>')).toContain('text [<b/>]');
    expect(inventoryOf('<a>1\r\n2</a>')).toContain('text [1\n2]');
  });
});
