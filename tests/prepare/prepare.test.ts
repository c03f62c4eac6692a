import { describe, expect, it } from 'vitest';
import { defaultConfig } from '../../src/config/read-config.ts';
import { loadCorpus } from '../../src/corpus/load-corpus.ts';
import { prepare } from '../../src/prepare/prepare.ts';
import { readTree } from '../../src/xml/read.ts';
import { marked } from '../marked.ts';
import { MemoryWorld } from '../memory-world.ts';

const prepared = async (files: Record<string, string>) => {
  const world = new MemoryWorld(files);
  const corpus = await loadCorpus(Object.keys(files), world);
  return prepare(corpus, defaultConfig(), world.report);
};
const { text: letter, places } = marked(
  'letter.xml',
  `<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en">
<teiHeader><fileDesc><titleStmt><title>A letter</title>
<respStmt><resp>translated by</resp><name xml:id="mk">M. K.</name></respStmt></titleStmt></fileDesc></teiHeader>
<text><body>
  <p xml:id="p1">To <persName ref="registers.xml#castro">F. Castro</persName><ptr target="#n2"/>, here<note resp="#mk">One.</note>.</p>
  <p>He &amp; ⟦<foreign xml:lang="ar">⟧هو</foreign></p>
</body><back><note xml:id="n2">Two.</note></back></text></TEI>`,
);
const registers = `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><standOff><listPerson>
<person xml:id="castro"><persName><surname>Castro</surname> <forename>Fidel</forename></persName></person>
</listPerson></standOff></TEI>`;

describe('prepare', () => {
  it('counts and resolves notes, names and routes', async () => {
    const { documents, index } = await prepared({ 'letter.xml': letter, 'registers.xml': registers });
    expect(documents.map(({ id, kind }) => [id, kind])).toEqual([
      ['letter', 'text'],
      ['registers', 'register'],
    ]);
    expect(
      index.notes.map(({ n, text, series, responsible, calls }) => [n, text, series, responsible, calls]),
    ).toEqual([
      ['1', 'Two.', 'editor', '', ['p1.ptr1']],
      ['2', 'One.', 'translator', 'M. K.', []],
    ]);
    expect(index.registerEntries).toMatchObject([
      { id: 'castro', kind: 'person', label: 'Castro, Fidel', route: 'persons.html#castro' },
    ]);
    expect(index.mentions).toMatchObject([
      {
        entry: 'castro',
        before: 'To ',
        form: 'F. Castro',
        after: ', here.',
        route: 'letter.html#p1.persName1',
      },
    ]);
    expect(documents[0]!.readingText).toBe('To F. Castro, here.\nHe & هو');
  });

  it('writes TEI that reads back and keeps places', async () => {
    const { documents } = await prepared({ 'letter.xml': letter, 'registers.xml': registers });
    const [document] = documents;
    const faults: unknown[] = [];
    const tree = readTree(new TextEncoder().encode(document!.tei), 'x', (fault) => faults.push(fault));
    expect(faults).toEqual([]);
    expect(tree).toBeDefined();
    const number = /<foreign[^>]* v:i="(\d+)"[^>]* v:lang="ar" v:dir="rtl"/.exec(document!.tei)?.[1];
    expect(document!.placeOf(Number(number))).toEqual(places[0]);
    expect(document!.tei).toContain('v:href="persons.html#castro"');
  });

  it('gives the same bytes whatever order the clock and the folder are in', async () => {
    const files = { 'letter.xml': letter, 'registers.xml': registers };
    expect((await prepared(files)).indexXml).toBe((await prepared(files)).indexXml);
  });
});
