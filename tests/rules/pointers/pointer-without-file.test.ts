import { describe, expect, it } from 'vitest';
import { tei } from '../../marked.ts';
import { expectFaults } from '../expect-faults.ts';

describe('pointer-without-file', () => {
  it('says once for each file where the ids are, and how to write them', async () => {
    const [persons, places] = await expectFaults('pointer-without-file', {
      'tei/letters/a.xml': tei(
        '<rs ref="⟦#ada⟧"/><rs ref="#bob"/><rs ref="⟦#rome⟧"/><p xml:id="own"/><rs ref="#own ../persons.xml#ada"/>',
      ),
      'tei/persons.xml': tei('<person xml:id="ada"/><person xml:id="bob"/>'),
      'places 1.xml': tei('<place xml:id="rome"/>'),
    });
    expect(persons!.expected).toEqual([{ kind: 'value', name: '../persons.xml#ada' }]);
    expect(persons!.related).toHaveLength(1);
    expect(places!.help).toContain('“../../places%201.xml#rome”');
  });

  it('says where it could be several', async () => {
    const [fault] = await expectFaults('pointer-without-file', {
      'a.xml': tei('<rs ref="⟦#x⟧"/>'),
      'b.xml': tei('<p xml:id="x"/>'),
      'c.xml': tei('<p xml:id="x"/>'),
    });
    expect(fault!.message).toContain('and in 1 other file');
  });
});
