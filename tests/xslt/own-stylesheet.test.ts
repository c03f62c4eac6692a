import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { DiskWorld } from '../../src/world/disk-world.ts';
import { createTransform } from '../../src/xslt/create-transform.ts';
import { marked } from '../marked.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

function edition(files: Record<string, string>) {
  const root = mkdtempSync(join(tmpdir(), 'variorum stylesheet ä-'));
  folders.push(root);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return { root, transform: createTransform(new DiskWorld(root, [root], () => undefined)) };
}
const sheet = (body: string) =>
  `<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xpath-default-namespace="http://www.tei-c.org/ns/1.0"\n  exclude-result-prefixes="#all" expand-text="yes">\n${body}\n</xsl:stylesheet>`;
const source =
  '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><p>One <hi>two</hi></p></body></text></TEI>';
const index =
  '<i:index xmlns:i="urn:x-variorum:index" scope="document" document="d"><i:edition title="E"/><i:words/></i:index>';

describe("an editor's own stylesheet", () => {
  it('runs, gets what it declares and nothing else, and is compiled once', async () => {
    const files = {
      'xslt/my style.xsl': sheet(
        '<xsl:include href="parts/p%C3%A4ge.xsl"/><xsl:param name="page"/><xsl:template match="/">{$page}<xsl:apply-templates/></xsl:template>',
      ),
      'xslt/parts/päge.xsl': sheet('<xsl:template match="hi"><b>{.}</b></xsl:template>'),
    };
    const { root, transform } = edition(files);
    const job = { stylesheet: 'xslt/my style.xsl', source, index, parameters: { page: 'p', metadata: 'x' } };
    const { principal, diagnostics } = await transform(job);
    expect(diagnostics).toEqual([]);
    expect(principal).toContain('pOne <b>two</b>');
    expect(await transform({ stylesheet: job.stylesheet, index })).toMatchObject({
      principal: '',
      diagnostics: [],
    });
    const kept = () => readdirSync(join(root, '.variorum/stylesheets'));
    expect(kept()).toHaveLength(1);
    const again = createTransform(new DiskWorld(root, [root], () => undefined));
    expect((await again(job)).principal).toBe(principal);
    expect(kept()).toHaveLength(1);
    writeFileSync(join(root, 'xslt/parts/päge.xsl'), files['xslt/parts/päge.xsl'].replaceAll('b>', 'i>'));
    const changed = createTransform(new DiskWorld(root, [root], () => undefined));
    expect((await changed(job)).principal).toContain('<i>two</i>');
    expect(kept()).toHaveLength(2);
  });

  it('can import ours and change one thing', async () => {
    const { transform } = edition({
      'a/b/mine.xsl': sheet(
        '<xsl:import href="variorum:html.xsl"/><xsl:template match="hi" mode="content"><mark>{.}</mark></xsl:template>',
      ),
    });
    const { principal, diagnostics } = await transform({ stylesheet: 'a/b/mine.xsl', source, index });
    expect(diagnostics).toEqual([]);
    expect(principal).toContain('<!DOCTYPE html>');
    expect(principal).toMatch(/<p class="p">One <mark>two<\/mark><\/p>/);
  });

  const compiled = async (file: string, text: string, others: Record<string, string> = {}) => {
    const { text: plain, places } = marked(file, text);
    const { transform } = edition({
      'main.xsl': sheet('<xsl:include href="part.xsl"/>'),
      [file]: plain,
      ...others,
    });
    const { principal, diagnostics } = await transform({ stylesheet: 'main.xsl', source, index });
    return { principal, diagnostics, places };
  };

  it.each([
    ['XPath', '<xsl:template match="p">\n  ⟦<xsl:value-of select="foo("/>⟧\n</xsl:template>', 'XPST0003'],
    ['XSLT', '<xsl:template match="p">\n\n  ⟦<xsl:valueof select="."/>⟧\n</xsl:template>', 'XTSE0010'],
  ])('has its %s error at the line', async (_, body, code) => {
    const { diagnostics, places } = await compiled('part.xsl', sheet(body));
    expect(diagnostics).toMatchObject([{ code: 'stylesheet-not-compiled', place: places[0] }]);
    expect(diagnostics[0]!.message).toContain(code);
  });

  it('has its error in well-formedness where it stands', async () => {
    const { diagnostics } = await compiled('part.xsl', sheet('<xsl:template match="p">'));
    expect(diagnostics).toMatchObject([
      { layer: 'xml', severity: 'error', place: { path: 'part.xsl', line: 4 } },
    ]);
  });

  it('has its error at run time in its own file, at the line of the template where the engine knows it', async () => {
    const failing = (body: string) => compiled('part.xsl', sheet(body));
    const inXPath = await failing(
      '<xsl:template match="p"><xsl:sequence select="xs:integer(string(.))" xmlns:xs="http://www.w3.org/2001/XMLSchema"/></xsl:template>',
    );
    expect(inXPath.diagnostics).toMatchObject([{ code: 'stylesheet-failed', place: { path: 'part.xsl' } }]);
    const stopped = await failing(
      '⟦<xsl:template match="p">⟧\n\n<xsl:message terminate="yes">enough</xsl:message>\n</xsl:template>',
    );
    expect(stopped.diagnostics).toMatchObject([{ code: 'stylesheet-failed', place: stopped.places[0] }]);
  });

  it.each([
    'file:///etc/passwd',
    '/etc/passwd',
    'http://127.0.0.1/x.xsl',
    'variorum:../package.json',
    'variorum:none.xsl',
    '..\\x.xsl',
  ])('may not import %s', async (href) => {
    const { diagnostics, places } = await compiled('part.xsl', sheet(`<xsl:import href="⟦${href}⟧"/>`));
    expect(diagnostics).toMatchObject([{ code: 'stylesheet-import-refused', place: places[0] }]);
  });

  it.each(['../../outside.xsl', 'none.xsl'])('says that %s cannot be read', async (href) => {
    const { diagnostics, places } = await compiled('part.xsl', sheet(`<xsl:include href="⟦${href}⟧"/>`));
    expect(diagnostics).toMatchObject([{ code: 'stylesheet-missing', place: places[0] }]);
  });

  it('may be a circle of includes only to be told so', async () => {
    const { diagnostics } = await compiled('part.xsl', sheet('<xsl:include href="main.xsl"/>'));
    expect(diagnostics).toMatchObject([{ code: 'stylesheet-not-compiled' }]);
  });

  it.each([
    '<xsl:template match="note"><xsl:number ⟦level="any"⟧/></xsl:template>',
    '<xsl:template match="note"><xsl:value-of ⟦select="count(preceding::note) + 1"⟧/></xsl:template>',
    '<xsl:template match="note"><xsl:value-of ⟦select="//person[@xml:id = current()/@ref]"⟧/></xsl:template>',
  ])('is warned of what is slow: %s', async (body) => {
    const { diagnostics, places } = await compiled('part.xsl', sheet(body));
    expect(diagnostics).toMatchObject([{ code: 'slow-stylesheet', severity: 'warning', place: places[0] }]);
  });

  it('is not warned of what is quick', async () => {
    const body =
      '<xsl:key name="k" match="person" use="@xml:id"/><xsl:template match="note"><xsl:number level="single"/>{key("k", @ref)[1]}{preceding-sibling::*[1]/@n}</xsl:template>';
    expect((await compiled('part.xsl', sheet(body))).diagnostics).toEqual([]);
  });
});
