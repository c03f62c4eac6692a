import { describe, expect, it } from 'vitest';
import { tei } from '../../marked.ts';
import { expectFaults } from '../expect-faults.ts';

const prefixDef = (pattern: string) =>
  `<encodingDesc><listPrefixDef><prefixDef ident="p" matchPattern="${pattern}" replacementPattern="#$1"/></listPrefixDef></encodingDesc>`;

describe('invalid-match-pattern', () => {
  it('finds what is no regular expression', async () => {
    await expectFaults('invalid-match-pattern', { 'a.xml': tei('<rs ref="p:a"/>', prefixDef('⟦([a-z+⟧')) });
  });

  it('finds what would take for ever', async () => {
    const slow = `<rs ref="p:${'a'.repeat(50)}!"/>`;
    const [fault] = await expectFaults('invalid-match-pattern', {
      'a.xml': tei(slow, prefixDef('⟦^(a+)+$⟧')),
    });
    expect(fault!.message).toContain('too long');
  });

  it('accepts what editors write', async () => {
    for (const pattern of [
      '([a-zA-Z0-9\\_]+)',
      '^(.+)$',
      '([\\w]+)',
      '\\i\\c*',
      '(c\\d+/#/p\\d+)',
      '([0-9\\-]+):([0-9IVX]+)',
    ]) {
      await expectFaults('invalid-match-pattern', { 'a.xml': tei('<rs ref="p:abc"/>', prefixDef(pattern)) });
    }
  });
});
