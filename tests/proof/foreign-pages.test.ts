import { existsSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Reader, violations } from '../site/browser.ts';
import { buildSite } from '../site/built-site.ts';
import { brokenLinks, pagesOf } from '../site/links.ts';

const corpora = '../shared/corpora';
const program = '/usr/bin/chromium';

/** One file, or some, of a project: letters, drama, a critical edition, texts from the right, minutes, speech, verse, a dictionary, inscriptions. */
const sample: Record<string, string[]> = {
  'letters with correspDesc': [
    'schnitzler-briefe-data/data/editions/L03065.xml',
    'schnitzler-briefe-data/data/editions/L00017.xml',
  ],
  'letters with zones': ['leopold-briefe-data/data/editions/lb-00135.xml'],
  'a drama': ['gerdracor/tei/lessing-emilia-galotti.xml'],
  'a Yiddish drama': ['yidracor/tei/rose-engshaft.xml'],
  'a critical edition': ['tfd-sanskrit-philology/editions/DHARMA_CritEd_sample.xml'],
  'an Arabic periodical': ['journal-al-muqtabas/tei/oclc_4770057679-i_87.TEIP5.xml'],
  minutes: ['frus-history/documents/1984-11-09-hac-meeting-minutes.xml'],
  'a parliament': [
    'parla-clarin/Examples/siParl2.0/siParl.ana/SDT2/KPZONOJFSPD-Redna-021-1998-11-25-ana.xml',
  ],
  'a dictionary': ['lexicalresources/Schemas/TEILex0/TEILex0.examples/examples.xml'],
  'a Greek text': ['pta-data/data/pta9999/pta079/pta9999.pta079.pta-grc1.xml'],
  'speech in Arabic': ['tunocent-content/vicav_corpus/tunocent/magsamtrab1_f_72_e2.xml'],
  'an inscription': ['isicily/inscriptions/ISic000871.xml'],
  'a work record': ['works/3001-4000/LIT3326Melchiz1.xml'],
  'Japanese prose': ['aozora-tei/data/complete/tei_lib_lv3/43563_tei.xml'],
};

let browser: Browser;
beforeAll(async () => {
  if (existsSync(program))
    browser = await chromium.launch({ executablePath: program, args: ['--no-sandbox'] });
});
afterAll(() => browser?.close());

it.skipIf(existsSync(corpora))('needs the corpora beside the project', ({ skip }) => skip());

it.skipIf(!existsSync(program) || !existsSync(corpora)).each(Object.keys(sample))(
  'no page of %s breaks a rule of WCAG 2.2 AA in either theme, has a link that leads nowhere, logs an error or asks for anything from outside',
  async (name) => {
    const files = sample[name]!.map((path) => [basename(path), readFileSync(join(corpora, path))] as const);
    const site = await buildSite(Object.fromEntries(files), { outputs: ['html', 'citation'] });
    const reader = new Reader(browser);
    const found: string[] = brokenLinks(site);
    for (const path of pagesOf(site)) {
      const { page, requests, faults } = await reader.open(site, path, { width: 768 });
      found.push(...(await violations(page)).map((each) => `${path}: ${each}`));
      await page.emulateMedia({ colorScheme: 'dark' });
      found.push(...(await violations(page, 'colours')).map((each) => `${path}, dark: ${each}`));
      found.push(...faults, ...requests.filter((url) => !/^(?:file|about):/.test(url)));
    }
    rmSync(site.folder, { recursive: true });
    expect(found).toEqual([]);
  },
  180_000,
);
