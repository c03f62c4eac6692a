import { describe, expect, it } from 'vitest';
import { tei } from '../../marked.ts';
import { expectFaults } from '../expect-faults.ts';

describe('note-without-responsibility', () => {
  it('finds notes that do not say whose they are', async () => {
    const [fault] = await expectFaults('note-without-responsibility', {
      'a.xml': tei(
        `<p>⟦<note>⟧a</note><note resp="#x">b</note><note type="authorial">c</note></p><noteGrp resp="#x"><note>d</note></noteGrp>
         <note place="foot">e</note><listPerson><person xml:id="x"><note>f</note></person></listPerson><app><note>g</note></app>`,
        '<encodingDesc><p><note>h</note></p></encodingDesc>',
      ),
    });
    expect(fault!.related).toHaveLength(1);
  });
});
