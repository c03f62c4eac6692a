import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { defaultConfig } from '../../../src/config/read-config.ts';
import { idOfPlain } from '../../../src/epub/addresses.ts';
import { parseXhtml, textOf, walk, type XhtmlElement } from '../../../src/epub/xhtml.ts';
import { epub } from '../../../src/outputs/epub/epub.ts';
import { losses } from '../losses.ts';
import { catullus, hebrew, protocol, withPages } from './editions.ts';
import { epubcheck, type Made, makeBooks, tei, withoutEpubcheck } from './make-book.ts';

const page = (made: Made, path: string): XhtmlElement =>
  parseXhtml(made.files.get(`EPUB/${path}`) ?? expect.fail(`no file ${path}`), path, ({ message }) =>
    expect.fail(message),
  )!;
const pages = (made: Made) =>
  [...made.files.keys()]
    .filter((path) => path.endsWith('.xhtml'))
    .map((path) => [path, page(made, path.slice(5))] as const);
/** The words of the source in an element, without what we add. */
const saidIn = (node: XhtmlElement): string =>
  node.children
    .map((child) =>
      typeof child === 'string' ? child : child.attributes.has('data-left') ? '' : saidIn(child),
    )
    .join('');
const byType = (root: XhtmlElement, type: string) =>
  [...walk(root)].filter(({ attributes }) => attributes.get('epub:type') === type);

describe('e-books', () => {
  const cases = {
    'Protocol 62': protocol,
    'an edition of several documents': catullus,
    'a text from right to left': { 'hebrew.xml': hebrew },
    'page breaks, formula, table and verse': { 'pages.xml': withPages },
  };

  it.each(Object.entries(cases))(`of %s hold all`, async (_, files) => {
    const { artifacts, edition } = await makeBooks(files);
    expect(artifacts).toHaveLength(1);
    expect(await losses(epub, edition, artifacts)).toEqual([]);
  });

  // `npm run proof` asks it of all of these.
  it.skipIf(withoutEpubcheck !== '')(`satisfy EPUBCheck${withoutEpubcheck}`, async () => {
    expect(await epubcheck((await makeBooks(catullus)).artifacts[0]!)).toEqual([]);
  });

  it('are the same bytes every time', async () => {
    const bytes = async () => Buffer.from((await makeBooks(catullus)).artifacts[0]!.content);
    expect((await bytes()).equals(await bytes())).toBe(true);
  });

  it('hold the words of every note and entry, each in the file that calls it', async () => {
    for (const files of [protocol, catullus]) {
      const made = await makeBooks(files);
      const squeezed = (text: string) => text.replace(/\s+/g, '');
      const { notes, apparatus } = made.edition.index;
      expect(notes.length + apparatus.length).toBeGreaterThan(5);
      for (const { id, text } of notes) {
        const found = pages(made).flatMap(([, root]) =>
          [...walk(root)].filter(({ attributes }) => attributes.get('data-note') === id),
        );
        expect(
          found.map((each) => squeezed(saidIn(each)).includes(squeezed(text))),
          id,
        ).toEqual([true]);
      }
      for (const [path, root] of pages(made)) {
        const here = new Set([...walk(root)].map(({ attributes }) => attributes.get('id')));
        for (const { attributes } of byType(root, 'noteref')) {
          expect(here.has(attributes.get('href')!.slice(1)), `${path} ${attributes.get('href')}`).toBe(true);
          expect(attributes.get('role')).toBe('doc-noteref');
        }
        for (const foot of byType(root, 'footnote')) {
          expect(foot.attributes.get('role')).toBe('doc-footnote');
          expect(byType(foot, 'backlink').length, foot.attributes.get('id')).toBeGreaterThan(0);
        }
      }
    }
  });

  it('lead from every link to what is there', async () => {
    const made = await makeBooks(protocol);
    const ids = new Map(
      pages(made).map(([path, root]) => [
        path.split('/').at(-1)!,
        new Set([...walk(root)].map(({ attributes }) => attributes.get('id'))),
      ]),
    );
    let count = 0;
    for (const [path, root] of pages(made)) {
      for (const { name, attributes } of walk(root)) {
        const href = attributes.get('href') ?? '';
        if (name !== 'a' || /^https?:/.test(href)) continue;
        const [file, id] = href.split('#');
        const own = ids.get(file === '' ? path.split('/').at(-1)! : file!);
        expect(own, href).toBeDefined();
        if (id !== undefined) expect(own!.has(id), href).toBe(true);
        count++;
      }
    }
    expect(count).toBeGreaterThan(400);
  });

  it('have contents, landmarks, and the pages of the source where the text marks them', async () => {
    const made = await makeBooks({ 'pages.xml': withPages });
    const nav = page(made, 'text/nav.xhtml');
    expect(byType(nav, 'toc').map(({ name }) => name)).toEqual(['nav', 'a']);
    const labels = [...walk(byType(nav, 'page-list')[0]!)].filter(({ name }) => name === 'a').map(textOf);
    expect(labels).toEqual(['2r', '2v']);
    expect(byType(nav, 'landmarks')).toHaveLength(1);
    const opf = made.files.get('EPUB/package.opf')!;
    expect(opf).toContain('pageBreakMarkers');
    expect(opf).not.toContain('conformsTo');
    expect(opf).toContain('properties="mathml"');
    expect(made.files.get('EPUB/text/pages.xhtml')).toContain('<msup><mi>x</mi><mn>2</mn></msup>');
    expect(byType(page(await makeBooks({ 'he.xml': hebrew }), 'text/nav.xhtml'), 'page-list')).toEqual([]);
  });

  it('tell each wording of a citation from the name of its kind', async () => {
    const made = await makeBooks(protocol);
    const cite = [...walk(page(made, 'text/protocol-62.xhtml'))].find(
      ({ attributes }) => attributes.get('class') === 'cite',
    )!;
    const named = (name: string) => [...walk(cite)].filter((each) => each.name === name).map(saidIn);
    expect(named('dt')).toEqual(['Note', 'Short note', 'Bibliography']);
    expect(named('dd')).toHaveLength(3);
    for (const wording of named('dd')) expect(wording).toMatch(/^Central Committee/);
  });

  it('turn their pages as the text runs', async () => {
    const { files } = await makeBooks({ 'he.xml': hebrew });
    expect(files.get('EPUB/package.opf')).toContain('page-progression-direction="rtl"');
    expect(files.get('EPUB/package.opf')).toContain('<dc:language>he</dc:language>');
  });

  it('are one for each document where the config says so, each with its own part of the indexes', async () => {
    const { artifacts } = await makeBooks(catullus, {
      epub: { ...defaultConfig().epub, volumes: 'document' },
    });
    expect(artifacts.map(({ path }) => path)).toEqual([
      'epub/carmen-1.epub',
      'epub/carmen-51.epub',
      'epub/carmen-85.epub',
    ]);
    const made = await makeBooks(catullus);
    const whole = [...walk(page(made, 'text/persons.xhtml'))].filter(({ attributes }) =>
      attributes.has('data-entry'),
    );
    const own = await epub.readBack([artifacts[2]!]);
    expect(own.map(({ document }) => document)).toEqual(['carmen-85']);
    expect(whole.length).toBeGreaterThan(3);
  });

  it('keep their identifier when the text changes, and take the edition’s own', async () => {
    const identifier = async (body: string, settings = {}) =>
      /<dc:identifier[^>]*>([^<]*)/.exec(
        (await makeBooks({ 'a.xml': tei(body) }, settings)).files.get('EPUB/package.opf')!,
      )![1];
    expect(await identifier('<p>one</p>')).toBe(await identifier('<p>another</p>'));
    expect(await identifier('<p/>')).toMatch(
      /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
    expect(await identifier('<p/>', { baseUrl: 'https://example.org/e/' })).toBe(
      'https://example.org/e/a.html',
    );
    const epubSettings = { ...defaultConfig().epub, identifier: 'urn:isbn:1' };
    expect(await identifier('<p/>', { epub: epubSettings })).toBe('urn:isbn:1');
  });

  it('set no colour of text or paper, so that a reader’s own themes hold', async () => {
    const css = (await makeBooks({ 'he.xml': hebrew })).files.get('EPUB/book.css')!;
    expect(css.match(/(?:^|[;{\s])(?:color|background(?:-color)?)\s*:\s*[^;]+/g)).toEqual([
      ' color: inherit',
    ]);
  });

  it('hold the letters they need and no others', async () => {
    const fonts = async (body: string) =>
      [...(await makeBooks({ 'a.xml': tei(body) })).files.keys()].filter((path) =>
        path.endsWith('400-normal.woff2'),
      );
    expect(await fonts('<p>latin</p>')).toHaveLength(1);
    expect(await fonts('<p>latin кириллица ἀρχή</p>')).toHaveLength(3);
  });

  const lacksPandoc = spawnSync('pandoc', ['--version']).status !== 0;
  it.skipIf(lacksPandoc)(
    `read back through pandoc with every note${lacksPandoc ? ' (skipped: no pandoc here)' : ''}`,
    async () => {
      const { artifacts, edition, files } = await makeBooks(protocol);
      const folder = mkdtempSync(join(tmpdir(), 'variorum-epub-'));
      writeFileSync(join(folder, 'book.epub'), artifacts[0]!.content);
      const pandoc = (to: string) =>
        spawnSync('pandoc', ['-f', 'epub', '-t', to, '--wrap=none', join(folder, 'book.epub')], {
          encoding: 'utf8',
          maxBuffer: 1 << 28,
        }).stdout;
      const [plain, native] = [pandoc('plain'), pandoc('native')];
      rmSync(folder, { recursive: true });
      const called = (files.get('EPUB/text/protocol-62.xhtml')!.match(/epub:type="noteref"/g) ?? []).length;
      expect(called).toBeGreaterThan(5);
      expect(native.match(/\bNote\b\s*\[/g)).toHaveLength(called);
      const letters = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '');
      const all = letters(plain);
      // A call within a note stands between its words.
      const whole = edition.index.notes.filter(({ text }) => all.includes(letters(text)));
      expect(whole.length).toBeGreaterThan(called - 2);
      for (const { id, text } of edition.index.notes)
        for (const word of text.split(/\s+/)) expect(all.includes(letters(word)), `${id} ${word}`).toBe(true);
    },
  );

  it('read ids back as they were', async () => {
    const { artifacts, edition } = await makeBooks({
      'a.xml': tei('<p xml:id="абзац">x<note xml:id="ά-1" n="1">n</note></p>'),
    });
    expect(await losses(epub, edition, artifacts)).toEqual([]);
    expect(idOfPlain('_x3AC_-1')).toBe('ά-1');
  });
});
