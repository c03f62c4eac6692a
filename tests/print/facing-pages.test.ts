import { describe, expect, it } from 'vitest';
import { fontBook } from '../../src/print/fonts/font-book.ts';
import { plainText, walkBlocks, walkInlines, walkRuns } from '../../src/print/inlines.ts';
import { defaultPrintOptions } from '../../src/print/options.ts';
import { renderPages } from '../../src/print/pages/render-pages.ts';
import type { Block, PrintDocument } from '../../src/print/print-document.ts';
import { renderPdf } from '../../src/print/typst/render-pdf.ts';
import { loadEngine } from '../../src/print/typst/typesetter.ts';
import { lacksPoppler, wordsOfPages } from './pdf-lines.ts';
import { editionIn, printDocumentsOf } from './print-documents-of.ts';

const engine = loadEngine();
if (engine === undefined) throw new Error('no typesetter for this platform: these tests cannot speak');
const fonts = fontBook(engine.binary);
const { files, config } = editionIn('tests/editions/parallel');
const { printables } = await printDocumentsOf(files, config);
const documents = new Map(printables.map(({ document }) => [document.id, document]));

const textOf = (blocks: readonly Block[]) =>
  [...walkRuns(blocks)].map((run) => plainText(run.content).trim()).join(' / ');
const pairsOf = ({ front, body, back }: PrintDocument) =>
  [...walkBlocks([...front, ...body, ...back])]
    .flatMap((block) => (block.kind === 'parallel' ? block.pairs : []))
    .map((pair) => [textOf(pair.left), textOf(pair.right)]);

describe('facing pages', () => {
  it('pair the aligned parts of one document, the original on the left', () => {
    expect(pairsOf(documents.get('sayings')!)).toContainEqual(['العلم نور.', 'Knowledge is light.']);
    const { body } = documents.get('sayings')!;
    expect(textOf(body)).toContain('Where each was heard is not recorded.');
    expect(textOf(body)).toContain('Sayings, with their translation');
  });

  it('pair two documents in a further one, and lose no word of either', () => {
    const facing = [...documents.values()].find(({ id }) => id.includes('parallel'))!;
    expect(pairsOf(facing).length).toBeGreaterThan(1);
    const wordsIn = (document: PrintDocument) =>
      textOf([...document.front, ...document.body, ...document.back]).match(/\p{L}+/gu)!;
    const all = wordsIn(facing);
    for (const id of ['poem-en', 'poem-ru'])
      for (const word of wordsIn(documents.get(id)!)) expect(all, word).toContain(word);
    expect(new Set(facing.notes.map(({ id }) => id)).size).toBe(facing.notes.length);
  });

  it.skipIf(lacksPoppler !== undefined)(
    `stand on facing pages: the left one even, each pair at one height ${lacksPoppler ?? ''}`,
    () => {
      const options = { ...defaultPrintOptions, titlePage: false, contents: false, indexes: false };
      const facing = [...documents.values()].find(({ id }) => id.includes('parallel'))!;
      const rendered = renderPdf(facing, options, engine, fonts);
      expect(rendered.faults).toEqual([]);
      const pages = wordsOfPages(rendered.pdf);
      const found: { page: number; y: number }[][] = [];
      for (const pair of pairsOf(facing)) {
        const [left, right] = pair.map((side) => /\p{L}+/u.exec(side)?.[0]);
        if (left === undefined || right === undefined) continue;
        const placesOf = (word: string) =>
          pages.flatMap((words, page) =>
            words
              .filter((each) => each.text.startsWith(word) && each.height > 10)
              .map(({ y }) => ({ page: page + 1, y })),
          );
        const both = placesOf(left).flatMap((a) =>
          placesOf(right).flatMap((b) => (b.page === a.page + 1 && Math.abs(a.y - b.y) < 3 ? [[a, b]] : [])),
        );
        expect(both.length, `${left} beside ${right}`).toBeGreaterThan(0);
        found.push(...both);
      }
      expect(found.length).toBeGreaterThan(1);
      expect(found.every(([a]) => a!.page % 2 === 0)).toBe(true);
    },
  );

  it('keep the pages of both sources where they begin, between blocks and in them', async () => {
    const tei = (id: string, other: string, lang: string, type: string, pages: [string, string, string]) =>
      `<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="${id}" xml:lang="${lang}"><teiHeader><fileDesc><titleStmt><title>${id}</title></titleStmt><publicationStmt><p>x</p></publicationStmt><sourceDesc><p>x</p></sourceDesc></fileDesc></teiHeader><text type="${type}"><body><pb n="${pages[0]}"/><div><p xml:id="${id}-1" corresp="${other}.xml#${other}-1">prima<note place="foot">nota ${id}</note></p><pb n="${pages[1]}"/><p xml:id="${id}-2" corresp="${other}.xml#${other}-2">altera <pb n="${pages[2]}"/>finis</p></div></body></text></TEI>`;
    const made = await printDocumentsOf({
      'a.xml': tei('a', 'b', 'la', 'original', ['1', '2', '3']),
      'b.xml': tei('b', 'a', 'en', 'translation', ['i', 'ii', 'iii']),
    });
    const facing = made.printables.map(({ document }) => document).find(({ id }) => id.includes('parallel'))!;
    const said = (blocks: readonly Block[]) =>
      [...walkRuns(blocks)]
        .flatMap(({ content }) => [...walkInlines(content)])
        .map((inline) =>
          inline.kind === 'milestone' ? `|${inline.n}|` : inline.kind === 'text' ? inline.text.trim() : '',
        )
        .join('');
    const [block] = facing.body.filter((each) => each.kind === 'parallel');
    expect(block!.pairs.map(({ left, right }) => [said(left), said(right)])).toEqual([
      ['|1|prima', '|i|prima'],
      ['|2|altera|3|finis', '|ii|altera|iii|finis'],
    ]);
  });

  it('stand side by side in text', () => {
    expect(renderPages(documents.get('sayings')!, defaultPrintOptions).text).toMatch(
      /العلم نور\..*Knowledge is light\./,
    );
  });
});
