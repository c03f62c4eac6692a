import { describe, expect, it } from 'vitest';
import { tei } from '../../marked.ts';
import { expectFaults } from '../expect-faults.ts';

describe('empty-pointer', () => {
  it('finds empty and blank ones', async () => {
    const [target] = await expectFaults('empty-pointer', {
      'a.xml': tei(
        '<ref ⟦target=""⟧/><rs ⟦ref="  "⟧/><ref target=" "/><p n="" rend=""/><ref target="#a"/><p xml:id="a"/>',
      ),
    });
    expect(target!.message).toContain('2 times');
  });
});
