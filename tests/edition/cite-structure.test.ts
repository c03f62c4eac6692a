import { describe, expect, it } from 'vitest';
import { type CiteStructures, citeStructuresOf } from '../../src/edition/cite-structure.ts';
import type { EditedDocument } from '../../src/edition/edited-document.ts';
import { sequenceOf } from '../../src/edition/sequence.ts';
import { parseTree } from '../../src/xml/parse-tree.ts';
import { Source } from '../../src/xml/source.ts';
import { editionOf, tei } from './edition-of.ts';

function structures(refsDecl: string, body: string): CiteStructures {
  const text = `<TEI xmlns="http://www.tei-c.org/ns/1.0" xmlns:my="urn:my"><teiHeader><encodingDesc>${refsDecl}</encodingDesc></teiHeader><text><body>${body}</body></text></TEI>`;
  const document = parseTree(new Source('a.xml', text), (found) => {
    throw new Error(found.message);
  });
  return citeStructuresOf(document!, sequenceOf(document!));
}
const references = (found: CiteStructures) => found.passages.map(({ reference }) => reference);

const poem = '<div n="1"><head>One</head><l n="1">a</l><l n="2">b</l></div><div n="2"><l n="1">c</l></div>';

describe('citeStructure', () => {
  it('names nested passages with their delimiters, and binds unprefixed names to TEI', () => {
    const found = structures(
      '<refsDecl><citeStructure unit="book" match="/TEI/text/body/div" use="@n"><citeStructure unit="line" match="l" use="@n" delim="."/></citeStructure></refsDecl>',
      poem,
    );
    expect(found.faults).toEqual([]);
    expect(references(found)).toEqual(['1', '1.1', '1.2', '2', '2.1']);
    expect(found.passages[1]).toMatchObject({ unit: 'line', level: 2, tree: 0 });
  });

  it('counts with position(), and takes a prefixed name of the document', () => {
    const found = structures(
      '<refsDecl><citeStructure match="/TEI/text//my:stanza" use="position()" delim="st. "/></refsDecl>',
      '<my:stanza/><p/><my:stanza/>',
    );
    expect(references(found)).toEqual(['st. 1', 'st. 2']);
  });

  it('reads what citeData says', () => {
    const found = structures(
      '<refsDecl><citeStructure match="//body/div" use="@n"><citeData property="http://purl.org/dc/terms/title" use="head"/><citeData property="urn:lines" use="count(l)"/></citeStructure></refsDecl>',
      poem,
    );
    expect(found.passages[0]!.data).toEqual([
      { property: 'http://purl.org/dc/terms/title', value: 'One' },
      { property: 'urn:lines', value: '2' },
    ]);
  });

  it('keeps several trees apart; citations use the default one', () => {
    const found = structures(
      '<refsDecl n="pages"><citeStructure unit="page" match="//pb" use="@n" delim="p. "/></refsDecl><refsDecl n="books" default="true"><citeStructure match="//body/div" use="@n"/><citeStructure match="//pb" use="concat(\'leaf \', @n)"/></refsDecl>',
      '<pb n="7"/><div n="1"><p/></div>',
    );
    expect(found.passages.map(({ reference, tree }) => [tree, reference])).toEqual([
      [0, '1'],
      [0, 'leaf 7'],
      [1, 'p. 7'],
    ]);
    expect([...found.references.values()]).toEqual(['1', 'leaf 7']);
  });

  it('says which expression fails, and still reads the rest', () => {
    const found = structures(
      '<refsDecl><citeStructure match="/TEI/text/body/div" use="@n"><citeStructure match="l[" use="@n" delim="."/><citeStructure match="head" use="nope()" delim=":"/></citeStructure><citeStructure match="//l" use="string(@n)" delim="l"/></refsDecl>',
      poem,
    );
    expect(references(found)).toEqual(['1', '2', 'l1', 'l2', 'l1']);
    expect(found.faults.map(({ kind, attribute, what }) => [kind, attribute?.value ?? what])).toEqual([
      ['expression', 'l['],
      ['expression', 'nope()'],
      ['ambiguous', 'l1'],
    ]);
  });

  it('says where a passage has no name, and where an attribute is missing', () => {
    const found = structures(
      '<refsDecl><citeStructure match="//l" use="@n"/><citeStructure use="@n"/></refsDecl>',
      '<l n="1">a</l><l>b</l>',
    );
    expect(references(found)).toEqual(['1']);
    expect(found.faults.map(({ kind }) => kind)).toEqual(['unnamed', 'expression']);
  });

  describe('of several files', () => {
    const structure =
      '<encodingDesc><refsDecl><citeStructure match="/TEI/text/body/div" use="@n"><citeStructure match="p" use="position()" delim="."><citeData property="urn:words" use="."/></citeStructure></citeStructure></refsDecl></encodingDesc>';
    const xi = 'xmlns:xi="http://www.w3.org/2001/XInclude"';
    const called = (document: EditedDocument) =>
      [...document.references].map(
        ([i, reference]) =>
          `${reference} ${document.names[i]} ${document.anchors.of(i)} ${document.textOf(i)}`,
      );

    it('names passages that XInclude brings, at every depth and as often as it brings them', async () => {
      const { documents } = await editionOf({
        'a.xml': tei(
          `<xi:include ${xi} href="b.xml"/><div n="3"><xi:include ${xi} href="c.xml"/><p>own</p></div>`,
          structure,
        ),
        'b.xml': `<div xmlns="http://www.tei-c.org/ns/1.0" n="2"><!-- c --><p>one</p><xi:include ${xi} href="c.xml"/></div>`,
        'c.xml': '<p xmlns="http://www.tei-c.org/ns/1.0">of c</p>',
      });
      expect(documents.map(({ path }) => path)).toEqual(['a.xml']);
      expect(called(documents[0]!)).toEqual([
        '2 div _2 one of c',
        '2.1 p _2.1 one',
        '2.2 p _2.2 of c',
        '3 div _3 of c own',
        '3.1 p _3.1 of c',
        '3.2 p _3.2 own',
      ]);
      expect(documents[0]!.citeStructures.passages[2]!.data).toEqual([
        { property: 'urn:words', value: 'of c' },
      ]);
      expect(documents[0]!.citeStructures.faults).toEqual([]);
    });

    it('takes the structures of a header that XInclude brings, and text that it brings as text', async () => {
      const { documents } = await editionOf({
        'a.xml': `<TEI xmlns="http://www.tei-c.org/ns/1.0"><xi:include ${xi} href="header.xml"/><text><body><div n="1"><p><xi:include ${xi} href="words.txt" parse="text"/></p></div></body></text></TEI>`,
        'header.xml': `<teiHeader xmlns="http://www.tei-c.org/ns/1.0">${structure}</teiHeader>`,
        'words.txt': 'plain words',
      });
      const a = documents.find(({ path }) => path === 'a.xml')!;
      expect(called(a)).toEqual(['1 div _1 plain words', '1.1 p _1.1 plain words']);
      expect(a.citeStructures.passages[1]!.data).toEqual([{ property: 'urn:words', value: 'plain words' }]);
    });

    it('lets each text of a corpus have its own, as if it were alone', async () => {
      const { documents } = await editionOf({
        'all.xml': `<teiCorpus xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><encodingDesc><refsDecl><citeStructure match="//p" use="concat('all', position())"/></refsDecl></encodingDesc></teiHeader>${tei('<div n="1"><p>a</p></div>', structure)}<xi:include ${xi} href="b.xml"/></teiCorpus>`,
        'b.xml': tei('<div n="7"><p>b</p></div>', structure),
      });
      expect(called(documents[0]!)).toEqual(
        expect.arrayContaining(['7 div _7 b', '7.1 p _7.1 b', '1 div _1 a', '1.1 p _1.1 a']),
      );
      expect(called(documents[0]!)).toHaveLength(4);
    });
  });

  it('is silent without a declaration', () => {
    expect(structures('<p/>', poem)).toEqual({ passages: [], faults: [], references: new Map() });
  });
});
