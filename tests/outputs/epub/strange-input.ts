import { expect, it } from 'vitest';
import { defaultConfig, readConfig } from '../../../src/config/read-config.ts';
import { epub } from '../../../src/outputs/epub/epub.ts';
import type { Artifact } from '../../../src/outputs/output.ts';
import { losses } from '../losses.ts';
import { makeBooks, tei } from './make-book.ts';

const png = Uint8Array.from(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
);
const svg = (content: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="9" height="9">${content}</svg>`;

const told = (made: { world: { reported: readonly { code: string }[] } }) =>
  made.world.reported.map(({ code }) => code);

/** The tests of books made from faulty or strange input; `check` finds what is wrong with a finished book. */
export function testStrangeInput(check: (book: Artifact) => Promise<string[]>): void {
  /** The book of a text is whole and valid. */
  async function sound(files: Record<string, string | Uint8Array>, settings = {}) {
    const made = await makeBooks(files, settings);
    expect(await losses(epub, made.edition, made.artifacts)).toEqual([]);
    for (const book of made.artifacts) expect(await check(book)).toEqual([]);
    return made;
  }

  it('has a title without one, and says so', async () => {
    const made = await sound({ 'a.xml': tei('<p>x</p>', '<titleStmt><title/></titleStmt>') });
    expect(told(made)).toContain('ebook-title-missing');
    expect(made.files.get('EPUB/package.opf')).toContain('<dc:title id="title">a</dc:title>');
  });

  it('says that its language is not known', async () => {
    expect((await sound({ 'a.xml': tei('<p>x</p>') })).files.get('EPUB/package.opf')).toContain(
      '<dc:language>und</dc:language>',
    );
    const wrong = await sound({
      'a.xml': tei('<p xml:lang="klingon language">x</p>', undefined, 'xml:lang="1 2"'),
    });
    expect(wrong.files.get('EPUB/package.opf')).toContain('<dc:language>und</dc:language>');
  });

  it('is empty where the text is', async () => {
    await sound({ 'a.xml': tei('') });
    await sound({ 'a.xml': tei('<p/>') });
  });

  it('takes metacharacters in titles, names and ids', async () => {
    const evil = `&lt;b&gt; &amp;amp; "x" 'y' ]]&gt; % # ? \u{1f600}`;
    const made = await sound({
      'a &#.xml': tei(
        `<div xml:id="ид.ά_x41_"><head>${evil}</head><p>x<note xml:id="n·1">${evil}</note> <ref target="#ид.ά_x41_">${evil}</ref></p></div>`,
        `<titleStmt><title>${evil}</title><author>${evil}</author></titleStmt>`,
      ),
    });
    expect(made.artifacts[0]!.path).toMatch(/^epub\/[A-Za-z0-9._-]+\.epub$/);
  });

  it('leads out of the book only where that is safe', async () => {
    const links = [
      'https://example.org/a b',
      'javascript:alert(1)',
      'ftp://example.org/x',
      'mailto:a@example.org',
      'https://example.org/%zz',
      'nowhere.html',
      'other.xml#x',
      '//example.org',
      '#gone',
      'data:text/html,x',
    ];
    const made = await sound({
      'a.xml': tei(links.map((each) => `<p><ref target="${each}">${each}</ref></p>`).join('')),
    });
    const text = made.files.get('EPUB/text/a.xhtml')!;
    expect(text).not.toMatch(/href="(?:javascript|data|ftp):/);
    expect(text).toContain('href="mailto:a@example.org"');
  });

  it('holds the images that every reader shows, and says which it leaves out', async () => {
    const made = await sound({
      'a.xml': tei(
        '<pb n="1" facs="i/page.png"/><figure><graphic url="i/ä%20b.png"/><figDesc>A dot</figDesc></figure><figure><graphic url="i/scan.tif"/><figDesc>Lost</figDesc></figure><figure><graphic url="i/d.svg"/></figure><p>x<graphic url="https://example.org/i.png"/></p>',
      ),
      'i/page.png': png,
      'i/ä b.png': png,
      'i/scan.tif': 'II*\0nothing',
      'i/d.svg': svg(
        '<script>alert(1)</script><image xlink:href="https://example.org/x.png"/><rect width="9" height="9" onload="x()" fill="url(#a)" style="fill:url(https://example.org/y)"/>',
      ),
    });
    expect(told(made).filter((code) => code === 'ebook-image-left-out')).toHaveLength(1);
    const paths = [...made.files.keys()].filter((path) => path.includes('/images/'));
    expect(paths).toHaveLength(3);
    const drawing = made.files.get(paths.find((path) => path.endsWith('.svg'))!)!;
    expect(drawing).not.toMatch(/script|example\.org|onload/);
    expect(made.files.get('EPUB/text/a.xhtml')).toContain('alt="A dot"');
    expect([...made.files.keys()].some((path) => path === 'EPUB/text/files-i-page-png.xhtml')).toBe(true);
  });

  it('leaves images of pages out where the config says so', async () => {
    const settings = { epub: { ...defaultConfig().epub, pageImages: false } };
    const made = await sound({ 'a.xml': tei('<p><pb n="1" facs="p.png"/>x</p>'), 'p.png': png }, settings);
    expect([...made.files.keys()].some((path) => path.includes('/images/'))).toBe(false);
  });

  it('takes the edition’s own cover, and its own type where that is none', async () => {
    const settings = (cover: string) => ({ epub: { ...defaultConfig().epub, cover } });
    const own = await sound({ 'a.xml': tei('<p>x</p>'), 'c.png': png }, settings('c.png'));
    expect(own.files.get('EPUB/package.opf')).toMatch(
      /href="cover\.png" media-type="image\/png" properties="cover-image"/,
    );
    for (const cover of ['gone.png', 'a.xml', '../out.png']) {
      const made = await sound({ 'a.xml': tei('<p>x</p>') }, settings(cover));
      expect(told(made)).toContain('ebook-image-left-out');
      expect(made.files.has('EPUB/cover.svg')).toBe(true);
    }
    const config = '{ "epub": { "cover": "gone.png" } }';
    const { world } = await makeBooks(
      { 'a.xml': tei('<p>x</p>') },
      readConfig(config, 'variorum.json', () => {}),
    );
    const place = world.reported.find(({ code }) => code === 'ebook-image-left-out')?.place;
    expect(place).toMatchObject({ path: 'variorum.json', column: config.indexOf('"gone') + 1 });
  });

  it('divides a text of 1 MB and an index of 5,000 names into files below 300 KB', async () => {
    const persons = Array.from(
      { length: 5000 },
      (_, n) => `<person xml:id="p${n}"><persName>Name &amp; ${n}</persName></person>`,
    ).join('');
    const paragraphs = Array.from(
      { length: 1000 },
      (_, n) =>
        `<p>${'word '.repeat(180)}<persName ref="#p${n * 5}">Name</persName><note xml:id="n${n}">Note ${n}</note></p>`,
    );
    const chapters = Array.from(
      { length: 20 },
      (_, n) => `<div><head>Chapter ${n}</head>${paragraphs.slice(n * 50, n * 50 + 50).join('')}</div>`,
    );
    const text = tei(chapters.join('')).replace(
      '</TEI>',
      `<standOff><listPerson>${persons}</listPerson></standOff></TEI>`,
    );
    expect(text.length).toBeGreaterThan(1_000_000);
    const made = await sound({ 'a.xml': text });
    const pages = [...made.files].filter(
      ([path]) => path.startsWith('EPUB/text/') && !path.endsWith('nav.xhtml'),
    );
    expect(pages.length).toBeGreaterThan(10);
    for (const [path, content] of pages) expect(Buffer.byteLength(content), path).toBeLessThan(300_000);
  }, 120_000);
}
