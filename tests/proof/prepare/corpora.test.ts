import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { defaultConfig } from '../../../src/config/read-config.ts';
import { loadCorpus } from '../../../src/corpus/load-corpus.ts';
import { prepare } from '../../../src/prepare/prepare.ts';
import { MemoryWorld } from '../../memory-world.ts';
import { readPrepared, runningRoots, textOf, withoutSpace } from '../../prepare/from-prepared.ts';

const corpora = '../shared/corpora';
const paths = existsSync(corpora)
  ? readdirSync(corpora, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.xml'))
      .sort()
  : [];

describe('every file of the corpora is prepared whole', () => {
  it.skipIf(paths.length === 0).each(paths)('%s', async (path) => {
    const files = { 'edition.xml': readFileSync(`${corpora}/${path}`) };
    const world = new MemoryWorld(files);
    const corpus = await loadCorpus(Object.keys(files), world);
    expect(corpus.documents).toHaveLength(1);
    const edition = await prepare(corpus, defaultConfig(), world.report);
    const [document] = edition.documents;
    const root = readPrepared(document!.tei);
    readPrepared(document!.index);
    readPrepared(edition.indexXml);
    const left = runningRoots(root).map((each) => textOf(each));
    expect(left.join('')).toBe(withoutSpace(document!.readingText));
  });
});
