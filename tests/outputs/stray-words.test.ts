import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { defaultConfig } from '../../src/config/read-config.ts';
import { loadCorpus } from '../../src/corpus/load-corpus.ts';
import { outputs } from '../../src/outputs/outputs.ts';
import { prepare } from '../../src/prepare/prepare.ts';
import { createTransform } from '../../src/xslt/create-transform.ts';
import { MemoryWorld } from '../memory-world.ts';

const world = new MemoryWorld({ 'stray.xml': readFileSync('tests/outputs/fixtures/stray.xml') });
const transform = createTransform({ read: () => Promise.reject(new Error('nothing to read')) });
const config = { ...defaultConfig(), text: { width: 0 } };
const edition = await prepare(await loadCorpus(['stray.xml'], world), config, world.report);
const { readingText } = edition.documents[0]!;

describe('words where TEI allows elements only', () => {
  it('stand in the reading text', () => {
    expect(readingText.match(/S\d\d/g)!.length).toBeGreaterThan(45);
    expect(readingText.split('\n')).toContain('S05 between items');
  });

  it.each(['html', 'text', 'pages', 'latex', 'docx', 'epub'])('stand in %s, once', async (name) => {
    const artifacts = await outputs.get(name)!.make({ edition, config, world, transform });
    const { content } = artifacts.find(({ path }) => /stray\.(?:html|txt|tex|docx|epub)$/.test(path))!;
    const whole =
      typeof content === 'string'
        ? content
        : Object.entries(unzipSync(content))
            .filter(([path]) => /document\.xml$|stray.*\.xhtml$/.test(path))
            .map(([, bytes]) => strFromU8(bytes))
            .join('\n');
    for (const word of readingText.match(/S\d\d/g)!) expect(whole.split(word).length - 1, word).toBe(1);
  });
});
