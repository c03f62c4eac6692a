import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Reader } from '../site/browser.ts';
import { buildSite } from '../site/built-site.ts';

const corpora = '../shared/corpora';
const program = '/usr/bin/chromium';
/** Larger files have no markup that these have not. */
const largest = 300_000;
const sample = existsSync(corpora)
  ? readdirSync(corpora, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.xml') && statSync(join(corpora, path)).size < largest)
      .sort()
  : [];

let browser: Browser;
beforeAll(async () => {
  if (existsSync(program))
    browser = await chromium.launch({ executablePath: program, args: ['--no-sandbox'] });
});
afterAll(() => browser?.close());

it.skipIf(existsSync(corpora))('needs the corpora beside the project', ({ skip }) => skip());

it.skipIf(!existsSync(program)).each(sample)(
  'no page of %s scrolls sideways at 360 px',
  async (name) => {
    const site = await buildSite({ 'a.xml': readFileSync(join(corpora, name)) });
    const reader = new Reader(browser);
    const wide: string[] = [];
    for (const path of site.files.keys()) {
      if (!path.endsWith('.html')) continue;
      const { page } = await reader.open(site, path, { width: 360 });
      const width = (await page.evaluate('document.documentElement.scrollWidth')) as number;
      if (width > 360) wide.push(`${path}: ${width} px`);
    }
    rmSync(site.folder, { recursive: true });
    expect(wide).toEqual([]);
  },
  180_000,
);
