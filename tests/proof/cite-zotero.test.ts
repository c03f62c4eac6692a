import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium as driver, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** A folder with Zotero's `translators`, `translate` and `utilities` repositories and `schema.json` of its schema; they are other people's, so the project carries none. */
const zotero = join(process.env.VARIORUM_ORACLES ?? 'none', 'zotero');
const chromium = '/usr/bin/chromium';
const isThere = existsSync(join(zotero, 'translate')) && existsSync(chromium) && existsSync('output/html');
const reason = isThere
  ? ''
  : ' (skipped: no zotero in $VARIORUM_ORACLES, no chromium, or `npm run edition` was not run)';

/** The scripts of Zotero’s translation engine in the order of its own example page. */
const scripts = [
  'translate/src/zotero.js',
  'translate/src/promise.js',
  ...[
    'openurl',
    'date',
    'xregexp-all',
    'xregexp-unicode-zotero',
    'utilities',
    'utilities_item',
    'schema',
  ].map((name) => `utilities/${name}.js`),
  'utilities/resource/zoteroTypeSchemaData.js',
  'utilities/cachedTypes.js',
  ...['utilities_translate', 'debug', 'http', 'translator', 'translators', 'repo'].map(
    (name) => `translate/src/${name}.js`,
  ),
  'translate/src/translation/translate.js',
  'translate/src/translation/sandboxManager.js',
  'translate/src/translation/translate_item.js',
  'translate/src/tlds.js',
  'translate/src/proxy.js',
  ...['init', 'uri', 'term', 'identity', 'n3parser', 'rdfparser', 'serialize'].map(
    (name) => `translate/src/rdf/${name}.js`,
  ),
  'translate/example/translators.js',
  'translate/example/translate_item.js',
];

interface ZoteroItem {
  readonly itemType: string;
  readonly title: string;
  readonly creators: readonly { firstName?: string; lastName: string; creatorType: string }[];
  readonly [field: string]: unknown;
}

/** Every translator that Zotero would try on any page or file: those that name no site. */
function translators(): { translatorID: string; code: string }[] {
  const folder = join(zotero, 'translators');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.js'))
    .flatMap((name) => {
      const code = readFileSync(join(folder, name), 'utf8').replace(/^\uFEFF/, '');
      const head = /^\s*\{[\S\s]*?\n\}/.exec(code)?.[0];
      return head === undefined ? [] : [{ ...(JSON.parse(head) as { translatorID: string }), code }];
    });
}

/** What of Zotero's engine is used: its `Translate` classes as its own example page uses them. */
interface ZoteroClient {
  Debug: { init(level: number): void };
  Repo: {
    getAllTranslatorMetadata(): Promise<unknown>;
    getTranslatorCode(id: string): Promise<string>;
  };
  Translators: { init(): Promise<void> };
  Schema: { init(schema: unknown): void };
  Date: { init(formats: unknown): void };
  Translate: Record<
    'Web' | 'Import',
    new () => {
      setDocument(document: Document): void;
      setString(text: string): void;
      getTranslators(): Promise<{ label: string }[]>;
      setTranslator(translator: unknown): void;
      translate(): Promise<unknown[]>;
    }
  >;
}
type WindowWithZotero = typeof globalThis & { Zotero: ZoteroClient };

interface Taken {
  /** The translators that offer themselves, the one that is used first. */
  readonly labels: string[];
  readonly items: ZoteroItem[];
}

describe.skipIf(!isThere)(`Zotero${reason}`, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await driver.launch({ executablePath: chromium, args: ['--no-sandbox', '--disable-gpu'] });
  });
  afterAll(() => browser?.close());

  /** A tab with a page of the edition and Zotero’s engine in it, as a browser’s extension puts it there. */
  async function client(html: string): Promise<Page> {
    const page = await browser.newPage();
    const address = 'https://edition.example/protocol-62.html';
    await page.route(/^https?:/, (route) =>
      route.request().url() === address
        ? route.fulfill({ body: html, contentType: 'text/html; charset=utf-8' })
        : route.abort(),
    );
    await page.goto(address);
    for (const script of scripts)
      await page.addScriptTag({ content: readFileSync(join(zotero, script), 'utf8') });
    const json = (path: string) => JSON.parse(readFileSync(join(zotero, path), 'utf8')) as unknown;
    await page.evaluate(
      async ({ all, schema, formats }) => {
        const { Zotero } = globalThis as WindowWithZotero;
        Zotero.Debug.init(1);
        Zotero.Repo.getAllTranslatorMetadata = async () => all;
        Zotero.Repo.getTranslatorCode = async (id) =>
          all.find(({ translatorID }) => translatorID === id)!.code;
        await Zotero.Translators.init();
        Zotero.Schema.init(schema);
        Zotero.Date.init(formats);
      },
      {
        all: translators(),
        schema: json('schema.json'),
        formats: json('utilities/resource/dateFormats.json'),
      },
    );
    return page;
  }

  const take = (page: Page, text?: string): Promise<Taken> =>
    page.evaluate(async (file) => {
      const { Zotero } = globalThis as WindowWithZotero;
      const translate = new Zotero.Translate[file === undefined ? 'Web' : 'Import']();
      if (file === undefined) translate.setDocument(document);
      else translate.setString(file);
      const found = await translate.getTranslators();
      translate.setTranslator(found[0]);
      const items = await translate.translate();
      return { labels: found.map(({ label }) => label), items: JSON.parse(JSON.stringify(items)) };
    }, text);

  const html = () => readFileSync('output/html/protocol-62.html', 'utf8');
  const who = ({ creators }: ZoteroItem) =>
    creators.map(({ firstName = '', lastName, creatorType }) =>
      `${creatorType}: ${firstName} ${lastName}`.replace('  ', ' '),
    );
  const author = 'author: Central Committee of the Communist Party of the Soviet Union';
  const fields = {
    title: 'Presidium Protocol 62',
    language: 'en',
    url: 'https://digitalarchive.umd.edu/document/115085',
  };
  const manuscript = {
    ...fields,
    itemType: 'manuscript',
    archive: 'Wilson Center Digital Archive',
    archiveLocation: 'RGANI, F. 3, Op. 16, D. 947, L. 43–44',
    shortTitle: 'Protocol 62',
  };

  it('takes a complete record from the page, with all its translators to choose from', async () => {
    const page = await client(html());
    const { labels, items } = await take(page);
    expect(labels).toEqual(['Embedded Metadata']);
    expect(items).toMatchObject([
      {
        ...manuscript,
        date: '1962-10-27',
        rights: expect.stringContaining('states no licence'),
        abstractNote: expect.stringContaining('Khrushchev'),
      },
    ]);
    expect(who(items[0]!).sort()).toEqual([
      author,
      'contributor: Timothy Naftali',
      'translator: Mark Kramer',
    ]);
    await page.close();
  });

  it('would split an organisation that no comma ends', async () => {
    const page = await client(html().replace('Soviet Union,">', 'Soviet Union">'));
    const { items } = await take(page);
    expect(items[0]!.creators[0]).toMatchObject({ lastName: 'Union' });
    await page.close();
  });

  it('takes the record from each file', async () => {
    const page = await client(html());
    const from = async (extension: string, label: string) => {
      const { labels, items } = await take(
        page,
        readFileSync(`output/citation/protocol-62.${extension}`, 'utf8'),
      );
      expect(labels).toEqual([label]);
      expect(items).toHaveLength(1);
      return items[0]!;
    };
    const ris = await from('ris', 'RIS');
    expect(ris).toMatchObject({ ...manuscript, date: '1962-10-27' });
    expect(who(ris)).toEqual([author, 'translator: Mark Kramer']);
    expect(JSON.stringify(ris.notes)).toContain('Naftali, Timothy');

    const csl = await from('csl.json', 'CSL JSON');
    expect(csl).toMatchObject({ ...manuscript, date: 'October 27, 1962' });
    expect(who(csl).sort()).toEqual([author, 'contributor: Timothy Naftali', 'translator: Mark Kramer']);

    // BibTeX knows no manuscripts and no archives: where it is kept stands in `howpublished`, which Zotero keeps as `extra`.
    const bibtex = await from('bib', 'BibTeX');
    expect(bibtex).toMatchObject({ ...fields, itemType: 'document', date: '1962-10-27' });
    expect(who(bibtex)).toEqual([author, 'translator: Mark Kramer']);
    expect(bibtex.extra).toContain(`${manuscript.archiveLocation}, ${manuscript.archive}`);
    const biblatex = await from('biblatex.bib', 'BibTeX');
    expect(biblatex).toMatchObject({ ...fields, date: '1962-10-27' });
    expect(JSON.stringify(biblatex.notes)).toContain('Translated by Mark Kramer');
    await page.close();
  });

  it('takes every work that the notes name from the lists of references', async () => {
    const page = await client(html());
    const csl = readFileSync('output/citation/protocol-62.references.csl.json', 'utf8');
    const count = (JSON.parse(csl) as unknown[]).length;
    for (const extension of ['ris', 'bib', 'biblatex.bib', 'csl.json']) {
      const file = readFileSync(`output/citation/protocol-62.references.${extension}`, 'utf8');
      const { items } = await take(page, file);
      expect(items, extension).toHaveLength(count);
      expect(
        items.filter(({ title }) => (title ?? '') === ''),
        extension,
      ).toEqual([]);
      const article = items.find(({ volume, issue }) => volume === '6' && issue === '2');
      expect(article, extension).toMatchObject({
        itemType: 'journalArticle',
        publicationTitle: 'Journal of Cold War Studies',
        pages: expect.stringMatching(/^3[-–]20$/),
      });
    }
    await page.close();
  });
});
