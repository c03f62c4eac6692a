import { describe, expect, it } from 'vitest';
import { expectFaults } from '../expect-faults.ts';
import { critical } from './critical.ts';

describe('entry-without-lemma', () => {
  it('tells once that first readings became the text', async () => {
    const [fault] = await expectFaults('entry-without-lemma', {
      'a.xml':
        critical(`<p>⟦<app>⟧<rdg wit="#A">x</rdg><rdg wit="#C">y</rdg></app><app><rdg wit="#A">x</rdg></app>
        <app><lem>z</lem><rdg wit="#A">x</rdg></app><app><rdg wit="#A"><witStart/></rdg></app><app loc="1"><rdg>x</rdg></app></p>`),
    });
    expect(fault!.message).toContain('in one more place');
  });
});
