import { describe, expect, it } from 'vitest';
import { Anchors } from '../../src/edition/anchors.ts';
import { editionOf, tei } from './edition-of.ts';

const anchorsOf = async (body: string, references?: (names: readonly string[]) => Map<number, string>) => {
  const edition = await editionOf({ 'a.xml': tei(body) });
  const { unsettled, names } = edition.documents[0]!;
  const anchors = new Anchors(unsettled, references?.(names));
  return (name: string) => names.flatMap((each, i) => (each === name ? [anchors.of(i)] : []));
};

describe('anchors', () => {
  it('are a reference, else the id, else the path from the nearest id', async () => {
    const of = await anchorsOf(
      '<div xml:id="d"><p/><p xml:id="q"><note/></p></div><div><p/></div>',
      (names) => new Map([[names.lastIndexOf('p'), '2.1']]),
    );
    expect(of('p')).toEqual(['d.p1', 'q', '_2.1']);
    expect(of('note')).toEqual(['q.note1']);
    expect(of('div')).toEqual(['d', 'body.div2']);
  });

  it('do not change with what stands elsewhere', async () => {
    const before = await anchorsOf('<div xml:id="d"><p/></div><div xml:id="e"><p/></div>');
    const after = await anchorsOf('<div xml:id="d"><p/><p/><p/></div><div xml:id="e"><p/></div>');
    expect(after('p').at(-1)).toBe(before('p').at(-1));
  });

  it('stay short in a deep file', async () => {
    const of = await anchorsOf(`${'<div>'.repeat(100)}<p/><p/>${'</div>'.repeat(100)}`);
    const [first, second] = of('p');
    expect(first).toMatch(/^path-[0-9a-f]{16}/);
    expect(second).not.toBe(first);
  });

  it('are unique and safe whatever the ids', async () => {
    const of = await anchorsOf(
      '<p xml:id="a"/><p xml:id="a"/><p xml:id=""/><p xml:id=" b "/><p xml:id="x y&quot;&lt;"/><p xml:id="__proto__"/><p xml:id="1"/><p xml:id="é:1"/>',
    );
    expect(of('p')).toEqual(['a', 'a_2', 'body.p3', 'b', 'x_y_', '__proto__', '_1', 'é:1']);
  });
});
