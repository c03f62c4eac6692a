import { describe, it } from 'vitest';
import { tei } from '../../marked.ts';
import { expectFaults } from '../expect-faults.ts';

describe('fragment-document', () => {
  it('finds parts that stand alone', async () => {
    await expectFaults('fragment-document', {
      'a.xml': '<⟦surface⟧ xmlns="http://www.tei-c.org/ns/1.0"/>',
      'b.xml': tei('<xi:include href="c.xml"/>', '', ' xmlns:xi="http://www.w3.org/2001/XInclude"'),
      'c.xml': '<div xmlns="http://www.tei-c.org/ns/1.0"/>',
      'd.xml': '<teiCorpus xmlns="http://www.tei-c.org/ns/1.0"/>',
      'e.xml': '<⟦t:div⟧ xmlns:t="http://www.tei-c.org/ns/1.0"/>',
    });
  });
});
