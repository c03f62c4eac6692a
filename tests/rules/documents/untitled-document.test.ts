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
      'e.xml': '<div xmlns="http://www.tei-c.org/ns/1.0"/>',
    });
  });
});
