import { describe, it } from 'vitest';
import { tei } from '../../marked.ts';
import { expectFaults } from '../expect-faults.ts';

const refsDecl =
  '<encodingDesc><refsDecl><citeStructure match="//body/p" use="@n"/></refsDecl></encodingDesc>';

describe('ambiguous-reference', () => {
  it('marks the second of two of one name, and one without', async () => {
    await expectFaults('ambiguous-reference', {
      'a.xml': tei('<p n="1"/>⟦<p n="1"/>⟧⟦<p>⟧a</p><p n="2"/>', refsDecl),
    });
  });
});
