import { describe, expect, it } from 'vitest';
import { expectFaults } from '../expect-faults.ts';
import { critical } from './critical.ts';

describe('divided-end-points', () => {
  it('marks the end that lies in another text', async () => {
    const [fault] = await expectFaults('divided-end-points', {
      'a.xml': critical(
        '<p><anchor xml:id="a"/>x<anchor xml:id="b"/></p><listApp><app from="#a" to="⟦b.xml#c⟧"/></listApp>',
      ),
      'b.xml': critical('<p><anchor xml:id="c"/></p>'),
    });
    expect(fault!.message).toContain('a.xml and b.xml');
  });
});
