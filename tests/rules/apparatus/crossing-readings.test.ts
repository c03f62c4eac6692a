import { describe, expect, it } from 'vitest';
import { expectFaults } from '../expect-faults.ts';
import { critical } from './critical.ts';

const points =
  '<anchor xml:id="a"/>arma <anchor xml:id="b"/>virum<anchor xml:id="c"/> cano<anchor xml:id="d"/>';
const list = (second: string) =>
  `<p>${points}</p><listApp><app from="#a" to="#c"><rdg wit="#C">arva</rdg></app>${second}</listApp>`;

describe('crossing-readings', () => {
  it('finds a witness, or a member of a group, with readings in two entries that cross', async () => {
    const [fault] = await expectFaults('crossing-readings', {
      'a.xml': critical(list('⟦<app from="#b" to="#d">⟧<rdg wit="#fam">canit</rdg></app>')),
    });
    expect(fault!.message).toBe(
      'This entry crosses entry 1, and C has a reading in both: its text shows that of entry 1 alone.',
    );
    expect(fault!.related).toHaveLength(1);
  });

  it.each([
    ['two witnesses', '<app from="#b" to="#d"><rdg wit="#A">canit</rdg></app>'],
    ['entries that follow each other', '<app from="#c" to="#d"><rdg wit="#C">canit</rdg></app>'],
    ['an entry within another', '<app from="#b" to="#c"><rdg wit="#C">virus</rdg></app>'],
  ])('lets %s be', async (_, second) => {
    await expectFaults('crossing-readings', { 'a.xml': critical(list(second)) });
  });
});
