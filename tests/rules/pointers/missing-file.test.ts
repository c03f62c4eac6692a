import { describe, expect, it } from 'vitest';
import { tei } from '../../marked.ts';
import { expectFaults } from '../expect-faults.ts';

describe('missing-file', () => {
  it('finds files that are not there, and says where one of that name is', async () => {
    const [images, register] = await expectFaults('missing-file', {
      'tei/a.xml': tei(
        '<graphic url="⟦img/1.jpg⟧"/><graphic url="img/2.jpg"/><graphic url="img/3.jpg"/><graphic url="img/0.jpg"/><rs ref="⟦persons.xml#a⟧"/>',
      ),
      'tei/img/0.jpg': 'x',
      'reg/persons.xml': tei(''),
    });
    expect(images!.message).toContain('2 more');
    expect(register!.help).toBe('Did you mean “../reg/persons.xml”?');
  });

  it('passes over files that are there under names with blanks, and over the web', async () => {
    await expectFaults('missing-file', {
      'a.xml': tei(
        '<graphic url="b%20%C3%BC,%27%7B.jpg"/><graphic url="b%20c"/><ref target="https://x.org/y.jpg"/>',
      ),
      "b ü,'{.jpg": 'x',
      'b c/d': 'x',
    });
  });
});
