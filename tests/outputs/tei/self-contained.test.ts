import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { defaultConfig } from '../../../src/config/read-config.ts';
import { loadCorpus } from '../../../src/corpus/load-corpus.ts';
import { selfContained } from '../../../src/outputs/tei/self-contained.ts';
import { prepare } from '../../../src/prepare/prepare.ts';
import type { PreparedEdition } from '../../../src/prepare/prepared-edition.ts';
import { MemoryWorld } from '../../memory-world.ts';

async function prepared(files: Readonly<Record<string, string | Uint8Array>>): Promise<PreparedEdition> {
  const world = new MemoryWorld(files);
  return prepare(await loadCorpus(Object.keys(files), world), defaultConfig(), world.report);
}
/** What a reader meets: the reading text, and every note with its words, series and responsibility. */
const meets = ({ documents, index }: PreparedEdition, id: string) => ({
  text: documents.find((each) => each.id === id)!.readingText,
  notes: index.notes
    .filter(({ document }) => document === id)
    .map(({ id: anchor, text, series, responsible }) => [anchor, text, series, responsible]),
});

const schema = '../shared/schemas/tei_all.rng';
const canValidate = existsSync(schema) && spawnSync('which', ['jing']).status === 0;
const skipReason = canValidate ? '' : ' (skipped: no jing or no ../shared/schemas)';
const folder = mkdtempSync(join(tmpdir(), 'variorum-tei-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** How many errors jing finds against the TEI's own schema. */
function errorsOf(tei: string): string[] {
  const file = join(folder, 'document.xml');
  writeFileSync(file, tei);
  const { stdout } = spawnSync('jing', [schema, file], { encoding: 'utf8' });
  return stdout.split('\n').filter((line) => line.includes('error:'));
}

const head = (title: string, more = '') =>
  `<teiHeader><fileDesc><titleStmt><title>${title}</title></titleStmt><publicationStmt><p>P</p></publicationStmt><sourceDesc><p>S</p></sourceDesc></fileDesc>${more}</teiHeader>`;
const files = {
  'tei/letter.xml': `<!DOCTYPE TEI [<!ENTITY f "Fidel">]>
<TEI xmlns="http://www.tei-c.org/ns/1.0" xmlns:xi="http://www.w3.org/2001/XInclude" xml:id="letter">${head(
    'Letter',
    '<encodingDesc><listPrefixDef><prefixDef ident="reg" matchPattern="(.+)" replacementPattern="registers.xml#$1"/></listPrefixDef></encodingDesc>',
  )}<text><body>
<p xml:id="p1"><persName ref="reg:castro">&f;  Castro</persName> &amp; <persName ref="registers.xml#kennedy">K.</persName><note resp="#castro">One.</note></p>
<p corresp="other.xml#p1 #p1 https://example.org/a#b">See <ref target="other.xml">the other</ref>, <ref target="registers.xml#things">things</ref>.</p>
<xi:include href="parts/part.xml"/>
</body></text></TEI>`,
  'tei/parts/part.xml': `<div xmlns="http://www.tei-c.org/ns/1.0" xml:id="part"><head>Part</head><p xml:id="castro">An id that an entry has too: <ref target="#castro">here</ref>, <placeName ref="../registers.xml#havana">Havana</placeName>, <ref target="../letter.xml#p1">above</ref>.</p></div>`,
  'tei/other.xml': `<TEI xmlns="http://www.tei-c.org/ns/1.0">${head('Other')}<text><body><p xml:id="p1">Other. <persName ref="#kennedy">K.</persName></p></body></text></TEI>`,
  'tei/registers.xml': `<TEI xmlns="http://www.tei-c.org/ns/1.0">${head(
    'Registers',
    '<encodingDesc><listPrefixDef><prefixDef ident="wd" matchPattern="(Q\\d+)" replacementPattern="https://www.wikidata.org/entity/$1"/></listPrefixDef></encodingDesc>',
  )}<standOff>
<listPerson xml:id="things"><person xml:id="castro" sameAs="wd:Q11256"><persName>Castro</persName><residence><placeName ref="#havana">Havana</placeName></residence></person>
<person xml:id="kennedy"><persName>Kennedy</persName></person><person xml:id="nobody"><persName>Nobody</persName></person></listPerson>
<listPlace><place xml:id="havana"><placeName>Havana</placeName><note source="letter.xml#p1">Lies in <placeName ref="#cuba">Cuba</placeName>.</note></place><place xml:id="cuba"><placeName>Cuba</placeName></place></listPlace>
</standOff></TEI>`,
};

describe('TEI that stands alone', async () => {
  const edition = await prepared(files);
  const letter = selfContained(edition.documents.find(({ id }) => id === 'letter')!, edition);

  it('carries the entries it cites, and those that these cite, and no other', () => {
    expect(letter).toContain('<person xml:id="registers.castro"');
    expect(letter).toContain('<person xml:id="kennedy"');
    expect(letter).toContain('<place xml:id="havana"');
    expect(letter).toContain('<place xml:id="cuba"');
    expect(letter).not.toContain('Nobody');
  });

  it('rewrites every pointer into another file', () => {
    expect(letter).toContain('<persName ref="#registers.castro">Fidel Castro</persName>');
    expect(letter).toContain('<persName ref="#kennedy">K.</persName>');
    expect(letter).toContain('corresp="other.xml#p1 #p1 https://example.org/a#b"');
    expect(letter).toContain('<ref target="other.xml">');
    expect(letter).toContain('<ref target="registers.xml#things">');
    expect(letter).toContain('<ref target="#castro">here</ref>');
    expect(letter).toContain('<ref target="#p1">above</ref>');
    expect(letter).toContain('<note source="#p1">');
    expect(letter).toContain('sameAs="https://www.wikidata.org/entity/Q11256"');
  });

  it('resolves XInclude and entities, and bears nothing of ours', () => {
    expect(letter).toContain('<div xml:id="part">');
    expect(letter).not.toMatch(/x-variorum|XInclude"?\s*href|xml:base|<!DOCTYPE|\sv:/);
  });

  it('finds a bare pointer whose target stands in another file', () => {
    const other = selfContained(edition.documents.find(({ id }) => id === 'other')!, edition);
    expect(other).toContain('<persName ref="#kennedy">');
    expect(other).toContain('<person xml:id="kennedy">');
  });

  it('gives the same reading text and the same notes when it is built alone', async () => {
    for (const document of edition.documents) {
      const alone = await prepared({ [`${document.id}.xml`]: selfContained(document, edition) });
      expect(meets(alone, document.id), document.id).toEqual(meets(edition, document.id));
    }
  });

  it.skipIf(!canValidate)(`is valid against the TEI’s own schema${skipReason}`, () => {
    expect(errorsOf(letter)).toEqual([]);
  });
});

describe('Protocol 62 as TEI that stands alone', async () => {
  const read = (path: string) => readFileSync(path, 'utf8');
  const edition = await prepared(
    Object.fromEntries(['tei/protocol-62.xml', 'tei/registers.xml'].map((path) => [path, read(path)])),
  );

  it('reads the same alone, with all its notes', async () => {
    for (const document of edition.documents) {
      const tei = selfContained(document, edition);
      expect(tei).not.toMatch(/x-variorum|="reg:/);
      const alone = await prepared({ [`${document.id}.xml`]: tei });
      expect(meets(alone, document.id)).toEqual(meets(edition, document.id));
    }
  });

  it.skipIf(!canValidate)(`is valid against the TEI’s own schema${skipReason}`, () => {
    for (const document of edition.documents) expect(errorsOf(selfContained(document, edition))).toEqual([]);
  });
});

describe('the example edition as TEI that stands alone', async () => {
  const root = 'examples/catullus/tei';
  const paths = readdirSync(root).filter((path) => path.endsWith('.xml'));
  const edition = await prepared(
    Object.fromEntries(paths.map((path) => [path, readFileSync(join(root, path), 'utf8')])),
  );

  it('reads the same alone, with all its notes and its apparatus', async () => {
    const entriesOf = ({ index }: PreparedEdition, id: string) =>
      index.apparatus
        .filter(({ document }) => document === id)
        .map(({ keyText, said }) => `${keyText} ${said}`);
    expect(edition.index.apparatus.length).toBeGreaterThan(20);
    for (const document of edition.documents) {
      const alone = await prepared({ [`${document.id}.xml`]: selfContained(document, edition) });
      expect(meets(alone, document.id)).toEqual(meets(edition, document.id));
      expect(entriesOf(alone, document.id)).toEqual(entriesOf(edition, document.id));
    }
  });

  it.skipIf(!canValidate)(`is valid against the TEI’s own schema${skipReason}`, () => {
    for (const document of edition.documents) expect(errorsOf(selfContained(document, edition))).toEqual([]);
  });
});

describe('real editions of several files', () => {
  const corpora = '../shared/corpora';
  const isThere = existsSync(corpora);
  it.skipIf(!isThere).each(['qhod-edition-data', 'leopold-briefe-data', 'isicily', 'fv-data'])(
    `%s reads the same alone${isThere ? '' : ' (skipped: no ../shared/corpora)'}`,
    async (name) => {
      const root = join(corpora, name);
      const paths = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) =>
        path.endsWith('.xml'),
      );
      const edition = await prepared(
        Object.fromEntries(paths.map((path) => [path, readFileSync(join(root, path))])),
      );
      for (const document of edition.documents) {
        const tei = selfContained(document, edition);
        expect(tei).not.toContain('x-variorum');
        const alone = await prepared({ [`${document.id}.xml`]: tei });
        expect(meets(alone, document.id), document.path).toEqual(meets(edition, document.id));
      }
    },
  );
});
