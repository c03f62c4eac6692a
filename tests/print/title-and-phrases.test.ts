import { describe, expect, it } from 'vitest';
import { plainText, walkInlines, walkRuns } from '../../src/print/inlines.ts';
import { printDocumentsOf } from './print-documents-of.ts';

async function print(titleStmt: string, body: string, text = '<text xml:lang="en">') {
  const { printables } = await printDocumentsOf({
    'a.xml': `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>T</title>${titleStmt}</titleStmt><publicationStmt><p>2020</p></publicationStmt><sourceDesc><listWit><witness xml:id="A">A</witness></listWit></sourceDesc></fileDesc></teiHeader>${text}<body>${body}</body></text></TEI>`,
  });
  return printables[0]!.document;
}
const runs = async (body: string, text?: string) => [...walkRuns((await print('', body, text)).body)];

describe('the print stylesheet', () => {
  it('names people on the title page without numbers of authority files, each once', async () => {
    const { title } = await print(
      `<author><persName><forename>Jane</forename> <surname>Rose</surname></persName><persName xml:lang="yi">דזשיין</persName> <idno>Q125</idno></author>
       <editor><name>Müller, Anton</name> <name>Untner, Laura</name></editor><editor>Ed. <persName>Csaba Kiss</persName></editor>`,
      '<p>Words.</p>',
    );
    expect(title.authors).toEqual(['Jane Rose']);
    expect(title.lines.map(plainText)).toEqual([
      'Editor: Müller, Anton; Untner, Laura',
      'Editor: Ed. Csaba Kiss',
    ]);
  });

  it('breaks no line inside an entry whose file keeps its white space', async () => {
    const [line] = await runs(
      '<lg><l>one <app>\n  <lem wit="#A">two</lem>\n  <rdg wit="#A">zwei</rdg>\n</app> three</l></lg>',
      '<text xml:lang="en" xml:space="preserve">',
    );
    expect([...walkInlines(line!.content)].filter(({ kind }) => kind === 'break')).toEqual([]);
    expect(plainText(line!.content).replace(/\s+/g, ' ')).toBe('one two three');
  });

  it('prints the address of a reference without words, and parts two addresses', async () => {
    const [bare, two] = await runs(
      '<p>See <ref target="https://a.example/x"/>.</p><p><ptr target="https://a.example/"/><ref target="https://b.example/">https://b.example/</ref></p>',
    );
    expect(plainText(bare!.content)).toBe('See https://a.example/x.');
    expect(plainText(two!.content)).toBe('https://a.example/ https://b.example/');
    const [joined] = await runs('<p>On <ref target="https://a.example/x"/> together.</p>');
    expect(plainText(joined!.content)).toBe('On https://a.example/x together.');
  });

  it('sets a stage direction inside a speech apart from it', async () => {
    const [, speech] = await runs('<sp><speaker>A</speaker><p>Go! <stage>Exit.</stage> Gone.</p></sp>');
    const italic = speech!.content.filter((each) => each.kind === 'style' && each.style === 'italic');
    expect(italic.map((each) => plainText([each]))).toEqual(['Exit.']);
  });

  it('has no frame for a picture without words, and keeps its notes', async () => {
    const document = await print(
      '',
      '<p>Words.</p><figure><graphic url="a.png"/></figure><p>More.</p><figure><figDesc>A map.</figDesc></figure>',
    );
    expect(document.body.map(({ kind }) => kind)).toEqual(['paragraph', 'paragraph', 'figure']);
  });
});
