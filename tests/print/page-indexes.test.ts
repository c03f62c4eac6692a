import { describe, expect, it } from 'vitest';
import { fontBook } from '../../src/print/fonts/font-book.ts';
import { defaultPrintOptions } from '../../src/print/options.ts';
import { renderPdf } from '../../src/print/typst/render-pdf.ts';
import { loadEngine } from '../../src/print/typst/typesetter.ts';
import { lacksPoppler, type Word, wordsOfPages } from './pdf-lines.ts';
import { printDocumentsOf } from './print-documents-of.ts';

const engine = loadEngine()!;
const fonts = fontBook(engine.binary);
const options = { ...defaultPrintOptions, titlePage: false };

const tei = (body: string, language = 'en') =>
  `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>Title</title></titleStmt><publicationStmt><p>2020</p></publicationStmt><sourceDesc><p>none</p></sourceDesc></fileDesc></teiHeader><text xml:lang="${language}"><body>${body}</body></text><standOff><listPerson><person xml:id="ada"><persName>Ada Byron</persName></person></listPerson></standOff></TEI>`;
const filler = (lines: number) =>
  `<p>${'words that only fill the page up to the very end of every line '.repeat(lines)}</p>`;
const term = (path: string, attributes = ''): string => {
  const [first, ...rest] = path.split(' > ');
  return `<index${attributes}><term>${first}</term>${rest.length > 0 ? term(rest.join(' > ')) : ''}</index>`;
};

interface Line {
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

/** Words of a page as lines; words far from each other stand in different columns. */
function linesOf(words: readonly Word[]): Line[] {
  const lines: { x: number; y: number; end: number; text: string }[] = [];
  for (const word of words.toSorted((a, b) => a.y - b.y || a.x - b.x)) {
    const line = lines.find((each) => Math.abs(each.y - word.y) < 2 && word.x - each.end < 15);
    if (line === undefined)
      lines.push({ x: word.x, y: word.y, end: word.x + word.text.length * 4.5, text: word.text });
    else {
      line.text += ` ${word.text}`;
      line.end = word.x + word.text.length * 4.5;
    }
  }
  return lines;
}

/** The pages of a text; the page of each word `w…`; and the lines of the index pages. */
async function print(body: string, language = 'en', more: Partial<typeof options> = {}) {
  const { printables, world } = await printDocumentsOf({ 'a.xml': tei(body, language) });
  expect(world.reported.filter(({ severity }) => severity === 'error')).toEqual([]);
  const rendered = renderPdf(
    printables[0]!.document,
    { ...options, contents: false, ...more },
    engine,
    fonts,
  );
  expect(rendered.faults).toEqual([]);
  const pages = wordsOfPages(rendered.pdf);
  const pageOf = (word: string) => pages.findIndex((page) => page.some(({ text }) => text === word)) + 1;
  return { pages: pages.map(linesOf), pageOf };
}

describe.skipIf(lacksPoppler !== undefined)(`indexes on pages ${lacksPoppler ?? ''}`, () => {
  it('nest terms, by index and by term, and give the pages of each', async () => {
    const { pages, pageOf } = await print(
      `<p>wone${term('Navy > ships > submarines')}${term('Navy')}<index><term>Army<term>tanks</term></term></index><index><term>Alone</term><term>Beside</term></index></p>${filler(80)}
       <p>wtwo${term('Navy > ships')}${term('Navy > ships > submarines')}<note>A note${term('In a note')}.</note></p>`,
    );
    const [one, two] = [pageOf('wone'), pageOf('wtwo')];
    expect(two).toBeGreaterThan(one);
    const index = pages.at(-1)!;
    const entries = index.slice(index.findIndex(({ text }) => text === 'Index') + 1);
    expect(entries.map(({ text }) => text)).toEqual([
      `Alone, ${one}`,
      'Army',
      `tanks, ${one}`,
      `Beside, ${one}`,
      `In a note, ${two}`,
      `Navy, ${one}`,
      `ships, ${two}`,
      `submarines, ${one}, ${two}`,
    ]);
    const x = (start: string) => entries.find(({ text }) => text.startsWith(start))!.x;
    expect(x('tanks')).toBeGreaterThan(x('Army'));
    expect(x('submarines') - x('ships')).toBeCloseTo(x('ships') - x('Navy'), 1);
  });

  it('lead on with see and see also, in the words of the interface', async () => {
    const { pages } = await print(
      `<p>wone<index><term>Blockade</term><term type="see">Quarantine</term></index>${term('Quarantine')}
       <index><term>Navy</term><term type="seeAlso">Army</term></index>
       <index><term>Allies</term><term type="seeAlso">Friends</term>${term('in Europe')}</index></p>`,
    );
    const text = pages.at(-1)!.map((line) => line.text);
    expect(text).toContain('Blockade, see Quarantine');
    expect(text).toContain('Navy, 1; see also Army');
    // What stands above other entries leads on without a page of its own.
    expect(text).toContain('Allies, see also Friends');
    expect(text).toContain('in Europe, 1');
  });

  it('sort by the language, and by @sortKey before that', async () => {
    const marks = ['Zebra', 'Ärger', 'Apfel', 'Öl', 'Ofen'].map((word) => term(word)).join('');
    const { pages } = await print(
      `<p>Wort${marks}<index><term sortKey="Abend">Der Abend</term></index></p>`,
      'de',
    );
    const index = pages.at(-1)!.map(({ text }) => text);
    expect(index.filter((text) => / 1$/.test(text))).toEqual(
      ['Der Abend', 'Apfel', 'Ärger', 'Ofen', 'Öl', 'Zebra'].map((word) => `${word}, 1`),
    );
  });

  it('give a passage with @spanTo its first and last page, and what is in it only once', async () => {
    const { pages, pageOf } = await print(
      `<p>wone${term('Long', ' spanTo="#e1"')}${term('Short', ' spanTo="#e0"')}</p><p>one<anchor xml:id="e0"/></p>${filler(80)}
       <p>wtwo${term('Long')}${term('Next', ' spanTo="#e2"')}</p>${filler(60)}<p>wthree<anchor xml:id="e1"/></p>${filler(60)}
       <p xml:id="e2">wfour</p><p>${term('Long')}end</p>`,
    );
    const [one, two, three, four] = ['wone', 'wtwo', 'wthree', 'wfour'].map(pageOf);
    expect(new Set([one, two, three, four]).size).toBe(4);
    const text = pages.at(-1)!.map((line) => line.text);
    expect(text).toContain(`Long, ${one}–${three}, ${four}`);
    expect(text).toContain(`Short, ${one}`);
    expect(text).toContain(`Next, ${two}–${four}`);
  });

  it('have their title in the head of the pages that they go on, and stand in the contents', async () => {
    const many = (from: number, name: string, count: number) =>
      Array.from({ length: count }, (_, n) => term(`${name}${from + n}`, ` indexName="${name}"`)).join('');
    const { pages } = await print(
      `<div><head>Headone</head><p>Text${many(100, 'Things', 220)}${many(100, 'Places', 260)}</p></div><div><head>Headtwo</head><p>Words.</p></div>`,
      'en',
      { contents: true },
    );
    const first = pages.findIndex((page) => page.some(({ text }) => text === 'Things100, 1'));
    const second = pages.findIndex((page) => page.some(({ text }) => text === 'Places100, 1'));
    expect(pages.length).toBeGreaterThan(second + 1);
    expect(second).toBeGreaterThan(first + 1);
    const start = pages.findIndex(
      (page) =>
        page.some(({ text }) => text === 'Headone') && page.some(({ text }) => text.startsWith('Text')),
    );
    const head = (page: number) => {
      const top = Math.min(...pages[page]!.map(({ y }) => y));
      return pages[page]!.filter(({ y }) => y < top + 3)
        .sort((a, b) => a.x - b.x)
        .map(({ text }) => text);
    };
    const n = (page: number) => String(page - start + 1);
    // The page that begins with the title has no head but its number.
    expect(head(first)).toEqual([n(first)]);
    const goesOn = (page: number, title: string) =>
      expect(head(page).sort()).toEqual([n(page), title].sort());
    goesOn(first + 1, 'Things');
    goesOn(second, 'Places');
    goesOn(second + 1, 'Places');
    const contents = (title: string) =>
      pages[0]!.filter(({ y }) => y === pages[0]!.find(({ text }) => text.startsWith(title))?.y).at(-1)?.text;
    expect(contents('Things')?.replace(/^.*?(\d+)$/, '$1')).toBe(n(first));
    expect(contents('Places')?.replace(/^.*?(\d+)$/, '$1')).toBe(n(second));
  });

  it('of a text with one heading come without contents', async () => {
    const { pages } = await print('<div><head>Headone</head><p>Text</p></div>', 'en', { contents: true });
    expect(pages).toHaveLength(1);
    expect(pages[0]!.map(({ text }) => text)).toEqual(['1', 'Headone', 'Text']);
  });
});
