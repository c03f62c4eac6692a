import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cite } from '../../src/cite/cite.ts';
import { type Citations, readCitations } from '../../src/cite/read-record.ts';
import { toText } from '../../src/cite/rich-text.ts';
import { citationStyles } from '../../src/cite/styles.ts';
import { viewOf } from '../../src/cite/view.ts';
import { createTransform } from '../../src/xslt/create-transform.ts';

const transform = createTransform({ read: () => Promise.reject(new Error('nothing is read')) });
async function citationsOf(source: string, path = 'a.xml'): Promise<Citations> {
  const parameters = {
    document: path
      .split('/')
      .at(-1)!
      .replace(/\.xml$/, ''),
  };
  const { principal } = await transform({ stylesheet: 'citation', source, parameters });
  return readCitations(principal, {
    path,
    placeOf: (i) => ({ path, line: i, column: 1, endLine: i, endColumn: 1 }),
  });
}
const header = (titleStmt: string, more = '', publication = '<p>P</p>', source = '<p>S</p>') =>
  `<TEI xmlns="http://www.tei-c.org/ns/1.0" xmlns:v="urn:x-variorum:prepared"><teiHeader v:i="1"><fileDesc><titleStmt>${titleStmt}</titleStmt><publicationStmt>${publication}</publicationStmt><sourceDesc>${source}</sourceDesc></fileDesc>${more}</teiHeader><text><body><p/></body></text></TEI>`;
const codes = ({ diagnostics }: Citations) => diagnostics.map(({ code }) => code);
const whole = '<title>T</title><editor>Ann Miller</editor>';
const dated = '<profileDesc><creation><date when="1900">1900</date></creation></profileDesc>';

describe('a faulty header', () => {
  it('without title, date or anybody responsible is still cited, and says what it lacks', async () => {
    const citations = await citationsOf(header('<title/>'));
    expect(codes(citations)).toEqual([
      'citation-without-title',
      'citation-without-responsibility',
      'citation-without-date',
    ]);
    expect(citations.diagnostics[0]!.place.line).toBe(1);
    expect(cite(citations, 'a.xml', {})).toEqual({ text: expect.stringContaining('“a,” n.d.') });
  });

  it('with a date of words keeps the words', async () => {
    const date = '<profileDesc><creation><date v:i="7">16. und 17. Februar</date></creation></profileDesc>';
    const citations = await citationsOf(header(whole, date));
    expect(citations.diagnostics).toMatchObject([{ code: 'citation-date-unread', place: { line: 7 } }]);
    expect(citations.document.issued).toMatchObject({ from: '', words: '16. und 17. Februar' });
    expect(cite(citations, 'a.xml', {})).toEqual({ text: expect.stringContaining('16. und 17. Februar') });
  });

  it('with two dates that differ believes the creation, and shows the other', async () => {
    const source =
      '<msDesc><msIdentifier><repository>R</repository></msIdentifier><history><origin><origDate v:i="5" when="1899-01-01">1899</origDate></origin></history></msDesc>';
    const citations = await citationsOf(header(whole, dated, '<p/>', source));
    expect(citations.document.issued?.from).toBe('1900');
    expect(citations.diagnostics).toMatchObject([
      { code: 'citation-dates-conflict', related: [{ place: { line: 5 } }] },
    ]);
  });

  it('with two dates of which one says more is content', async () => {
    const source =
      '<msDesc><msIdentifier><repository>R</repository></msIdentifier><history><origin><origDate when="1900-05-01"/></origin></history></msDesc>';
    expect(codes(await citationsOf(header(whole, dated, '<p/>', source)))).toEqual([]);
  });

  it.each(['1962-02-30', '1962-13', '[[ current-dateTime() ]]', '', '16. und 17. Februar'])(
    'never takes %j for a day',
    async (when) => {
      const citations = await citationsOf(
        header(whole, `<profileDesc><creation><date when="${when}">then</date></creation></profileDesc>`),
      );
      expect(citations.document.issued?.from).toBe('');
    },
  );

  it('with markup in the title keeps its words', async () => {
    const title =
      '<title v:i="3">A Review of <title level="m">Ham<lb/>let</title> and <hi rend="italic">Lear</hi><note>1</note></title><editor>A B</editor>';
    const citations = await citationsOf(header(title, dated));
    expect(citations.document.title).toBe('A Review of Ham let and Lear');
    expect(citations.diagnostics).toMatchObject([{ code: 'citation-title-markup', place: { line: 3 } }]);
  });

  it('with a list in its abstract keeps the items apart', async () => {
    const more =
      '<profileDesc><creation><date when="1900"/></creation><abstract><list><item>One</item><item>Two</item></list></abstract></profileDesc>';
    expect((await citationsOf(header(whole, more))).document.abstract).toBe('One Two');
  });

  it('that is missing altogether is a record all the same', async () => {
    for (const source of [
      '<div xmlns="http://www.tei-c.org/ns/1.0"><p/></div>',
      '<x/>',
      '<teiCorpus xmlns="http://www.tei-c.org/ns/1.0"/>',
    ])
      expect((await citationsOf(source)).document.id).toBe('a');
  });

  it('reports every fact that has no field', async () => {
    const more = `${dated}<encodingDesc><p>How</p></encodingDesc>`;
    const citations = await citationsOf(header(`${whole}<title type="num">17</title>`, more));
    expect(citations.leftOver).toEqual([
      { at: 'teiHeader/fileDesc/titleStmt/title', words: '17' },
      { at: 'teiHeader/fileDesc/publicationStmt/p', words: 'P' },
      { at: 'teiHeader/encodingDesc', words: 'described, not cited' },
    ]);
    expect(cite(citations, 'a.xml', { format: 'report' })).toEqual({
      text: expect.stringContaining('titleStmt/title: 17'),
    });
  });
});

describe('the rights', () => {
  it('of the text and of the encoding stay apart', async () => {
    const publication =
      '<publisher>P</publisher><availability status="unknown"><p>Nobody says.</p></availability><availability><licence target="https://creativecommons.org/licenses/by/4.0/">CC BY</licence></availability>';
    const { document } = await citationsOf(header(whole, dated, publication));
    expect(document.rights.text).toEqual({ status: 'unknown', target: '', words: 'Nobody says.' });
    expect(document.rights.encoding?.target).toBe('https://creativecommons.org/licenses/by/4.0/');
  });
});

describe('names', () => {
  const names = async (authors: string) =>
    (await citationsOf(header(`<title>T</title>${authors}`, dated))).document.responsibilities.map(
      ({ name }) => name,
    );
  it.each([
    ['Aylett, Robert, 1583-1655?', 'Aylett', 'Robert', ''],
    ['Benson, Stella (1892-1933)', 'Benson', 'Stella', ''],
    ['Damian Hugo von Virmont', 'Virmont', 'Damian Hugo', 'von'],
    ['Lamberg, Johann Maximilian von', 'Lamberg', 'Johann Maximilian', 'von'],
    ['M. Tullius Cicero', 'Cicero', 'M. Tullius', ''],
  ])('%s is split', async (written, family, given, particle) => {
    expect(await names(`<author>${written}</author>`)).toEqual([
      { kind: 'person', family, given, particle, suffix: '' },
    ]);
  });

  it.each([
    'Leopold I.',
    'Bernard of Clairvaux',
    'Text Creation Partnership',
    '与謝野晶子',
    'Homer',
    'Institute for Habsburg and Balkan Studies',
  ])('%s stays whole', async (written) => {
    expect(await names(`<author>${written}</author>`)).toEqual([{ kind: 'literal', literal: written }]);
  });
});

// Read against the manuals and each header by hand: a letter, an inscription, a play, a novel, a volume of documents, a drama in Hebrew script, a journal issue, a printed book.
const real = [
  'schnitzler-briefe-data/data/editions/L00671.xml',
  'isicily/inscriptions/ISic000871.xml',
  'gerdracor/tei/lessing-emilia-galotti.xml',
  'eltec-eng/level1/ENG19190_Benson.xml',
  'frus-not-yet-reviewed/volumes/frus1936v03.xml',
  'yidracor/tei/rose-engshaft.xml',
  'journal-al-muqtabas/tei/oclc_4770057679-i_87.TEIP5.xml',
  'a00002/A00002.xml',
];
const corpora = '../shared/corpora';
const isThere = existsSync(corpora);

describe('real headers', () => {
  it.skipIf(!isThere).each(real)(`%s${isThere ? '' : ' (skipped: no ../shared/corpora)'}`, async (path) => {
    const source = readFileSync(join(corpora, path), 'utf8').replace(/^\uFEFF/, '');
    const { document, leftOver, diagnostics } = await citationsOf(source, path);
    const view = viewOf(document);
    const lines = Object.entries(citationStyles).flatMap(([name, style]) => {
      const words = toText(style.bibliography(view));
      return words === '' ? [] : [`${name}: ${words}`];
    });
    const left = leftOver.map(({ at }) => `left over: ${at}`);
    const faults = diagnostics.map(({ code }) => `fault: ${code}`);
    const name = path
      .split('/')
      .at(-1)!
      .replace(/\.xml$/, '');
    await expect(`${[...lines, ...left, ...faults].join('\n')}\n`).toMatchFileSnapshot(
      `expected/headers/${name}.txt`,
    );
  });
});

describe('an editor’s own stylesheet', () => {
  it.each([
    '',
    '<html/>',
    'no XML',
    '<citation xmlns="urn:x-variorum:citation"/>',
    '<citation><record>words</record></citation>',
  ])('that gives %j is reported', (xml) => {
    const citations = readCitations(xml, { path: 'a.xml', id: 'a' });
    expect(citations.diagnostics).toMatchObject([{ code: 'citation-without-record' }]);
    expect(citations.document.id).toBe('a');
  });
});
