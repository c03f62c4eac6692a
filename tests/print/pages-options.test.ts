import { describe, expect, it } from 'vitest';
import { defaultPrintOptions, type PrintOptions } from '../../src/print/options.ts';
import { renderPages } from '../../src/print/pages/render-pages.ts';
import { columns } from '../../src/print/pages/set-run.ts';
import type { Block, Entry, Inline, PrintDocument } from '../../src/print/print-document.ts';
import { bands, printDocument, stressDocument, words } from './stress-document.ts';

const rule = '-'.repeat(16);
const plain = { ...defaultPrintOptions, titlePage: false, contents: false, indexes: false };
const filling = 'senatus populusque Romanus '.repeat(40).trim();

const paragraph = (content: readonly Inline[], id?: string): Block => ({
  kind: 'paragraph',
  ...(id === undefined ? {} : { id }),
  role: 'body',
  n: '',
  content,
});
const filler = (count: number): Block[] => Array.from({ length: count }, () => paragraph([words(filling)]));

interface Page {
  /** Printed lines of the text without their margin, blank ones left out. */
  readonly text: string[];
  readonly foot: string[];
}

/** The pages of a finished text, parted into text and foot by their rule alone. */
const pagesOf = (text: string): Page[] =>
  text.split('\f').map((page) => {
    const rows = page.split('\n');
    const end = rows.indexOf(rule);
    return {
      text: rows
        .slice(2, end < 0 ? undefined : end)
        .flatMap((row) => (row.trim() === '' ? [] : [row.slice(6)])),
      foot: end < 0 ? [] : rows.slice(end + 1),
    };
  });

/** Page and line, from 1, that a word stands on. */
function placeOf(pages: readonly Page[], word: string): { page: number; line: number } {
  for (const [page, { text }] of pages.entries()) {
    const line = text.findIndex((row) => row.includes(word));
    if (line >= 0) return { page: page + 1, line: line + 1 };
  }
  throw new Error(`${word} stands on no page`);
}

const entry = (id: string, lemma: string, reading: string): Entry => ({
  id,
  series: 'apparatus',
  loc: '',
  lemma: { id: '', content: [words(lemma)], text: lemma, place: '', terms: [], sigla: '', remarks: [] },
  readings: [
    { id: `${id}r`, kind: 'substantive', content: [words(reading)], terms: [], sigla: 'A', remarks: [] },
  ],
  remarks: [],
  notes: [],
});

/** Faults that no page may have: a row too wide, a page too long. */
function misfits(text: string, options: PrintOptions): string[] {
  return text.split('\f').flatMap((page, at) => {
    const rows = page.replace(/\n$/, '').split('\n');
    const wide = rows.filter((row) => columns(row) > options.textWidth + 6);
    return [
      ...wide.map((row) => `page ${at + 1}: ${columns(row)} columns: ${row}`),
      ...(rows.length > options.textLines ? [`page ${at + 1}: ${rows.length} lines`] : []),
    ];
  });
}

describe('calls that begin again on each page', () => {
  it.each(['number', 'letter', 'roman', 'symbol'] as const)('have marks by page: %s', (marks) => {
    const document = stressDocument({
      paragraphs: 40,
      wordsEach: 40,
      entriesEach: 1,
      noteEvery: 1,
      noteWords: 9,
    });
    const series = { translator: { restart: 'page' as const, marks } };
    const { text, layout } = renderPages(document, { ...plain, series });
    const first = {
      number: ['1', '2', '3'],
      letter: ['a', 'b', 'c'],
      roman: ['i', 'ii', 'iii'],
      symbol: ['*', '†', '‡'],
    };
    let pagesWithTwo = 0;
    for (const page of pagesOf(text)) {
      const calls = [...page.text.join('\n').matchAll(/\[(.+?)\]/gu)].map(([, call]) => call!);
      const feet = page.foot.flatMap((row) => /^\[(.+?)\] nota/u.exec(row)?.[1] ?? []);
      expect(calls).toEqual(feet);
      expect(calls.slice(0, 3)).toEqual(first[marks].slice(0, calls.length));
      if (calls.length > 1) pagesWithTwo++;
    }
    expect(pagesWithTwo).toBeGreaterThan(3);
    expect(layout.notes).toHaveLength(40);
    expect(misfits(text, plain)).toEqual([]);
  });

  it('count anew through the document where a series has letters, and a second call says the same', () => {
    const again: Inline = {
      kind: 'style',
      style: 'superscript',
      content: [{ kind: 'reference', target: 'b', shows: 'number', content: [] }],
    };
    const note = (id: string, n: string) => ({ id, series: 'translator', n, content: [words(`nota ${id}`)] });
    const document = printDocument({
      body: [
        paragraph([
          words('one'),
          { kind: 'note', note: 'a' },
          words(' two'),
          { kind: 'note', note: 'b' },
          words(' three'),
          again,
        ]),
      ],
      notes: [note('a', '17'), note('b', '18')],
    });
    const { text } = renderPages(document, { ...plain, series: { translator: { marks: 'letter' } } });
    expect(text).toContain('one[a] two[b] three[b]');
    expect(text).toContain('[a] nota a');
    expect(renderPages(document, plain).text).toContain('one[17] two[18] three[18]');
  });
});

describe('references', () => {
  const refer = (target: string, shows: 'page' | 'line' | 'number'): Inline => ({
    kind: 'reference',
    target,
    shows,
    content: [],
  });
  const document = (blocks: number): PrintDocument =>
    printDocument({
      body: [
        paragraph(
          [
            words('ante p. '),
            refer('post', 'page'),
            words(', l. '),
            refer('post', 'line'),
            words(', n. '),
            refer('n1', 'number'),
            words(', app. p. '),
            refer('app1', 'page'),
            words(', l. '),
            refer('app1', 'line'),
            words(', null '),
            refer('nowhere', 'page'),
            words('.'),
          ],
          'first',
        ),
        ...filler(blocks),
        paragraph([
          words('Anchored '),
          { kind: 'anchor', id: 'post' },
          words('POSTWORD and '),
          { kind: 'entry-start', entry: 'app1' },
          words('LEMMAWORD'),
          { kind: 'entry-end', entry: 'app1' },
          words(' and a note'),
          { kind: 'note', note: 'n1' },
          words(' with more.'),
        ]),
        ...filler(3),
      ],
      notes: [
        {
          id: 'n1',
          series: 'translator',
          n: '7',
          content: [
            words('vide p. '),
            refer('first', 'page'),
            words(' et p. '),
            refer('post', 'page'),
            words('.'),
          ],
        },
      ],
      entries: [entry('app1', 'LEMMAWORD', 'lectio')],
    });

  it.each([3, 60, 3000])(
    'print the page, line or note that they lead to, with %s paragraphs between',
    (blocks) => {
      const { text, layout } = renderPages(document(blocks), plain);
      const pages = pagesOf(text);
      const post = placeOf(pages, 'POSTWORD');
      const lemma = placeOf(pages, 'LEMMAWORD');
      expect(pages[0]!.text.slice(0, 2).join(' ').replace(/\s+/g, ' ')).toContain(
        `ante p. ${post.page}, l. ${post.line}, n. 7, app. p. ${lemma.page}, l. ${lemma.line}, null .`,
      );
      expect(pages[post.page - 1]!.foot.join('\n')).toContain(`[7] vide p. 1 et p. ${post.page}.`);
      expect(layout.passes).toBe(post.page > 99 ? 2 : 1);
      expect(misfits(text, plain)).toEqual([]);
    },
  );
});

describe('contents and indexes', () => {
  const mark = (id: string, terms: string[], more: { see?: string; seeAlso?: string } = {}): Inline => ({
    kind: 'index-mark',
    id,
    index: 'index',
    terms: terms.map((text) => ({ text, sort: '' })),
    see: more.see ?? '',
    seeAlso: more.seeAlso ?? '',
  });
  const heading = (n: number, text: string, level = 1): Block => ({
    kind: 'heading',
    id: `h${n}`,
    level,
    content: [words(text)],
    text,
  });
  const document = printDocument({
    title: {
      main: [words('Acta')],
      subtitle: [words('sub titulo')],
      authors: ['A. Scriptor'],
      lines: [[words('Romae 1901')]],
    },
    body: [
      heading(1, 'HEADONE'),
      paragraph([
        words('NAMEONE '),
        { kind: 'name', id: 'i1', entries: ['p1'], content: [words('Cicero')] },
        mark('i2', ['leges', 'agraria']),
      ]),
      ...filler(12),
      heading(2, 'HEADTWO'),
      heading(3, `HEADTHREE ${'verbum '.repeat(20)}`.trim(), 2),
      paragraph([
        words('NAMETWO '),
        { kind: 'name', id: 'i3', entries: ['p1'], content: [words('Tullius')] },
        { kind: 'note', note: 'n1' },
        mark('i4', ['leges'], { seeAlso: 'plebiscita' }),
        mark('i5', ['rogatio'], { see: 'leges' }),
      ]),
    ],
    notes: [
      {
        id: 'n1',
        series: 'translator',
        n: '1',
        content: [words('de '), { kind: 'name', id: 'i6', entries: ['p2'], content: [words('Catilina')] }],
      },
    ],
    indexes: [
      {
        id: 'person',
        title: 'Persons',
        entries: [
          { id: 'p1', label: 'Cicero, Marcus', sort: 'Cicero', see: [] },
          { id: 'p2', label: 'Catilina', sort: 'Catilina', see: [] },
          { id: 'p3', label: 'Nemo', sort: 'Nemo', see: [] },
        ],
      },
      { id: 'index', title: 'Index', entries: [] },
    ],
  });
  const { text, layout } = renderPages(document, defaultPrintOptions);
  const all = text.split('\f');
  const pages = pagesOf(text);
  const numbered = (word: string) => placeOf(pages.slice(2), word).page;

  it('begin with a title page and end with the indexes', () => {
    expect(all[0]!.replace(/\s+/g, ' ').trim()).toBe('A. Scriptor Acta sub titulo Romae 1901');
    expect(layout.pages).toBe(all.length);
    expect(misfits(text, defaultPrintOptions)).toEqual([]);
  });

  it('give each heading its page', () => {
    const rows = all[1]!.split('\n');
    expect(rows[0]).toBe('Contents');
    for (const head of ['HEADONE', 'HEADTWO']) {
      const row = rows.find((each) => each.includes(head))!;
      expect(row).toMatch(new RegExp(`^${head} [ .]+ ${numbered(head)}$`));
      expect(columns(row)).toBe(70);
    }
    expect(all[1]).toMatch(new RegExp(`  HEADTHREE (verbum\\s+)*verbum [ .]+ ${numbered('HEADTHREE')}\n`));
  });

  it('give each name and term its pages, from notes too, and leave out what is named nowhere', () => {
    const [one, two] = [numbered('NAMEONE'), numbered('NAMETWO')];
    expect(one).not.toBe(two);
    const rows = all
      .slice(-2)
      .join('\n')
      .split('\n')
      .map((row) => row.trimEnd());
    const persons = rows.indexOf('      Persons');
    expect(rows.slice(persons + 2, persons + 4)).toEqual([
      `      Catilina, ${two}`,
      `      Cicero, Marcus, ${one}, ${two}`,
    ]);
    expect(text).not.toContain('Nemo');
    const index = rows.indexOf('      Index');
    expect(rows.slice(index + 2, index + 5)).toEqual([
      `      leges, ${two}; see also plebiscita`,
      `        agraria, ${one}`,
      '      rogatio, see leges',
    ]);
  });

  it('are left out where the edition does not want them', () => {
    const bare = renderPages(document, plain).text;
    expect(bare.split('\f')).toHaveLength(all.length - 4);
    expect(bare).not.toContain('Contents');
  });
});

describe('hostile texts in pages', () => {
  it('divide a note longer than a page, and lose no word of it', () => {
    const long = Array.from({ length: 4000 }, (_, n) => `w${n}x`).join(' ');
    const document = printDocument({
      body: [
        paragraph([
          words('before'),
          { kind: 'note', note: 'n1' },
          words(` ${filling}`),
          { kind: 'note', note: 'n2' },
        ]),
        ...filler(4),
      ],
      notes: [
        { id: 'n1', series: 'translator', n: '1', content: [words(long)] },
        { id: 'n2', series: 'translator', n: '2', content: [words('short')] },
      ],
    });
    const { text } = renderPages(document, plain);
    const feet = pagesOf(text)
      .flatMap(({ foot }) => foot)
      .join(' ')
      .replace(/\s+/g, ' ');
    expect(feet).toContain(`[1] ${long} [2] short`);
    expect(misfits(text, plain)).toEqual([]);
  });

  it('key an entry over page breaks to both its lines, and print its reading once', () => {
    const body: Block[] = [];
    const entries: Entry[] = [];
    for (let n = 0; n < 60; n++) {
      entries.push(entry(`app${n}`, `start${n}x … end${n}x`, `reading${n}y`));
      body.push(
        paragraph([
          words(`${filling.slice(0, 500 - 7 * n)} `),
          { kind: 'entry-start', entry: `app${n}` },
          words(`start${n}x ${filling.slice(0, 700)}`),
        ]),
        paragraph([
          words(`${filling.slice(0, 300)} end${n}x`),
          { kind: 'entry-end', entry: `app${n}` },
          words(' post.'),
        ]),
      );
    }
    const { text, layout } = renderPages(printDocument({ body, entries }), {
      ...plain,
      lemmaWords: 0,
      ranges: 'full',
    });
    const pages = pagesOf(text);
    let over = 0;
    for (const [n, { key, page }] of layout.entries.entries()) {
      const [from, to] = [placeOf(pages, `start${n}x`), placeOf(pages, `end${n}x`)];
      expect(page).toBe(String(from.page));
      expect(key).toBe(
        from.page === to.page ? `${from.line}–${to.line}` : `${from.line}–${to.page}.${to.line}`,
      );
      const foot = pages[from.page - 1]!.foot.join(' ').replace(/\s+/g, ' ');
      expect(foot).toContain(`${key} start${n}x`);
      expect(text.split(`reading${n}y`)).toHaveLength(2);
      if (from.page !== to.page) over++;
    }
    expect(over).toBeGreaterThan(5);
    expect(misfits(text, plain)).toEqual([]);
  });

  it.each([
    ['Chinese', '八佾舞於庭是可忍也孰不可忍也三家者以雍徹子曰相維辟公天子穆穆', ''],
    ['Arabic with vowels', 'كِتَابٌ فِيهِ حُرُوفٌ مُشَكَّلَةٌ', ' '],
    ['combining marks', 'a\u0301e\u0323\u0302o\u0304\u0306 u\u0308x', ' '],
    ['one word without a break', 'ⲁⲃⲅⲇⲉⲍⲏⲑ', ''],
    ['signs outside the first plane', '𐀀𐀁𐀂👩‍👩‍👧 🏛️', ' '],
  ])('keep to their columns: %s', (_name, sample, between) => {
    const said = Array.from({ length: 60 }, () => sample).join(between);
    const document = printDocument({
      body: [
        paragraph([words(said), { kind: 'note', note: 'n1' }]),
        { kind: 'minutes', roster: [words(said.slice(0, 80))], content: [paragraph([words(said)])] },
        {
          kind: 'table',
          caption: [],
          columns: 2,
          rows: [
            {
              isLabel: false,
              cells: [0, 1].map(() => ({ columns: 1, rows: 1, isLabel: false, content: [words(said)] })),
            },
          ],
        },
      ],
      notes: [{ id: 'n1', series: 'translator', n: '1', content: [words(said)] }],
    });
    const { text } = renderPages(document, plain);
    expect(misfits(text, plain)).toEqual([]);
    const kept = (value: string) => value.replace(/\s/gu, '');
    const foot = pagesOf(text)
      .flatMap(({ foot }) => foot)
      .join('');
    expect(kept(foot)).toContain(kept(said));
    // Lines are filled: two columns for a broad sign, none for a mark above.
    const full = pagesOf(text)[0]!
      .text.slice(1, 4)
      .map((row) => columns(row));
    expect(Math.max(...full)).toBeGreaterThan(52);
  });

  it('set what stands beside another at its column, whatever a number in it turns out to be', () => {
    const document = printDocument({
      body: [
        {
          kind: 'parallel',
          pairs: [
            {
              left: [
                paragraph([words('L'), { kind: 'reference', target: 'end', shows: 'page', content: [] }]),
              ],
              right: [{ kind: 'paragraph', role: 'continued', n: '', content: [words('RIGHT')] }],
            },
          ],
        },
        paragraph([words('END')], 'end'),
      ],
    });
    const [page] = pagesOf(renderPages(document, plain).text);
    expect(page!.text[0]).toBe(`  L1${' '.repeat(29)}RIGHT`);
  });

  it('have a page even where there is nothing to print, and bands by the dozen on small pages', () => {
    expect(renderPages(printDocument({}), plain).text.trim()).not.toBe('');
    const series = Array.from({ length: 5 }, (_, n) => ({ ...bands[1]!, id: `s${n}`, order: n }));
    const document = printDocument({
      series,
      body: [
        paragraph(series.flatMap(({ id }) => [words('word'), { kind: 'note', note: id } as const])),
        ...filler(2),
      ],
      notes: series.map(({ id }) => ({ id, series: id, n: '1', content: [words(`${id}note ${filling}`)] })),
    });
    const small = { ...plain, textLines: 12 };
    const { text } = renderPages(document, small);
    for (const { id } of series) expect(text.split(`${id}note`)).toHaveLength(2);
    expect(text.split('populusque').length - 1).toBe(40 * 7);
    expect(misfits(text, small)).toEqual([]);
  });
});
