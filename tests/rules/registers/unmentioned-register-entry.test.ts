import { describe, expect, it } from 'vitest';
import { tei } from '../../marked.ts';
import { expectFaults } from '../expect-faults.ts';

describe('unmentioned-register-entry', () => {
  it('finds entries that nothing points to, across files', async () => {
    const [bob] = await expectFaults('unmentioned-register-entry', {
      'a.xml': tei('<persName ref="reg.xml#ada"/><persName ref="reg.xml#eve-name"/><persName key="dan"/>'),
      'reg.xml': tei(
        `<listPerson><person xml:id="ada"/><person xml:id="⟦bob⟧"><persName>Bob   Roberts</persName><note>see <ref target="#bob">himself</ref></note></person>
         <person xml:id="eve"><persName xml:id="eve-name"/></person><person xml:id="dan"/><person/></listPerson>
         <listPlace><place xml:id="⟦rome⟧"><place xml:id="forum"/></place></listPlace><listBibl><bibl xml:id="reading"/></listBibl><rs ref="#forum"/>`.replace(
          '⟦rome⟧',
          'rome',
        ),
      ),
    });
    expect(bob!.message).toContain('Bob Roberts');
  });

  it('tells many at once', async () => {
    const entries = Array.from(
      { length: 40 },
      (_, i) => `<place xml:id="${i === 0 ? '⟦x0⟧' : `x${i}`}"/>`,
    ).join('');
    const [fault] = await expectFaults('unmentioned-register-entry', {
      'a.xml': tei(`<listPlace>${entries}</listPlace>`),
    });
    expect(fault!.message).toContain('39 more');
  });
});
