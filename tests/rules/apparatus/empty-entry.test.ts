import { describe, it } from 'vitest';
import { expectFaults } from '../expect-faults.ts';
import { critical } from './critical.ts';

describe('empty-entry', () => {
  it('finds an entry with nothing in it, not one with a note alone', async () => {
    await expectFaults('empty-entry', {
      'a.xml': critical('<p>⟦<app/>⟧ ⟦<app>⟧ </app> <app><note>n</note></app> <app><lem/><rdg/></app></p>'),
    });
  });
});
