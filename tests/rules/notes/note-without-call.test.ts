import { describe, expect, it } from 'vitest';
import { tei } from '../../marked.ts';
import { expectFaults } from '../expect-faults.ts';

const withBack = (text: string, back: string) =>
  tei(`${text}</body><back>${back}</back><body>`)
    .replace('<body></body>', '')
    .replace('</back><body></body>', '</back>');

describe('note-without-call', () => {
  it('finds notes at the end that nothing calls', async () => {
    const faults = await expectFaults('note-without-call', {
      'a.xml': withBack(
        '<p>a<ptr type="noteCall" target="#n1"/> <seg xml:id="s">b</seg> c<ptr target="#n1"/></p>',
        `<div type="notes"><note xml:id="n1"/>⟦<note xml:id="n2">⟧x</note>⟦<note>⟧y</note><note target="#s"/></div>
         <noteGrp>⟦<note xml:id="n3"/>⟧</noteGrp><list type="endnotes"><item>⟦<note xml:id="n4"/>⟧</item></list>`,
      ),
    });
    expect(faults[0]!.help).toContain('target="#n2"');
    expect(faults[1]!.message).toContain('This note');
  });

  it('takes a note in the text for its own call, in an appendix too', async () => {
    await expectFaults('note-without-call', {
      'a.xml': withBack(
        '<p>a<note>b</note></p><div><note>c</note></div>',
        '<div type="appendix"><p>d<note>e</note></p><note>f</note></div><listPerson><person><note>g</note></person></listPerson>',
      ),
    });
  });
});
