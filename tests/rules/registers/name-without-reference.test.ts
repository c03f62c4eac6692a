import { describe, expect, it } from 'vitest';
import { tei } from '../../marked.ts';
import { expectFaults } from '../expect-faults.ts';

describe('name-without-reference', () => {
  it('finds names of the text without an entry', async () => {
    const [fault] = await expectFaults('name-without-reference', {
      'a.xml': tei(
        `<p>⟦<persName>⟧Fidel  Castro</persName> <placeName>Havana</placeName> <persName ref="#x"><forename>J</forename> <placeName>inner</placeName></persName>
         <rs>it</rs> <rs type="person">he</rs></p><listPerson><person xml:id="x"><persName>X</persName></person></listPerson>`,
        '<profileDesc><particDesc><p><persName>Header</persName></p></particDesc></profileDesc>',
      ),
    });
    expect(fault!.message).toContain('“Fidel Castro”');
    expect(fault!.related).toHaveLength(2);
  });
});
