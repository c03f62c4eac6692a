import { describe, expect, it } from 'vitest';
import { type Numbering, notesOf } from '../../src/edition/notes.ts';
import { editionOf, tei } from './edition-of.ts';

const header = `<fileDesc><titleStmt><author xml:id="aut">Ada</author><respStmt><resp>translated by</resp><persName xml:id="tr">T. R.</persName></respStmt>
<respStmt><resp key="edt">edited by</resp><persName xml:id="ed">E. D.</persName></respStmt></titleStmt></fileDesc>`;
const notes = async (body: string, numbering: Numbering = 'document') => {
  const edition = await editionOf({ 'a.xml': tei(body, header) });
  const [document] = edition.documents;
  return notesOf(edition, document!, numbering).map(({ i, n, series, responsible, calls }) => [
    n,
    series,
    responsible,
    document!.textOf(i),
    calls.length,
  ]);
};

describe('the notes of a document', () => {
  it('come in the order of their calls', async () => {
    const body = `<p>a<ptr target="#n2"/> b<note>inline</note> c<ref target="#n1">1</ref> d<ptr target="#n2"/></p>
      <div><note xml:id="n1">first</note><note xml:id="n2">second</note><note>uncalled</note></div>`;
    expect((await notes(body)).map(([n, , , text, calls]) => [n, text, calls])).toEqual([
      ['1', 'second', 2],
      ['2', 'inline', 0],
      ['3', 'first', 1],
      ['4', 'uncalled', 0],
    ]);
  });

  it('are not called by a pointer that asks for their page, line or number', async () => {
    const body = `<p>a<ref target="#n2" type="number">note</ref> <ptr target="#n2" type="page"/> b<note>inline</note> c<note xml:id="n2">second</note></p>`;
    expect((await notes(body)).map(([n, , , text, calls]) => [n, text, calls])).toEqual([
      ['1', 'inline', 0],
      ['2', 'second', 0],
    ]);
  });

  it('know a call by what a note itself points to', async () => {
    const body = '<p>a<anchor xml:id="c"/></p><note target="#c">x</note>';
    expect(await notes(body)).toEqual([['1', 'editor', '', 'x', 1]]);
  });

  it('tell whose they are by their type or by who is responsible', async () => {
    const body = `<p><note resp="#tr">1</note><note resp="#ed">2</note><note resp="#aut">3</note><note type="translator">4</note>
      <note place="foot">5</note><note>6</note><note resp="#nobody">7</note><note resp="Smith">8</note></p>`;
    expect((await notes(body)).map(([, series, responsible]) => `${series} ${responsible}`.trim())).toEqual([
      'translator T. R.',
      'editor E. D.',
      'author Ada',
      'translator',
      'source',
      'editor',
      'editor',
      'editor Smith',
    ]);
  });

  it('are numbered by policy', async () => {
    const body =
      '<p><note type="translator" n="*">1</note><note n="b">2</note><note type="translator">3</note></p>';
    expect((await notes(body, 'source')).map(([n]) => n)).toEqual(['*', 'b', '3']);
    expect((await notes(body, 'series')).map(([n]) => n)).toEqual(['1', '1', '2']);
  });

  it('are not those that describe a book or a person, nor those of an entry or of a variant', async () => {
    const body = `<p><bibl>A<note>of a book</note></bibl><app><lem>x<note>of the text</note></lem><rdg>y<note>of a variant</note></rdg><note>of an entry</note></app></p>
      <listPerson><person><note>of a person</note></person></listPerson><note>outer <note>inner</note></note>
      <noteGrp><note>of a group</note></noteGrp>`;
    expect((await notes(body)).map(([, , , text]) => text)).toEqual([
      'of the text',
      'outer',
      'inner',
      'of a group',
    ]);
  });
});
