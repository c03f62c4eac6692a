import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith, variorum } from '../cli/run.ts';

const document = (titleStmt: string, more: { profile?: string; encoding?: string; source?: string } = {}) =>
  `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt>${titleStmt}</titleStmt><publicationStmt><p>P</p></publicationStmt><sourceDesc>${more.source ?? '<p>S</p>'}</sourceDesc></fileDesc>${more.encoding ?? ''}${more.profile ?? ''}</teiHeader><text><body><p n="1">One.</p><p n="2">Two.</p></body></text></TEI>`;
const named = '<title>Minutes</title><editor>Ann Miller</editor>';
const creation = (date: string) => `<profileDesc><creation>${date}</creation></profileDesc>`;
const refsDecl = (structures: string) => `<encodingDesc><refsDecl>${structures}</refsDecl></encodingDesc>`;
const run = (text: string, ...words: string[]) =>
  variorum(['cite', 'a.xml', ...words], folderWith({ 'a.xml': text }));

describe('`cite` on bad input', () => {
  it('says what a header lacks, and cites all the same', () => {
    const { code, out, err } = run(document('<title/>'));
    expect(code).toBe(0);
    expect(out).toContain('“a,” n.d.');
    for (const fault of ['title', 'responsibility', 'date'])
      expect(err).toContain(`a.xml:1:42  warning  citation-without-${fault}`);
  });

  it('keeps a date that no program can read', () => {
    const { code, out, err } = run(
      document(named, { profile: creation('<date>16. und 17. Februar</date>') }),
    );
    expect([code, out]).toEqual([0, expect.stringContaining('16. und 17. Februar')]);
    expect(err).toMatch(/a\.xml:1:\d+ {2}warning {2}citation-date-unread/);
  });

  it('shows both of two dates that differ', () => {
    const source =
      '<msDesc><msIdentifier><repository>R</repository></msIdentifier><history><origin><origDate when="1899">1899</origDate></origin></history></msDesc>';
    const { code, out, err } = run(
      document(named, { source, profile: creation('<date when="1900">1900</date>') }),
    );
    expect([code, out]).toEqual([0, expect.stringContaining('1900, R.')]);
    expect(err).toContain('dates the document both 1900 and 1899');
    expect(err).toMatch(/“1899” is said here a\.xml:1:\d+/);
  });

  it('keeps the words of a title with markup', () => {
    const { out } = run(
      document('<title>On <title level="m">Ham<hi>let</hi></title></title><editor>A. B.</editor>'),
    );
    expect(out).toContain('“On Hamlet');
  });

  it('reports a citeStructure whose XPath fails at its place, and the others work', () => {
    const encoding = refsDecl(
      '<citeStructure match="//p[" use="@n"/><citeStructure match="//body/p" use="@n" delim="p. "/>',
    );
    const text = document(named, { encoding, profile: creation('<date when="1900"/>') });
    const { code, out, err } = run(text, '--passage', 'p. 2');
    expect(code).toBe(0);
    expect(out).toContain('1900, p. 2.');
    expect(err).toContain(`a.xml:1:${text.indexOf('match="//p["') + 1}  warning  cite-structure-fails`);
  });

  it.each([
    [['--style', 'chicgo'], 'did you mean “chicago”?'],
    [['--format', 'bibtx'], 'did you mean “bibtex”?'],
    [['--passage', '9'], 'No passage of a.xml is called “9”'],
    [['--format', 'annotation'], 'An annotation is of a passage'],
  ])('exits 2 with a way out on %j', (words, said) => {
    const { code, out, err } = run(document(named), ...words);
    expect([code, out]).toEqual([2, '']);
    expect(err.replace(/\s+/g, ' ')).toContain(said);
  });
});

describe('`cite --format annotation` and `--check`', () => {
  const files = {
    'variorum.json': JSON.stringify({ tei: ['tei/*.xml'], baseUrl: 'https://example.org/e/' }),
    'tei/a.xml': document(named, { encoding: refsDecl('<citeStructure match="//body/p" use="@n"/>') }),
  };

  it('say of a passage cited earlier whether it is as it was', () => {
    const folder = folderWith(files);
    const { out } = variorum(['cite', 'tei/a.xml', '--passage', '2', '--format', 'annotation'], folder);
    const { target } = JSON.parse(out) as { target: { id: string; source: string; selector: object[] } };
    expect(target.source).toBe('https://example.org/e/a.html');
    expect(target.selector[1]).toEqual({
      type: 'TextQuoteSelector',
      exact: 'Two.',
      prefix: 'One. ',
      suffix: '',
    });
    writeFileSync(join(folder, 'cited.json'), out);
    const check = () => variorum(['cite', '--check', 'cited.json'], folder);
    expect(check()).toMatchObject({ code: 0, out: `unchanged: ${target.id}\n` });
    writeFileSync(join(folder, 'tei/a.xml'), files['tei/a.xml'].replace('One.', 'Won.'));
    expect(check()).toMatchObject({ code: 0 });
    writeFileSync(join(folder, 'tei/a.xml'), files['tei/a.xml'].replace('Two.', 'Too.'));
    expect(check()).toMatchObject({
      code: 1,
      out: expect.stringMatching(/^changed: .*; as it is now: a\.html\?sha256=/),
    });
    writeFileSync(join(folder, 'tei/a.xml'), files['tei/a.xml'].replace('n="2"', 'n="3"'));
    expect(check()).toMatchObject({ code: 1, out: `no such passage: ${target.id}\n` });
  });
});
