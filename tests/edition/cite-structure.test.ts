import { describe, expect, it } from 'vitest';
import { type CiteStructures, citeStructuresOf } from '../../src/edition/cite-structure.ts';
import { parseTree } from '../../src/xml/parse-tree.ts';
import { Source } from '../../src/xml/source.ts';

function structures(refsDecl: string, body: string): CiteStructures {
  const text = `<TEI xmlns="http://www.tei-c.org/ns/1.0" xmlns:my="urn:my"><teiHeader><encodingDesc>${refsDecl}</encodingDesc></teiHeader><text><body>${body}</body></text></TEI>`;
  const document = parseTree(new Source('a.xml', text), (found) => {
    throw new Error(found.message);
  });
  return citeStructuresOf(document!);
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

  it('is silent without a declaration', () => {
    expect(structures('<p/>', poem)).toEqual({ passages: [], faults: [], references: new Map() });
  });
});
