import { describe, expect, it } from 'vitest';
import { plainText } from '../../src/print/inlines.ts';
import { renderLatex } from '../../src/print/latex/render-latex.ts';
import { lineKey } from '../../src/print/line-key.ts';
import { defaultPrintOptions, type PrintOptions } from '../../src/print/options.ts';
import type { PrintDocument } from '../../src/print/print-document.ts';
import { compileLatex, engines, lacksTex } from './compile-latex.ts';
import { editionIn, printDocumentsOf } from './print-documents-of.ts';
import { stressDocument } from './stress-document.ts';

const scripts = `<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="scripts" xml:lang="la"><teiHeader><fileDesc>
<titleStmt><title>Scripta שלום</title></titleStmt><publicationStmt><p>x</p></publicationStmt><sourceDesc><listWit><witness xml:id="A"/><witness xml:id="B"/></listWit></sourceDesc>
</fileDesc></teiHeader><text><body><div><head>ספר</head>
<p>Incipit בראשית ברא, <app><lem wit="#A">אלהים</lem><rdg wit="#B">יהוה</rdg></app>.</p>
<p xml:lang="he">בראשית ברא אלהים את השמים, 1962–1963.</p>
<p>Nota<note place="foot" xml:lang="he">הערה (Genesis 1) — <foreign xml:lang="grc">Ἐν ἀρχῇ ἐποίησεν ὁ θεὸς</foreign>.</note>.</p>
<p xml:lang="ar">في البدء خلق الله السماوات والأرض.</p>
<p xml:lang="grc">Μῆνιν ἄειδε, θεά, <app><lem wit="#A">Πηληϊάδεω</lem><rdg wit="#B"/></app> Ἀχιλῆος ⟨οὐλομένην⟩ ☞ ꙮ</p>
<p xml:lang="ru">Въ началѣ сотворилъ Богъ небо и землю. Signs: # $ % &amp; _ { } ~ ^ \\ &lt; > " ' \` -- --- \\end{document} \\input{x} ^^41 ?\` !\` 50%.</p>
<table><head>Табл.</head><row role="label"><cell>α</cell><cell>β</cell><cell>γ</cell></row><row><cell rows="2">#1 &amp; 2</cell><cell cols="2">a_b</cell></row><row><cell>c</cell><cell>d</cell></row></table>
<p>Cf. <ref type="page" target="#far">p. </ref>, <ptr target="#far" type="line"/>, <ref target="#gone">nothing</ref>.</p>
<lg><l n="9" xml:id="far">ἄνδρα μοι ἔννεπε,</l><l n="10">Μοῦσα, <app><lem wit="#A">πολύτροπον</lem><rdg wit="#B">πολύκροτον</rdg></app></l></lg>
</div></body></text></TEI>`;

const hebrew = (
  words: string,
) => `<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="hebrew" xml:lang="he"><teiHeader><fileDesc>
<titleStmt><title>שלום</title></titleStmt><publicationStmt><p>x</p></publicationStmt><sourceDesc><listWit><witness xml:id="A"/><witness xml:id="B"/></listWit></sourceDesc>
</fileDesc></teiHeader><text><body><p>בראשית ${words} השמים.</p></body></text></TEI>`;

/** Words of notes that a page does not show; it may divide them. */
function wordsNotIn(document: PrintDocument, text: string): string[] {
  const all = text.replace(/\P{L}/gu, '');
  return document.notes
    .flatMap(
      (note) =>
        plainText(note.content).match(/[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]+/gu) ?? [],
    )
    .filter((word) => !all.includes(word));
}

describe.each(engines)('%s', (engine) => {
  const lacking = lacksTex(engine);
  const slow = lacking ?? (engine === 'lualatex' ? 'by lualatex: npm run proof' : undefined);
  const compile = (document: PrintDocument, options: PrintOptions = defaultPrintOptions) => {
    const { faults, text } = compileLatex(renderLatex(document, options), engine);
    expect(faults, document.id).toEqual([]);
    expect(wordsNotIn(document, text), document.id).toEqual([]);
    return text;
  };

  it.skipIf(slow !== undefined)(`compiles Protocol 62 ${slow ?? ''}`, async () => {
    const { files, config } = editionIn('.');
    for (const { document } of (await printDocumentsOf(files, config)).printables) compile(document);
  });

  it.skipIf(slow !== undefined)(`compiles a critical edition ${slow ?? ''}`, async () => {
    const { files, config } = editionIn('examples/catullus');
    const { printables } = await printDocumentsOf(files, config);
    const [first, second] = printables.map((each) => each.document);
    expect(compile(first!).replace(/\s+/g, ' ')).toMatch(/8 quidquid/);
    compile(second!, {
      ...defaultPrintOptions,
      bandTitles: true,
      keyNumerals: 'roman',
      ranges: 'following',
      sameKey: 'omit',
      lineNumbers: 'section',
      series: { apparatus: { title: 'Apparatus', layout: 'blocks', key: 'verse' } },
    });
  });

  it.skipIf(lacking !== undefined)(`shortens spans, and counts notes by page ${lacking ?? ''}`, () => {
    const stress = stressDocument({
      paragraphs: 24,
      wordsEach: 60,
      entriesEach: 3,
      noteEvery: 1,
      noteWords: 9,
    });
    // Each lemma runs on into the next line.
    const document: PrintDocument = {
      ...stress,
      body: stress.body.map((block) =>
        block.kind !== 'paragraph'
          ? block
          : {
              ...block,
              content: block.content.flatMap((inline) =>
                inline.kind === 'text' && inline.text.startsWith('lemma')
                  ? [inline, { kind: 'text' as const, text: ' et'.repeat(32) }]
                  : [inline],
              ),
            },
      ),
    };
    const series = { translator: { restart: 'page', marks: 'letter' } } as const;
    const text = compile(document, {
      ...defaultPrintOptions,
      lineNumbers: 'document',
      hyphenate: false,
      series,
    });
    const spans = [...text.matchAll(/(\d+)–(\d+)\s+lemma\d+x/g)].map(
      ([, from, to]) => [Number(from), to!] as const,
    );
    expect(spans.length).toBeGreaterThan(50);
    const numbered = (number: number) => ({ scope: '', number });
    for (const [from, to] of spans) {
      const end = [1, 2, 3].map((lines) => from + lines);
      const keys = end.map((line) => lineKey(numbered(from), numbered(line), defaultPrintOptions));
      expect(keys).toContain(`${from}–${to}`);
    }
    const marks = text
      .split('\f')
      .map((page) => [...page.matchAll(/^ *([a-z])\n? +nota\d+z/gm)].map(([, mark]) => mark));
    expect(marks.flat().length).toBe(24);
    for (const page of marks) expect(page.join('')).toBe('abcdefghij'.slice(0, page.length));
    expect(text).not.toMatch(/\p{L}-\n/u);
  });

  it.skipIf(lacking !== undefined)(
    `compiles Hebrew, Arabic, Greek, Cyrillic and every sign of TeX ${lacking ?? ''}`,
    async () => {
      const { printables } = await printDocumentsOf({ 'scripts.xml': scripts });
      const text = compile(printables[0]!.document);
      expect(text).toContain('\\end{document} \\input{x} ^^41 ?` !` 50%.');
    },
  );

  it.skipIf(lacking !== undefined)(
    `compiles tables alone, and letters without end ${lacking ?? ''}`,
    async () => {
      const table = '<table><row><cell>a</cell><cell>b</cell></row></table>';
      const { printables } = await printDocumentsOf({
        'hebrew.xml': hebrew('').replace(
          /<p>בראשית.*<\/p>/u,
          `${table + table}<p>${'x'.repeat(3000)}</p>${table}`,
        ),
      });
      compile(printables[0]!.document);
    },
  );

  it.skipIf(lacking !== undefined).each([
    ['an apparatus', 'ברא <app><lem wit="#A">אלהים</lem><rdg wit="#B">יהוה</rdg></app> את'],
    ['a note', 'ברא<note place="foot">הערה</note> את'],
    ['brackets', 'ברא (אלהים) את'],
    ['words from the left', 'ברא in principio אלהים'],
  ])(`sets Hebrew with %s, or says what to compile it with ${lacking ?? ''}`, async (_, words) => {
    const { printables } = await printDocumentsOf({ 'hebrew.xml': hebrew(words) });
    const { document } = printables[0]!;
    if (engine === 'lualatex') compile(document);
    else
      expect(compileLatex(renderLatex(document, defaultPrintOptions), engine).faults.join()).toContain(
        'compile it with lualatex',
      );
  });

  it.skipIf(lacking !== undefined)(`sets Hebrew alone from the right ${lacking ?? ''}`, async () => {
    const { printables } = await printDocumentsOf({ 'hebrew.xml': hebrew('ברא אלהים') });
    compile(printables[0]!.document);
  });
});

describe('lualatex', () => {
  const lacking = lacksTex('lualatex');

  it.skipIf(lacking !== undefined)(
    `turns a bracket of a line from the right once ${lacking ?? ''}`,
    async () => {
      const { printables } = await printDocumentsOf({ 'hebrew.xml': hebrew('ברא (אלהים) את') });
      const { text } = compileLatex(renderLatex(printables[0]!.document, defaultPrintOptions), 'lualatex');
      // The glyphs as painted: to the right of the word the one that opens, turned round.
      expect(text.replace(/[\u202a-\u202e]/gu, '')).toMatch(/\)אלהים\(/u);
    },
  );
});
