import { describe, expect, it } from 'vitest';
import { expectFaults } from '../expect-faults.ts';
import { critical } from './critical.ts';

const undeclared = (body: string) => critical(body).replace(/<variantEncoding[^>]*>/, '');

describe('undeclared-method', () => {
  it('says once which method is assumed', async () => {
    const [parallel] = await expectFaults('undeclared-method', {
      'a.xml': undeclared('<p>⟦<app>⟧<lem>x</lem></app><app><lem>y</lem></app></p>'),
    });
    expect(parallel!.message).toContain('parallel segmentation');
    const [located] = await expectFaults('undeclared-method', {
      'a.xml': undeclared('<listApp>⟦<app loc="1">⟧<lem>x</lem></app></listApp>'),
    });
    expect(located!.help).toContain('method="location-referenced" location="external"');
  });

  it('is content with a declaration, and with entries that are only notes', async () => {
    await expectFaults('undeclared-method', { 'a.xml': critical('<p><app><lem>x</lem></app></p>') });
    await expectFaults('undeclared-method', { 'a.xml': undeclared('<p><app><note>x</note></app></p>') });
  });
});
