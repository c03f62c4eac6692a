import { describe, expect, it } from 'vitest';
import { expectFaults } from '../expect-faults.ts';
import { critical } from './critical.ts';

describe('witness-in-two-readings', () => {
  it('marks the siglum in the later reading and shows the other', async () => {
    const [fault] = await expectFaults('witness-in-two-readings', {
      'a.xml': critical('<p><app><lem wit="#A">x</lem><rdg wit="#C ⟦#A⟧">y</rdg></app></p>'),
    });
    expect(fault!.message).toContain('“A”');
    expect(fault!.related).toHaveLength(1);
  });

  it('lets hands, stages, responsibility and states tell readings apart', async () => {
    await expectFaults('witness-in-two-readings', {
      'a.xml': critical(`<p>
        <app><lem wit="#A">x</lem><rdg wit="#A" hand="#A1">y</rdg></app>
        <app><lem wit="#A" varSeq="1">x</lem><rdg wit="#A" varSeq="2">y</rdg></app>
        <app><lem wit="#A">x</lem><rdg wit="#A" resp="#A1">y</rdg></app>
        <app><lem wit="#A">x</lem><rdg wit="#A">y</rdg><witDetail wit="#A" type="ac"/></app>
        <app><lem wit="#A"><app><lem wit="#A">x</lem></app></lem></app>
        <app><lem wit="A*">x</lem><rdg wit="Ac">y</rdg></app>
        <app><rdg wit="#A">x</rdg><rdg wit="#C">y</rdg></app></p>`),
    });
  });

  it('looks into groups', async () => {
    await expectFaults('witness-in-two-readings', {
      'a.xml': critical('<p><app><lem wit="#C">x</lem><rdgGrp wit="⟦#C⟧"><rdg>y</rdg></rdgGrp></app></p>'),
    });
  });
});
