import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { defaultConfig } from '../../src/config/read-config.ts';
import { loadCorpus } from '../../src/corpus/load-corpus.ts';
import { outputs } from '../../src/outputs/outputs.ts';
import { prepare } from '../../src/prepare/prepare.ts';
import type { PreparedEdition } from '../../src/prepare/prepared-edition.ts';
import { readPrintXml } from '../../src/print/read-print-xml.ts';
import { createTransform } from '../../src/xslt/create-transform.ts';
import { MemoryWorld } from '../memory-world.ts';
import { criticalEditions } from '../prepare/critical-edition.ts';
import { flat, saidInPrint, saidInText, saidOnPage } from './said-entries.ts';

const transform = createTransform({ read: () => Promise.reject(new Error('nothing to read')) });
const example = 'examples/catullus';
const catullus = Object.fromEntries(
  readdirSync(join(example, 'tei')).map((name) => [
    `tei/${name}`,
    readFileSync(join(example, 'tei', name), 'utf8'),
  ]),
);
const editions = { ...criticalEditions, 'of the example': catullus };

describe.each(Object.entries(editions))('the entries of an edition %s say the same', (_, files) => {
  let edition: PreparedEdition;
  let world: MemoryWorld;
  const config = { ...defaultConfig(), text: { width: 0 } };
  /** What the index says of each entry that is printed, by document. */
  const wanted = new Map<string, string[]>();

  beforeAll(async () => {
    world = new MemoryWorld(files);
    edition = await prepare(await loadCorpus(Object.keys(files), world), config, world.report);
    for (const { document, said } of edition.index.apparatus)
      wanted.set(document, [...(wanted.get(document) ?? []), flat(said)]);
    expect([...wanted.values()].flat().filter((said) => said !== '').length).toBeGreaterThan(0);
  });

  const artifactsOf = async (name: string) => outputs.get(name)!.make({ edition, config, world, transform });

  it('in HTML', async () => {
    const artifacts = await artifactsOf('html');
    for (const [document, entries] of wanted) {
      const page = artifacts.find(({ path }) => path === `html/${document}.html`)!;
      expect(saidOnPage(String(page.content))).toEqual(entries);
    }
  });

  it('in plain text', async () => {
    const artifacts = await artifactsOf('text');
    for (const [document, entries] of wanted) {
      const { content } = artifacts.find(({ path }) => path === `text/${document}.txt`)!;
      const keys = edition.index.apparatus.filter((each) => each.document === document);
      expect(saidInText(String(content))).toEqual(
        entries.map((said, at) => flat(`${keys[at]!.n}. ${keys[at]!.keyText} ${said}`)),
      );
    }
  });

  it('in the print document, from which PDF, LaTeX and DOCX are made', async () => {
    for (const [document, entries] of wanted) {
      const { tei: source, index } = edition.documents.find(({ id }) => id === document)!;
      const { principal } = await transform({ stylesheet: 'print', source, index });
      expect(saidInPrint(readPrintXml(principal))).toEqual(entries);
    }
  });
});
