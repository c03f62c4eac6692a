import { existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tei } from '../marked.ts';
import { addressIn, charactersALine, Reader, violations } from './browser.ts';
import { type BuiltSite, buildSite, editionIn, letters, ownEdition } from './built-site.ts';
import { sharedNote } from './fixtures.ts';
import { brokenLinks, pagesOf } from './links.ts';

const chromium = '/usr/bin/chromium';
const edition = { title: 'Presidium Protocol 62', notes: { numbering: 'source' } } as const;

let own: BuiltSite;
/** The same with links to the files of its citations, as an ordinary build makes it. */
let cited: BuiltSite;
let many: BuiltSite;
let critical: BuiltSite;
let parallel: BuiltSite;
let shared: BuiltSite;
beforeAll(async () => {
  own = await buildSite(ownEdition(), edition);
  cited = await buildSite(ownEdition(), { ...edition, outputs: ['html', 'citation'] });
  many = await buildSite(letters(40));
  critical = await buildSite(editionIn('examples/catullus'));
  parallel = await buildSite(editionIn('tests/editions/parallel'));
  shared = await buildSite(sharedNote);
}, 120_000);
afterAll(() => {
  for (const site of [own, cited, many, critical, parallel, shared])
    if (site) rmSync(site.folder, { recursive: true });
});

describe('links', () => {
  it('resolve, within and between pages', () => {
    expect([own, many, critical, parallel, shared].flatMap((site) => brokenLinks(site))).toEqual([]);
  });

  it('lead to what an edition calls by the words that stand on every page', async () => {
    const ids = ['text', 'main', 'notes', 'apparatus', 'summary', 'sigla', 'how-to-cite'];
    const body = ids.map((id) => `<p xml:id="${id}">${id}<note type="editor">n</note></p>`).join('');
    const site = await buildSite({ 'a.xml': tei(body) });
    rmSync(site.folder, { recursive: true });
    for (const id of ids) {
      expect(site.files.get('a.html')!.split(` id="${id}"`), id).toHaveLength(2);
      expect(site.files.get('a.html')).toMatch(new RegExp(`<p [^>]*id="${id}"`));
    }
  });

  it('without a word of their own show that they lead somewhere', async () => {
    const person =
      '<standOff><listPerson><person xml:id="p"><persName>Anna</persName></person></listPerson></standOff>';
    const site = await buildSite({
      'a.xml': tei('<p>By <persName ref="#p"/>, see <ref target="https://example.org/x"/>.</p>').replace(
        '<text',
        `${person}<text`,
      ),
    });
    rmSync(site.folder, { recursive: true });
    expect(site.files.get('a.html')).toMatch(/href="persons.html#p"[^>]*><span data-left="chrome">→</);
    expect(site.files.get('a.html')).toContain('>https://example.org/x</span></a>');
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

  it('lead from both documents to the page where they stand side by side, and back', () => {
    const beside = 'href="poem-ru.parallel.poem-en.html"';
    for (const name of ['poem-ru', 'poem-en']) {
      expect(parallel.files.get(`${name}.html`)).toContain(beside);
      expect(parallel.files.get('poem-ru.parallel.poem-en.html')).toContain(`href="${name}.html"`);
    }
  });
});

describe('the pages of the edition', () => {
  it('list documents by date, title and place', () => {
    for (const name of ['index', 'contents-by-title', 'contents-by-place']) {
      expect(many.files.get(`${name}.html`)!.match(/href="letter-\d+\.html"/g), name).toHaveLength(40);
    }
  });

  it.each([
    ['en', '1 October 1962', 'October 1962'],
    ['de', '1. Oktober 1962', 'Oktober 1962'],
    ['fr', '1er octobre 1962', 'octobre 1962'],
    ['ru', '1 октября 1962 г.', 'октябрь 1962 г.'],
    ['es', '1 de octubre de 1962', 'octubre de 1962'],
    ['it', '1º ottobre 1962', 'ottobre 1962'],
  ])('write dates by the words of %s', async (language, day, month) => {
    const dates = ['1962-10-01', '1962-10', '1962', '-0044-03-15'].map(
      (when) => `<date when="${when}">x</date>`,
    );
    const site = await buildSite({ 'a.xml': tei(`<p>${dates.join(' ')}</p>`) }, { language });
    const said = [...site.files.get('timeline.html')!.matchAll(/<dt>([^<]*)<\/dt>/g)].map(([, text]) => text);
    rmSync(site.folder, { recursive: true });
    expect(said).toEqual(['-0044-03-15', '1962', month, day]);
  });

  it('show competing identifications with their certainty', () => {
    const page = own.files.get('codenames.html')!;
    expect(page).toContain('Competing identifications');
    expect(page).toMatch(/certainty low/);
  });

  it('say what a statement rests on and whose it is', () => {
    const page = own.files.get('persons.html')!;
    expect(page).toMatch(/1906<\/span>[^<]*<a class="from-source"[^>]*href="works.html#src-[\w-]+"/);
    expect(page).toMatch(/<span class="from-source"[^>]*>— Variorum</);
  });

  it('give the bibliography as references, and no source as unmentioned', () => {
    const page = own.files.get('works.html')!;
    expect(page).toContain('<h1>Bibliography</h1>');
    expect(page).toMatch(/id="src-biblioteka"[\s\S]{0,400}?Cited as a source: \d/);
    expect(own.files.get('encoding.html')).not.toContain('href="works.html#src-biblioteka"');
  });

  it('call an event without a name by what kind it is', async () => {
    const site = await buildSite({
      'a.xml': tei('<p>x</p>').replace(
        '<text',
        '<standOff><listEvent><event type="print" when="1772"/><event type="premiere" when="1772-03-13"><desc/></event></listEvent></standOff><text',
      ),
    });
    rmSync(site.folder, { recursive: true });
    expect(site.files.get('events.html')).toMatch(/<h2>premiere<\/h2>[\s\S]*13 March 1772[\s\S]*<h2>print</);
    expect(site.files.get('timeline.html')).toMatch(/13 March 1772<[\s\S]*>premiere<\/a>/);
  });

  it('count what is uncertain, and name it', () => {
    expect(own.files.get('encoding.html')).toMatch(/Uncertain identifications <span class="count">[1-9]/);
  });

  it('name all of a long list, the rest of it folded', async () => {
    const names = Array.from({ length: 450 }, (_, n) => `<persName>Name${n}</persName>`).join(' ');
    const site = await buildSite({
      'a.xml': letters(1)['letter-0000.xml']!.replace('Eine Anmerkung.', names),
    });
    rmSync(site.folder, { recursive: true });
    const page = site.files.get('encoding.html')!;
    expect(page.match(/Name\d+</g)).toHaveLength(450);
    expect(page).toContain('more</summary>');
  });

  it('have a conspectus of sigla only where an apparatus uses them', async () => {
    const witness = '<listWit><witness xml:id="A">Wien, Autograph</witness></listWit>';
    const letter = letters(1)['letter-0000.xml']!.replace('<sourceDesc><p/>', `<sourceDesc>${witness}`);
    const site = await buildSite({ 'a.xml': letter });
    rmSync(site.folder, { recursive: true });
    expect(pagesOf(site)).not.toContain('witnesses.html');
    expect(site.files.get('a.html')).toContain('Wien, Autograph');
    expect(pagesOf(critical)).toContain('witnesses.html');
  });

  it('lead to an introduction: a document, or a division at the front of one', async () => {
    const letter = letters(1)['letter-0000.xml']!;
    const front = '<front><div type="introduction" xml:id="intro"><p>Before.</p></div></front><body>';
    for (const [files, route] of [
      [
        { 'a.xml': letter, 'preface.xml': letter.replace('<text>', '<text type="introduction">') },
        'preface.html',
      ],
      [{ 'a.xml': letter.replace('<body>', front) }, 'a.html#intro'],
    ] as const) {
      const site = await buildSite({ ...files });
      expect(site.files.get('search.html')).toContain(`<a href="${route}">Introduction</a>`);
      expect(brokenLinks(site).filter((each) => !each.includes('people'))).toEqual([]);
      rmSync(site.folder, { recursive: true });
    }
  });
});

describe.skipIf(!existsSync(chromium))('in Chromium, from a folder', { timeout: 120_000 }, () => {
  let browser: Browser;
  let reader: Reader;
  beforeAll(async () => {
    const { chromium: driver } = await import('playwright-core');
    browser = await driver.launch({ executablePath: chromium, args: ['--no-sandbox', '--disable-gpu'] });
    reader = new Reader(browser);
  });
  afterAll(() => browser?.close());

  it('breaks no rule of WCAG 2.2 AA that axe knows, in both themes, asks for nothing from outside and logs no error', async () => {
    const kinds: (readonly [BuiltSite, string, number])[] = [
      [cited, 'protocol-62.html', 360],
      [own, 'protocol-62.html', 1440],
      [own, 'search.html?q=Khrushchev', 768],
      ...['persons', 'codenames', 'works', 'timeline', 'about', 'encoding'].map(
        (name) => [own, `${name}.html`, 1440] as const,
      ),
      ...['index', 'contents-by-title', 'contents-by-place', 'letter-0003'].map(
        (name) => [many, `${name}.html`, 768] as const,
      ),
      ...['carmen-1', 'carmen-1.witnesses', 'witnesses'].map(
        (name) => [critical, `${name}.html`, 1440] as const,
      ),
      [critical, 'carmen-51.html', 360],
      ...[360, 1440].flatMap((width) =>
        ['poem-ru.parallel.poem-en', 'sayings.parallel', 'poem-ru'].map(
          (name) => [parallel, `${name}.html`, width] as const,
        ),
      ),
    ];
    const found: string[] = [];
    for (const [site, path, width] of kinds) {
      const { page, requests, faults } = await reader.open(site, path, { width });
      const all = await violations(page);
      await page.emulateMedia({ colorScheme: 'dark' });
      all.push(...(await violations(page, 'colours')).map((each) => `dark: ${each}`));
      found.push(...all.map((each) => `${path} ${width}: ${each}`), ...faults);
      found.push(...requests.filter((url) => !/^(?:file|about):/.test(url)));
    }
    expect(found).toEqual([]);
  });

  it('fits every page into a phone', async () => {
    for (const [site, path] of [
      ...[own, critical, parallel].flatMap((site) => pagesOf(site).map((path) => [site, path] as const)),
      [many, 'letter-0000.html'] as const,
    ]) {
      const { page } = await reader.open(site, path, { width: 360 });
      expect(await page.evaluate('document.documentElement.scrollWidth'), path).toBeLessThanOrEqual(360);
    }
  });

  it('takes no rule for a part of a page for the page itself', async () => {
    for (const [site, path] of [
      ...pagesOf(own).map((path) => [own, path] as const),
      [critical, 'witnesses.html'] as const,
      [parallel, 'sayings.parallel.html'] as const,
    ]) {
      const { page } = await reader.open(site, path);
      const style = 'getComputedStyle(document.body)';
      expect(
        await page.evaluate(`[${style}.borderInlineWidth, ${style}.padding, ${style}.margin].join()`),
        path,
      ).toBe('0px,0px,0px');
    }
  });

  it('sets lines of 60 to 75 characters', async () => {
    for (const [site, path] of [
      [own, 'about.html'],
      [own, 'protocol-62.html'],
      [many, 'letter-0003.html'],
    ] as const) {
      const { page } = await reader.open(site, path, { width: 1440 });
      const mean = await page.evaluate(charactersALine);
      expect(mean, path).toBeGreaterThanOrEqual(60);
      expect(mean, path).toBeLessThanOrEqual(75);
    }
  });

  it('keeps the protocol under 150 KB, all told', async () => {
    const { page, requests } = await reader.open(cited, 'protocol-62.html', { fresh: true });
    await page.evaluate('document.fonts.ready.then(() => true)');
    const files = [...new Set(requests)].filter((url) => url.startsWith('file:'));
    const weight = files.reduce((sum, url) => sum + statSync(fileURLToPath(url)).size, 0);
    await page.context().close();
    expect(weight).toBeGreaterThan(50_000);
    // Ten kilobytes less than promised, so that a growing page is noticed in time.
    expect(weight).toBeLessThan(145_000);
  });

  it('reads without scripts: the text, the notes, the indexes, both texts side by side', async () => {
    for (const [site, path, words] of [
      [own, 'protocol-62.html', 'Translator’s Note'],
      [own, 'persons.html', 'Хрущёв'],
      [own, 'search.html', 'needs JavaScript'],
      [critical, 'carmen-1.html', ']'],
      [parallel, 'poem-ru.parallel.poem-en.html', 'Died out completely'],
    ] as const) {
      const { page } = await reader.open(site, path, { script: false });
      expect(await page.locator('main').textContent(), path).toContain(words);
    }
  });

  it('remembers the theme that a reader chose', async () => {
    const { page } = await reader.open(own, 'persons.html', { theme: 'light', fresh: true });
    await page.locator('button.theme').press('Enter');
    expect(await page.evaluate('document.documentElement.dataset.theme')).toBe('dark');
    await page.goto(addressIn(own, 'places.html'));
    expect(await page.evaluate('document.documentElement.dataset.theme')).toBe('dark');
    await page.context().close();
  });

  describe('notes', () => {
    it('stand beside their calls where there is room', async () => {
      const { page } = await reader.open(own, 'protocol-62.html', { width: 1440 });
      const far = (await page.evaluate(`[...document.querySelectorAll('li.note')].map((note) => {
        const call = document.getElementById(note.querySelector('a.back').hash.slice(1));
        const [a, b] = [note.getBoundingClientRect(), call.getBoundingClientRect()];
        return a.left > document.querySelector('.text').getBoundingClientRect().right && a.top >= b.top - 40;
      })`)) as boolean[];
      expect(far).not.toHaveLength(0);
      expect(far.filter((isBeside) => !isBeside).length).toBeLessThanOrEqual(1);
    });

    it('open at their call by keyboard where there is no room, close, and lead back', async () => {
      const { page } = await reader.open(own, 'protocol-62.html', { width: 360 });
      const call = page.locator('.text a[role="doc-noteref"]').first();
      await call.focus();
      await page.keyboard.press('Enter');
      expect(await call.getAttribute('aria-expanded')).toBe('true');
      expect(await page.locator('.open-note').isVisible()).toBe(true);
      await page.keyboard.press('Enter');
      expect(await page.locator('.open-note').count()).toBe(0);
      const back = page.locator('a[role="doc-backlink"]').first();
      await back.focus();
      await page.keyboard.press('Enter');
      const target = await back.evaluate((link) =>
        decodeURIComponent((link as unknown as { hash: string }).hash),
      );
      expect(decodeURIComponent(new URL(page.url()).hash)).toBe(target);
      expect(await page.locator(`sup[id="${target.slice(1)}"]`).count()).toBe(1);
    });

    it('called twice stand once and lead back to both calls; a note on a note opens in it', async () => {
      const { page } = await reader.open(shared, 'a.html', { width: 360 });
      expect(await page.locator('li.note', { hasText: 'shared by two' }).count()).toBe(1);
      const backs = page.locator('li.note', { hasText: 'shared by two' }).first().locator('a.back');
      expect(await backs.count()).toBe(2);
      const calls = page.locator('.text a[role="doc-noteref"]');
      for (const at of [0, 1]) {
        await calls.nth(at).focus();
        await page.keyboard.press('Enter');
        expect(await page.locator('.open-note').count()).toBe(1);
        expect(await page.locator('.open-note').textContent()).toContain('shared by two');
        await page.keyboard.press('Enter');
        expect(await page.locator('.open-note').count()).toBe(0);
      }
      await calls.nth(2).press('Enter');
      await page.locator('.open-note a[role="doc-noteref"]').first().press('Enter');
      expect(await page.locator('.open-note').last().textContent()).toContain('note on the note');
    });
  });

  it('opens an entry of the apparatus by keyboard where it is called, and gives the focus back', async () => {
    const { page, faults } = await reader.open(critical, 'carmen-1.html');
    const call = page.locator('.entry-call a').first();
    await call.focus();
    await page.keyboard.press('Enter');
    expect(await page.locator('.in-place').isVisible()).toBe(true);
    expect(await page.locator('.in-place').textContent()).toContain(']');
    await page.keyboard.press('Escape');
    expect(await page.locator('.in-place').isVisible()).toBe(false);
    expect(
      await call.evaluate(
        (link) =>
          link ===
          (link as unknown as { ownerDocument: { activeElement: unknown } }).ownerDocument.activeElement,
      ),
    ).toBe(true);
    expect(faults).toEqual([]);
  });

  describe('parallel texts', () => {
    const boxes = `[...document.querySelectorAll('.row')].filter((row) => row.querySelector('.second') && row.querySelector('.first')).map((row) => {
      const [a, b] = [row.querySelector('.first').getBoundingClientRect(), row.querySelector('.second').getBoundingClientRect()];
      return { isBeside: Math.abs(a.top - b.top) < 2 && b.left >= a.right, isBelow: b.top >= a.bottom - 1 };
    })`;
    it('stand side by side at a desk and alternate on a phone, each in its language', async () => {
      const wide = await reader.open(parallel, 'poem-ru.parallel.poem-en.html', { width: 1440 });
      const beside = (await wide.page.evaluate(boxes)) as { isBeside: boolean }[];
      expect(beside.length).toBeGreaterThan(8);
      expect(beside.filter((row) => !row.isBeside)).toEqual([]);
      expect(await wide.page.locator('.first[data-parallel]').first().getAttribute('lang')).toBe('ru');
      expect(await wide.page.locator('.second[data-parallel]').first().getAttribute('lang')).toBe('en');
      const { page } = await reader.open(parallel, 'sayings.parallel.html', { width: 360 });
      const below = (await page.evaluate(boxes)) as { isBelow: boolean }[];
      // The names of the two stand beside each other.
      expect(below.slice(1).filter((row) => !row.isBelow)).toEqual([]);
      expect(await page.locator('.first[data-parallel]').first().getAttribute('dir')).toBe('rtl');
    });

    it('show one text alone by choice, without a script', async () => {
      const { page } = await reader.open(parallel, 'sayings.parallel.html', { script: false });
      await page.locator('input[value="right"]').check();
      expect(await page.locator('.first[data-parallel]').first().isVisible()).toBe(false);
      expect(await page.locator('.second[data-parallel]').first().isVisible()).toBe(true);
    });
  });

  it('shows the image of a page beside the text that begins there, linked to itself', async () => {
    const { page } = await reader.open(parallel, 'poem-ru.html', { width: 1440 });
    const image = page.locator('.page-image').first();
    expect(await image.getAttribute('href')).toBe('files/images/autograph-1.png');
    expect(await image.locator('img').getAttribute('alt')).toBe('Page image, p. 1');
    expect(
      await image.locator('img').evaluate((img) => (img as unknown as { naturalWidth: number }).naturalWidth),
    ).toBe(420);
    const [box, text] = [await image.boundingBox(), await page.locator('.text').first().boundingBox()];
    expect(box!.x).toBeGreaterThanOrEqual(text!.x + text!.width);
    expect(await page.locator('.page-image').count()).toBe(2);
  });

  describe('the search', () => {
    const ask = async (site: BuiltSite, question: string) => {
      const { page } = await reader.open(site, 'search.html');
      await page.locator('#q').focus();
      await page.keyboard.type(question);
      await page.keyboard.press('Enter');
      await page.waitForFunction("document.querySelector('.found').textContent !== ''");
      await page.waitForTimeout(200);
      return {
        count: Number(/\d+/.exec((await page.locator('.found').textContent()) ?? '')?.[0] ?? 0),
        names: await page.locator('.names-found li').allInnerTexts(),
        marks: await page.locator('.results mark').allInnerTexts(),
        hrefs: await page
          .locator('.results .where a')
          .evaluateAll((all) => all.map((a) => a.getAttribute('href'))),
      };
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

    it('is narrowed by person, place, kind of text and language, which it offers as they occur', async () => {
      const { page } = await reader.open(own, 'search.html?q=Cuba');
      const count = async () => {
        await page.waitForTimeout(300);
        return Number(/\d+/.exec((await page.locator('.found').textContent()) ?? '')?.[0] ?? 0);
      };
      const all = await count();
      expect(all).toBeGreaterThan(5);
      for (const [facet, value] of [
        ['person', /Malinovsky/],
        ['place', /Turkey/],
        ['text-kind', /Headings/],
      ] as const) {
        const select = page.locator(`select[name="${facet}"]`);
        const label = (await select.locator('option').allTextContents()).find((each) => value.test(each))!;
        await select.selectOption({ label });
        const narrowed = await count();
        expect(narrowed, facet).toBeGreaterThan(0);
        expect(narrowed, facet).toBeLessThan(all);
        await select.selectOption('');
        expect(await count(), facet).toBe(all);
      }
      // One language is no choice.
      expect(await page.locator('select[name="language"]').isVisible()).toBe(false);
      const two = await reader.open(parallel, 'search.html?q=a*');
      await two.page.waitForTimeout(300);
      expect(await two.page.locator('select[name="language"] option').count()).toBeGreaterThan(2);
    });

    it('leads to the passage, by keyboard', async () => {
      const { hrefs } = await ask(own, '"Adopt measures"');
      expect(hrefs).toHaveLength(1);
      expect(brokenLinks(own, [['search.html', hrefs[0]!]])).toEqual([]);
      const { page } = await reader.open(own, 'search.html');
      await page.locator('#q').focus();
      await page.keyboard.type('"Adopt measures"');
      await page.keyboard.press('Enter');
      await page.waitForFunction("document.querySelector('.results a')");
      for (let n = 0; n < 12; n++) {
        await page.keyboard.press('Tab');
        if (await page.evaluate("document.activeElement.matches('.results a')")) break;
      }
      await page.keyboard.press('Enter');
      await page.waitForURL(/protocol-62\.html#/);
    });
  });
});
