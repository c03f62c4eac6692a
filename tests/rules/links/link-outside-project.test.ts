import { describe, expect, it } from 'vitest';
import { tei } from '../../marked.ts';
import { expectFaults } from '../expect-faults.ts';

describe('link-outside-project', () => {
  it('finds every way out', async () => {
    const files: Record<string, string> = {};
    const ways = [
      '../../etc/passwd',
      '/etc/passwd',
      'file:///etc/passwd',
      'FILE:x',
      '%2e%2e/%2E%2e/x.png',
      '..%2f..%2fx',
      'a/../../../x',
      'C:\\x.png',
      '..\\..\\x.png',
    ];
    for (const [i, way] of ways.entries()) files[`tei/${i}.xml`] = tei(`<graphic url="⟦${way}⟧"/>`);
    await expectFaults('link-outside-project', files);
  });

  it('lets what stays inside alone', async () => {
    await expectFaults('link-outside-project', {
      'tei/a.xml': tei(
        '<graphic url="../img/x.png"/><ref target="./../tei/a.xml"/><ref target="https://x.org/../../y"/>',
      ),
    });
  });

  it('tells links with one cause once', async () => {
    const [prefix] = await expectFaults('link-outside-project', {
      'a.xml': tei(
        '<rs ref="⟦c:a⟧"/><rs ref="c:b"/><u who="c:d"/>',
        '<encodingDesc><listPrefixDef><prefixDef ident="c" matchPattern="(.+)" replacementPattern="../../corpus.xml#$1"/></listPrefixDef></encodingDesc>',
      ),
    });
    expect(prefix!.message).toContain('“../../corpus.xml”');
    expect(prefix!.related).toHaveLength(2);
  });
});
