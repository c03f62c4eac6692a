import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import type { BuiltSite } from './built-site.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** What depends on the theme. */
const ofColours = ['color-contrast', 'link-in-text-block'];

export interface Opened {
  readonly page: Page;
  /** Addresses asked for, and errors logged, since the page was opened. */
  readonly requests: string[];
  readonly faults: string[];
}

export function addressIn(site: BuiltSite, path: string): string {
  const [file, rest] = path.split(/(?=[?#])/, 2);
  return pathToFileURL(join(site.folder, file!)).href + (rest ?? '');
}

/** One window for many pages: a new one for each costs more than all that is done there. */
export class Reader {
  private readonly browser: Browser;
  private readonly windows = new Map<string, Opened>();

  constructor(browser: Browser) {
    this.browser = browser;
  }

  async open(
    site: BuiltSite,
    path: string,
    { width = 1280, theme = 'light' as 'light' | 'dark', script = true, fresh = false } = {},
  ): Promise<Opened> {
    const key = `${script}`;
    let opened = fresh ? undefined : this.windows.get(key);
    if (opened === undefined) {
      const context = await this.browser.newContext({ javaScriptEnabled: script });
      const page = await context.newPage();
      const [requests, faults]: [string[], string[]] = [[], []];
      page.on('request', (request) => void requests.push(request.url()));
      page.on('console', (message) => {
        if (message.type() === 'error') faults.push(message.text());
      });
      page.on('pageerror', (error) => void faults.push(error.message));
      opened = { page, requests, faults };
      if (!fresh) this.windows.set(key, opened);
    }
    const { page, requests, faults } = opened;
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme: theme });
    // A page that differs in its fragment alone is not loaded again.
    await page.goto('about:blank');
    requests.length = 0;
    faults.length = 0;
    await page.goto(addressIn(site, path));
    return opened;
  }
}

/** The rules of WCAG 2.2 AA that a page breaks, as far as axe knows; `only` those of colours. */
export async function violations(page: Page, only: 'all' | 'colours' = 'all'): Promise<string[]> {
  if (!(await page.evaluate("'axe' in window"))) await page.evaluate(axe);
  const rules =
    only === 'all'
      ? ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
      : { type: 'rule', values: ofColours };
  const { violations: found } = (await page.evaluate(
    `axe.run(document, { preload: false, resultTypes: ['violations'], runOnly: ${JSON.stringify(rules)} })`,
  )) as { violations: { id: string; nodes: { target: string[]; failureSummary: string }[] }[] };
  return found.map(
    ({ id, nodes }) => `${id} ${nodes.length}× ${nodes[0]!.target.join(' ')} ${nodes[0]!.failureSummary}`,
  );
}

/** Run in the page: the mean number of characters of the full lines of its paragraphs. */
export const charactersALine = `(() => {
  const lines = [];
  const range = document.createRange();
  for (const p of document.querySelectorAll('.text p, .principles p')) {
    const found = new Map();
    const walker = document.createTreeWalker(p, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { data } = walker.currentNode;
      for (const { 0: word, index } of data.matchAll(/\\S+\\s*/g)) {
        range.setStart(walker.currentNode, index);
        range.setEnd(walker.currentNode, index + 1);
        const line = Math.round(range.getBoundingClientRect().bottom / 8);
        found.set(line, (found.get(line) ?? 0) + word.length);
      }
    }
    lines.push(...[...found.values()].slice(0, -1).filter((length) => length > 40));
  }
  return lines.reduce((a, b) => a + b, 0) / lines.length;
})()`;
