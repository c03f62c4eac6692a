import { existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BuiltSite, buildSite, letters, ownEdition } from './built-site.ts';

const chromium = '/usr/bin/chromium';
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const edition = { title: 'Presidium Protocol 62', notes: { numbering: 'source' } } as const;

let own: BuiltSite;
let many: BuiltSite;
beforeAll(async () => {
  own = await buildSite(ownEdition(), edition);
  many = await buildSite(letters(40));
}, 120_000);
afterAll(() => {
  for (const site of [own, many]) if (site) rmSync(site.folder, { recursive: true });
});

const pagesOf = (site: BuiltSite) => [...site.files.keys()].filter((path) => path.endsWith('.html'));

describe('links', () => {
  it('resolve, within and between pages', () => {
    const broken = [own, many].flatMap((site) => brokenLinks(site));
    expect(broken).toEqual([]);
  });

  it('lead to the previous and the next document', () => {
    const page = many.files.get('letter-0001.html')!;
    expect(page).toMatch(/rel="prev" href="letter-0000.html"/);
    expect(page).toMatch(/rel="next" href="letter-0002.html"/);
  });

  it('lead to the TEI source, byte for byte', () => {
    expect(own.files.get('protocol-62.html')).toContain('href="tei/protocol-62.xml"');
    expect(readFileSync(join(own.folder, 'tei/protocol-62.xml'))).toEqual(
      readFileSync('tei/protocol-62.xml'),
    );
  });
});

describe('the pages of the edition', () => {
  it('list documents by date, title and place', () => {
    for (const name of ['index', 'contents-by-title', 'contents-by-place']) {
      expect(many.files.get(`${name}.html`)!.match(/href="letter-\d+\.html"/g), name).toHaveLength(40);
    }
  });

  it('show competing identifications with their certainty', () => {
    const page = own.files.get('codenames.html')!;
    expect(page).toContain('Competing identifications');
    expect(page).toMatch(/certainty low/);
  });

  it('count what is uncertain, and name it', () => {
    expect(own.files.get('encoding.html')).toMatch(/Uncertain identifications <span class="count">[1-9]/);
  });
});

describe.skipIf(!existsSync(chromium))('in Chromium, from a folder', { timeout: 180_000 }, () => {
  let browser: Browser;
  beforeAll(async () => {
    const { chromium: driver } = await import('playwright-core');
    browser = await driver.launch({ executablePath: chromium, args: ['--no-sandbox', '--disable-gpu'] });
  });
  afterAll(() => browser?.close());

  const address = (site: BuiltSite, path: string) => {
    const [file, rest] = path.split(/(?=[?#])/, 2);
    return pathToFileURL(join(site.folder, file!)).href + (rest ?? '');
  };
  async function open(
    site: BuiltSite,
    path: string,
    { width = 1280, theme = 'light' as 'light' | 'dark', script = true } = {},
  ) {
    const context = await browser.newContext({
      viewport: { width, height: 900 },
      colorScheme: theme,
      javaScriptEnabled: script,
    });
    const page = await context.newPage();
    const requests: string[] = [];
    const faults: string[] = [];
    page.on('request', (request) => void requests.push(request.url()));
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(message.text());
    });
    page.on('pageerror', (error) => void faults.push(error.message));
    await page.goto(address(site, path));
    return { page, requests, faults, close: () => context.close() };
  }

  it.each(['light', 'dark'] as const)(
    'breaks no rule of WCAG 2.2 AA that axe knows, asks for nothing from outside and logs no error, %s',
    async (theme) => {
      const kinds: (readonly [BuiltSite, string, number])[] = [
        [own, 'protocol-62.html', 360],
        [own, 'protocol-62.html', 1440],
        [own, 'search.html?q=Khrushchev', 768],
        ...['persons', 'codenames', 'works', 'timeline', 'about', 'encoding'].map(
          (name) => [own, `${name}.html`, 1440] as const,
        ),
        ...['index', 'contents-by-place', 'letter-0003'].map((name) => [many, `${name}.html`, 768] as const),
      ];
      const found: string[] = [];
      for (const [site, path, width] of kinds) {
        const { page, requests, faults, close } = await open(site, path, { width, theme });
        found.push(...(await violations(page)).map((each) => `${path} ${width}: ${each}`), ...faults);
        found.push(...requests.filter((url) => !url.startsWith('file:')));
        await close();
      }
      expect(found).toEqual([]);
    },
  );

  it('fits every page into a phone', async () => {
    for (const [site, path] of [
      ...pagesOf(own).map((path) => [own, path] as const),
      [many, 'letter-0000.html'] as const,
    ]) {
      const { page, close } = await open(site, path, { width: 360 });
      const width = await page.evaluate('document.documentElement.scrollWidth');
      expect(width, path).toBeLessThanOrEqual(360);
      await close();
    }
  });

  it('sets lines of 60 to 75 characters', async () => {
    for (const [site, path] of [
      [own, 'about.html'],
      [own, 'protocol-62.html'],
      [many, 'letter-0003.html'],
    ] as const) {
      const { page, close } = await open(site, path, { width: 1440 });
      const mean = await page.evaluate(charactersALine);
      expect(mean, path).toBeGreaterThanOrEqual(60);
      expect(mean, path).toBeLessThanOrEqual(75);
      await close();
    }
  });

  it('keeps the protocol under 150 KB, all told', async () => {
    const { page, requests, close } = await open(own, 'protocol-62.html');
    await page.evaluate('document.fonts.ready.then(() => true)');
    const weight = [...new Set(requests)].reduce((sum, url) => sum + statSync(fileURLToPath(url)).size, 0);
    await close();
    expect(weight).toBeLessThan(150_000);
  });

  it('puts notes beside their calls where there is room', async () => {
    const { page, close } = await open(own, 'protocol-62.html', { width: 1440 });
    const far = await page.evaluate(`[...document.querySelectorAll('li.note')].map((note) => {
      const call = document.getElementById(note.querySelector('a.back').hash.slice(1));
      const [a, b] = [note.getBoundingClientRect(), call.getBoundingClientRect()];
      return a.left > document.querySelector('.text').getBoundingClientRect().right && a.top >= b.top - 40;
    })`);
    expect(far).not.toHaveLength(0);
    expect((far as boolean[]).filter((isBeside) => !isBeside).length).toBeLessThanOrEqual(1);
    await close();
  });

  it('opens a note at its call by keyboard where there is no room, and closes it', async () => {
    const { page, close } = await open(own, 'protocol-62.html', { width: 360 });
    const call = page.locator('.text a[role="doc-noteref"]').first();
    await call.focus();
    await page.keyboard.press('Enter');
    expect(await call.getAttribute('aria-expanded')).toBe('true');
    expect(await page.locator('.open-note').isVisible()).toBe(true);
    await page.keyboard.press('Enter');
    expect(await page.locator('.open-note').count()).toBe(0);
    await close();
  });

  it('reads without scripts: the text, the notes, the indexes', async () => {
    for (const [path, words] of [
      ['protocol-62.html', 'Translator’s Note'],
      ['persons.html', 'Хрущёв'],
      ['search.html', 'needs JavaScript'],
    ] as const) {
      const { page, close } = await open(own, path, { script: false });
      expect(await page.locator('main').innerText(), path).toContain(words);
      await close();
    }
  });

  it('remembers the theme that a reader chose', async () => {
    const { page, close } = await open(own, 'persons.html', { theme: 'light' });
    await page.locator('button.theme').press('Enter');
    expect(await page.evaluate('document.documentElement.dataset.theme')).toBe('dark');
    await page.goto(address(own, 'places.html'));
    expect(await page.evaluate('document.documentElement.dataset.theme')).toBe('dark');
    await close();
  });

  describe('the search', () => {
    const ask = async (site: BuiltSite, question: string) => {
      const { page, close } = await open(site, 'search.html');
      await page.keyboard.press('Tab');
      await page.locator('#q').focus();
      await page.keyboard.type(question);
      await page.keyboard.press('Enter');
      await page.waitForFunction("document.querySelector('.found').textContent !== ''");
      await page.waitForTimeout(300);
      const found = {
        count: Number(/\d+/.exec(await page.locator('.found').innerText())?.[0] ?? 0),
        names: await page.locator('.names-found li').allInnerTexts(),
        marks: await page.locator('.results mark').allInnerTexts(),
        hrefs: await page
          .locator('.results .where a')
          .evaluateAll((all) => all.map((a) => a.getAttribute('href'))),
      };
      await close();
      return found;
    };

    it.each(['Khrushchev', 'Хрущёв', 'ХРУЩЕВ', 'Chruschtschow', 'Hrushchev', 'Khrouchtchev', 'Chruščëv'])(
      'finds the person as %s',
      async (name) => {
        const { names, marks } = await ask(own, name);
        expect(names.some((each) => each.startsWith('Khrushchev'))).toBe(true);
        expect(marks.some((each) => each.includes('Khrushchev'))).toBe(true);
      },
    );

    it('finds words without regard to accents and case, beginnings and phrases', async () => {
      expect((await ask(many, 'ubersetzung')).count).toBe(40);
      expect((await ask(many, 'uberse')).count).toBe(0);
      expect((await ask(many, 'uberse*')).count).toBe(40);
      expect((await ask(many, '"langer Tag"')).count).toBe(40);
      expect((await ask(many, '"Tag langer"')).count).toBe(0);
      expect((await ask(many, 'Nummer 7')).count).toBe(1);
    });

    it('leads to the passage', async () => {
      const { hrefs } = await ask(own, '"Adopt measures"');
      expect(hrefs).toHaveLength(1);
      expect(brokenLinks(own, [['search.html', hrefs[0]!]])).toEqual([]);
    });
  });
});

/** Links of a site that lead to no page or no place on it. */
function brokenLinks(site: BuiltSite, extra: (readonly [string, string])[] = []): string[] {
  const ids = new Map<string, Set<string>>();
  const links: (readonly [page: string, href: string])[] = [...extra];
  for (const path of pagesOf(site)) {
    const own = new Set<string>();
    ids.set(path, own);
    const visit = (node: DefaultTreeAdapterTypes.Node) => {
      if ('attrs' in node) {
        for (const { name, value } of node.attrs) {
          if (name === 'id') {
            if (own.has(value)) links.push([path, `#twice:${value}`]);
            own.add(value);
          }
          if ((name === 'href' || name === 'src') && extra.length === 0) links.push([path, value]);
        }
      }
      if ('childNodes' in node) for (const child of node.childNodes) visit(child);
    };
    visit(parse(site.files.get(path)!));
  }
  return links.flatMap(([page, href]) => {
    if (/^[a-z]+:/i.test(href) || href.startsWith('../citation/')) return [];
    const url = new URL(href, `file:///${page}`);
    const path = decodeURIComponent(url.pathname.slice(1));
    const isThere = existsSync(join(site.folder, path));
    const id = decodeURIComponent(url.hash.slice(1));
    return isThere && (id === '' || ids.get(path)?.has(id)) ? [] : [`${page} → ${href}`];
  });
}

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const { violations: found } = (await page.evaluate(
    `axe.run(document, { preload: false, runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })`,
  )) as { violations: { id: string; nodes: { target: string[]; failureSummary: string }[] }[] };
  return found.map(
    ({ id, nodes }) => `${id} ${nodes.length}× ${nodes[0]!.target.join(' ')} ${nodes[0]!.failureSummary}`,
  );
}

/** Run in the page: the mean number of characters of the full lines of its paragraphs. */
const charactersALine = `(() => {
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
