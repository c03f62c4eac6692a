import { describe, expect, it } from 'vitest';
import { tei } from '../../marked.ts';
import { expectFaults } from '../expect-faults.ts';

describe('pointer-without-hash', () => {
  it('finds sigla and ids written without it, one message an attribute', async () => {
    const [wit, resp] = await expectFaults('pointer-without-hash', {
      'a.xml': tei(
        '<listWit><witness xml:id="A"/></listWit><rdg wit="Z ⟦A⟧ P46*"/><note resp="⟦me⟧"/><rdg wit="#A"/>',
      ),
    });
    expect(wit!.help).toContain('“#A”');
    expect(wit!.message).toContain('“Z”');
    expect(resp!.help).toContain('begins with “#”');
  });

  it('takes @facs and @url for images, and looks for files first', async () => {
    await expectFaults('pointer-without-hash', {
      'a.xml': tei(
        '<pb facs="0006"/><pb facs="f1v"/><ref target="LICENCE"/><p xml:base="http://x.org/" corresp="y"/><pb facs="⟦s1⟧"/><p xml:id="s1"/>',
      ),
      LICENCE: 'x',
    });
  });
});
