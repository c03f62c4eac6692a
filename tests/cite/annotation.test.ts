import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type Annotation, annotationOf } from '../../src/cite/annotation.ts';
import { passageScript } from '../../src/cite/passage-script.ts';
import { citableUnitsOf } from '../../src/edition/citable-units.ts';
import type { EditedDocument } from '../../src/edition/edited-document.ts';
import { passageTexts, quotationOf } from '../../src/edition/passage-text.ts';
import { editionOf, tei } from '../edition/edition-of.ts';
import { hostileRecords, hostileStrings } from './hostile-records.ts';

const passage = {
  document: 'minutes',
  anchor: '_4.3',
  label: '4.3',
  route: 'letters/minutes.html?sha256=ba623a5f1c55dda5#_4.3',
  textHash: 'ba623a5f1c55dda5'.repeat(4),
};
const context = {
  baseUrl: 'https://example.org/',
  version: '1.2',
  versionDate: '2026-11-23',
  citation: 'Minutes, 4.3.',
};
const quotation = { exact: 'the words', prefix: 'before ', suffix: ' after' };

/** What is the same for every passage of hostile words. */
const hostile: Annotation[] = hostileStrings.map((words) =>
  annotationOf(
    { ...passage, label: words },
    { exact: words, prefix: words, suffix: words },
    { ...context, citation: words, version: words, versionDate: words },
  ),
);

describe('an annotation', () => {
  it('leads to the passage by its anchor and by its words, and bears its state', () => {
    expect(annotationOf(passage, quotation, context)).toEqual({
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      id: expect.stringMatching(
        /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
      ),
      type: 'Annotation',
      motivation: 'bookmarking',
      body: { type: 'TextualBody', value: 'Minutes, 4.3.', format: 'text/plain', purpose: 'describing' },
      target: {
        id: 'https://example.org/letters/minutes.html?sha256=ba623a5f1c55dda5#_4.3',
        type: 'SpecificResource',
        source: 'https://example.org/letters/minutes.html',
        selector: [
          { type: 'FragmentSelector', conformsTo: 'http://tools.ietf.org/rfc/rfc3236', value: '_4.3' },
          { type: 'TextQuoteSelector', ...quotation },
        ],
        state: { type: 'TimeState', sourceDate: '2026-11-23T00:00:00Z' },
        'schema:version': '1.2',
        'schema:sha256': passage.textHash,
      },
    });
  });

  it('has one name for one passage, and another for another', () => {
    const name = (exact: string) => annotationOf(passage, { ...quotation, exact }, context).id;
    expect(name('a')).toBe(name('a'));
    expect(name('a')).not.toBe(name('b'));
  });

  it('keeps hostile words as they are', () => {
    hostile.forEach((annotation, n) => {
      const again = JSON.parse(JSON.stringify(annotation)) as { target: { selector: { exact: string }[] } };
      expect(again.target.selector[1]!.exact).toBe(hostileStrings[n]);
    });
  });

  const folder = join(process.env.VARIORUM_ORACLES ?? 'none', 'web-annotation');
  const hasPython = spawnSync('python3', ['-c', 'import jsonschema']).status === 0;
  const isThere = existsSync(folder) && hasPython;
  const made = mkdtempSync(join(tmpdir(), 'variorum-annotation-'));
  afterAll(() => rmSync(made, { recursive: true, force: true }));
  it.skipIf(!isThere)(
    `keeps every rule of the W3C’s own assertions${isThere ? '' : ' (skipped: no web-annotation in $VARIORUM_ORACLES)'}`,
    () => {
      const annotations = [
        annotationOf(passage, quotation, context),
        annotationOf(passage, quotation, { ...context, baseUrl: '', version: '', versionDate: '' }),
        ...hostile,
      ];
      const file = join(made, 'annotations.json');
      writeFileSync(file, JSON.stringify(annotations));
      const program = `
import glob, json, os, sys, warnings
warnings.simplefilter('ignore')
import jsonschema
read = lambda path: json.load(open(path, encoding='utf-8'))
folder = sys.argv[1]
store = {os.path.basename(path): read(path) for path in glob.glob(folder + '/**/*.json', recursive=True)}
ran = 0
for path in read(folder + '/annotations/annotationMusts.test')['assertions']:
    schema = read(folder + '/' + path)
    resolver = jsonschema.RefResolver('', schema, store={**store, schema['id']: schema, **{'definitions/' + name: each for name, each in store.items()}})
    validator = jsonschema.Draft4Validator(schema, resolver=resolver)
    for n, annotation in enumerate(read(sys.argv[2])):
        ran += 1
        if validator.is_valid(annotation) != (schema['expectedResult'] == 'valid'):
            print(n, path)
print('ran', ran > 1000)
`;
      const said = execFileSync('python3', ['-c', program, folder, file], { encoding: 'utf8' });
      expect(said).toBe('ran True\n');
    },
  );
});

describe('the script of a page', () => {
  const words = {
    copy: 'Copy',
    copied: 'Copied',
    style: 'Style',
    passage: 'Cite',
    citation: 'Citation',
    link: 'Link',
    annotation: 'Annotation',
    note: 'Note {n}',
  };
  it('cannot leave its element, and gives every word back', () => {
    for (const record of hostileRecords) {
      for (const said of [record.title, ...hostileStrings]) {
        const unit = {
          id: said,
          document: 'd',
          ref: said,
          otherReferences: [],
          n: '1',
          label: said,
          level: 1,
          route: 'd.html#a',
          textHash: 'a'.repeat(64),
        };
        const text = passageScript({ record, units: [unit], notes: [], words, url: 'https://e.org/d.html' });
        expect(text).not.toMatch(/[<>&\u2028\u2029]/);
        expect((JSON.parse(text) as { passages: string[][] }).passages[0]!.slice(0, 2)).toEqual([said, said]);
      }
    }
  });
});

describe('the words of a passage', () => {
  const quotationsOf = (document: EditedDocument) => {
    const units = citableUnitsOf(document, document.references);
    return units.map(({ i }) => quotationOf(document, i, units));
  };

  it('are those of the reading text, with what stands beside them', async () => {
    const { documents } = await editionOf({
      'a.xml': tei(
        '<div><head>One</head><p>First <hi>words</hi><note>a note</note>, and more.</p><p>Second.</p></div>',
      ),
    });
    expect(quotationsOf(documents[0]!)).toEqual([
      { exact: 'One First words, and more. Second.', prefix: '', suffix: '' },
      { exact: 'First words, and more.', prefix: 'One ', suffix: ' Second.' },
      { exact: 'Second.', prefix: 'One First words, and more. ', suffix: '' },
    ]);
  });

  it('of a page last to the next page', async () => {
    const pages =
      '<encodingDesc><refsDecl><citeStructure match="//pb" use="@n" delim="p. "/></refsDecl></encodingDesc>';
    const { documents } = await editionOf({
      'a.xml': tei(
        '<p>Before.<pb n="1"/>On one. <lb/>Still</p><p>one and tw<pb n="2" break="no"/>o.</p><p>Two.</p>',
        pages,
      ),
    });
    const document = documents[0]!;
    const units = citableUnitsOf(document, document.references).filter(({ ref }) => ref !== '');
    const texts = passageTexts(document, units);
    expect(units.map(({ i, ref }) => [ref, texts.get(i)])).toEqual([
      ['p. 1', 'On one. Still\none and tw'],
      ['p. 2', 'o.\nTwo.'],
    ]);
    expect(quotationOf(document, units[0]!.i, units)).toEqual({
      exact: 'On one. Still one and tw',
      prefix: 'Before.',
      suffix: 'o. Two.',
    });
  });

  it('of a text of 3,000 pages cost no more than its length', async () => {
    const pages =
      '<encodingDesc><refsDecl><citeStructure match="//pb" use="@n" delim="p. "/></refsDecl></encodingDesc>';
    const body = Array.from({ length: 3000 }, (_, n) => `<p><pb n="${n}"/>words of page ${n}</p>`).join('');
    const { documents } = await editionOf({ 'a.xml': tei(body, pages) });
    const document = documents[0]!;
    const units = citableUnitsOf(document, document.references);
    const texts = passageTexts(document, units);
    expect([...texts.values()].filter((text) => text === 'words of page 2999')).toHaveLength(2);
  });
});
