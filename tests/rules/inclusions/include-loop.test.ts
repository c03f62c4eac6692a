import { describe, expect, it } from 'vitest';
import { expectFaults } from '../expect-faults.ts';

const xi = ' xmlns:xi="http://www.w3.org/2001/XInclude"';

describe('include-loop', () => {
  it('prints the chain, once', async () => {
    const part = (href: string) =>
      `<div xmlns="http://www.tei-c.org/ns/1.0"${xi}><xi:include href="${href}"/></div>`;
    const [fault, own] = await expectFaults('include-loop', {
      'a.xml': part('⟦b.xml⟧'),
      'b.xml': part('c.xml'),
      'c.xml': part('a.xml'),
      'own.xml': part('⟦own.xml⟧'),
      'fine.xml': part('leaf.xml'),
      'leaf.xml': '<div xmlns="http://www.tei-c.org/ns/1.0"/>',
    });
    expect(fault!.message).toBe('The inclusions go in a circle: a.xml → b.xml → c.xml → a.xml.');
    expect(fault!.related).toHaveLength(2);
    expect(own!.message).toContain('own.xml → own.xml');
  });
});
