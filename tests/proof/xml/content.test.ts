import { describe, expect, it } from 'vitest';
import { readTree } from '../../../src/xml/read.ts';
import { contentOf, slimdomContentOf } from '../../xml/content.ts';
import { corpusFile, corpusFiles, hasCorpora } from '../../xml/corpora.ts';

describe.skipIf(!hasCorpora)('real files (skipped where ../shared/corpora is absent)', () => {
  it.each(corpusFiles())('%s says what slimdom reads in it', (path) => {
    const bytes = corpusFile(path);
    const tree = readTree(bytes, path, () => {})!;
    expect(contentOf(tree) === slimdomContentOf(new TextDecoder().decode(bytes))).toBe(true);
  });
});
