import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { defaultConfig } from '../../../src/config/read-config.ts';
import { lostWords } from '../../print/lost-words.ts';
import { corpusFile } from '../../print/print-documents-of.ts';

const corpora = '../shared/corpora';
const files = existsSync(corpora)
  ? (readdirSync(corpora, { recursive: true }) as string[]).filter(
      (path) => path.endsWith('.xml') && statSync(join(corpora, path)).size < 1_200_000,
    )
  : [];

describe.each(['latex', 'docx', 'pages', 'epub', 'pdf'])('%s', (name) => {
  it.each(files)('keeps every word of %s', async (path) => {
    expect((await lostWords(name, corpusFile(path), defaultConfig())).slice(0, 10)).toEqual([]);
  });
});
