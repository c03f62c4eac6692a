import { describe, expect, it } from 'vitest';
import { tei } from '../../marked.ts';
import { expectFaults } from '../expect-faults.ts';

describe('mention-without-entry', () => {
  const register = tei('<listPerson><person xml:id="castro"/><person xml:id="kennedy"/></listPerson>');

  it('finds keys that are no ids, where keys are ids', async () => {
    const [fault] = await expectFaults('mention-without-entry', {
      'a.xml': tei(
        '<persName key="castro"/><persName key="kennedy"/><persName key="⟦kenedy⟧"/><persName key="kenedy"/>',
      ),
      'r.xml': register,
    });
    expect(fault!.help).toBe('Did you mean “kennedy”?');
  });

  it('leaves the keys of a database alone', async () => {
    await expectFaults('mention-without-entry', {
      'a.xml': tei(
        '<persName key="P1"/><persName key="P2"/><persName key="castro"/><resp key="mrk"/><persName key="P3" ref="r.xml#castro"/>',
      ),
      'r.xml': register,
    });
  });
});
