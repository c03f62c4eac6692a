import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { defaultConfig } from '../../../src/config/read-config.ts';
import { loadCorpus } from '../../../src/corpus/load-corpus.ts';
import { outputs } from '../../../src/outputs/outputs.ts';
import { prepare } from '../../../src/prepare/prepare.ts';
import { createTransform } from '../../../src/xslt/create-transform.ts';
import { MemoryWorld } from '../../memory-world.ts';
import { losses } from '../../outputs/losses.ts';

const corpora = '../shared/corpora';
const paths = existsSync(corpora)
  ? readdirSync(corpora, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.xml'))
      .sort()
  : [];
const transform = createTransform({ read: () => Promise.reject(new Error('nothing to read')) });
const config = { ...defaultConfig(), text: { width: 0 } };

/** The ordinary tests take one file of each kind; this takes them all, for the two outputs that promise every word. */
describe('every file of the corpora is whole in HTML and text', () => {
  it.skipIf(paths.length === 0).each(paths)('%s', async (path) => {
    const files = { [basename(path)]: readFileSync(join(corpora, path)) };
    const world = new MemoryWorld(files);
    const edition = await prepare(await loadCorpus(Object.keys(files), world), config, world.report);
    for (const name of ['html', 'text']) {
      const output = outputs.get(name)!;
      const artifacts = await output.make({ edition, config, world, transform });
      expect(await losses(output, edition, artifacts), name).toEqual([]);
    }
  });
});
