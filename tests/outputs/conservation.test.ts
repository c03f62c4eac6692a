import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { defaultConfig } from '../../src/config/read-config.ts';
import { loadCorpus } from '../../src/corpus/load-corpus.ts';
import { outputs } from '../../src/outputs/outputs.ts';
import { prepare } from '../../src/prepare/prepare.ts';
import { createTransform } from '../../src/xslt/create-transform.ts';
import { MemoryWorld } from '../memory-world.ts';
import { criticalEditions } from '../prepare/critical-edition.ts';
import { losses } from './losses.ts';

const transform = createTransform({ read: () => Promise.reject(new Error('nothing to read')) });
const config = { ...defaultConfig(), text: { width: 0 } };

async function prepared(files: Record<string, string | Uint8Array>) {
  const world = new MemoryWorld(files);
  const paths = Object.keys(files).filter((path) => path.endsWith('.xml'));
  return { world, edition: await prepare(await loadCorpus(paths, world), config, world.report) };
}
const read = (folder: string, names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));

const fixtures = join(import.meta.dirname, 'fixtures');
const corpora = '../shared/corpora';
/** One file of each kind of text; `npm run proof` takes all. */
const sample = [
  'frus-history/documents/1984-11-09-hac-meeting-minutes.xml',
  'tei/P5/Test/testdrama.xml',
  'tei/P5/Test/testtranscr.xml',
  'leopold-briefe-data/data/editions/lb-00135.xml',
  'isicily/inscriptions/ISic000871.xml',
  'lexicalresources/Schemas/TEILex0/TEILex0.examples/examples.xml',
  'schnitzler-briefe-data/data/editions/L00671.xml',
  'teiphy/example/ubs_ephesians.xml',
  'aozora-tei/data/complete/tei_lib_lv3/43563_tei.xml',
  'yidracor/tei/rose-engshaft.xml',
  'tunocent-content/vicav_corpus/tunocent/magsamtrab1_f_72_e2.xml',
];

describe.each([...outputs.values()])('what $name promises', (output) => {
  it('is there of Protocol 62', async () => {
    const { world, edition } = await prepared(
      read(
        'tei',
        readdirSync('tei').filter((name) => name.endsWith('.xml')),
      ),
    );
    const artifacts = await output.make({ edition, config, world, transform });
    expect(await losses(output, edition, artifacts)).toEqual([]);
  });

  it('is there of texts that stand side by side', async () => {
    const folder = 'tests/editions/parallel';
    const images = [1, 2].map((n) => `images/autograph-${n}.png`);
    const { world, edition } = await prepared({
      ...Object.fromEntries(
        ['poem-ru', 'poem-en', 'sayings'].map((name) => {
          const path = `tei/${name}.xml`;
          return [path, readFileSync(join(folder, path), 'utf8')];
        }),
      ),
      ...Object.fromEntries(images.map((path) => [path, readFileSync(join(folder, path))])),
    });
    expect(edition.index.parallels).toHaveLength(2);
    const artifacts = await output.make({ edition, config, world, transform });
    expect(await losses(output, edition, artifacts)).toEqual([]);
  });

  it.each(readdirSync(fixtures))('is there of %s', async (name) => {
    const { world, edition } = await prepared(read(fixtures, [name]));
    const artifacts = await output.make({ edition, config, world, transform });
    expect(await losses(output, edition, artifacts)).toEqual([]);
  });

  it.each(Object.entries(criticalEditions))('is there of an apparatus: %s', async (_, files) => {
    const { world, edition } = await prepared(files);
    const artifacts = await output.make({ edition, config, world, transform });
    expect(await losses(output, edition, artifacts)).toEqual([]);
  });

  it.skipIf(!existsSync(corpora)).each(sample)('is there of %s', async (path) => {
    expect(statSync(join(corpora, path)).isFile()).toBe(true);
    const { world, edition } = await prepared({
      [basename(path)]: readFileSync(join(corpora, path), 'utf8'),
    });
    const artifacts = await output.make({ edition, config, world, transform });
    expect(await losses(output, edition, artifacts)).toEqual([]);
  });
});
