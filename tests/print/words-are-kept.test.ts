import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { defaultConfig } from '../../src/config/read-config.ts';
import { lostWords } from './lost-words.ts';
import { lacksPoppler } from './pdf-lines.ts';
import { corpusFile, editionIn } from './print-documents-of.ts';

/** One file of each kind of text; `npm run proof` takes all. */
const sample = [
  'frus-history/documents/1984-11-09-hac-meeting-minutes.xml',
  'tei/P5/Test/testdrama.xml',
  'leopold-briefe-data/data/editions/lb-00135.xml',
  'pta-data/data/pta9999/pta079/pta9999.pta079.pta-grc1.xml',
  'yidracor/tei/rose-engshaft.xml',
];

describe.each(['pdf', 'latex', 'docx', 'pages', 'epub'])('%s', (name) => {
  const lacking = name === 'pdf' ? lacksPoppler : undefined;

  it.skipIf(lacking !== undefined).each(['.', 'examples/catullus'])(
    `keeps every word of text, notes and readings of %s ${lacking ?? ''}`,
    async (folder) => {
      const { files, config } = editionIn(folder);
      expect(await lostWords(name, files, config)).toEqual([]);
    },
  );

  it.skipIf(lacking !== undefined || !existsSync('../shared/corpora')).each(sample)(
    `keeps every word of %s ${lacking ?? ''}`,
    async (path) => {
      expect((await lostWords(name, corpusFile(path), defaultConfig())).slice(0, 10)).toEqual([]);
    },
  );
});
