import { describe, expect, it } from 'vitest';
import { tei } from '../../marked.ts';
import { expectFaults } from '../expect-faults.ts';

describe('not-tei', () => {
  it('tells each kind once, at the root', async () => {
    const faults = await expectFaults('not-tei', {
      '1.xml': '<⟦TEI.2⟧><text><p id="a"/></text></TEI.2>',
      '2.xml': '<⟦TEI⟧><text><ref target="#x"/></text></TEI>',
      '3.xml': '<⟦TEI⟧ xmlns="http://www.tei-c.org/ns/1.0/"/>',
      '4.xml': '<⟦t:TEI⟧ xmlns:t="http://www.tei-c.org/ns/2.0"/>',
      '5.xml': '<⟦html⟧ xmlns="http://www.w3.org/1999/xhtml"/>',
    });
    expect(faults[0]!.message).toBe('<TEI.2> is the root of TEI P4, so nothing here is read as TEI.');
    expect(faults[1]!.help).toBe('Write <TEI xmlns="http://www.tei-c.org/ns/1.0"> at the root.');
    expect(faults[2]!.message).toContain('not quite');
    expect(faults[4]!.help).toBeUndefined();
  });

  it('accepts TEI under any prefix, and files that TEI includes', async () => {
    await expectFaults('not-tei', {
      'a.xml': tei('<xi:include href="b.xml"/>', '', ' xmlns:xi="http://www.w3.org/2001/XInclude"'),
      'b.xml': '<math xmlns="http://www.w3.org/1998/Math/MathML"/>',
      'c.xml': '<t:div xmlns:t="http://www.tei-c.org/ns/1.0"/>',
    });
  });
});
