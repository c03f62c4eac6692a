import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { defaultConfig } from '../../../src/config/read-config.ts';
import { loadCorpus } from '../../../src/corpus/load-corpus.ts';
import { outputs } from '../../../src/outputs/outputs.ts';
import { prepare } from '../../../src/prepare/prepare.ts';
import { createTransform } from '../../../src/xslt/create-transform.ts';
import { MemoryWorld } from '../../memory-world.ts';
import { losses } from '../../outputs/losses.ts';
import { criticalEditions } from '../../prepare/critical-edition.ts';

const corpora = '../shared/corpora';
const apparatusFiles = existsSync(corpora)
  ? readdirSync(corpora, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.xml'))
      .filter((path) => /<app[\s>]/.test(readFileSync(`${corpora}/${path}`, 'utf8')))
      .sort()
  : [];
const transform = createTransform({ read: () => Promise.reject(new Error('nothing to read')) });
const config = { ...defaultConfig(), text: { width: 0 } };

async function lossesOf(name: 'html' | 'text', files: Readonly<Record<string, string | Uint8Array>>) {
  const world = new MemoryWorld(files);
  const edition = await prepare(await loadCorpus(Object.keys(files), world), config, world.report);
  const output = outputs.get(name)!;
  return losses(output, edition, await output.make({ edition, config, world, transform }));
}

describe.each(['html', 'text'] as const)('%s holds the whole apparatus', (name) => {
  it.each(Object.entries(criticalEditions))('of an edition in %s', async (_, files) => {
    expect(await lossesOf(name, files)).toEqual([]);
  });

  it.skipIf(apparatusFiles.length === 0).each(apparatusFiles)('of %s', async (path) => {
    expect(await lossesOf(name, { 'edition.xml': readFileSync(`${corpora}/${path}`) })).toEqual([]);
  });
});
