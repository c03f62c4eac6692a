import { describe, it } from 'vitest';
import { tei } from '../../marked.ts';
import { expectFaults } from '../expect-faults.ts';

const refsDecl = (structures: string) => `<encodingDesc><refsDecl>${structures}</refsDecl></encodingDesc>`;

describe('cite-structure-fails', () => {
  it('marks the expression', async () => {
    await expectFaults('cite-structure-fails', {
      'a.xml': tei(
        '<p n="1"/>',
        refsDecl('<citeStructure ⟦match="//p["⟧ use="@n"/><citeStructure match="//body/p" use="@n"/>'),
      ),
    });
  });

  it('marks the structure where an attribute is missing', async () => {
    await expectFaults('cite-structure-fails', {
      'a.xml': tei('<p n="1"/>', refsDecl('⟦<citeStructure match="//body/p"/>⟧')),
    });
  });

  it('marks the expression in a header that is included', async () => {
    await expectFaults('cite-structure-fails', {
      'a.xml':
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="header.xml"/><text><body><p/></body></text></TEI>',
      'header.xml': `<teiHeader xmlns="http://www.tei-c.org/ns/1.0">${refsDecl('<citeStructure ⟦match="//p["⟧ use="@n"/>')}</teiHeader>`,
    });
  });
});
