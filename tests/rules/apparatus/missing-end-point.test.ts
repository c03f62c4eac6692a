import { describe, expect, it } from 'vitest';
import { expectFaults } from '../expect-faults.ts';
import { critical } from './critical.ts';

describe('missing-end-point', () => {
  it('marks the attribute and says what was meant', async () => {
    const [near] = await expectFaults('missing-end-point', {
      'a.xml': critical(`<p><anchor xml:id="start-1"/>x<anchor xml:id="end-1"/></p><listApp>
        <app from="⟦#strat-1⟧" to="#end-1"><lem>x</lem></app><app from="#start-1" to="⟦b.xml#zzzzzz⟧"><lem>x</lem></app></listApp>`),
    });
    expect(near!.help).toBe('Did you mean “#start-1”?');
  });
});
