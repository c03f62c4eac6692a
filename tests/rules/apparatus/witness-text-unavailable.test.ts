import { describe, expect, it } from 'vitest';
import { expectFaults } from '../expect-faults.ts';
import { critical } from './critical.ts';

describe('witness-text-unavailable', () => {
  it('says it once for a text', async () => {
    const [fault] = await expectFaults('witness-text-unavailable', {
      'a.xml': critical(
        '<p>x</p><listApp>⟦<app loc="1">⟧<lem>x</lem><rdg wit="#A">y</rdg></app><app loc="2"><rdg wit="#A">y</rdg></app></listApp>',
      ),
    });
    expect(fault!.message).toContain('2 of its entries');
  });
});
