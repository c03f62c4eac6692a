import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { printKeys, printOutputsOf } from '../../src/config/print-keys.ts';
import { defaultConfig } from '../../src/config/read-config.ts';
import { loadCorpus } from '../../src/corpus/load-corpus.ts';
import { prepare } from '../../src/prepare/prepare.ts';
import { walkRuns } from '../../src/print/inlines.ts';
import { printDocumentSchema } from '../../src/print/print-document-schema.ts';
import { readPrintXml } from '../../src/print/read-print-xml.ts';
import { createTransform } from '../../src/xslt/create-transform.ts';
import { MemoryWorld } from '../memory-world.ts';
import { printDocumentsOf } from './print-documents-of.ts';
import { stressDocument } from './stress-document.ts';

const validate = new Ajv2020({ strict: true, allErrors: true }).compile(printDocumentSchema);
const faultsOf = (document: unknown) => (validate(document) ? [] : validate.errors!.slice(0, 5));
const transform = createTransform({ read: () => Promise.reject(new Error('nothing to read')) });
const docs = join(import.meta.dirname, '../../docs');

/** A file of the docs is what the code says; `UPDATE_DOCS=1` writes it. */
function expectDocs(name: string, wanted: (old: string) => string): void {
  const path = join(docs, name);
  let old = '';
  try {
    old = readFileSync(path, 'utf8');
  } catch {
    // Written for the first time.
  }
  const text = wanted(old);
  if (process.env.UPDATE_DOCS !== undefined) writeFileSync(path, text);
  else expect(old).toBe(text);
}

describe('the print document', () => {
  it('begins an entry without a lemma where it ends it', async () => {
    const { printables } = await printDocumentsOf({
      'x.xml': `<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="x" xml:lang="en"><teiHeader><fileDesc><titleStmt><title>x</title></titleStmt><publicationStmt><p>x</p></publicationStmt><sourceDesc><p>x</p></sourceDesc></fileDesc></teiHeader><text><body>
<lg><l>a</l></lg><listApp><app><note>A parallel.</note></app></listApp><lg><l>b</l></lg></body></text></TEI>`,
    });
    const marks = [...walkRuns(printables[0]!.document.body)].map(({ content }) =>
      content.map(({ kind }) => kind).join(' '),
    );
    expect(marks).toEqual(['anchor text entry-start entry-end', 'text']);
  });

  it('gives blocks the language and the direction of the part around them', async () => {
    const { printables } = await printDocumentsOf({
      'x.xml': `<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="x" xml:lang="en"><teiHeader><fileDesc><titleStmt><title>x</title></titleStmt><publicationStmt><p>x</p></publicationStmt><sourceDesc><p>x</p></sourceDesc></fileDesc></teiHeader><text><body><p>a</p>
<div xml:lang="he"><head>ב</head><p>ג</p><lg><l>ד</l></lg><p xml:lang="fr">d</p></div><lg><l>e</l></lg></body></text></TEI>`,
    });
    const { body } = printables[0]!.document;
    expect(body.map(({ language, direction }) => [language, direction].join(' ').trim())).toEqual([
      '',
      'he rtl',
      'he rtl',
      'he rtl',
      'fr ltr',
      '',
    ]);
  });

  it('says on its title page who made the text once, and no numbers', async () => {
    const { printables } = await printDocumentsOf({
      'x.xml': `<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="x" xml:lang="yi"><teiHeader><fileDesc><titleStmt><title>x</title>
<author><persName>ראָוז</persName><persName xml:lang="en">Jane <surname>Rose</surname></persName><idno type="wikidata">Q125510748</idno></author>
<author><persName>A</persName> and <persName>B</persName></author>
<editor>C<idno>0000-0001</idno></editor></titleStmt><publicationStmt><p>x</p></publicationStmt><sourceDesc><p>x</p></sourceDesc></fileDesc></teiHeader><text><body><p>x</p></body></text></TEI>`,
    });
    const { authors, lines } = printables[0]!.document.title;
    expect(authors).toEqual(['ראָוז', 'A and B']);
    expect(lines).toEqual([[{ kind: 'text', text: 'Editor: C' }]]);
  });

  it('is described by a JSON Schema', () => {
    const path = join(docs, 'print-document.schema.json');
    if (process.env.UPDATE_DOCS !== undefined) writeFileSync(path, JSON.stringify(printDocumentSchema));
    expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual(JSON.parse(JSON.stringify(printDocumentSchema)));
    expect(
      faultsOf(stressDocument({ paragraphs: 3, wordsEach: 30, entriesEach: 2, noteEvery: 1, noteWords: 5 })),
    ).toEqual([]);
    expect(faultsOf({ version: 2 })).not.toEqual([]);
  });

  it('is what the stylesheet makes of an edition', async () => {
    const files = Object.fromEntries(
      readdirSync('tei')
        .filter((name) => name.endsWith('.xml'))
        .map((name) => [name, readFileSync(join('tei', name), 'utf8')]),
    );
    const world = new MemoryWorld(files);
    const edition = await prepare(await loadCorpus(Object.keys(files), world), defaultConfig(), world.report);
    for (const prepared of edition.documents.filter(({ kind }) => kind === 'text')) {
      const result = await transform({ stylesheet: 'print', source: prepared.tei, index: prepared.index });
      const document = readPrintXml(result.principal);
      expect(faultsOf(document)).toEqual([]);
      expect(document.notes.map(({ id }) => id).sort()).toEqual(
        edition.index.notes
          .filter((note) => note.document === prepared.id)
          .map(({ id }) => id)
          .sort(),
      );
    }
  });

  it('has a picture of every option that a page shows', async () => {
    const { pictures } = (await import(join(docs, '../scripts/pictures/list.mjs'))) as {
      pictures: { name: string; title: string; print?: Record<string, unknown>; config?: unknown }[];
    };
    const shown = new Set(pictures.flatMap(({ print }) => Object.keys(print ?? {})));
    // Not to be seen on one page of one text, or not on a page of PDF.
    const unseen = ['fonts', 'facing', 'pdfStandard', 'date', 'docxNotes', 'textWidth', 'textLines'];
    expect(printKeys.map(({ key }) => key.slice(6)).filter((key) => !shown.has(key))).toEqual(unseen);
    const rows = pictures.map(({ name, title, print, config }) => {
      const set = { ...(print === undefined ? {} : { print }), ...((config ?? {}) as object) };
      const settings = JSON.stringify(set, null, 1).replace(/\s*\n\s*/g, ' ');
      expect(existsSync(join(docs, 'pictures', `${name}.png`)), name).toBe(true);
      expect(statSync(join(docs, 'pictures', `${name}.png`)).size).toBeLessThan(25_000);
      return `**${title}**${settings === '{}' ? '' : ` \`${settings}\``}\n\n![${title}](pictures/${name}.png)`;
    });
    expectDocs('print.md', (old) =>
      old.replace(
        /<!-- pictures -->[\s\S]*?<!-- end of pictures -->/,
        () => `<!-- pictures -->\n${rows.join('\n\n')}\n<!-- end of pictures -->`,
      ),
    );
  });

  it('has a guide with every option', () => {
    const cell = (value: unknown) =>
      (typeof value === 'string' ? `\`${JSON.stringify(value)}\`` : `\`${JSON.stringify(value)}\``).replace(
        /\|/g,
        '\\|',
      );
    const rows = printKeys.map(
      ({ key, default: value, describes, values: choices }) =>
        `| \`${key.slice(6)}\` | ${cell(value)} | ${describes}${choices === undefined ? '' : ` One of ${choices.map((choice) => `\`${choice}\``).join(', ')}.`} | ${printOutputsOf
          .get(key.slice(6))!
          .map((name) => ({ pdf: 'PDF', latex: 'LaTeX', docx: 'Word', pages: 'text' })[name])
          .join(', ')} |`,
    );
    const table = ['| key | default | what it does | read by |', '|---|---|---|---|', ...rows].join('\n');
    expectDocs('print.md', (old) =>
      old.replace(
        /<!-- options -->[\s\S]*?<!-- end of options -->/,
        `<!-- options -->\n${table}\n<!-- end of options -->`,
      ),
    );
  });
});
