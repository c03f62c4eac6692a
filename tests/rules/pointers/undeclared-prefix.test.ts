import { describe, expect, it } from 'vitest';
import { tei } from '../../marked.ts';
import { expectFaults } from '../expect-faults.ts';

const prefixes =
  '<encodingDesc><listPrefixDef><prefixDef ident="psn" matchPattern="(.+)" replacementPattern="#$1"/></listPrefixDef></encodingDesc>';

describe('undeclared-prefix', () => {
  it('marks the prefix and guesses what was meant', async () => {
    const [near, id, unknown] = await expectFaults('undeclared-prefix', {
      'a.xml': tei(
        '<p xml:id="a"/><rs ref="psn:a ⟦pns:⟧a"/><rs ref="⟦KSP:⟧117"/><p xml:id="KSP:117"/><w ana="⟦mte:⟧N"/><w ana="mte:V"/>',
        prefixes,
      ),
    });
    expect(near!.help).toBe('Did you mean “psn:”?');
    expect(id!.help).toContain('“#KSP:117”');
    expect(unknown!.related).toHaveLength(1);
  });

  it('knows the schemes of the world', async () => {
    await expectFaults('undeclared-prefix', {
      'a.xml': tei(
        '<ref target="HTTP://x.org mailto:a@b.c urn:isbn:1 doi:10.1/2 ark:/1/2 geo:1,2 gopher://x.org/"/>',
      ),
    });
  });
});
