import { existsSync, readdirSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { printDocumentSchema } from '../../../src/print/print-document-schema.ts';
import { corpusFile, editionIn, printDocumentsOf } from '../../print/print-documents-of.ts';

const validate = new Ajv2020({ strict: true, allErrors: true }).compile(printDocumentSchema);
const corpora = '../shared/corpora';
const files = existsSync(corpora)
  ? (readdirSync(corpora, { recursive: true }) as string[]).filter((path) => path.endsWith('.xml'))
  : [];

describe('print documents are valid by their schema', () => {
  it.each(
    ['.', 'examples/catullus', 'tests/editions/parallel'].filter((folder) =>
      existsSync(`${folder}/variorum.json`),
    ),
  )('%s', async (folder) => {
    const { files: own, config } = editionIn(folder);
    const { printables } = await printDocumentsOf(own, config);
    expect(printables.length).toBeGreaterThan(0);
    for (const { document } of printables)
      expect(validate(document) ? [] : validate.errors!.slice(0, 5)).toEqual([]);
  });

  it.each(files)('%s', async (path) => {
    for (const { document } of (await printDocumentsOf(corpusFile(path))).printables)
      expect(validate(document) ? [] : validate.errors!.slice(0, 5)).toEqual([]);
  });
});
