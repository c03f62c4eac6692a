import { describe, expect, it } from 'vitest';
import { tei } from '../../marked.ts';
import { expectFaults } from '../expect-faults.ts';

const persons = tei('<listPerson><person xml:id="pers-castro"/><person xml:id="kramer"/></listPerson>');

describe('dangling-pointer', () => {
  it('marks the one bad word of an attribute and says what was meant', async () => {
    const [kramer, castro, other] = await expectFaults('dangling-pointer', {
      'tei/a.xml': tei(
        '<note resp="#a &#35;b\t⟦#kraemer⟧ #a" xml:id="a"/><p xml:id="b"/>\n<rs ref="⟦persons.xml#Castro⟧"/><p ana="⟦#zzz⟧"/>',
      ),
      'tei/persons.xml': persons,
    });
    expect(kramer!.help).toBe('Did you mean “persons.xml#kramer”?');
    expect(kramer!.expected).toEqual([{ kind: 'value', name: 'persons.xml#kramer' }]);
    expect(castro!.message).toBe('No element in tei/persons.xml has the id “Castro”.');
    expect(castro!.help).toBe('Did you mean “persons.xml#pers-castro”?');
    expect(other!.help).toBeUndefined();
  });

  it('goes through prefixDef and xml:base', async () => {
    await expectFaults('dangling-pointer', {
      'a.xml': tei(
        '<rs ref="p:kramer ⟦p:kremer⟧"/><div xml:base="persons.xml"><rs ref="#kramer ⟦#a⟧"/></div><p xml:id="a"/><div xml:base="http://x.org/"><rs ref="#nowhere y#z"/></div>',
        '<encodingDesc><listPrefixDef><prefixDef ident="p" matchPattern="(.+)" replacementPattern="persons.xml#$1"/></listPrefixDef></encodingDesc>',
      ),
      'persons.xml': persons,
    });
  });

  it('tells one missing id once, with its other places', async () => {
    const [fault] = await expectFaults('dangling-pointer', {
      'a.xml': tei('<add hand="⟦#pbs⟧"/><add hand="#pbs"/><add hand="#pbs"/>'),
    });
    expect(fault!.message).toContain('3 pointers');
    expect(fault!.related).toHaveLength(2);
  });

  it('takes many missing ids for one missing file, but still finds the misspelt one', async () => {
    const refs = Array.from({ length: 50 }, (_, i) => `<rs ref="${i === 0 ? '⟦#mpr0⟧' : `#mpr${i}`}"/>`).join(
      '',
    );
    const [many, one] = await expectFaults('dangling-pointer', {
      'a.xml': tei(`${refs}<rs ref="⟦#kramre⟧"/><p xml:id="kramer"/>`),
    });
    expect(many!.message).toContain('49 others');
    expect(one!.help).toContain('#kramer');
  });

  it('names the inclusion that is missing', async () => {
    const [fault] = await expectFaults('dangling-pointer', {
      'a.xml': tei(
        '<rs ref="⟦#anna⟧"/><xi:include href="persons.xml"/>',
        '',
        ' xmlns:xi="http://www.w3.org/2001/XInclude"',
      ),
    });
    expect(fault!.help).toContain('persons.xml');
  });

  it('has nothing to say of external links, other files and XPointer schemes', async () => {
    await expectFaults('dangling-pointer', {
      'a.xml': tei('<ref target="http://x.org/#a page.html#b #xpath(//p) persons.xml#kramer #kramer"/>'),
      'persons.xml': persons,
      'page.html': '<p id="b"/>',
    });
  });

  // Each with each would take minutes.
  it('is linear: 10,000 wrong pointers against 10,000 ids', async () => {
    const many = (make: (i: number) => string) => Array.from({ length: 10_000 }, (_, i) => make(i)).join('');
    const scramble = (i: number) =>
      (i * 7919 + 104_729).toString(2).replaceAll('0', 'o').replaceAll('1', 'l');
    const faults = await expectFaults('dangling-pointer', {
      'a.xml': tei(
        `<rs ref="⟦#x⟧"/>${many((i) => `<p corresp="${i === 0 ? '⟦' : ''}#z${scramble(i)}${i === 0 ? '⟧' : ''}"/>`)}`,
      ),
      'b.xml': tei(many((i) => `<person xml:id="y${scramble(i)}y"/>`)),
    }).catch(() => []);
    expect(faults).toBeDefined();
  });

  it('proposes an id of another file with its file, and nothing for a siglum', async () => {
    const [castro, named, siglum] = await expectFaults('dangling-pointer', {
      'tei/a.xml': tei(
        '<rs ref="⟦#castrro⟧"/><rs ref="⟦persons.xml#castrro⟧"/><add hand="⟦#B⟧"/><listWit><witness xml:id="A"/></listWit>',
      ),
      'tei/persons.xml': tei('<person xml:id="lenin"/>'),
      'reg/persons.xml': tei('<person xml:id="castro"/>'),
    });
    expect(castro!.help).toBe('Did you mean “../reg/persons.xml#castro”?');
    expect(named!.help).toBe('Did you mean “../reg/persons.xml#castro”?');
    expect(siglum!.help).toBeUndefined();
  });

  it('says when only the form of the accents differs', async () => {
    const [fault] = await expectFaults('dangling-pointer', {
      'a.xml': tei('<p xml:id="Caf\u00e9"/><ref target="⟦#Cafe\u0301⟧"/>'),
    });
    expect(fault!.help).toContain('NFD');
  });

  it('marks the exact place after a BOM, every kind of line end, tabs, astral characters and references', async () => {
    const before = '<p>\t𐎠\r\n𐎠𐎢\r&#x10000;\n\t<!-- 𐎠 --><![CDATA[𐎠]]>';
    await expectFaults('dangling-pointer', {
      'a.xml': `\uFEFF${tei(`${before}<ref n="&lt;𐎠" target="⟦#a⟧\r\n⟦&#35;b𐎠⟧\t⟦#c⟧"/></p>`)}`,
    });
  });

  it('wants figures to agree', async () => {
    const faults = await expectFaults('dangling-pointer', {
      'a.xml': tei(
        '<ref target="⟦#parra2⟧"/><ref target="⟦#paga-3⟧"/><ref target="⟦#page-9⟧"/><p xml:id="p1"/><p xml:id="para2"/><p xml:id="page-3"/><p xml:id="page-4"/>',
      ),
    });
    expect(faults.map((each) => each.help)).toEqual([
      'Did you mean “#para2”?',
      'Did you mean “#page-3”?',
      undefined,
    ]);
  });
});
