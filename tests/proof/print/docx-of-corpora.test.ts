import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { defaultPrintOptions } from '../../../src/print/options.ts';
import { corpusFile, printDocumentsOf } from '../../print/print-documents-of.ts';
import { lacksOffice, lacksPandoc, missingInWord } from '../../print/word-oracles.ts';

const corpora = '../shared/corpora';
const files = existsSync(corpora)
  ? (readdirSync(corpora, { recursive: true }) as string[]).filter(
      (path) => path.endsWith('.xml') && statSync(join(corpora, path)).size < 1_200_000,
    )
  : [];
const readers = { pandoc: lacksPandoc === undefined, office: lacksOffice === undefined };

describe.skipIf(!readers.pandoc && !readers.office)(
  'Word files of real texts, read by other programs',
  () => {
    it.each(files)('%s', { timeout: 300_000 }, async (path) => {
      for (const { document } of (await printDocumentsOf(corpusFile(path))).printables)
        expect((await missingInWord(document, defaultPrintOptions, readers)).slice(0, 5)).toEqual([]);
    });
  },
);
