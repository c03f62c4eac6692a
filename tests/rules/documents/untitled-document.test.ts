import { describe, it } from 'vitest';
import { tei } from '../../marked.ts';
import { expectFaults } from '../expect-faults.ts';

describe('untitled-document', () => {
  it('finds documents without a title, and with an empty one', async () => {
    await expectFaults('untitled-document', {
      'a.xml': tei('').replace('<title>A</title>', '⟦<title>⟧ </title>'),
      'b.xml': tei('').replace('<titleStmt><title>A</title></titleStmt>', '⟦<titleStmt>⟧</titleStmt>'),
      'c.xml': '⟦<TEI xmlns="http://www.tei-c.org/ns/1.0">⟧</TEI>',
      'd.xml': tei(''),
      'f.xml':
        '<TEI xmlns="http://www.tei-c.org/ns/1.0" xmlns:xi="http://www.w3.org/2001/XInclude"><xi:include href="h.xml"/></TEI>',
      'g.xml':
        '<TEI xmlns="http://www.tei-c.org/ns/1.0" xmlns:xi="http://www.w3.org/2001/XInclude"><xi:include href="no.xml"/></TEI>',
      'h.xml':
        '<teiHeader xmlns="http://www.tei-c.org/ns/1.0"><fileDesc><titleStmt><title>T</title></titleStmt></fileDesc></teiHeader>',
      'e.xml': '<div xmlns="http://www.tei-c.org/ns/1.0"/>',
    });
  });
});
