import { describe, expect, it } from 'vitest';
import { tei } from '../../marked.ts';
import { expectFaults } from '../expect-faults.ts';

describe('call-without-note', () => {
  it('finds calls that lead to no note', async () => {
    const faults = await expectFaults('call-without-note', {
      'a.xml': tei(
        `<p xml:id="p">a⟦<ptr type="noteCall"/>⟧ b<ptr type="noteCall" target="⟦#p⟧"/> c<ref type="fn" target="#n">1</ref> d<ptr type="noteAnchor" target="#q"/><note xml:id="n"><p xml:id="q"/></note></p>
         <ref target="#p"/><ref type="note" target="http://x.org"/><ptr type="noteCall" target="#dangling"/>`,
      ),
    });
    expect(faults[1]!.message).toBe('This call leads to a <p>, not to a note.');
  });
});
