import { describe, expect, it } from 'vitest';
import { tei } from '../../marked.ts';
import { expectFaults } from '../expect-faults.ts';

const xi = ' xmlns:xi="http://www.w3.org/2001/XInclude"';

describe('duplicate-id', () => {
  it('names both places', async () => {
    const [fault] = await expectFaults('duplicate-id', {
      'a.xml': tei('<p xml:id="a"/>\r\n<p xml:id="⟦a⟧"/><p xml:id=" a "/><p xml:id="b"/>'),
    });
    expect(fault!.related!.map((each) => each.place.line)).toEqual([5, 6]);
    expect(fault!.message).toContain('“a”');
  });

  it('is a matter of one document, not of the edition', async () => {
    await expectFaults('duplicate-id', {
      'a.xml': tei('<p xml:id="p1"/>'),
      'b.xml': tei('<p xml:id="p1"/>'),
    });
  });

  it('counts what XInclude joins', async () => {
    await expectFaults('duplicate-id', {
      'a.xml': tei(
        '<p xml:id="p1"/><p xml:id="p2"/><xi:include href="b.xml"/><xi:include href="b.xml"/>',
        '',
        xi,
      ),
      'b.xml': '<div xmlns="http://www.tei-c.org/ns/1.0"><p xml:id="⟦p1⟧"/></div>',
      'c.xml': tei('<xi:include href="d.xml" xpointer="part"/><p xml:id="p1"/>', '', xi),
      'd.xml': tei('<div xml:id="part"/><p xml:id="p1"/>'),
    });
  });

  it('passes over examples in documentation', async () => {
    await expectFaults('duplicate-id', {
      'a.xml': tei('<egXML xmlns="http://www.tei-c.org/ns/Examples"><p xml:id="x"/><p xml:id="x"/></egXML>'),
    });
  });
});
