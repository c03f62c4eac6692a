import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { buildSite, editionIn, letters, ownEdition } from '../site/built-site.ts';

/** The Nu HTML checker (npm package `vnu-jar`; 34 MB, so it is no dependency): set VNU_JAR to its file, or install the package beside. */
const jar = process.env.VNU_JAR ?? 'node_modules/vnu-jar/build/dist/vnu.jar';
const corpora = '../shared/corpora';

const editions: Record<string, () => Record<string, string | Uint8Array>> = {
  'Protocol 62': ownEdition,
  letters: () => letters(30),
  'a critical edition': () => editionIn('examples/catullus'),
  'parallel texts and page images': () => editionIn('tests/editions/parallel'),
};

function check(...options: string[]): string[] {
  try {
    execFileSync('java', ['-Xss8m', '-jar', jar, '--errors-only', '--format', 'gnu', ...options], {
      stdio: 'pipe',
    });
    return [];
  } catch (error) {
    return String((error as { stderr: Buffer }).stderr)
      .trim()
      .split('\n');
  }
}

it.skipIf(!existsSync(jar)).each(Object.keys(editions))(
  'finds no error in the HTML and CSS of %s (needs VNU_JAR)',
  async (name) => {
    const site = await buildSite(editions[name]!());
    const found = [
      ...check('--skip-non-html', site.folder),
      ...readdirSync(join(site.folder, 'assets'))
        .filter((each) => each.endsWith('.css'))
        .flatMap((each) => check('--css', join(site.folder, 'assets', each))),
    ];
    rmSync(site.folder, { recursive: true });
    expect(found).toEqual([]);
  },
  120_000,
);

/** Files whose pages are of a kind that the editions above have not. */
const sample = [
  'frus-history/documents/1984-11-09-hac-meeting-minutes.xml',
  'tei/P5/Test/testdrama.xml',
  'leopold-briefe-data/data/editions/lb-00135.xml',
  'yidracor/tei/rose-engshaft.xml',
  'isicily/inscriptions/ISic000871.xml',
  'isicily/inscriptions/ISic004363.xml',
  'a00002/A00002.xml',
  'tunocent-content/vicav_corpus/tunocent/magsamtrab1_f_72_e2.xml',
  'journal-al-muqtabas/tei/oclc_4770057679-i_87.TEIP5.xml',
  'lexicalresources/Schemas/TEILex0/TEILex0.examples/examples.xml',
  'schnitzler-briefe-data/data/editions/L00671.xml',
];
it.skipIf(!existsSync(jar) || !existsSync(corpora)).each(sample)(
  'finds no error in the HTML of %s (needs VNU_JAR)',
  async (path) => {
    const site = await buildSite({ 'a.xml': readFileSync(join(corpora, path), 'utf8') });
    const found = check('--skip-non-html', site.folder);
    rmSync(site.folder, { recursive: true });
    expect(found).toEqual([]);
  },
  120_000,
);
