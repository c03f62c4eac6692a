import { describe, expect, it } from 'vitest';
import { expectFaults } from '../expect-faults.ts';
import { critical } from './critical.ts';

describe('reading-in-lacuna', () => {
  it('marks the siglum and shows where the lacuna begins', async () => {
    const [fault] = await expectFaults('reading-in-lacuna', {
      'a.xml': critical(`<p><app><lem wit="#A">w</lem><rdg wit="#C">v<lacunaStart/></rdg></app>
        <app><lem wit="#A">x</lem><rdg wit="#Bern ⟦#C⟧">y</rdg></app>
        <app><lem wit="#A">x</lem><rdg wit="#C"><lacunaEnd/>z</rdg></app> <app><lem wit="#C">x</lem></app></p>`),
    });
    expect(fault!.related![0]!.message).toBe('C has no text from here (lacunaStart)');
  });

  it('knows where a witness begins and ends, by its own sigla too', async () => {
    await expectFaults('reading-in-lacuna', {
      'a.xml':
        critical(`<p><app><lem wit="⟦#C⟧">w</lem></app><witStart wit="#C"/><app><lem wit="#C">x</lem></app>
        <app><rdg wit="#C"><witEnd/></rdg></app><app><lem wit="⟦#C⟧ #fam">z</lem></app></p>`),
    });
  });
});
