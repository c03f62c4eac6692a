import { describe, it } from 'vitest';
import { tei } from '../../marked.ts';
import { expectFaults } from '../expect-faults.ts';

describe('confusable-id', () => {
  it('finds ids that differ by case or by the form of an accent', async () => {
    await expectFaults('confusable-id', {
      'a.xml': tei(
        '<p xml:id="note"/><p xml:id="⟦Note⟧"/><p xml:id="\u00e9"/><p xml:id="⟦e\u0301⟧"/><p xml:id="other"/>',
      ),
    });
  });

  it('lets sigla be', async () => {
    await expectFaults('confusable-id', {
      'a.xml': tei('<listWit><witness xml:id="A"/><witness xml:id="a"/></listWit>'),
      'b.xml': tei('<p xml:id="NOTE"/>'),
      'c.xml': tei('<p xml:id="note"/>'),
    });
  });
});
