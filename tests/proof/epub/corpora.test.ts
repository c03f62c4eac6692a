import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { epub } from '../../../src/outputs/epub/epub.ts';
import { epubcheck, makeBooks, withoutEpubcheck } from '../../outputs/epub/make-book.ts';
import { losses } from '../../outputs/losses.ts';

const corpora = '../shared/corpora';
const files = existsSync(corpora)
  ? readdirSync(corpora, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.xml'))
      .sort()
  : [];

/** White space kept as it was differs in these two, on the site as here. */
const differing: readonly string[] = [];

describe.skipIf(files.length === 0)(
  `e-books of real files${withoutEpubcheck || (files.length === 0 ? ' (skipped: no corpora here)' : '')}`,
  () => {
    it.each(files)('%s', { timeout: 300_000 }, async (path) => {
      const made = await makeBooks({ [basename(path)]: readFileSync(join(corpora, path), 'utf8') });
      const lost = await losses(epub, made.edition, made.artifacts);
      if (!differing.includes(path)) expect(lost).toEqual([]);
      for (const [name, content] of made.files)
        if (name.endsWith('.xhtml')) expect(content.length, name).toBeLessThan(300_000);
      if (withoutEpubcheck === '')
        for (const book of made.artifacts) expect(await epubcheck(book)).toEqual([]);
    });
  },
);
