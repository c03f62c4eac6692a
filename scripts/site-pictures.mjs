/** Writes the pictures of pages in README.md and docs/site.md: builds the edition and the example and shows their pages in Chromium (playwright-core; CHROMIUM names the program). */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const root = fileURLToPath(new URL('..', import.meta.url));
/** A picture is read on a page of text, over a slow line too. */
const mostBytes = 75_000;
const pictures = [
  { name: 'protocol-62', edition: '.', page: 'protocol-62.html', height: 860 },
  {
    name: 'apparatus',
    edition: 'examples/catullus',
    page: 'carmen-1.html',
    height: 980,
    top: 80,
    opens: '.entry-call a >> nth=4',
  },
  {
    name: 'register',
    edition: '.',
    page: 'codenames.html',
    height: 720,
    opens: 'details.mentions summary >> nth=0',
  },
  { name: 'search', edition: '.', page: 'search.html?q=Chruschtschow', height: 720 },
];

const folder = mkdtempSync(join(tmpdir(), 'variorum-pictures-'));
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
for (const { name, edition, page: path, height, top = 0, opens } of pictures) {
  const out = join(folder, name);
  const built = spawnSync(
    process.execPath,
    [join(root, 'dist/bin/variorum.js'), 'build', '--only', 'html', '--out', out],
    { cwd: join(root, edition), encoding: 'utf8' },
  );
  if (built.status !== 0) throw new Error(`${name}: ${built.stdout}${built.stderr}`);
  const page = await browser.newPage({ viewport: { width: 1180, height: height + top } });
  const [file, query = ''] = path.split(/(?=\?)/);
  await page.goto(pathToFileURL(join(out, 'html', file)).href + query);
  await page.evaluate('document.fonts.ready.then(() => true)');
  if (opens) await page.locator(opens).click();
  await page.waitForTimeout(300);
  const session = await page.context().newCDPSession(page);
  const { data } = await session.send('Page.captureScreenshot', {
    format: 'webp',
    quality: 60,
    clip: { x: 0, y: top, width: 1180, height, scale: 1 },
  });
  const picture = Buffer.from(data, 'base64');
  writeFileSync(join(root, 'docs/images', `${name}.webp`), picture);
  console.log(`${String(picture.length).padStart(6)}  ${name}.webp`);
  if (picture.length > mostBytes) throw new Error(`${name}.webp is larger than ${mostBytes} bytes`);
  await page.close();
}
await browser.close();
rmSync(folder, { recursive: true });
