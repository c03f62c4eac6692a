import { describe, expect, it } from 'vitest';
import { defaultConfig } from '../../src/config/read-config.ts';
import { loadCorpus } from '../../src/corpus/load-corpus.ts';
import { type Edge, parallelRows } from '../../src/edition/parallel/parallel-rows.ts';
import { prepare } from '../../src/prepare/prepare.ts';
import { tei } from '../marked.ts';
import { MemoryWorld } from '../memory-world.ts';

async function parallels(files: Record<string, string>) {
  const world = new MemoryWorld(files);
  return (await prepare(await loadCorpus(Object.keys(files), world), defaultConfig(), world.report)).index
    .parallels;
}
const lines = (count: number, attributes: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => `<p ${attributes(n)}>Passage ${n}.</p>`).join('');
const rowsOf = ([first]: Awaited<ReturnType<typeof parallels>>) =>
  first!.rows.map((row) => `${row.left.join(' ')}|${row.right.join(' ')}`);

describe('texts that are aligned', () => {
  it('stand side by side, whichever of the two points, the translation on the right', async () => {
    const original = tei('<p xml:id="a">A</p><p xml:id="b">B</p>', '', ' xml:lang="la"');
    const translated = tei(
      '<div type="translation"><p xml:id="c" corresp="z.xml#a">C</p><p xml:id="d">D</p></div>',
      '',
      ' xml:lang="en"',
    );
    const found = await parallels({ 'a.xml': translated, 'z.xml': original });
    expect(found[0]).toMatchObject({ left: { document: 'z', language: 'la' }, right: { document: 'a' } });
    expect(rowsOf(found)).toEqual(['a|c', 'b|d']);
    const pointing = await parallels({
      'a.xml': translated.replace(' corresp="z.xml#a"', ''),
      'z.xml': original.replace('xml:id="a"', 'xml:id="a" corresp="a.xml#c"'),
    });
    expect(rowsOf(pointing)).toEqual(rowsOf(found));
  });

  it('keep what is aligned with nothing in its place', async () => {
    const found = await parallels({
      'a.xml': tei(
        '<p xml:id="a1">.</p><p xml:id="a2">.</p><ab xml:id="a3">.</ab><p xml:id="a4">.</p>',
        '',
        ' xml:lang="la"',
      ),
      'b.xml': tei(
        '<p xml:id="b1" corresp="a.xml#a1">.</p><p xml:id="b4" corresp="a.xml#a4">.</p><p xml:id="b5">.</p>',
        '',
        ' xml:lang="en"',
      ),
    });
    expect(rowsOf(found)).toEqual(['a1|b1', 'a2|', 'a3|', 'a4|b4', '|b5']);
  });

  it('may be tied by links that stand in a third file', async () => {
    const group = '<linkGrp type="translation"><link target="a.xml#a1 b.xml#b1"/></linkGrp>';
    const files = {
      'a.xml': tei('<p xml:id="a1">.</p>', '', ' xml:lang="grc"'),
      'b.xml': tei('<p xml:id="b1">.</p>', '', ' xml:lang="en"'),
    };
    expect(await parallels({ ...files, 'c.xml': tei(`<p>.</p>${group}`) })).toHaveLength(1);
    expect(
      await parallels({ ...files, 'c.xml': tei(`<p>.</p>${group.replace('translation', 'reuse')}`) }),
    ).toEqual([]);
  });

  it('may be parts of one file, divided or alternating', async () => {
    const alternating = tei(
      [1, 2]
        .map((n) => `<p xml:id="la${n}">.</p><p xml:lang="en" xml:id="en${n}" corresp="#la${n}">.</p>`)
        .join('<milestone unit="x"/>'),
      '',
      ' xml:lang="la"',
    );
    const found = await parallels({ 'a.xml': alternating });
    expect(rowsOf(found)).toEqual(['la1|en1', 'la2|en2']);
    expect(found[0]!.route).toBe('a.parallel.html');
  });

  it('are parted at segments where an anonymous block holds nothing else; a paragraph stays whole', async () => {
    const of = (name: string) => ({
      'a.xml': tei(
        `<${name} xml:id="a"><seg xml:id="a1">.</seg> <seg xml:id="a2">.</seg></${name}>`,
        '',
        ' xml:lang="la"',
      ),
      'b.xml': tei(
        `<${name} xml:id="b"><seg xml:id="b1" corresp="a.xml#a1">.</seg> <seg xml:id="b2" corresp="a.xml#a2">.</seg></${name}>`,
        '',
        ' xml:lang="en"',
      ),
    });
    expect(rowsOf(await parallels(of('ab')))).toEqual(['a1|b1', 'a2|b2']);
    expect(rowsOf(await parallels(of('p')))).toEqual(['a|b']);
  });

  it('are not texts of one language of which one refers to the other', async () => {
    const of = (count: number, aligned: number) => ({
      'a.xml': tei(lines(count, (n) => `xml:id="a${n}"`)),
      'b.xml': tei(lines(count, (n) => (n < aligned ? `corresp="a.xml#a${n}"` : ''))),
    });
    expect(await parallels(of(6, 1))).toEqual([]);
    expect(await parallels(of(6, 3))).toHaveLength(1);
  });

  it('need no pointer that leads anywhere, and no passage to be one', async () => {
    const found = await parallels({
      'a.xml': tei(
        '<p xml:id="a" corresp="#a #nowhere b.xml#none">.</p><note corresp="b.xml#b">.</note>',
        '',
        ' xml:lang="la"',
      ),
      'b.xml': tei('<p xml:id="b">.</p>'),
    });
    expect(found).toEqual([]);
  });
});

describe('rows of parallel texts', () => {
  const never = () => false;

  it('hold what one passage corresponds to on the other side', () => {
    const { rows } = parallelRows(
      3,
      2,
      [
        [0, 0],
        [1, 0],
        [2, 1],
      ],
      never,
    );
    expect(rows).toEqual([
      { left: [0, 1], right: [0] },
      { left: [2], right: [1] },
    ]);
  });

  it('keep both orders where alignments cross, and say which do', () => {
    const { rows, crossing } = parallelRows(
      3,
      3,
      [
        [0, 0],
        [1, 2],
        [2, 1],
      ],
      never,
    );
    expect(rows.flatMap((row) => row.left)).toEqual([0, 1, 2]);
    expect(rows.flatMap((row) => row.right)).toEqual([0, 1, 2]);
    expect(crossing).toHaveLength(1);
  });

  it('hold every passage once, in order, whatever is aligned with whatever', () => {
    let seed = 7;
    const random = (below: number) => {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      return seed % below;
    };
    for (let turn = 0; turn < 300; turn++) {
      const [lefts, rights] = [random(9), random(9)];
      const edges = Array.from(
        { length: lefts * rights === 0 ? 0 : random(20) },
        (): Edge => [random(lefts), random(rights)],
      );
      const unique = [...new Map(edges.map((edge) => [edge.join(), edge])).values()];
      const { rows, crossing } = parallelRows(lefts, rights, unique, () => random(2) === 0);
      expect(rows.flatMap((row) => row.left)).toEqual(Array.from({ length: lefts }, (_, n) => n));
      expect(rows.flatMap((row) => row.right)).toEqual(Array.from({ length: rights }, (_, n) => n));
      const together = ([l, r]: Edge) => rows.some((row) => row.left.includes(l) && row.right.includes(r));
      expect(unique.every((edge) => together(edge) || crossing.includes(edge))).toBe(true);
    }
  });

  it('take no more than their number in time', async () => {
    const count = 4000;
    const [rows] = await parallels({
      'a.xml': tei(
        lines(count, (n) => `xml:id="a${n}"`),
        '',
        ' xml:lang="la"',
      ),
      'b.xml': tei(
        lines(count, (n) => `corresp="a.xml#a${n}"`),
        '',
        ' xml:lang="en"',
      ),
    });
    expect(rows!.rows).toHaveLength(count);
  }, 20_000);
});
