import { describe, expect, it } from 'vitest';
import { fontBook } from '../../src/print/fonts/font-book.ts';
import { defaultPrintOptions } from '../../src/print/options.ts';
import { renderPages } from '../../src/print/pages/render-pages.ts';
import type { Block, Inline, ParagraphRole, PrintDocument } from '../../src/print/print-document.ts';
import { renderPdf } from '../../src/print/typst/render-pdf.ts';
import { loadEngine } from '../../src/print/typst/typesetter.ts';
import { lacksPoppler, type Word, wordsOfPages } from './pdf-lines.ts';
import { bands, printDocument, words } from './stress-document.ts';

const engine = loadEngine()!;
const fonts = fontBook(engine.binary);
const options = { ...defaultPrintOptions, titlePage: false, contents: false };
const paragraph = (role: ParagraphRole, ...content: Inline[]): Block => ({
  kind: 'paragraph',
  role,
  n: '',
  content,
});
const body = (text: string) => paragraph('body', words(text));
const heading = (text: string): Block => ({
  kind: 'heading',
  id: text,
  level: 2,
  text,
  content: [words(text)],
});
const lines = (count: number) => Array.from({ length: count }, (_, n) => body(`Row ${n + 1}.`));

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

describe('text in pages', () => {
  const set = (...body: Block[]) =>
    renderPages(printDocument({ body }), options)
      .text.split('\f')
      .map((page) => page.split('\n'));

  it('is headed by the section that goes on', () => {
    const pages = set(heading('First'), ...lines(20), heading('Second'), ...lines(120));
    expect(pages[2]![0]).toContain('Second');
  });

  it('has dates and signatures at the right, titles in the middle, and a blank line behind a quotation', () => {
    const [page] = set(
      paragraph('centered', words('Title')),
      paragraph('dateline', words('Kyiv, 1 May')),
      { kind: 'quotation', content: [body('Quoted.')] },
      paragraph('continued', words('Behind.')),
      paragraph('signed', words('A. B.')),
    );
    const width = options.textWidth + 6;
    const line = (text: string) => page!.find((each) => each.includes(text))!;
    expect(line('Kyiv')).toHaveLength(width);
    expect(line('A. B.')).toHaveLength(width);
    expect(line('Title').indexOf('Title')).toBe(6 + Math.floor((options.textWidth - 5) / 2));
    expect(page![page!.indexOf(line('Behind.')) - 1]).toBe('');
  });

  it('has a verse directly below its speaker', () => {
    const verse: Block = { kind: 'verse', lines: [{ n: '', indent: 0, content: [words('Verse')] }] };
    const [page] = set(paragraph('speaker', words('Speaker')), verse, paragraph('speaker', words('Other')));
    const at = (text: string) => page!.findIndex((each) => each.endsWith(text));
    expect([at('Verse'), at('Other')]).toEqual([at('Speaker') + 1, at('Speaker') + 3]);
  });

  it('shortens a running head that is too long, and says so', () => {
    const left = 'Foreign Relations of the United States, 1894, Nicaragua and the Mosquito Territory';
    const { text } = renderPages(printDocument({ running: { left, right: left }, body: lines(60) }), options);
    const [head] = text.split('\f')[1]!.split('\n');
    expect(head).toMatch(/^2 +Foreign .* …$/);
    expect(head!.length).toBeLessThanOrEqual(options.textWidth + 6);
  });

  it('leaves a chain of headings, speaker and direction with the words after it', () => {
    for (let before = 44; before < 56; before++) {
      const pages = set(
        ...lines(before),
        heading('Scene'),
        paragraph('stage', words('A room.')),
        paragraph('speaker', words('Speaker')),
        paragraph('stage', words('Aside')),
        body('Speech.'),
      );
      const pageOf = (word: string) => pages.findIndex((page) => page.some((line) => line.endsWith(word)));
      for (const word of ['A room.', 'Speaker', 'Aside', 'Speech.'])
        expect(pageOf(word), `${word} after ${before}`).toBe(pageOf('Scene'));
    }
  });
});
