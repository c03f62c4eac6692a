import { describe, expect, it } from 'vitest';
import { tei } from '../../marked.ts';
import { expectFaults } from '../expect-faults.ts';

describe('unmatched-prefix', () => {
  it('shows pattern and pointer', async () => {
    const [fault] = await expectFaults('unmatched-prefix', {
      'a.xml': tei(
        '<p xml:id="ada"/><rs ref="psn:ada"/><rs ref="⟦psn:12⟧"/><rs ref="psn:13"/>',
        '<encodingDesc><listPrefixDef><prefixDef ident="psn" matchPattern="^([a-z]+)$" replacementPattern="#$1"/></listPrefixDef></encodingDesc>',
      ),
    });
    expect(fault!.message).toContain('“psn:13”');
    expect(fault!.related![0]!.place.line).toBe(4);
  });
});
