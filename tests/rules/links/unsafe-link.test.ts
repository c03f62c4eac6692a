import { describe, expect, it } from 'vitest';
import { tei } from '../../marked.ts';
import { expectFaults } from '../expect-faults.ts';

describe('unsafe-link', () => {
  it('finds them however they are written', async () => {
    await expectFaults('unsafe-link', {
      'a.xml': tei(
        `<ref target="⟦javascript:alert(1)⟧"/><ref target="⟦JaVaScRiPt:x⟧"/><ref target="⟦java&#9;script:x⟧"/><ref target="⟦java&#10;script:x⟧"/>
         <graphic url="⟦data:image/svg+xml,x⟧"/><ref target="⟦vbscript:x⟧"/><pb facs="⟦x%00.png⟧"/><ref target="#a ⟦javascript:y⟧"/>`,
      ),
    });
  });

  it('finds them behind a prefix', async () => {
    await expectFaults('unsafe-link', {
      'a.xml': tei(
        '<rs ref="⟦j:alert(1)⟧"/>',
        '<encodingDesc><listPrefixDef><prefixDef ident="j" matchPattern="(.+)" replacementPattern="javascript:$1"/></listPrefixDef></encodingDesc>',
      ),
    });
  });

  it('finds them behind an xml:base, and takes no bare fragment for one', async () => {
    await expectFaults('unsafe-link', {
      'a.xml': tei(
        '<div xml:base="javascript:a/"><ref target="⟦b⟧"/><ref target="#x"/></div><p xml:id="x"/>',
      ),
    });
    const [fault] = await expectFaults('dangling-pointer', {
      'a.xml': tei('<div xml:base="javascript:a/"><ref target="⟦#nowhere⟧"/></div>'),
    });
    expect(fault!.message).toContain('nowhere');
  });

  it('lets honest words alone', async () => {
    await expectFaults('unsafe-link', {
      'a.xml': tei(
        '<ref target="https://x.org/javascript:a"/><p n="javascript:x">javascript:x</p><ref target="#javascript"/>',
      ),
    });
  });
});
