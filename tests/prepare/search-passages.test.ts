import { describe, expect, it } from 'vitest';
import { defaultConfig } from '../../src/config/read-config.ts';
import { loadCorpus } from '../../src/corpus/load-corpus.ts';
import { prepare } from '../../src/prepare/prepare.ts';
import { MemoryWorld } from '../memory-world.ts';

const register = `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><standOff><listPerson>
<person xml:id="castro"><persName>Castro</persName></person></listPerson></standOff></TEI>`;

/** The passages of a text with this body, as `kind language anchor: text`, and what they name as its words. */
async function passagesOf(body: string, header = '') {
  const letter = `<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en"><teiHeader><fileDesc><titleStmt><title>A</title></titleStmt></fileDesc>${header}</teiHeader><text><body>${body}</body></text></TEI>`;
  const world = new MemoryWorld({ 'a.xml': letter, 'r.xml': register });
  const edition = await prepare(await loadCorpus(['a.xml', 'r.xml'], world), defaultConfig(), world.report);
  const passages = edition.documents[0]!.searchPassages();
  return {
    said: passages.map(({ kind, language, anchor, text }) => `${kind} ${language} ${anchor}: ${text}`),
    named: passages.flatMap(({ text, mentions }) =>
      mentions.map(({ entry, start, end }) => `${entry}: ${text.slice(start, end)}`),
    ),
    tei: edition.documents[0]!.tei,
  };
}

describe('the passages that a search finds', () => {
  it('are the blocks of the text, each at its anchor, of its kind, in its language', async () => {
    const { said, tei } = await passagesOf(
      `<div xml:id="d"><head>To Havana</head><p xml:id="p">One\n   two <hi>three</hi>.</p><p xml:id="q" xml:lang="deu">Vier.</p>
      <sp xml:id="s"><speaker>Kent</speaker><p>Five.</p></sp><stage xml:id="t">Exit.</stage></div>`,
    );
    expect(said).toEqual([
      'heading en d.head1: To Havana',
      'paragraph en p: One two three.',
      'paragraph de q: Vier.',
      'speech en s.speaker1: Kent',
      'speech en s.p1: Five.',
      'stage en t: Exit.',
    ]);
    for (const each of said) expect(tei).toContain(` v:id="${/ (\S+):/.exec(each)![1]}"`);
  });

  it('take a stanza and a list of few words as one, a list of sentences item by item', async () => {
    const sentence = 'A sentence of this length is found for itself and by itself.';
    const { said } = await passagesOf(
      `<lg xml:id="g"><l>Roses</l><l>are red</l></lg>
      <list xml:id="few"><head>Present</head><item>Kozlov</item><item>Suslov</item></list>
      <list xml:id="long"><item xml:id="i">${sentence}</item><item xml:id="j">${sentence}</item></list>`,
    );
    expect(said).toEqual([
      'verse en g: Roses / are red',
      'heading en few.head1: Present',
      'paragraph en few: Kozlov Suslov',
      `item en i: ${sentence}`,
      `item en j: ${sentence}`,
    ]);
  });

  it('have the words that the page shows: one half of a choice, the signs of a gap, what was deleted', async () => {
    const { said } = await passagesOf(
      `<p xml:id="p">a <choice><sic>xx</sic><corr>b</corr></choice> <gap reason="illegible"><desc>blot</desc></gap> <del>c</del><fw>furniture</fw> d</p>`,
    );
    expect(said).toEqual(['paragraph en p: a b […] c d']);
  });

  it('part notes from the text that calls them, whatever they hold, and have the summary', async () => {
    const { said } = await passagesOf(
      `<p xml:id="p">Text<note xml:id="n">First.<note xml:id="m">Deep.</note></note> goes on.</p><p xml:id="q">More<note xml:id="k" xml:lang="la"><p xml:id="k1">Unus.</p><p xml:id="k2">Duo.</p></note>.</p>`,
      '<profileDesc><abstract xml:id="ab"><p>In short.</p></abstract></profileDesc>',
    );
    expect(said).toEqual([
      'paragraph en ab: In short.',
      'paragraph en p: Text goes on.',
      'paragraph en q: More.',
      'note en n: First.',
      'note en m: Deep.',
      'note la k1: Unus.',
      'note la k2: Duo.',
    ]);
  });

  it('say where the names of register entries stand in them', async () => {
    const { named } = await passagesOf(
      '<p>  To <persName ref="r.xml#castro">Fidel  Castro </persName></p><lg><l>x</l><l><rs ref="r.xml#castro">he</rs></l></lg>',
    );
    expect(named).toEqual(['castro: Fidel Castro', 'castro: he']);
  });

  it('are none of a text without words', async () => {
    expect((await passagesOf('<p> </p><div/>')).said).toEqual([]);
  });
});
