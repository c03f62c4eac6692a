import { describe, expect, it } from 'vitest';
import { tei } from '../../marked.ts';
import { expectFaults } from '../expect-faults.ts';

describe('blank-in-file-name', () => {
  const files = { 'img/page 1 of 2.jpg': 'x', 'b c.xml': tei('<p xml:id="x"/>') };

  it('finds a file whose name the blanks cut, and no other check speaks of its pieces', async () => {
    const text = '<graphic url="⟦img/page 1 of 2.jpg⟧"/><ref target="⟦b c.xml⟧"/><ref target="b%20c.xml"/>';
    const [image] = await expectFaults('blank-in-file-name', { 'a.xml': tei(text), ...files }, ['a.xml']);
    expect(image!.help).toBe('Write “img/page%201%20of%202.jpg”.');
    const plain = text.replace(/[⟦⟧]/g, '');
    await expectFaults('missing-file', { 'a.xml': tei(plain), ...files }, ['a.xml']);
    await expectFaults('pointer-without-hash', { 'a.xml': tei(plain), ...files }, ['a.xml']);
  });

  it('leaves lists of pointers alone', async () => {
    await expectFaults(
      'blank-in-file-name',
      { 'a.xml': tei('<ref target="no.xml b%20c.xml"/><p ana="x y"/>'), ...files },
      ['a.xml'],
    );
  });
});
