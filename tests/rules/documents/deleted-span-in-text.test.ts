import { describe, it } from 'vitest';
import { tei } from '../../marked.ts';
import { expectFaults } from '../expect-faults.ts';

describe('deleted-span-in-text', () => {
  it('finds a deletion across elements, and lets additions and damage be', async () => {
    await expectFaults('deleted-span-in-text', {
      'a.xml': tei(
        '<p>a <⟦delSpan⟧ spanTo="#e"/>b</p><p>c<anchor xml:id="e"/> <addSpan spanTo="#f"/>d<damageSpan spanTo="#f"/>e<anchor xml:id="f"/></p>',
      ),
    });
  });
});
