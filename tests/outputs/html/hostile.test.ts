import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { defaultConfig } from '../../../src/config/read-config.ts';
import { loadCorpus } from '../../../src/corpus/load-corpus.ts';
import { html } from '../../../src/outputs/html/html.ts';
import { prepare } from '../../../src/prepare/prepare.ts';
import { createTransform } from '../../../src/xslt/create-transform.ts';
import { tei } from '../../marked.ts';
import { MemoryWorld } from '../../memory-world.ts';

const chromium = '/usr/bin/chromium';
/** What an attack would do if it ran: the page says so in its title. */
const ran = "document.title='RAN'";

const attacks: Record<string, string> = {
  'a javascript: link': `<p><ref target="javascript:${ran}">click</ref> <ref target="JaVaScRiPt:${ran}">click</ref> <ref target="java&#9;script:${ran}">click</ref> <ref target=" javascript:${ran}">click</ref> <ptr target="java&#10;script:${ran}"/></p>`,
  'a data: or vbscript: link': `<p><ref target="data:text/html,&lt;script>${ran}&lt;/script>">click</ref> <ref target="vbscript:x">click</ref></p>`,
  'a javascript: image': `<figure><graphic url="javascript:${ran}"/><figDesc>"&gt;&lt;img src=x onerror=${ran}&gt;</figDesc></figure><figure><graphic url="data:image/svg+xml,&lt;svg onload=${ran}/>"/></figure>`,
  'an image of another site':
    '<figure><graphic url="https://example.invalid/spy.png"/></figure><pb facs="https://example.invalid/spy.png" n="1"/>',
  'script in the namespace of HTML': `<p><script xmlns="http://www.w3.org/1999/xhtml">${ran}</script><img xmlns="http://www.w3.org/1999/xhtml" src="x" onerror="${ran}"/></p>`,
  'script in the namespace of SVG': `<figure><svg xmlns="http://www.w3.org/2000/svg" onload="${ran}"><script>${ran}</script><a href="javascript:${ran}"><text>t</text></a></svg></figure>`,
  'script in no namespace': `<p><script xmlns="">${ran}</script></p>`,
  'an event handler': `<p onclick="${ran}" onload="${ran}" rend="x" style="color:red" xmlns:x="y" x:onmouseover="${ran}">p</p>`,
  'an attribute that breaks out': `<p rend="&quot; onmouseover=&quot;${ran}" n="&quot;>&lt;script>${ran}&lt;/script>" style="&quot;>&lt;script>${ran}&lt;/script>" xml:lang="&quot; onload=&quot;${ran}" type="&quot;>&lt;img src=x onerror=${ran}>">p</p><pb n="&quot;>&lt;script>${ran}&lt;/script>"/><date when="&quot;>&lt;img src=x onerror=${ran}>">d</date>`,
  'a style that loads':
    '<p style="background:url(https://example.invalid/x.png); behavior:url(x); -moz-binding:url(x); position:fixed; color: expression(alert(1))">p</p><hi rendition="#evil">h</hi>',
  'markup as text': `<p>&lt;script>${ran}&lt;/script> &lt;!-- &lt;img src=x onerror=${ran}> ]]&gt; &#x2028; &amp;lt;script&amp;gt;</p><head>&lt;/title>&lt;script>${ran}&lt;/script></head>`,
  'names of the prototype':
    '<p xml:id="__proto__">a</p><p xml:id="constructor">b<note>c</note></p><p xml:id="toString">d</p><hasOwnProperty>e</hasOwnProperty><p><persName ref="#constructor">f</persName></p>',
};
const title = `&lt;/title>&lt;script>${ran}&lt;/script>&lt;!--`;
const abstract = `&lt;/script>&lt;script>${ran}&lt;/script>&lt;!-- \u2028`;

/** Run in the page: what it holds that could run, load or lead astray. */
const whatIsOnThePage = `({
  scripts: [...document.querySelectorAll('script')].map((each) => each.getAttribute('src') ?? each.type),
  handlers: [...document.querySelectorAll('*')].flatMap((each) =>
    each.getAttributeNames().filter((name) => name.startsWith('on'))),
  links: [...document.querySelectorAll('[href], [src]')]
    .map((each) => each.getAttribute('href') ?? each.getAttribute('src'))
    .filter((url) => /^\\s*(?:javascript|data|vbscript)/i.test(url.replace(/[\\t\\n\\r]/g, ''))),
  styles: [...document.querySelectorAll('[style]')]
    .map((each) => each.getAttribute('style'))
    .filter((style) => /url|expression|position|behavior|binding/i.test(style)),
  svg: document.querySelectorAll('svg').length,
})`;

async function site(files: Record<string, string>) {
  const world = new MemoryWorld(files);
  const config = { ...defaultConfig(), outputs: ['html'] };
  const edition = await prepare(await loadCorpus(Object.keys(files), world), config, world.report);
  const transform = createTransform(world);
  return { edition, artifacts: await html.make({ edition, config, world, transform }), world };
}

describe('nothing executable from TEI reaches a page', () => {
  const folder = mkdtempSync(join(tmpdir(), 'variorum-hostile-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it.skipIf(!existsSync(chromium))('whatever is attacked, in Chromium', { timeout: 120_000 }, async () => {
    const { chromium: driver } = await import('playwright-core');
    const browser = await driver.launch({
      executablePath: chromium,
      args: ['--no-sandbox', '--disable-gpu'],
    });
    try {
      for (const [name, body] of Object.entries(attacks)) {
        const source = tei(
          body,
          `<profileDesc><abstract><p>${abstract}</p></abstract></profileDesc>`,
        ).replace('<title>A</title>', `<title>${title}</title>`);
        const { artifacts } = await site({ 'a.xml': source });
        for (const { path, content } of artifacts) {
          const target = join(folder, path);
          mkdirSync(dirname(target), { recursive: true });
          writeFileSync(target, content);
        }
        const page = await browser.newPage();
        const [requests, dialogs]: [string[], string[]] = [[], []];
        page.on('request', (request) => void requests.push(request.url()));
        page.on('dialog', (dialog) => void dialogs.push(dialog.message()));
        await page.goto(pathToFileURL(join(folder, 'html/a.html')).href);
        for (const link of await page.locator('.text a').all())
          await link.click({ timeout: 500, noWaitAfter: true, modifiers: ['Shift'] }).catch(() => undefined);
        await page.mouse.move(200, 300);
        expect(await page.title(), name).not.toBe('RAN');
        expect(dialogs, name).toEqual([]);
        expect(
          requests.filter((url) => !url.startsWith('file:')),
          name,
        ).toEqual([]);
        const found = await page.evaluate(whatIsOnThePage);
        expect(found, name).toEqual({
          scripts: ['assets/site.js', 'application/ld+json', 'application/json'],
          handlers: [],
          // No icon, said by the page itself.
          links: ['data:,'],
          styles: [],
          svg: 0,
        });
        await page.close();
      }
    } finally {
      await browser.close();
    }
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('keeps two pages apart whose names differ in case or in form', async () => {
    const { artifacts } = await site({
      'Letter.xml': tei('<p>1</p>'),
      'letter.xml': tei('<p>2</p>'),
      'caf\u00e9.xml': tei('<p>3</p>'),
      'cafe\u0301.xml': tei('<p>4</p>'),
    });
    const paths = artifacts.map(({ path }) => path.normalize('NFC').toLowerCase());
    expect(new Set(paths).size).toBe(paths.length);
  });
});
