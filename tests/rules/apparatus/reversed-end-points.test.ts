import { describe, expect, it } from 'vitest';
import { expectFaults } from '../expect-faults.ts';
import { critical } from './critical.ts';

describe('reversed-end-points', () => {
  it('marks the start and shows both ends', async () => {
    const [fault] = await expectFaults('reversed-end-points', {
      'a.xml': critical(`<p><anchor xml:id="a"/>x<anchor xml:id="b"/></p><listApp>
        <app from="⟦#b⟧" to="#a"><lem>x</lem></app><app from="#a" to="#b"><lem>x</lem></app><app from="#a" to="#a"><rdg>y</rdg></app></listApp>`),
    });
    expect(fault!.related).toHaveLength(2);
  });

  it('takes an element of text as the whole of it', async () => {
    await expectFaults('reversed-end-points', {
      'a.xml': critical(
        '<p><w xml:id="a">x</w> <w xml:id="b">y</w></p><listApp><app from="#a" to="#a"/><app from="⟦#b⟧" to="#a"/></listApp>',
      ),
    });
  });
});
