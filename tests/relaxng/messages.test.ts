import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { marked } from './marked.ts';
import { faultsOf, schemaOf } from './memory-files.ts';

const { validator } = await schemaOf(
  readFileSync('tests/relaxng/fixtures/minutes.rnc', 'utf8'),
  'minutes.rnc',
);
const header = (publication = '<publicationStmt><p/></publicationStmt>') =>
  `<teiHeader><fileDesc><titleStmt><title>T</title></titleStmt>${publication}<sourceDesc><p/></sourceDesc></fileDesc></teiHeader>`;
const inBody = (body: string) =>
  `<TEI xmlns="http://www.tei-c.org/ns/1.0">${header()}\n<text><body>${body}</body></text></TEI>`;

/** The one message about a document, which must stand where the document is marked. */
function messageOf(document: string) {
  const { text, ...place } = marked(document);
  const found = faultsOf(validator!, text);
  expect(found.map((each) => each.message)).toHaveLength(1);
  expect(found[0]!.place).toEqual({ path: 'document.xml', ...place });
  return found[0]!;
}

describe('the nine typical mistakes have one message each, at the exact span', () => {
  it('a misspelt element', () => {
    const found = messageOf(inBody('<div>⟦<pp n="1">⟧A <hi>word</hi>.</pp></div>'));
    expect(found).toMatchObject({ code: 'element-unknown', help: 'Did you mean “p”?' });
  });

  it('a date that is not an ISO date', () => {
    const found = messageOf(inBody('<p><date when="⟦27.10.1962⟧">27 October</date></p>'));
    expect(found).toMatchObject({
      code: 'attribute-invalid',
      message:
        '“27.10.1962” is not right for “when”; expected “an ISO date: 1962-10-27, 1962-10 or 1962”.'.replace(
          /“an (.*)”\./,
          'an $1.',
        ),
      help: 'Did you mean “1962-10-27”?',
    });
  });

  it('an element in the wrong place', () => {
    const found = messageOf(inBody('<div><p>A</p>⟦<head>⟧B</head></div>'));
    expect(found.code).toBe('element-not-allowed');
    expect(found.message).toBe('“head” is not allowed here in “div”; expected “p”, “l” or “listPerson”.');
  });

  it('a required element that is missing', () => {
    const found = messageOf(inBody('⟦<div>⟧<head>A</head></div>'));
    expect(found).toMatchObject({
      code: 'element-missing',
      message: '“div” lacks “p”, “l” or “listPerson”.',
    });
  });

  it('a required element that is missing before another', () => {
    const text = header('').replace('<fileDesc>', '⟦<fileDesc>⟧');
    const found = messageOf(
      `<TEI xmlns="http://www.tei-c.org/ns/1.0">${text}<text><body><p/></body></text></TEI>`,
    );
    expect(found).toMatchObject({
      code: 'element-missing',
      message: '“fileDesc” lacks “publicationStmt” before “sourceDesc”.',
      help: '“publicationStmt”: says who publishes the document.',
    });
    expect(found.related).toHaveLength(1);
  });

  it('an unknown attribute', () => {
    const found = messageOf(inBody('<div ⟦tpye⟧="item"><p/></div>'));
    expect(found).toMatchObject({ code: 'attribute-not-allowed', help: 'Did you mean “type”?' });
  });

  it('text where none may be, with the elements that stand in it', () => {
    const found = messageOf(inBody('<div>\n  ⟦Some words⟧ <hi>marked</hi> and more.\n</div>'));
    expect(found).toMatchObject({ code: 'text-not-allowed', help: 'Put the text into “p”, “l” or “head”.' });
  });

  it('content missing in publicationStmt', () => {
    const text = header('⟦<publicationStmt>⟧</publicationStmt>');
    const found = messageOf(
      `<TEI xmlns="http://www.tei-c.org/ns/1.0">${text}<text><body><p/></body></text></TEI>`,
    );
    expect(found.message).toBe('“publicationStmt” lacks “p”, “publisher” or “authority”.');
  });

  it('a duplicate id, with both places', () => {
    const found = messageOf(inBody('<p xml:id="a"/>\n<p xml:id="⟦a⟧"/>'));
    expect(found.code).toBe('id-duplicate');
    expect(found.related).toMatchObject([{ place: { line: 2, column: 24 } }]);
  });

  it('a wrong namespace, once for all that it contains', () => {
    const text = inBody('<div><p><hi>x</hi></p></div>').replace(
      '<TEI xmlns="http://www.tei-c.org/ns/1.0">',
      '⟦<TEI xmlns="http://www.tei-c.org/ns/1.0/">⟧',
    );
    expect(messageOf(text)).toMatchObject({ code: 'element-wrong-namespace' });
    expect(messageOf(inBody('<div>⟦<p xmlns="">⟧<hi>x</hi></p><p/></div>')).code).toBe(
      'element-wrong-namespace',
    );
  });
});

describe('what else may be wrong', () => {
  it('says a list value in words, and which of its words is wrong', () => {
    const found = messageOf(inBody('<p><hi rend="⟦bold itallic⟧">x</hi></p>'));
    expect(found.message).toContain('“itallic” is not right for “rend”');
    expect(found.help).toBe('Did you mean “italic”?');
  });

  it('knows attributes that exclude each other, and that one of them is wanted', () => {
    expect(messageOf(inBody('<p><ref target="#a" ⟦cRef⟧="b"/></p>')).message).toContain(
      'beside the attributes that it has',
    );
    expect(messageOf(inBody('<p>⟦<ref>⟧x</ref></p>')).message).toBe(
      '“ref” lacks an attribute: “target” or “cRef”.',
    );
  });

  it('does not call a misspelt attribute missing as well', () => {
    expect(messageOf(inBody('<p><ref ⟦targt⟧="#a"/></p>')).help).toBe('Did you mean “target”?');
  });

  it('checks the text of an element by its datatype', () => {
    const found = messageOf(
      inBody('<div><listPerson><person><persName/><age> ⟦old⟧ </age></person></listPerson></div>'),
    );
    expect(found.message).toBe('“old” is not right as the content of “age”; expected a whole number from 0.');
    expect(
      messageOf(inBody('<div><listPerson><person><persName/>⟦<age>⟧</age></person></listPerson></div>'))
        .message,
    ).toContain('Nothing is not right');
  });

  it('finds a reference without an element', () => {
    const found = messageOf(inBody('<p xml:id="first"><ref target="#a" corresp="⟦frist⟧"/></p>'));
    expect(found).toMatchObject({ code: 'id-without-element', help: 'Did you mean “first”?' });
  });

  it('tells of two elements that changed places at the one that comes too late', () => {
    const text = header('').replace('<fileDesc>', '<fileDesc>').replace('<sourceDesc>', '<sourceDesc>');
    const swapped = text.replace(
      '<sourceDesc><p/></sourceDesc>',
      '<sourceDesc><p/></sourceDesc>⟦<publicationStmt>⟧<p/></publicationStmt>',
    );
    const found = messageOf(
      `<TEI xmlns="http://www.tei-c.org/ns/1.0">${swapped}<text><body><p/></body></text></TEI>`,
    );
    expect(found.message).toContain('it must stand before “sourceDesc”');
  });

  it('tells of an element left out around several others once', () => {
    const found = messageOf(inBody('<div>⟦<persName>⟧A</persName>, <hi>b</hi> and <date>c</date></div>'));
    expect(found.help).toBe('It may stand here inside “p”, “l” or “head”.');
  });

  it('tells of the same mistake in one parent once, with all its places', () => {
    const found = messageOf(
      inBody('<div><p/>⟦<title>⟧A</title><p/><title>B</title><p/><title>C</title></div>'),
    );
    expect(found.related).toHaveLength(2);
  });

  it('goes on after a fault and finds the next', () => {
    const found = faultsOf(validator!, inBody('<div><pp/><p foo="1"/><p><date when="x"/></p></div>'));
    expect(found.map((each) => each.code)).toEqual([
      'attribute-not-allowed',
      'attribute-invalid',
      'element-unknown',
    ]);
  });

  it('names the roots that there may be', () => {
    const { text, ...place } = marked('⟦<html>⟧</html>');
    const [found] = faultsOf(validator!, text);
    expect(found).toMatchObject({
      code: 'root-not-allowed',
      place,
      message: '“html” may not be the root of a document; expected “TEI”.',
    });
  });

  it('has the whole expected set for JSON, with documentation and namespaces', () => {
    const [found] = faultsOf(validator!, inBody('<div><head/><foo/></div>'));
    expect(found!.expected!.map((each) => each.name)).toEqual(['p', 'l', 'listPerson']);
    expect(found!.expected![0]).toEqual({
      kind: 'element',
      name: 'p',
      namespace: 'http://www.tei-c.org/ns/1.0',
      documentation: 'a paragraph.',
    });
  });

  it('reports nothing about a right document', () => {
    expect(
      faultsOf(
        validator!,
        inBody('<div type="item"><head>H</head><p>A <hi rend=" bold  italic ">b</hi></p></div>'),
      ),
    ).toEqual([]);
  });

  it('takes names that every object has for data', () => {
    for (const name of ['__proto__', 'constructor', 'hasOwnProperty', 'toString']) {
      expect(faultsOf(validator!, inBody(`<${name}/>`))).toHaveLength(1);
      expect(faultsOf(validator!, inBody(`<p ${name}="x"/>`))).toHaveLength(1);
      expect(faultsOf(validator!, inBody(`<p xml:id="${name}"/>`))).toEqual([]);
    }
  });

  it('reports the fault of the reader and what came before it, once', () => {
    const found = faultsOf(validator!, inBody('<div><foo/></dvi>'));
    expect(found.map((each) => each.layer)).toEqual(['xml', 'schema']);
  });
});
