import { describe, expect, it } from 'vitest';
import { tei } from '../../marked.ts';
import { expectFaults } from '../expect-faults.ts';

describe('invalid-id', () => {
  it('says what is wrong with each kind', async () => {
    const faults = await expectFaults('invalid-id', {
      'a.xml': tei(
        '<p xml:id="⟦12⟧"/><p xml:id="⟦a b⟧"/><p xml:id="⟦a:b⟧"/><p ⟦xml:id=""⟧/><p xml:id="⟦a/b⟧"/><p xml:id="⟦-a⟧"/>',
      ),
    });
    expect(faults.map((each) => /: (.*)\.$/.exec(each.message)![1])).toEqual([
      'it begins with a digit',
      'it has a blank inside',
      'it has a colon',
      'it is empty',
      '“/” may not stand in it',
      'it begins with “-”',
    ]);
    expect(faults[0]!.help).toContain('“id12”');
  });

  it('tells one cause once', async () => {
    const many = Array.from({ length: 500 }, (_, i) => `<p xml:id="${i === 0 ? '⟦0⟧' : i}"/>`).join('');
    const [fault] = await expectFaults('invalid-id', { 'a.xml': tei(many) });
    expect(fault!.message).toContain('500');
    expect(fault!.related!.length).toBeGreaterThan(100);
  });

  it('accepts every script, and blanks around an id', async () => {
    await expectFaults('invalid-id', {
      'a.xml': tei(
        '<p xml:id="Ελλ-1.a"/><p xml:id="_пример"/><p xml:id=" trailing "/><p xml:id="漢字"/><p xml:id="𐎠𐎢"/><p xml:id="é"/>',
      ),
    });
  });
});
