import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { defaultConfig } from '../../../src/config/read-config.ts';
import { loadCorpus } from '../../../src/corpus/load-corpus.ts';
import { outputs } from '../../../src/outputs/outputs.ts';
import { prepare } from '../../../src/prepare/prepare.ts';
import { walkInlines, walkRuns } from '../../../src/print/inlines.ts';
import { readPrintXml } from '../../../src/print/read-print-xml.ts';
import { createTransform } from '../../../src/xslt/create-transform.ts';
import { MemoryWorld } from '../../memory-world.ts';
import { losses } from '../../outputs/losses.ts';
import { flat, saidInPrint, saidInText, saidOnPage } from '../../outputs/said-entries.ts';
import { criticalEditions } from '../../prepare/critical-edition.ts';

const corpora = '../shared/corpora';
const apparatusFiles = existsSync(corpora)
  ? readdirSync(corpora, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.xml'))
      .filter((path) => /<app[\s>]/.test(readFileSync(`${corpora}/${path}`, 'utf8')))
      .sort()
  : [];
const transform = createTransform({ read: () => Promise.reject(new Error('nothing to read')) });
const config = { ...defaultConfig(), text: { width: 0 } };

async function prepared(files: Readonly<Record<string, string | Uint8Array>>) {
  const world = new MemoryWorld(files);
  return { world, edition: await prepare(await loadCorpus(Object.keys(files), world), config, world.report) };
}

/** What is lost of the entries, their readings and their words in an output. */
async function lossesOf(name: 'html' | 'text', files: Readonly<Record<string, string | Uint8Array>>) {
  const { world, edition } = await prepared(files);
  const output = outputs.get(name)!;
  const artifacts = await output.make({ edition, config, world, transform });
  const found = await losses(output, edition, artifacts);
  for (const { id, kind } of edition.documents) {
    const entries = edition.index.apparatus.filter(({ document }) => document === id);
    if (entries.length === 0 || kind !== 'text') continue;
    const path = name === 'html' ? `html/${id}.html` : `text/${id}.txt`;
    const content = String(artifacts.find((each) => each.path === path)?.content);
    const said = name === 'html' ? saidOnPage(content) : saidInText(content);
    const wanted = entries.map((each) =>
      flat(name === 'html' ? each.said : `${each.n}. ${each.keyText} ${each.said}`),
    );
    found.push(...differing(wanted, said));
  }
  return found;
}

/** What is lost of them in the print document: each entry begins in the text once, and each reading stands in it. */
async function lossesInPrint(files: Readonly<Record<string, string | Uint8Array>>) {
  const { edition } = await prepared(files);
  const found: string[] = [];
  for (const { id, kind, tei: source, index } of edition.documents) {
    const entries = edition.index.apparatus.filter(({ document }) => document === id);
    if (entries.length === 0 || kind !== 'text') continue;
    const { principal } = await transform({ stylesheet: 'print', source, index });
    const document = readPrintXml(principal);
    found.push(
      ...differing(
        entries.map(({ said }) => flat(said)),
        saidInPrint(document),
      ),
    );
    const begun: string[] = [];
    for (const run of walkRuns([...document.front, ...document.body, ...document.back]))
      for (const inline of walkInlines(run.content))
        if (inline.kind === 'entry-start') begun.push(inline.entry);
    found.push(...differing(entries.map((each) => each.id).sort(), begun.sort()));
    const readings = document.entries.flatMap((each) => [
      each.lemma.id,
      ...each.readings.map((one) => one.id),
    ]);
    const times = new Map<string, number>();
    for (const reading of readings) times.set(reading, (times.get(reading) ?? 0) + 1);
    for (const reading of entries.flatMap((each) => each.readings))
      if (times.get(reading.id) !== 1)
        found.push(`reading ${reading.id} stands ${times.get(reading.id)} times`);
  }
  return found;
}

/** A pointer without words shows an arrow on a page, and a page number in print. */
const withoutPointers = (text: string) =>
  flat(text.replace(/→|(?<![\p{L}])p\. /gu, '')).replaceAll('( ', '(');

function differing(expected: readonly string[], held: readonly string[]): string[] {
  const [wanted, got] = [expected.map(withoutPointers), held.map(withoutPointers)];
  const found = wanted.flatMap((each, at) => (each === got[at] ? [] : [`${got[at]} and not ${each}`]));
  return (wanted.length === got.length ? found : [`${got.length} of ${wanted.length}`, ...found]).slice(
    0,
    10,
  );
}

describe.each(['html', 'text'] as const)('%s holds the whole apparatus', (name) => {
  it.each(Object.entries(criticalEditions))('of an edition in %s', async (_, files) => {
    expect(await lossesOf(name, files)).toEqual([]);
  });

  it.skipIf(apparatusFiles.length === 0).each(apparatusFiles)('of %s', async (path) => {
    expect(await lossesOf(name, { 'edition.xml': readFileSync(`${corpora}/${path}`) })).toEqual([]);
  });
});

describe('print holds the whole apparatus', () => {
  it.each(Object.entries(criticalEditions))('of an edition in %s', async (_, files) => {
    expect(await lossesInPrint(files)).toEqual([]);
  });

  it.skipIf(apparatusFiles.length === 0).each(apparatusFiles)('of %s', async (path) => {
    expect(await lossesInPrint({ 'edition.xml': readFileSync(`${corpora}/${path}`) })).toEqual([]);
  });
});
