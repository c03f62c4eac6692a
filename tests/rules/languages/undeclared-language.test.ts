import { describe, it } from 'vitest';
import { tei } from '../../marked.ts';
import { expectFaults } from '../expect-faults.ts';

describe('undeclared-language', () => {
  const header =
    '<profileDesc><langUsage><language ident="en"/><language ident="ru-Latn"/></langUsage></profileDesc>';

  it('finds languages of the text that the header leaves out', async () => {
    await expectFaults('undeclared-language', {
      'a.xml': tei(
        '<p xml:lang="en-GB"/><p xml:lang="⟦de⟧"/><p xml:lang="⟦ru⟧"/><p xml:lang="ru-Latn"/><p xml:lang="de"/>',
        header,
      ),
    });
  });

  it('is silent where the header lists none, and in the header', async () => {
    await expectFaults('undeclared-language', {
      'a.xml': tei('<p xml:lang="de"/>'),
      'b.xml': tei('', `${header}<encodingDesc><p xml:lang="fr"/></encodingDesc>`),
    });
  });
});
