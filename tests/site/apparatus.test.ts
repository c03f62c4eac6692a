import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BuiltSite, buildSite } from './built-site.ts';

const chromium = '/usr/bin/chromium';
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const folder = 'examples/catullus/tei';

/** The example of a critical edition, in Chromium from a folder. */
describe.skipIf(!existsSync(chromium))('the apparatus in Chromium', { timeout: 120_000 }, () => {
  let site: BuiltSite;
  let browser: Browser;
  beforeAll(async () => {
    const files = readdirSync(folder).map((name) => [
      `tei/${name}`,
      readFileSync(join(folder, name), 'utf8'),
    ]);
    site = await buildSite(Object.fromEntries(files), { title: 'Three Poems of Catullus' });
    const { chromium: driver } = await import('playwright-core');
    browser = await driver.launch({ executablePath: chromium, args: ['--no-sandbox', '--disable-gpu'] });
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    if (site) rmSync(site.folder, { recursive: true });
  });

  async function open(
    path: string,
    { width = 1280, theme = 'light' as 'light' | 'dark', script = true } = {},
  ) {
    const context = await browser.newContext({
      viewport: { width, height: 900 },
      colorScheme: theme,
      javaScriptEnabled: script,
    });
    const page = await context.newPage();
    const faults: string[] = [];
    page.on('pageerror', (error) => void faults.push(error.message));
    const [file, hash] = path.split('#');
    await page.goto(pathToFileURL(join(site.folder, file!)).href + (hash === undefined ? '' : `#${hash}`));
    return { page, faults, close: () => context.close() };
  }
  const callOf = (page: Page, entry: string) => page.locator(`.entry-call a[href="#${entry}--entry"]`);
  const focused = (page: Page) =>
    page.evaluate('document.activeElement.getAttribute("href") ?? document.activeElement.className');

  it('opens an entry at its call by keyboard, and goes back to it with Escape', async () => {
    const { page, faults, close } = await open('carmen-1.html');
    const call = callOf(page, 'app-corneli');
    expect(await call.getAttribute('aria-label')).toBe('Apparatus entry 6');
    expect(await call.getAttribute('aria-expanded')).toBe('false');
    await call.focus();
    await page.keyboard.press('Enter');
    const panel = page.getByRole('dialog', { name: 'Apparatus entry 6' });
    expect(await panel.isVisible()).toBe(true);
    expect(await call.getAttribute('aria-expanded')).toBe('true');
    expect(await panel.innerText()).toContain('Cornili K¹; Cornelii K²');
    expect(await focused(page)).toBe('in-place');
    await page.keyboard.press('Escape');
    expect(await panel.isVisible()).toBe(false);
    expect(await call.getAttribute('aria-expanded')).toBe('false');
    expect(await focused(page)).toBe('#app-corneli--entry');
    expect(faults).toEqual([]);
    await close();
  });

  it('closes one entry when another opens, and when the reader clicks elsewhere', async () => {
    const { page, close } = await open('carmen-1.html');
    await callOf(page, 'app-es').click();
    await callOf(page, 'app-plus').click();
    expect(await page.locator('.in-place').count()).toBe(1);
    expect(await page.locator('.in-place').innerText()).toContain('inc.');
    expect(await callOf(page, 'app-es').getAttribute('aria-expanded')).toBe('false');
    await page.mouse.click(1200, 700);
    expect(await page.locator('.in-place').isVisible()).toBe(false);
    expect(await callOf(page, 'app-plus').getAttribute('aria-expanded')).toBe('false');
    await close();
  });

  it('lets names, notes and sigla inside an entry lead on, by keyboard too', async () => {
    const { page, close } = await open('carmen-1.html');
    await callOf(page, 'app-arida').focus();
    await page.keyboard.press('Enter');
    const hrefs: unknown[] = [];
    for (let n = 0; n < 20; n++) {
      await page.keyboard.press('Tab');
      const isInside = await page.evaluate(
        'document.querySelector(".in-place").contains(document.activeElement)',
      );
      if (isInside) hrefs.push(await focused(page));
    }
    for (const href of ['witnesses.html#Serv', 'witnesses.html#lambda', 'persons.html#pers-servius'])
      expect(hrefs).toContain(href);
    await page.locator('.in-place a[href="persons.html#pers-servius"]').first().press('Enter');
    await page.waitForURL(/persons\.html#pers-servius$/);
    expect(await page.locator('#pers-servius').innerText()).toContain('Servius');
    await close();
  });

  it('keeps a second showing free of ids, so that none stands twice', async () => {
    const { page, close } = await open('carmen-1.html');
    await callOf(page, 'app-lepidum').click();
    const twice = await page.evaluate(`[...document.querySelectorAll('[id]')].map(({ id }) => id)
      .filter((id, at, all) => all.indexOf(id) !== at)`);
    expect(twice).toEqual([]);
    await close();
  });

  it('has its entries as notes without scripts, with a way there and back', async () => {
    const { page, close } = await open('carmen-51.html', { script: false });
    await callOf(page, 'app-audit').click();
    expect(page.url()).toMatch(/#app-audit--entry$/);
    const entry = page.locator('#app-audit--entry');
    expect(await entry.innerText()).toContain('audit dulce ridentem] om. M');
    await entry.locator('a.entry-number').click();
    expect(await page.locator(':target').count()).toBe(1);
    await close();
  });

  it('calls each entry once in the text, overlapping ones too', async () => {
    for (const path of ['carmen-1.html', 'carmen-51.html']) {
      const { page, close } = await open(path);
      const entries = await page
        .locator('[data-entry]')
        .evaluateAll((all) => all.map((each) => `#${each.id}`));
      const calls = await page
        .locator('.entry-call a')
        .evaluateAll((all) => all.map((each) => each.getAttribute('href')!));
      expect([...calls].sort()).toEqual([...entries].sort());
      await close();
    }
  });

  it('compares two witnesses of the reader’s choice with each other', async () => {
    const { page, faults, close } = await open('carmen-1.witnesses.html');
    await page.getByLabel('First text').selectOption('K');
    await page.getByLabel('Second text').selectOption('N');
    const compared = page.getByRole('region', { name: 'Compare two witnesses' });
    expect(await compared.locator('th').allInnerTexts()).toEqual(['K', 'N']);
    expect(await compared.locator('td:first-child mark').allInnerTexts()).toEqual([
      'Nepoti',
      'lepidum novum',
      'Cornili,',
      'doctis, Iuppiter, et laboriosis.',
      'quare habe tibi quidquid hoc libelli',
      'qualecumque; quod, patrona virgo,',
    ]);
    expect(await compared.locator('td:last-child mark').allInnerTexts()).toEqual([
      'novum lepidum',
      'Corneli,',
      'suis',
    ]);
    expect(await page.locator('.compare-two output').innerText()).toBe('Lines that differ: 7');
    expect(await page.locator('#all-texts').isVisible()).toBe(false);
    expect(faults).toEqual([]);
    await close();
  });

  it('shows every witness against the reading text, and one alone, without scripts', async () => {
    const { page, close } = await open('carmen-1.witnesses.html', { script: false });
    expect(await page.locator('form.compare-two').isVisible()).toBe(false);
    const cell = (column: number) => page.locator(`tbody tr:nth-child(4) td:nth-child(${column})`).last();
    expect(await cell(2).innerText()).toBe('arido modo pumice expolitum?');
    expect(await cell(2).locator('mark').innerText()).toBe('arido');
    expect(await cell(4).isVisible()).toBe(false);
    await page.getByLabel('Text of M').check();
    expect(await cell(4).isVisible()).toBe(true);
    await page.getByRole('link', { name: 'Text of N' }).click();
    expect(await page.locator('#all-texts tbody tr:nth-child(3) td:visible').allInnerTexts()).toEqual([
      'Cui dono libellum novum lepidum',
    ]);
    await page.getByRole('link', { name: 'Texts of the witnesses' }).click();
    expect(await cell(1).isVisible()).toBe(true);
    await close();
  });

  it.each(['light', 'dark'] as const)(
    'breaks no rule that axe knows and fits into a phone, %s',
    async (theme) => {
      const found: string[] = [];
      for (const path of [
        'carmen-1.html',
        'carmen-51.html',
        'carmen-85.html',
        'carmen-1.witnesses.html',
        'witnesses.html',
      ]) {
        const { page, close } = await open(path, { theme, width: 360 });
        expect(await page.evaluate('document.documentElement.scrollWidth'), path).toBeLessThanOrEqual(360);
        if (path === 'carmen-1.html') await callOf(page, 'app-arida').click();
        if (path.includes('.witnesses')) await page.getByLabel('Second text').selectOption('M');
        await page.evaluate(axe);
        const { violations } = (await page.evaluate(
          `axe.run(document, { preload: false, runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })`,
        )) as { violations: { id: string; nodes: { target: string[]; failureSummary: string }[] }[] };
        found.push(
          ...violations.map(
            ({ id, nodes }) => `${path} ${id} ${nodes[0]!.target} ${nodes[0]!.failureSummary}`,
          ),
        );
        await close();
      }
      expect(found).toEqual([]);
    },
  );
});
