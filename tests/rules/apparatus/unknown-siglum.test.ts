import { describe, expect, it } from 'vitest';
import { expectFaults } from '../expect-faults.ts';
import { critical } from './critical.ts';

describe('unknown-siglum', () => {
  it('marks the one word of an attribute and says what was meant, once for a file', async () => {
    const [berm, q] = await expectFaults('unknown-siglum', {
      'a.xml': critical(
        '<p><app><lem wit="#A ⟦#Berm⟧">x</lem><rdg wit="#C\t⟦#Qqq⟧">y</rdg></app><app><lem wit="#Berm A* #fam">x</lem></app></p>',
      ),
    });
    expect(berm!.help).toBe('Did you mean “#Bern”?');
    expect(berm!.expected).toEqual([{ kind: 'value', name: '#Bern' }]);
    expect(berm!.related).toHaveLength(1);
    expect(q!.help).toContain('<listWit>');
  });

  it('finds Greek sigla, witnesses in another file, and printed editions', async () => {
    await expectFaults('unknown-siglum', {
      'a.xml': critical(
        '<p><app><lem wit="#α b.xml#β #ed ⟦b.xml#γ⟧">x</lem></app></p><bibl xml:id="ed">Ed.</bibl>',
        '<witness xml:id="α"/>',
      ),
      'b.xml': critical('<p/>', '<witness xml:id="β"/>')
        .replaceAll('"A"', '"A9"')
        .replaceAll('"Bern"', '"B9"')
        .replaceAll('"C"', '"C9"')
        .replaceAll('"fam"', '"f9"')
        .replaceAll('"A1"', '"A19"'),
    });
  });

  it('reports a hostile siglum as any other', async () => {
    await expectFaults('unknown-siglum', {
      'a.xml': critical('<p><app><lem wit="⟦#__proto__⟧ ⟦#constructor⟧ ⟦toString⟧">x</lem></app></p>'),
    });
  });
});
