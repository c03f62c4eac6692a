import { describe, it } from 'vitest';
import { tei } from '../../marked.ts';
import { expectFaults } from '../expect-faults.ts';

const xi = ' xmlns:xi="http://www.w3.org/2001/XInclude"';

describe('invalid-include', () => {
  it('finds what XInclude does not allow', async () => {
    await expectFaults('invalid-include', {
      'a.xml': tei(
        '<xi:include href="⟦b.xml#x⟧"/><xi:include href="b.xml" parse="⟦html⟧"/>⟦<xi:include/>⟧<xi:include href="b.xml"/>',
        '',
        xi,
      ),
      'b.xml': tei(''),
    });
  });
});
