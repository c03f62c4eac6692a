import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { cite } from '../../src/cite/cite.ts';
import { pageMetadata } from '../../src/cite/page-metadata.ts';
import { type Citations, readCitations } from '../../src/cite/read-record.ts';
import { createTransform } from '../../src/xslt/create-transform.ts';

const path = 'tei/protocol-62.xml';
let citations: Citations;

beforeAll(async () => {
  const transform = createTransform({ read: () => Promise.reject(new Error('nothing is read')) });
  const source = readFileSync(path, 'utf8');
  const { principal } = await transform({
    stylesheet: 'citation',
    source,
    parameters: { document: 'protocol-62' },
  });
  citations = readCitations(principal, { path });
});

const printed = (request: Parameters<typeof cite>[2]) => {
  const cited = cite(citations, path, request);
  if (!('text' in cited)) throw new Error(cited.diagnostic.message);
  return cited.text;
};

describe('Protocol 62', () => {
  it('is cited in Chicago 17 as the manual has it', () => {
    const text = printed({ style: 'chicago-notes-bibliography-17th-edition' });
    expect(text).toContain(
      'Central Committee of the Communist Party of the Soviet Union, “Presidium Protocol 62,” trans. Mark Kramer, with Timothy Naftali, October 27, 1962, RGANI, F. 3, Op. 16, D. 947, L. 43–44, Wilson Center Digital Archive, https://digitalarchive.umd.edu/document/115085.\n',
    );
    expect(text).toContain(
      'Central Committee of the Communist Party of the Soviet Union. “Presidium Protocol 62.” Translated by Mark Kramer. With Timothy Naftali. October 27, 1962. RGANI, F. 3, Op. 16, D. 947, L. 43–44. Wilson Center Digital Archive. https://digitalarchive.umd.edu/document/115085.\n',
    );
  });

  it('is cited in the source’s own form word for word', () => {
    expect(printed({ style: 'source' })).toContain(
      '"Central Committee of the Communist Party of the Soviet Union Presidium Protocol 62", October 27, 1962, Wilson Center Digital Archive, RGANI, F. 3, Op. 16, D. 947, L. 43-44. Translated and edited by Mark Kramer, with assistance from Timothy Naftali. https://digitalarchive.umd.edu/document/115085',
    );
  });

  it('has a header of which nothing is amiss', () => {
    expect(citations.diagnostics).toEqual([]);
  });

  it('claims no licence for the text', () => {
    for (const format of ['ris', 'bibtex', 'biblatex', 'csl-json', 'dublin-core', 'datacite', 'json-ld'])
      expect(printed({ format }), format).not.toMatch(/Text: [^<"]*(?:creativecommons|CC BY)/i);
    expect(citations.document.rights.text).toEqual(
      expect.objectContaining({ status: 'unknown', target: '' }),
    );
    expect(citations.document.rights.encoding?.target).toBe('https://creativecommons.org/licenses/by/4.0/');
  });

  it.each(['ris', 'bibtex', 'biblatex', 'csl-json', 'datacite', 'dublin-core', 'json-ld', 'cff'])(
    'is exchanged as %s',
    async (format) => {
      // Git keeps line ends as LF; that RIS has CRLF is tested with the formats.
      await expect(printed({ format }).replaceAll('\r\n', '\n')).toMatchFileSnapshot(
        `expected/protocol-62.${format}`,
      );
    },
  );

  it('says on its page what Zotero reads', async () => {
    const { head } = pageMetadata(citations.document, { citationFolder: '../citation/', pageUrl: '' });
    await expect(`${head}\n`).toMatchFileSnapshot('expected/protocol-62.head.html');
  });

  it('leads to the works that its notes name', () => {
    const article = citations.references.find(({ page }) => page === '3–20');
    expect(article).toMatchObject({
      type: 'article-journal',
      volume: '6',
      issue: '2',
      container: 'Journal of Cold War Studies',
    });
  });
});
