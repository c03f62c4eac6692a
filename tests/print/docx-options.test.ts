import { describe, expect, it } from 'vitest';
import { defaultPrintOptions } from '../../src/print/options.ts';
import type { Inline, PrintDocument } from '../../src/print/print-document.ts';
import { editionIn, printDocumentsOf } from './print-documents-of.ts';
import { bands, printDocument, stressDocument, words } from './stress-document.ts';
import { lacksOffice, lacksPandoc, missingInWord, wordPart } from './word-oracles.ts';

const note = (id: string, n: string, said: string) => ({
  id,
  series: 'translator',
  n,
  content: [words(said)],
});
const called = (content: readonly Inline[], more: Partial<PrintDocument> = {}): PrintDocument =>
  printDocument({ body: [{ kind: 'paragraph', role: 'body', n: '', content }], ...more });

describe('Word files, by their XML', () => {
  const document = called(
    [words('one'), { kind: 'note', note: 'a' }, words(' two'), { kind: 'note', note: 'b' }],
    { notes: [note('a', '1', 'nota prima'), note('b', '2', 'nota altera')] },
  );

  it('number a stream as its one series is numbered', async () => {
    const numbering = async (series: object) =>
      /<w:sectPr[^>]*>(?:<w:\w+Reference [^>]*\/>)*(<w:footnotePr>.*?<\/w:footnotePr>)/.exec(
        await wordPart(document, { ...defaultPrintOptions, series: { translator: series } }, 'document'),
      )?.[1];
    expect(await numbering({})).toBe('<w:footnotePr><w:numFmt w:val="decimal"/></w:footnotePr>');
    expect(await numbering({ marks: 'letter', restart: 'page' })).toBe(
      '<w:footnotePr><w:numFmt w:val="lowerLetter"/><w:numRestart w:val="eachPage"/></w:footnotePr>',
    );
    expect(await numbering({ marks: 'roman' })).toContain('lowerRoman');
    expect(await numbering({ marks: 'symbol' })).toContain('chicago');
    const said = await wordPart(
      document,
      { ...defaultPrintOptions, series: { translator: { marks: 'letter' } } },
      'footnotes',
    );
    expect(said).not.toContain('>a </w:t>');
  });

  it('say the number of the edition where Word counts another', async () => {
    const source = called([words('one'), { kind: 'note', note: 'a' }], { notes: [note('a', '17', 'nota')] });
    expect(await wordPart(source, defaultPrintOptions, 'footnotes')).toContain('>17 </w:t>');
    expect(await wordPart(document, defaultPrintOptions, 'footnotes')).not.toContain('>1 </w:t>');
  });

  it('key entries by what the source counts', async () => {
    const [entry] = stressDocument({
      paragraphs: 1,
      wordsEach: 9,
      entriesEach: 1,
      noteEvery: 0,
      noteWords: 0,
    }).entries;
    const verse = printDocument({
      entries: [entry!, { ...entry!, id: 'loc', loc: '12.3' }],
      body: [
        {
          kind: 'verse',
          lines: [
            { n: '8', indent: 0, content: [words('a')] },
            {
              n: '9',
              indent: 0,
              content: [
                { kind: 'entry-start', entry: entry!.id },
                words('lemma1x'),
                { kind: 'entry-end', entry: entry!.id },
                { kind: 'entry-start', entry: 'loc' },
                words('b'),
                { kind: 'entry-end', entry: 'loc' },
              ],
            },
          ],
        },
      ],
    });
    const keyed = await wordPart(
      verse,
      { ...defaultPrintOptions, series: { apparatus: { key: 'verse' } } },
      'footnotes',
    );
    expect(keyed).toContain('>9 </w:t>');
    expect(keyed).toContain('>12.3 </w:t>');
    const bare = await wordPart(verse, defaultPrintOptions, 'footnotes');
    expect(bare).not.toContain('>9 </w:t>');
    expect(bare).toContain('>12.3 </w:t>');
  });

  it('send each series to the stream that the config names', async () => {
    const options = { ...defaultPrintOptions, docxNotes: { translator: 'endnote' as const } };
    expect(await wordPart(document, options, 'endnotes')).toContain('nota prima');
    expect(await wordPart(document, options, 'footnotes')).not.toContain('nota prima');
  });

  it('hold named styles, contents, heads and direction', async () => {
    const text = 'שער ראשון';
    const hebrew = printDocument({
      language: 'he',
      direction: 'rtl',
      running: { left: 'צד', right: 'ספר' },
      series: bands,
      body: [
        { kind: 'heading', id: 'h1', level: 1, content: [words(text)], text },
        { kind: 'heading', id: 'h2', level: 2, content: [words('פרק')], text: 'פרק' },
        { kind: 'paragraph', role: 'body', n: '', content: [words('בראשית ברא')] },
        { kind: 'verse', lines: [{ n: '1', indent: 0, content: [words('שיר')] }] },
        {
          kind: 'minutes',
          roster: [words('נוכחים')],
          content: [{ kind: 'paragraph', role: 'decision', n: '', content: [words('החלטה')] }],
        },
      ],
    });
    const body = await wordPart(hebrew, defaultPrintOptions, 'document');
    for (const style of ['Heading1', 'BodyText', 'Verse', 'Roster', 'Decision', 'Title'])
      expect(body).toContain(`<w:pStyle w:val="${style}"/>`);
    const styles = await wordPart(hebrew, defaultPrintOptions, 'styles');
    for (const name of ['Verse', 'Roster', 'Decision', 'Body Text', 'Quotation'])
      expect(styles).toContain(`<w:name w:val="${name}"/>`);
    expect(body).toMatch(/<w:instrText[^>]*>TOC /);
    // The contents are there before Word counts pages.
    expect(body.indexOf(text)).toBeLessThan(body.indexOf('<w:pStyle w:val="Heading1"/>'));
    const heads = await Promise.all(
      [1, 2, 3, 4].map((n) => wordPart(hebrew, defaultPrintOptions, `header${n}`)),
    );
    expect(heads.join('')).toContain('צד');
    expect(heads.join('')).toContain('ספר');
    const paragraphs = [...body.matchAll(/<w:p>(?:(?!<\/w:p>).)*בראשית(?:(?!<\/w:p>).)*<\/w:p>/g)];
    expect(paragraphs).toHaveLength(1);
    expect(paragraphs[0]![0]).toContain('<w:bidi/>');
    expect(paragraphs[0]![0]).toContain('<w:rtl/>');
    expect(await wordPart(hebrew, { ...defaultPrintOptions, contents: false }, 'document')).not.toContain(
      'TOC ',
    );
  });

  it('part calls that stand side by side, and count no lines of the title page and the contents', async () => {
    const beside = called(
      [
        words('one'),
        { kind: 'note', note: 'a' },
        { kind: 'note', note: 'b' },
        words('two'),
        { kind: 'note', note: 'c' },
      ],
      { notes: ['a', 'b', 'c'].map((id, n) => note(id, String(n + 1), `nota ${id}`)) },
    );
    const body = await wordPart(beside, defaultPrintOptions, 'document');
    expect(body.split('footnoteReference ').length - 1).toBe(3);
    const commas = [...body.matchAll(/<w:r>(?:(?!<\/w:r>).)*>,<\/w:t>/g)];
    expect(commas).toHaveLength(1);
    expect(commas[0]![0]).toContain('superscript');
    const heading = (id: string) =>
      ({ kind: 'heading', id, level: 1, content: [words(id)], text: id }) as const;
    const opened = await wordPart(
      printDocument({ body: [heading('one'), heading('two')] }),
      defaultPrintOptions,
      'document',
    );
    const counted = [...opened.matchAll(/<w:p>(?:(?!<\/w:p>).)*<\/w:p>/g)]
      .filter(([paragraph]) => /<w:t[ >]/.test(paragraph) && !paragraph.includes('suppressLineNumbers'))
      .map(([paragraph]) => paragraph.replace(/<[^>]*>/g, ''));
    expect(counted).toEqual(['one', 'two']);
  });

  it('refer to no page of what is not there', async () => {
    const reference = (target: string): Inline => ({
      kind: 'reference',
      target,
      shows: 'page',
      content: [words('p. ')],
    });
    const body = await wordPart(
      called([{ kind: 'anchor', id: 'here' }, reference('here'), reference('gone')]),
      defaultPrintOptions,
      'document',
    );
    expect(body.split('PAGEREF')).toHaveLength(2);
    expect(body).toContain('<w:bookmarkStart w:name="v_here"');
  });
});

describe('Word files, read by other programs', () => {
  const readers = { pandoc: lacksPandoc === undefined, office: lacksOffice === undefined };
  const lacking = readers.pandoc || readers.office ? '' : `${lacksPandoc} ${lacksOffice}`;

  it.skipIf(lacking !== '').each(['.', 'examples/catullus'])(
    `hold every note of %s ${lacking}`,
    { timeout: 120_000 },
    async (folder) => {
      const { files, config } = editionIn(folder);
      const { printables } = await printDocumentsOf(files, config);
      for (const { document } of printables.slice(0, 1)) {
        if (folder === '.') expect(document.notes).toHaveLength(10);
        expect(await missingInWord(document, defaultPrintOptions, readers)).toEqual([]);
      }
    },
  );

  it.skipIf(lacking !== '')(
    `hold every note of a hostile text ${lacking}`,
    { timeout: 120_000 },
    async () => {
      const hostile = [
        ']]>',
        '<w:t>x</w:t>',
        '&amp;',
        'tab\tnew\nline',
        '\u200fא',
        'a\u0301',
        '𐀀',
        '"quotes"',
        "it's",
        '\u00ad',
        '{PAGE}',
        '\\* MERGEFORMAT',
      ];
      const document = called(
        hostile.flatMap((sign, n) => [words(`${sign} `), { kind: 'note', note: `n ${n} ${sign}` } as const]),
        {
          notes: hostile.map((sign, n) => ({
            id: `n ${n} ${sign}`,
            series: 'translator',
            n: String(n + 1),
            content: [words(`nota${n}z ${sign} finis`)],
          })),
        },
      );
      expect(await missingInWord(document, defaultPrintOptions, readers)).toEqual([]);
    },
  );

  it.skipIf(lacking !== '')(`hold 400 entries and long notes ${lacking}`, { timeout: 120_000 }, async () => {
    const document = stressDocument({
      paragraphs: 100,
      wordsEach: 60,
      entriesEach: 4,
      noteEvery: 3,
      noteWords: 300,
    });
    expect(await missingInWord(document, defaultPrintOptions, readers)).toEqual([]);
  });
});
