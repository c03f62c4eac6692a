import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BuiltSite, buildSite, ownEdition } from '../site/built-site.ts';

const chromium = '/usr/bin/chromium';
const hasChromium = existsSync(chromium);

describe.skipIf(!hasChromium)(`the page${hasChromium ? '' : ' (skipped: no chromium)'}`, () => {
  let site: BuiltSite;
  let browser: Browser;
  beforeAll(async () => {
    site = await buildSite(ownEdition(), { outputs: ['html', 'citation'] });
    const { chromium: driver } = await import('playwright-core');
    browser = await driver.launch({ executablePath: chromium, args: ['--no-sandbox', '--disable-gpu'] });
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    rmSync(site.folder, { recursive: true, force: true });
  });

  const address = () => pathToFileURL(join(site.folder, 'protocol-62.html')).href;

  /** A page opened from its folder; what it copies ends up in `copied()`. */
  async function open(context: BrowserContext, { hasClipboard = true, hasStorage = true } = {}) {
    const page = await context.newPage();
    const faults: string[] = [];
    page.on('pageerror', (error) => void faults.push(error.message));
    // The clipboard of a headless browser needs a permission that pages from a folder cannot be given, so what would stand there is caught where the page hands it over.
    await page.addInitScript(
      ({ clipboard, storage }) => {
        const caught: string[] = [];
        Object.assign(globalThis, { caught });
        if (clipboard)
          navigator.clipboard.writeText = async (text: string) => {
            caught.push(text);
          };
        else {
          Object.defineProperty(navigator, 'clipboard', { value: undefined });
          document.addEventListener('copy', () => caught.push(getSelection()!.toString()));
        }
        if (!storage)
          Object.defineProperty(globalThis, 'localStorage', {
            get() {
              throw new DOMException('denied', 'SecurityError');
            },
          });
      },
      { clipboard: hasClipboard, storage: hasStorage },
    );
    await page.goto(address());
    return {
      page,
      faults,
      copied: () => page.evaluate(() => (globalThis as unknown as { caught: string[] }).caught.at(-1)),
    };
  }
  const shown = (page: Page) => page.locator('.cite .citation:visible').count();

  it('shows every style as text without scripts', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const { page } = { page: await context.newPage() };
    await page.goto(address());
    expect(await page.locator('.cite [data-style]').count()).toBe(9);
    // For this document, three of the family of Chicago agree.
    expect(await page.locator('.cite .citation').count()).toBe(7);
    expect(await page.locator('.cite button, .cite select').count()).toBe(0);
    await page.locator('.cite details summary').click();
    expect(await shown(page)).toBe(7);
    await context.close();
  });

  it('lets the reader choose a style by mouse and by keyboard, and remembers it', async () => {
    const context = await browser.newContext();
    const { page, faults } = await open(context);
    const select = page.getByLabel('Style of citation');
    expect(await shown(page)).toBe(1);
    expect(await page.locator('.cite .citation:visible .bibliography').textContent()).toContain(
      'Translated by Mark Kramer. With Timothy Naftali.',
    );
    expect(await select.locator('option').count()).toBe(9);
    await select.focus();
    await page.keyboard.press('ArrowDown');
    expect(await select.inputValue()).toBe('chicago-notes-bibliography-17th-edition');
    await select.selectOption('apa');
    expect(await shown(page)).toBe(1);
    expect(await page.locator('.cite .citation:visible [data-style=apa]').count()).toBe(1);
    await page.reload();
    expect(await page.getByLabel('Style of citation').inputValue()).toBe('apa');
    expect(await page.locator('.cite .citation:visible').textContent()).toContain('(Central Committee');
    expect(faults).toEqual([]);
    await context.close();
  });

  it('works where nothing can be stored, and where what is stored names no style', async () => {
    const context = await browser.newContext();
    const { page, faults } = await open(context, { hasStorage: false });
    await page.getByLabel('Style of citation').selectOption('mhra-notes');
    expect(await page.locator('.cite .citation:visible [data-style=mhra-notes]').count()).toBe(1);
    expect(faults).toEqual([]);
    await page.close();
    const other = await open(context);
    await other.page.evaluate(() => localStorage.setItem('variorum-cite-style', '<b>'));
    await other.page.reload();
    expect(await other.page.getByLabel('Style of citation').inputValue()).toBe('chicago-notes-bibliography');
    expect(other.faults).toEqual([]);
    await context.close();
  });

  it.each([true, false])('copies each wording at its button, with a clipboard: %s', async (hasClipboard) => {
    const context = await browser.newContext();
    const { page, copied, faults } = await open(context, { hasClipboard });
    await page.getByRole('button', { name: 'Copy: Bibliography' }).click();
    expect(await copied()).toBe(
      'Central Committee of the Communist Party of the Soviet Union. “Presidium Protocol 62.” Translated by Mark Kramer. With Timothy Naftali. October 27, 1962. RGANI, F. 3, Op. 16, D. 947, L. 43–44. Wilson Center Digital Archive. https://digitalarchive.umd.edu/document/115085.',
    );
    expect(await page.getByRole('status').textContent()).toBe('Copied');
    await page.getByRole('button', { name: 'Copy: Note' }).press('Enter');
    expect(await copied()).toMatch(/^Central Committee .* trans\. Mark Kramer, .*115085\.$/);
    expect(await page.locator('textarea').count()).toBe(0);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('fills the clipboard of a browser that has one', async () => {
    const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
    const page = await context.newPage();
    await page.route('https://edition.example/**', (route) =>
      route.fulfill({ path: join(site.folder, new URL(route.request().url()).pathname) }),
    );
    await page.goto('https://edition.example/protocol-62.html');
    await page.getByRole('button', { name: 'Copy: Short note' }).click();
    await page.getByRole('status').filter({ hasText: 'Copied' }).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      'Central Committee of the Communist Party of the Soviet Union, “Protocol 62.”',
    );
    await context.close();
  });

  describe('at a selection', () => {
    /** Selects some words of an element. */
    const select = (page: Page, anchor: string, words: string) =>
      page.evaluate(
        ([id, wanted]) => {
          const walker = document.createTreeWalker(document.getElementById(id!)!, NodeFilter.SHOW_TEXT);
          for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
            const at = node.textContent!.indexOf(wanted!);
            if (at >= 0) getSelection()!.setBaseAndExtent(node, at, node, at + wanted!.length);
          }
          document.dispatchEvent(new Event('selectionchange'));
        },
        [anchor, words],
      );
    const group = (page: Page) => page.getByRole('group', { name: 'Cite this passage' });

    it('offers nothing until words of the text are selected', async () => {
      const context = await browser.newContext();
      const { page } = await open(context);
      expect(await group(page).count()).toBe(0);
      await page.evaluate(() =>
        getSelection()!.selectAllChildren(document.querySelector('[id="-how-to-cite"]')!),
      );
      await page.waitForTimeout(50);
      expect(await group(page).count()).toBe(0);
      await context.close();
    });

    it('copies the note in the style chosen, and the link, with the passage and its hash', async () => {
      const context = await browser.newContext();
      const { page, copied, faults } = await open(context);
      await select(page, '_4.3', 'bring themselves');
      await group(page).getByRole('button', { name: 'Citation' }).click();
      const link = `${address()}?sha256=ba623a5f1c55dda5#_4.3`;
      expect(await copied()).toBe(
        `Central Committee of the Communist Party of the Soviet Union, “Presidium Protocol 62,” trans. Mark Kramer, with Timothy Naftali, October 27, 1962, RGANI, F. 3, Op. 16, D. 947, L. 43–44, Wilson Center Digital Archive, 4.3, ${link}.`,
      );
      await group(page).getByRole('button', { name: 'Link' }).click();
      expect(await copied()).toBe(link);
      await page.goto(link);
      expect(await page.locator(':target').textContent()).toContain('I think they will not bring themselves');
      await page.getByLabel('Style of citation').selectOption('mhra-notes');
      await select(page, '_4.3', 'bring themselves');
      await group(page).getByRole('button', { name: 'Citation' }).click();
      expect(await copied()).toContain('trans. by Mark Kramer');
      expect(faults).toEqual([]);
      await context.close();
    });

    it('copies a Web Annotation whose quotation stands where it says', async () => {
      const context = await browser.newContext();
      const { page, copied } = await open(context);
      await select(page, '_4.3', 'bring themselves');
      await group(page).getByRole('button', { name: 'Annotation' }).click();
      const annotation = JSON.parse((await copied())!);
      const quote = {
        type: 'TextQuoteSelector',
        exact: 'bring themselves',
        prefix: expect.stringMatching(/I think they will not $/),
        suffix: expect.stringMatching(/^ to do it\./),
      };
      expect(annotation).toMatchObject({
        '@context': 'http://www.w3.org/ns/anno.jsonld',
        id: expect.stringMatching(
          /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
        ),
        type: 'Annotation',
        motivation: 'bookmarking',
        body: { type: 'TextualBody', value: expect.stringContaining('4.3'), purpose: 'describing' },
        target: {
          id: `${address()}?sha256=ba623a5f1c55dda5#_4.3`,
          source: address(),
          selector: [{ type: 'FragmentSelector', value: '_4.3', refinedBy: quote }, quote],
        },
      });
      await context.close();
    });

    it('cites a note by its number', async () => {
      const context = await browser.newContext();
      const { page, copied } = await open(context);
      const anchor = await page.locator('.note-list > li').first().getAttribute('id');
      await page.evaluate((id) => {
        getSelection()!.selectAllChildren(
          document.getElementById(id!)!.querySelector('p, div') ?? document.getElementById(id!)!,
        );
      }, anchor);
      await group(page).getByRole('button', { name: 'Citation' }).click();
      expect(await copied()).toMatch(/, Note \S+, file:.*\?sha256=[0-9a-f]{16}#/);
      await context.close();
    });

    it('is reached by the keyboard, and left by Escape', async () => {
      const context = await browser.newContext();
      const { page, copied } = await open(context);
      await select(page, '_4.3', 'bring themselves');
      await group(page).waitFor();
      await page.keyboard.press('Tab');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      expect(await copied()).toContain('?sha256=ba623a5f1c55dda5#_4.3');
      await page.keyboard.press('Escape');
      expect(await group(page).count()).toBe(0);
      await context.close();
    });

    it.each([360, 1280])('stays inside a window of %s pixels', async (width) => {
      const context = await browser.newContext({ viewport: { width, height: 800 } });
      const { page } = await open(context);
      for (const anchor of ['_4.3', '_5.1', '_1']) {
        await page.evaluate((id) => {
          const element = document.getElementById(id);
          if (element !== null) getSelection()!.selectAllChildren(element);
        }, anchor);
        await group(page).waitFor();
        const box = (await group(page).boundingBox())!;
        expect(box.x).toBeGreaterThanOrEqual(0);
        expect(box.x + box.width).toBeLessThanOrEqual(width);
      }
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      await context.close();
    });
  });
});
