import { spawn } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { folderWith, letter, program } from '../cli/run.ts';

const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

/** Starts the server on a free port; gives its address. */
async function serve(folder: string): Promise<string> {
  const child = spawn(process.execPath, [program, 'serve', '--port', '0'], { cwd: folder });
  stops.push(() => child.kill('SIGTERM'));
  return new Promise((resolve, reject) => {
    child.stdout.on('data', (chunk) => {
      const url = /http:\S+/.exec(String(chunk))?.[0];
      if (url !== undefined) resolve(url);
    });
    child.on('exit', (code) => reject(new Error(`the server ended with ${code}`)));
  });
}

const page = async (url: string) => (await fetch(url)).text();
const edition = (body: string) =>
  folderWith({
    'variorum.json': JSON.stringify({ tei: ['tei/*.xml'], outputs: ['html'] }),
    'tei/a.xml': letter(body),
  });

/** The version numbers that the server announces, one by one. */
async function* announcements(url: string): AsyncGenerator<string> {
  const stop = new AbortController();
  stops.push(() => stop.abort());
  const response = await fetch(`${url}_variorum/changes`, { signal: stop.signal });
  for await (const chunk of response.body!) yield new TextDecoder().decode(chunk).trim();
}

/** The page, once it holds these words: one change of a file may be announced twice. */
async function pageWith(words: string, url: string, changes: AsyncGenerator<string>): Promise<string> {
  for (;;) {
    const text = await page(url);
    if (text.includes(words)) return text;
    await changes.next();
  }
}

it('serves the pages, makes them anew at a change, and shows what is wrong in them', async () => {
  const folder = edition('<p>first words</p>');
  const url = await serve(folder);
  expect(await page(`${url}a.html`)).toContain('first words');
  const changes = announcements(url);
  const before = (await changes.next()).value;

  writeFileSync(join(folder, 'tei/a.xml'), letter('<p>second words</p>'));
  expect((await changes.next()).value).not.toBe(before);
  await pageWith('second words', `${url}a.html`, changes);

  writeFileSync(join(folder, 'tei/a.xml'), letter('<p><ref target="#none">third</ref> &lt;script></p>'));
  const faulty = await pageWith('variorum-found', `${url}a.html`, changes);
  expect(faulty).toContain('second words');
  expect(faulty).toMatch(/tei\/a\.xml:\d+:\d+/);
  expect(existsSync(join(folder, 'output'))).toBe(false);
});

it('makes the pages anew when the config or a stylesheet of the edition changes', async () => {
  const folder = edition('<p>words</p>');
  const config = (more: object) =>
    writeFileSync(
      join(folder, 'variorum.json'),
      JSON.stringify({ tei: ['tei/*.xml'], outputs: ['html'], ...more }),
    );
  const url = await serve(folder);
  const changes = announcements(url);
  await changes.next();
  config({ language: 'de' });
  await pageWith('Diese Edition', `${url}a.html`, changes);
  const sheet = (mark: string) =>
    writeFileSync(
      join(folder, 'own.xsl'),
      `<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xpath-default-namespace="http://www.tei-c.org/ns/1.0"><xsl:import href="variorum:html.xsl"/><xsl:template match="p" mode="content"><p class="${mark}"><xsl:apply-templates mode="content"/></p></xsl:template></xsl:stylesheet>`,
    );
  sheet('first-mark');
  config({ stylesheets: { html: 'own.xsl' } });
  await pageWith('first-mark', `${url}a.html`, changes);
  sheet('second-mark');
  await pageWith('second-mark', `${url}a.html`, changes);
}, 120_000);

it('answers this machine alone, and nothing but its pages', async () => {
  const folder = edition('<p>x</p>');
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  const url = await serve(folder);
  const { port } = new URL(url);
  const status = (path: string, headers = {}) =>
    new Promise((resolve) => {
      request({ host: '127.0.0.1', port, path, headers }, (response) => resolve(response.statusCode)).end();
    });
  expect(await status('/index.html')).toBe(200);
  expect(await status('/index.html', { host: 'evil.example' })).toBe(403);
  for (const path of [
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/secret.txt',
    '/%',
    '/a.html%00',
  ]) {
    expect(await status(path), path).toBeGreaterThanOrEqual(400);
  }
});
