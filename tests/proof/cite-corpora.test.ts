import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { citationFormats } from '../../src/cite/formats.ts';
import { readCitations } from '../../src/cite/read-record.ts';
import { citationsOf } from '../../src/cite/styled-citation.ts';
import { createTransform } from '../../src/xslt/create-transform.ts';

const corpora = '../shared/corpora';
const isThere = existsSync(corpora);
const files = isThere
  ? readdirSync(corpora, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.xml'))
  : [];
const transform = createTransform({ read: () => Promise.reject(new Error('nothing is read')) });

it.skipIf(!isThere)(
  `every real header is cited in every style and format${isThere ? '' : ' (skipped: no ../shared/corpora)'}`,
  async () => {
    for (const path of files) {
      const source = readFileSync(join(corpora, path), 'utf8').replace(/^\uFEFF/, '');
      const { principal } = await transform({
        stylesheet: 'citation',
        source,
        parameters: { document: 'document' },
      });
      const { document, references } = readCitations(principal, { path });
      expect(document.title, path).not.toBe('');
      for (const { note } of citationsOf(document))
        expect(note.text, path).not.toMatch(/undefined|\[object|NaN/);
      for (const record of [document, ...references])
        for (const [name, { write }] of Object.entries(citationFormats))
          expect(write([record]).length, `${path} ${name}`).toBeGreaterThan(10);
    }
  },
  300_000,
);
