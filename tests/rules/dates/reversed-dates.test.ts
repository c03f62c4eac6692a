import { describe, it } from 'vitest';
import { tei } from '../../marked.ts';
import { expectFaults } from '../expect-faults.ts';

describe('reversed-dates', () => {
  it('finds spans that end before they begin', async () => {
    await expectFaults('reversed-dates', {
      'a.xml': tei(
        `<date from="1962-10-27" to="⟦1962-10-26⟧"/><date notBefore="1963" notAfter="⟦1962-12⟧"/><date from="-0044" to="⟦-0100⟧"/>
         <date from-iso="1905-01-01" to-iso="⟦1882-01-01⟧"/><date notBefore="1963" to="⟦1962⟧"/>`,
      ),
    });
  });

  it('lets overlapping precision, zones and missing years alone', async () => {
    await expectFaults('reversed-dates', {
      'a.xml': tei(
        `<date from="1962-10-27" to="1962"/><date from="1962" to="1962-01-01"/><date from="--10" to="--02"/><date from="1962-10-27T23:00:00-05:00" to="1962-10-27T20:00:00Z"/>
         <date notBefore="x" notAfter="1962"/><locus from="10" to="9"/>`,
      ),
    });
  });
});
