import { describe, expect, it } from 'vitest';
import { expectFaults } from '../expect-faults.ts';
import { critical } from './critical.ts';

describe('circular-witness-list', () => {
  it('names the circle once, and goes on', async () => {
    const [fault] = await expectFaults('circular-witness-list', {
      'a.xml': critical(
        '<p><app><lem wit="#g">x</lem><rdg wit="#h">y</rdg></app></p>',
        '⟦<witness xml:id="g" corresp="#h #A">⟧</witness><witness xml:id="h" corresp="#g"/>⟦<witness xml:id="i" sameAs="#i"/>⟧',
      ),
    });
    expect(fault!.message).toContain('g → h → g');
  });
});
