import { describe, it } from 'vitest';
import { tei } from '../../marked.ts';
import { expectFaults } from '../expect-faults.ts';

const xi = ' xmlns:xi="http://www.w3.org/2001/XInclude"';

describe('include-explosion', () => {
  it('finds the inclusion that goes beyond the limit', async () => {
    const files: Record<string, string> = { '0.xml': '<p xmlns="http://www.tei-c.org/ns/1.0"/>' };
    for (let i = 1; i <= 5; i++) {
      const tenth = `<xi:include href="${i - 1}.xml"/>`;
      // 10,000 inclusions are reached with the ninth copy of a file that brings 1,110 itself.
      const copies = i === 5 ? '<xi:include href="⟦4.xml⟧"/>' : tenth.repeat(10);
      files[`${i}.xml`] = `<div xmlns="http://www.tei-c.org/ns/1.0"${xi}>${copies}</div>`;
    }
    files['4.xml'] = files['4.xml']!.replace(/(<xi:include href=")(3\.xml)("\/>)(<\/div>)$/, '$1⟦$2⟧$3$4');
    files['5.xml'] = files['5.xml']!.replace(/[⟦⟧]/g, '');
    await expectFaults('include-explosion', files, ['5.xml']);
  });

  it('lets a manifest of thousands be', async () => {
    const include = '<xi:include href="b.xml"/>'.repeat(5000);
    await expectFaults('include-explosion', {
      'a.xml': tei(include, '', xi),
      'b.xml': '<p xmlns="http://www.tei-c.org/ns/1.0"/>',
    });
  });
});
