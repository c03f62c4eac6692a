import { describe, expect, it } from 'vitest';
import { fontBook } from '../../src/print/fonts/font-book.ts';
import { defaultPrintOptions } from '../../src/print/options.ts';
import { renderPdf } from '../../src/print/typst/render-pdf.ts';
import { loadEngine } from '../../src/print/typst/typesetter.ts';
import { lacksPoppler, linesOfPage, wordsOfPages } from './pdf-lines.ts';
import { printDocumentsOf } from './print-documents-of.ts';

const engine = loadEngine()!;
const fonts = fontBook(engine.binary);
const options = { ...defaultPrintOptions, titlePage: false, contents: false, indexes: false };

const header = (title: string) =>
  `<teiHeader><fileDesc><titleStmt><title>${title}</title></titleStmt><publicationStmt><p>2020</p></publicationStmt><sourceDesc><listWit><witness xml:id="${title}.A">A</witness></listWit></sourceDesc></fileDesc></teiHeader>`;
const tei = (title: string, body: string) =>
  `<TEI xmlns="http://www.tei-c.org/ns/1.0">${header(title)}<text xml:lang="en"><body>${body}</body></text><standOff><listPerson><person xml:id="${title}.ada"><persName>Ada of ${title}</persName></person></listPerson></standOff></TEI>`;
/** Enough words to fill some lines, none of them with a digit. */
const filler = (lines: number) =>
  `<p>${'words that only fill the page up to the very end of every line '.repeat(lines)}</p>`;
/** The word that a pointer's answer stands behind: `q` and its name, then the answer, then `z`. */
const asked = (name: string, pointer: string) => `q${name} ${pointer} z${name}`;

/** What each asking prints, and the page and line of each word, from the finished file. */
async function print(body: string, other = '<p xml:id="there">Words.</p>') {
  const { printables, world } = await printDocumentsOf({
    'a.xml': tei('Alpha', body),
    'b.xml': tei('Beta', other),
  });
  expect(world.reported.filter(({ severity }) => severity === 'error')).toEqual([]);
  const rendered = renderPdf(printables[0]!.document, options, engine, fonts);
  expect(rendered.faults).toEqual([]);
  const at = new Map<string, { page: number; line: number }>();
  const said: string[] = [];
  for (const [page, all] of wordsOfPages(rendered.pdf).entries()) {
    for (const [line, words] of linesOfPage(all, options.fontSize).entries())
      for (const word of words) at.set(word.replace(/[.,\d]+$/, ''), { page: page + 1, line: line + 1 });
    said.push(...all.map(({ text }) => text));
  }
  const all = said.join(' ');
  const answer = (name: string) => new RegExp(`q${name} (.*?) ?z${name}`).exec(all)?.[1];
  return { at, answer, passes: rendered.passes };
}

describe.skipIf(lacksPoppler !== undefined)(`references on pages ${lacksPoppler ?? ''}`, () => {
  it('print the page and the line of what stands behind and before them', async () => {
    const { at, answer } = await print(
      `<p xml:id="first">alpha ${asked('a', '<ptr target="#last"/>')} ${asked('b', '<ref target="#last" type="line">at line</ref>')}</p>
       ${filler(80)}
       <p>${asked('c', '<ptr target="#first"/>')} ${asked('d', '<ptr target="#last" type="page"/>')} ${asked('e', '<ptr target="#first" type="line"/>')}</p>
       ${filler(40)}<p xml:id="last">omega</p>`,
    );
    const [first, last] = [at.get('alpha')!, at.get('omega')!];
    expect(last.page).toBeGreaterThan(first.page + 1);
    expect(answer('a')).toBe(`p. ${last.page}`);
    expect(answer('b')).toBe(`at line${last.line}`);
    expect(answer('c')).toBe(`p. ${first.page}`);
    expect(answer('d')).toBe(String(last.page));
    expect(answer('e')).toBe(String(first.line));
  });

  it('print the page of what just goes to the next one', async () => {
    // The paragraph asks for itself: one of these begins on the page before that of its end.
    for (const lines of [30, 31, 32, 33]) {
      const { at, answer } = await print(
        `${filler(lines)}<p>${asked('a', '<ptr target="#seg"/>')} ${'and more of it '.repeat(20)} <seg xml:id="seg">omega</seg></p>`,
      );
      expect(answer('a')).toBe(`p. ${at.get('omega')!.page}`);
    }
  });

  it('print the number of a note, its page and its line, and leave its call where it is', async () => {
    const { at, answer } = await print(
      `<p>${asked('a', '<ref target="#n2" type="number">note </ref>')} ${asked('b', '<ptr target="#n2" type="page"/>')} ${asked('c', '<ptr target="#n2" type="line"/>')}</p>
       <p>One<note xml:id="n1">First; ${asked('d', '<ptr type="number" target="#n2"/>')} ${asked('e', '<ptr target="#here"/>')}.</note></p>
       ${filler(80)}
       <p xml:id="here">omega<note xml:id="n2">Second, <seg xml:id="in-note">words</seg> of it.</note> ${asked('f', '<ptr target="#in-note"/>')} ${asked('g', '<ptr target="#in-note" type="line"/>')}</p>`,
    );
    const { page, line } = at.get('omega')!;
    expect(page).toBeGreaterThan(1);
    expect(answer('a')).toBe('note 2');
    expect(answer('b')).toBe(String(page));
    expect(answer('c')).toBe(String(line));
    expect(answer('d')).toBe('2');
    expect(answer('e')).toBe(`p. ${page}`);
    expect(answer('f')).toBe(`p. ${page}`);
    expect(answer('g')).toBe(String(line));
  });

  it('print the page and line of an entry of the apparatus and of its readings', async () => {
    const { at, answer } = await print(
      `<p>${asked('a', '<ptr target="#app"/>')} ${asked('b', '<ptr target="#rdg"/>')} ${asked('c', '<ptr target="#lem" type="line"/>')} ${asked('d', '<ptr target="#rdg" type="page"/>')} ${asked('f', '<ptr target="#Alpha.A"/>')}</p>
       ${filler(70)}
       <p>And <app xml:id="app"><lem xml:id="lem" wit="#Alpha.A">omega</lem><rdg xml:id="rdg" wit="#Alpha.A">other</rdg></app></p>
       <lg><l n="1">one</l><l n="2" xml:id="two">two</l></lg><p>${asked('e', '<ptr target="#two" type="line"/>')}</p>`,
    );
    const { page, line } = at.get('omega')!;
    expect(page).toBeGreaterThan(1);
    expect(answer('a')).toBe(`p. ${page}, line ${line}`);
    expect(answer('b')).toBe(`p. ${page}, line ${line}`);
    expect(answer('c')).toBe(String(line));
    expect(answer('d')).toBe(String(page));
    expect(answer('f')).toBe('Alpha.A');
    // Verse is counted by its own numbers.
    expect(answer('e')).toBe('2');
  });

  it('print where a part of the text, a list, a table, a name, a break stand', async () => {
    const { at, answer } = await print(
      `<p>${['div', 'list', 'item', 'cell', 'name', 'pb', 'lg', 'fig', 'both'].map((id) => asked(id, `<ptr target="${id === 'both' ? '#list #name' : `#${id}`}"/>`)).join(' ')}</p>
       ${filler(60)}
       <div xml:id="div"><head>Headword</head><p>Words <persName xml:id="name" ref="#Alpha.ada">Adaword</persName> and <pb xml:id="pb" n="9"/>pbword.</p>
       ${filler(10)}
       <list xml:id="list"><item>One</item><item xml:id="item">itemword</item></list>
       <table><row><cell xml:id="cell">cellword</cell></row></table>
       <lg xml:id="lg"><l>lgword</l></lg>
       <figure xml:id="fig"><head>figword</head></figure></div>`,
    );
    const page = (word: string) => `p. ${at.get(word)!.page}`;
    expect(answer('div')).toBe(page('Headword'));
    expect(answer('list')).toBe(page('One'));
    expect(answer('item')).toBe(page('itemword'));
    expect(answer('cell')).toBe(page('cellword'));
    expect(answer('name')).toBe(page('Adaword'));
    expect(answer('pb')).toBe(page('pbword'));
    expect(answer('lg')).toBe(page('lgword'));
    expect(answer('fig')).toBe(page('figword'));
    expect(answer('both')).toBe(`${page('One')}, ${page('Adaword')}`);
  });

  it('name what the document does not print', async () => {
    const { answer } = await print(
      `<p xml:id="here">${asked('a', '<ptr target="b.xml#there"/>')} ${asked('b', '<ref target="b.xml#there">words</ref>')} ${asked('c', '<ref target="b.xml" type="page">see </ref>')}
       ${asked('d', '<ptr target="#Alpha.ada"/>')} ${asked('e', '<ptr target="b.xml#Beta.ada"/>')} ${asked('g', '<ptr target="https://e.org/"/>')}</p>`,
    );
    expect(answer('a')).toBe('Beta');
    expect(answer('b')).toBe('words');
    expect(answer('c')).toBe('see Beta');
    expect(answer('d')).toBe('Ada of Alpha');
    expect(answer('e')).toBe('Persons');
    // An address may go over two lines.
    expect(answer('g')?.replace(' ', '')).toBe('https://e.org/');
  });

  it('print nothing for a target that no file has: the rule dangling-pointer names the place', async () => {
    const { printables } = await printDocumentsOf({
      'a.xml': tei(
        'Alpha',
        '<p>One <ptr target="#nowhere"/> and <ref target="#nowhere" type="page">two</ref>.</p>',
      ),
    });
    const { pdf } = renderPdf(printables[0]!.document, options, engine, fonts);
    const text = wordsOfPages(pdf)
      .flat()
      .map((word) => word.text)
      .join(' ');
    expect(text).toBe('1 One and two.');
  });
});
