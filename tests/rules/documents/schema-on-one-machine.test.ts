import { describe, expect, it } from 'vitest';
import { tei } from '../../marked.ts';
import { expectFaults } from '../expect-faults.ts';

describe('schema-on-one-machine', () => {
  it('finds schemas that nobody else has', async () => {
    const [file] = await expectFaults('schema-on-one-machine', {
      'a.xml': `<?xml-model href="⟦file:/Users/me/tei.rng⟧" type="application/xml"?><?xml-model href='⟦C:\\schemas\\x.rnc⟧'?><?xml-model href="⟦/home/me/x.sch⟧"?>
<?xml-model href="../schema/x.rng"?><?xml-model href="https://x.org/x.rng"?><?xml-model href="/schema/x.rng"?>${tei('')}`,
    });
    expect(file!.help).toContain('…/tei.rng');
  });
});
