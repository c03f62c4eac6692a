import { describe, expect, it } from 'vitest';
import { defaultConfig } from '../../src/config/read-config.ts';
import { loadCorpus } from '../../src/corpus/load-corpus.ts';
import { prepare } from '../../src/prepare/prepare.ts';
import { checkCorpus } from '../../src/rules/check-corpus.ts';
import { marked } from '../marked.ts';
import { MemoryWorld } from '../memory-world.ts';

const document = (body: string, facsimile = '') => `<TEI xmlns="http://www.tei-c.org/ns/1.0">
<teiHeader><fileDesc><titleStmt><title>A</title></titleStmt><publicationStmt><p>B</p></publicationStmt><sourceDesc><p>C</p></sourceDesc></fileDesc></teiHeader>
${facsimile}<text><body><p>${body}</p></body></text></TEI>`;
const images = {
  'images/1.jpg': 'x',
  'images/2 b.PNG': 'x',
  'images/scan.tif': 'x',
  'images/page.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
};

async function made(tei: string) {
  const world = new MemoryWorld({ 'tei/a.xml': tei, ...images });
  const corpus = await loadCorpus(['tei/a.xml'], world);
  const config = defaultConfig();
  const edition = await prepare(corpus, config, world.report);
  const found = [...world.reported, ...checkCorpus(corpus, { config, isEdition: true })];
  const page = /<pb [^>]*>/.exec(edition.documents[0]!.tei)![0];
  const value = (name: string) => new RegExp(` v:${name}="([^"]*)"`).exec(page)?.[1];
  return {
    image: value('image'),
    href: value('href'),
    files: edition.files.map(({ path }) => path),
    diagnostics: found.filter(({ code }) => /image|file|link|pointer/.test(code)),
  };
}

describe('the image of a page', () => {
  const facsimileAt = (start: string) =>
    `<facsimile xml:base="../images/"><surface xml:id="s"${start}><graphic xml:id="g" url="1.jpg"/><graphic url="2%20b.PNG"/><zone xml:id="z"/></surface></facsimile>`;

  it.each([
    ['a file', '<pb facs="../images/1.jpg"/>'],
    ['a file under xml:base', '<hi xml:base="../images/"><pb facs="1.jpg"/></hi>'],
    ['a surface', '<pb facs="#s"/>'],
    ['a zone of it', '<pb facs="#z"/>'],
    ['a graphic', '<pb facs="#g"/>'],
    ['the surface that begins there', '<pb xml:id="p9"/>'],
  ])('is %s', async (_, body) => {
    const { image, files, diagnostics } = await made(
      document(body, facsimileAt(body.includes('p9') ? ' start="#p9"' : '')),
    );
    expect(image).toBe('files/images/1.jpg');
    expect(files).toEqual(['images/1.jpg']);
    expect(diagnostics).toEqual([]);
  });

  it('may be several, with a blank in the name', async () => {
    const { image } = await made(document('<pb facs="../images/1.jpg ../images/2%20b.PNG"/>'));
    expect(image).toBe('files/images/1.jpg files/images/2%20b.PNG');
  });

  it.each([
    ['<pb facs="https://example.org/iiif/1/full/max/0/default.jpg"/>', ''],
    [
      '<pb facs="#r"/>',
      '<facsimile><surface xml:id="r"><graphic url="https://example.org/iiif/1/full/max/0/default.jpg"/></surface></facsimile>',
    ],
  ])('that is elsewhere is a link and not loaded: %s', async (body, facsimile) => {
    const { image, href, files } = await made(document(body, facsimile));
    expect(image).toBeUndefined();
    expect(href).toBe('https://example.org/iiif/1/full/max/0/default.jpg');
    expect(files).toEqual([]);
  });

  it('that browsers do not show is a link, and said to be', async () => {
    const { text, places } = marked('tei/a.xml', document('⟦<pb facs="../images/scan.tif"/>⟧'));
    const { image, href, diagnostics } = await made(text);
    expect([image, href]).toEqual([undefined, 'files/images/scan.tif']);
    expect(diagnostics).toMatchObject([{ code: 'page-image-not-shown', place: places[0] }]);
  });

  it('that may carry a script is neither copied nor linked', async () => {
    const { image, href, files, diagnostics } = await made(document('<pb facs="../images/page.svg"/>'));
    expect([image, href, files]).toEqual([undefined, undefined, []]);
    expect(diagnostics).toMatchObject([{ code: 'page-image-not-shown' }]);
  });

  it.each([
    ['missing-file', '../images/none.jpg'],
    ['link-outside-project', '../../secret.jpg'],
    ['link-outside-project', 'file:///etc/secret.jpg'],
    ['unsafe-link', 'javascript:alert(1)'],
  ])('that cannot be is a %s at its place', async (code, facs) => {
    const { text, places } = marked('tei/a.xml', document(`<pb facs="⟦${facs}⟧"/>`));
    const { image, href, files, diagnostics } = await made(text);
    expect([image, href, files]).toEqual([undefined, undefined, []]);
    expect(diagnostics).toMatchObject([{ code, place: places[0] }]);
  });
});
