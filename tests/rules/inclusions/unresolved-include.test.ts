import { describe, expect, it } from 'vitest';
import { tei } from '../../marked.ts';
import { expectFaults } from '../expect-faults.ts';

const xi = ' xmlns:xi="http://www.w3.org/2001/XInclude"';

describe('unresolved-include', () => {
  it('says why nothing was included', async () => {
    const faults = await expectFaults(
      'unresolved-include',
      {
        'a.xml': tei(
          `<xi:include href="⟦no.xml⟧"/><xi:include href="⟦../x.xml⟧"/><xi:include href="⟦https://x.org/y.xml⟧"/><xi:include href="⟦b.xml⟧" xpointer="zz"/>
         <xi:include xpointer="⟦range(x)⟧"/><xi:include href="⟦bad.xml⟧"/><xi:include href="⟦bad.xml⟧" parse="text" encoding="klingon"/>`,
          '',
          xi,
        ),
        'b.xml': tei(''),
        'bad.xml': '<a>',
      },
      ['a.xml'],
    );
    expect(faults.map((each) => each.message.split(': ')[1]!.slice(0, 22))).toEqual([
      'there is no such file.',
      'it lies outside the pr',
      'it is on the network, ',
      'nothing in it answers ',
      'xpointer “range(x)” is',
      'it is not well-formed ',
      'it is not klingon.',
    ]);
  });

  it('is content with a fallback', async () => {
    await expectFaults('unresolved-include', {
      'a.xml': tei('<xi:include href="no.xml"><xi:fallback/></xi:include><xi:include href="b.xml"/>', '', xi),
      'b.xml': tei(''),
    });
  });

  it('tells three hundred missing files of a manifest once', async () => {
    const includes = Array.from(
      { length: 322 },
      (_, i) => `<xi:include href="${i === 0 ? '⟦0.xml⟧' : `${i}.xml`}"/>`,
    ).join('');
    const [fault] = await expectFaults('unresolved-include', { 'a.xml': tei(includes, '', xi) });
    expect(fault!.message).toContain('321 more');
  });
});
