import { describe, expect, it } from 'vitest';
import { fontBook } from '../../src/print/fonts/font-book.ts';
import { defaultPrintOptions } from '../../src/print/options.ts';
import type { Block, Inline, PrintDocument } from '../../src/print/print-document.ts';
import { renderPdf } from '../../src/print/typst/render-pdf.ts';
import { loadEngine } from '../../src/print/typst/typesetter.ts';
import { body, heading, lines, paragraph } from './blocks.ts';
import { lacksPoppler, type Word, wordsOfPages } from './pdf-lines.ts';
import { bands, printDocument, words } from './stress-document.ts';

const engine = loadEngine()!;
const fonts = fontBook(engine.binary);
const options = { ...defaultPrintOptions, titlePage: false, contents: false };
function set(document: PrintDocument): Word[][] {
  const rendered = renderPdf(document, options, engine, fonts);
  expect(rendered.faults).toEqual([]);
  return wordsOfPages(rendered.pdf);
}
/** The words above the text. */
const headOf = (page: readonly Word[]) => page.filter(({ y }) => y < options.marginTop);
const textOf = (all: readonly Word[]) => all.map(({ text }) => text).join(' ');

describe.skipIf(lacksPoppler !== undefined)(`pages are made up ${lacksPoppler ?? ''}`, () => {
  const sections = [heading('First'), ...lines(20), heading('Second'), ...lines(90)];

  it('with the section that goes on at the head of a page where none begins', () => {
    const heads = set(printDocument({ body: sections })).map((page) => textOf(headOf(page)));
    expect(heads.slice(0, 3)).toEqual(['1', '2 A Fixture', 'Second 3']);
  });

  it('with a head of one line, shortened to its first words', () => {
    const left = 'Foreign Relations of the States, '.repeat(6);
    const [, second] = set(printDocument({ running: { left, right: left }, body: lines(60) }));
    const head = headOf(second!);
    expect(new Set(head.map(({ y }) => Math.round(y))).size).toBe(1);
    expect(textOf(head)).toMatch(/^2 Foreign Relations .* …$/);
  });

  it('with the number at the outer edge, whatever way the text runs', () => {
    const outer = (direction: 'ltr' | 'rtl') =>
      set(printDocument({ direction, language: direction === 'rtl' ? 'he' : 'en', body: lines(90) }))
        .slice(0, 2)
        .map((page) => headOf(page).find(({ text }) => /^\d$/.test(text))!)
        .map(({ x }) => (x < 100 ? 'left' : x > options.pageSize[0] - 100 ? 'right' : 'middle'));
    expect(outer('ltr')).toEqual(['right', 'left']);
    expect(outer('rtl')).toEqual(['left', 'right']);
  });

  it('with a direction between its speaker and the speech', () => {
    const scene = (before: number) =>
      printDocument({
        body: [
          ...lines(before),
          paragraph('speaker', words('Speaker')),
          paragraph('stage', words('Aside')),
          body('Speech.'),
        ],
      });
    for (let before = 34; before < 44; before++) {
      const pages = set(scene(before)).map((page) => page.map(({ text }) => text));
      const pageOf = (word: string) => pages.findIndex((page) => page.includes(word));
      expect([pageOf('Aside'), pageOf('Speech.')], `after ${before} lines`).toEqual([
        pageOf('Speaker'),
        pageOf('Speaker'),
      ]);
    }
  });

  it('without blank lines where breaks stand at the ends of a paragraph, and with one blank between words', () => {
    const blank: Inline[] = [{ kind: 'break' }, words('    '), { kind: 'break' }];
    const mark: Inline = { kind: 'anchor', id: 'a' };
    const ragged: Block = paragraph('body', ...blank, mark, words(' one '), mark, words(' two '), ...blank);
    const [page] = set(printDocument({ body: [body('Above'), ragged, body('Below')] }));
    const y = (text: string) => page!.find((word) => word.text === text)!.y;
    expect(y('Below') - y('one')).toBeCloseTo(y('one') - y('Above'), 0);
    const [one, two] = ['one', 'two'].map((text) => page!.find((word) => word.text === text)!);
    expect(two!.x - one!.right).toBeLessThan(options.fontSize * 0.35);
  });

  it('with a signature below the last words of its letter', () => {
    for (let before = 36; before < 44; before++) {
      const letter = [...lines(before), body('Yours'), paragraph('signed', words('Signature'))];
      const pages = set(printDocument({ body: letter })).map((page) => page.map(({ text }) => text));
      const pageOf = (word: string) => pages.findIndex((page) => page.includes(word));
      expect(pageOf('Signature'), `after ${before} lines`).toBe(pageOf('Yours'));
    }
  });

  it('with a number beside its item, and a longer label above it', () => {
    const lineOf = (label: string) => {
      const items = [{ label: [words(label)], content: [body('Item')] }];
      const [page] = set(printDocument({ body: [{ kind: 'list', style: 'labelled', items }] }));
      const y = (text: string) => page!.find((word) => word.text === text)!.y;
      return Math.abs(y(label) - y('Item')) < 0.5 ? 'beside' : 'above';
    };
    expect([lineOf('12.'), lineOf('Article')]).toEqual(['beside', 'above']);
  });

  it('with a verse as near to its speaker as prose', () => {
    const verse: Block = { kind: 'verse', lines: [{ n: '', indent: 0, content: [words('Verse')] }] };
    const gap = (speech: Block, word: string) => {
      const [page] = set(printDocument({ body: [paragraph('speaker', words('Speaker')), speech] }));
      const y = (text: string) => page!.find((each) => each.text === text)!.y;
      return y(word) - y('Speaker');
    };
    expect(gap(verse, 'Verse')).toBeCloseTo(gap(body('Prose'), 'Prose'), 0);
  });

  it('with nothing behind facing texts that end with marks', () => {
    const side = (text: string) => [body(text)];
    const pairs = [
      { left: side('Links'), right: side('Left') },
      { left: [heading('Teil')], right: [heading('Part')] },
      { left: side('Ende'), right: side('End') },
    ];
    const mark = paragraph('continued', { kind: 'anchor', id: 'a' });
    const pages = set(printDocument({ body: [{ kind: 'parallel', id: 'f', pairs }, mark] }));
    expect(pages.filter((page) => page.length > 0)).toHaveLength(2);
    expect(pages.at(-1)).not.toEqual([]);
    const [above, section, below] = ['Left', 'Part', 'End'].map(
      (text) =>
        pages
          .at(-1)!
          .filter((word) => word.text === text)
          .at(-1)!.y,
    );
    expect(section! - above!).toBeGreaterThan((below! - section!) * 1.3);
  });

  it('with page numbers at the outer side of contents, whatever way a heading runs', () => {
    const contents = (direction: 'ltr' | 'rtl') => {
      const document = printDocument({
        direction,
        language: direction === 'rtl' ? 'ar' : 'en',
        body: [heading('English'), ...lines(3), heading('العربية'), ...lines(3)],
      });
      const { pdf } = renderPdf(document, { ...options, contents: true }, engine, fonts);
      return wordsOfPages(pdf)[0]!
        .filter(({ text }) => text === '1')
        .map(({ x }) => Math.round(x));
    };
    const [ltr, rtl] = [contents('ltr'), contents('rtl')];
    expect(ltr).toHaveLength(2);
    expect(Math.min(...ltr)).toBeGreaterThan(options.pageSize[0] - options.marginOuter - 20);
    expect(rtl).toHaveLength(2);
    expect(Math.max(...rtl)).toBeLessThan(options.marginOuter + 20);
  });

  it('with a comma between two calls, though a mark stands between them', () => {
    const call = (note: string): Inline => ({ kind: 'note', note });
    const notes = ['1', '2', '3'].map((n) => ({
      id: `n${n}`,
      series: 'translator',
      n,
      content: [words('Nota.')],
    }));
    const inner: Inline = { kind: 'note', note: 'n3', isCalledInNote: true };
    const back: Inline = { kind: 'reference', target: 'there', shows: 'page', content: [] };
    const text = [
      words('Word'),
      call('n1'),
      { kind: 'anchor', id: 'there' },
      inner,
      call('n2'),
      words(' '),
      back,
    ];
    const [page] = set(printDocument({ notes, body: [paragraph('body', ...(text as Inline[]))] }));
    expect(textOf(page!)).toMatch(/Word ?1 ?, ?2/);
  });

  it('with no break of the file at the ends of a note', () => {
    const content = [{ kind: 'break' }, words('Nota.'), { kind: 'break' }, words('  ')] as Inline[];
    const notes = ['1', '2'].map((n) => ({ id: `n${n}`, series: 'translator', n, content }));
    const document = printDocument({
      notes,
      body: [
        paragraph(
          'body',
          ...['n1', 'n2'].flatMap((note): Inline[] => [words('Word'), { kind: 'note', note }, words(' ')]),
        ),
      ],
    });
    const [one, two] = set(document)[0]!.filter(({ text }) => text === 'Nota.');
    expect(two!.y - one!.y).toBeCloseTo(options.noteSize * 1.24, 0);
  });

  it('with a key and the first word of its entry on one line', () => {
    const long = Array.from({ length: 30 }, (_, n) => `app${n}`);
    const document = printDocument({
      series: bands,
      body: [
        paragraph(
          'body',
          ...long.flatMap((id): Inline[] => [
            { kind: 'entry-start', entry: id },
            words(`lemma${id}`),
            { kind: 'entry-end', entry: id },
            words(' and so on '),
          ]),
        ),
      ],
      entries: long.map((id) => ({
        id,
        series: 'apparatus',
        loc: '',
        lemma: {
          id: '',
          content: [words(`lemma${id}`)],
          text: `lemma${id}`,
          place: '',
          terms: [],
          sigla: '',
          remarks: [],
        },
        readings: [
          { id: '', kind: 'substantive', content: [words('other')], terms: [], sigla: 'A', remarks: [] },
        ],
        remarks: [],
        notes: [],
      })),
    });
    const foot = set(document)
      .flat()
      .filter(({ height }) => height < options.fontSize);
    for (const lemma of foot.filter(({ text }) => /^lemma.*\]$/.test(text))) {
      const before = foot.filter(({ y, x }) => Math.abs(y - lemma.y) < 2 && x < lemma.x).at(-1);
      expect(before?.text, lemma.text).toMatch(/^\d+$/);
    }
  });
});
