import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { defaultConfig } from '../../src/config/read-config.ts';
import { loadCorpus } from '../../src/corpus/load-corpus.ts';
import { selfContained } from '../../src/outputs/tei/self-contained.ts';
import { prepare } from '../../src/prepare/prepare.ts';
import type { PreparedEdition } from '../../src/prepare/prepared-edition.ts';
import { MemoryWorld } from '../memory-world.ts';

const corpora = '../shared/corpora';
const schema = '../shared/schemas/tei_all.rng';
const isThere = existsSync(corpora);
const canValidate = existsSync(schema) && spawnSync('which', ['jing']).status === 0;
const folder = mkdtempSync(join(tmpdir(), 'variorum-tei-alone-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function prepared(files: Readonly<Record<string, string | Uint8Array>>): Promise<PreparedEdition> {
  const world = new MemoryWorld(files);
  return prepare(await loadCorpus(Object.keys(files), world), defaultConfig(), world.report);
}
const meets = ({ documents, index }: PreparedEdition, id: string) => ({
  text: documents.find((each) => each.id === id)?.readingText,
  notes: index.notes
    .filter(({ document }) => document === id)
    .map(({ text, series, responsible }) => [text, series, responsible]),
  entries: index.apparatus
    .filter(({ document }) => document === id)
    .map(({ keyText, said }) => `${keyText} ${said}`),
});

/** What jing says against the TEI's own schema, without places and without what it expected, which depends on the order of attributes. */
function faultsOf(tei: string | Uint8Array): string[] {
  const file = join(folder, 'document.xml');
  writeFileSync(file, tei);
  const { stdout } = spawnSync('jing', [schema, file], { encoding: 'utf8', maxBuffer: 1 << 28 });
  return stdout
    .split('\n')
    .filter((line) => /(?:error|fatal):/.test(line))
    .map((line) => line.replace(/^.*?:\d+:\d+: /, '').replace(/; expected .*$/, ''));
}

/** Each folder of the corpora as an edition of its own. */
const editions = isThere
  ? readdirSync(corpora, { withFileTypes: true })
      .filter((each) => each.isDirectory())
      .map(({ name }) => name)
  : [];

describe.skipIf(!isThere)(`TEI for others${isThere ? '' : ' (skipped: no ../shared/corpora)'}`, () => {
  it.each(editions)('%s reads the same alone, and has no fault that its sources have not', async (name) => {
    const root = join(corpora, name);
    const paths = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) =>
      /\.(?:xml|tei)$/.test(path),
    );
    const edition = await prepared(
      Object.fromEntries(paths.map((path) => [path, readFileSync(join(root, path))])),
    );
    // A DTD that is not there ends jing's reading, so it also reads the source without.
    const sourceFaults = new Set(
      (canValidate ? paths : []).flatMap((path) => {
        const source = readFileSync(join(root, path));
        const bare = source.toString('utf8').replace(/<!DOCTYPE[^[>]*(?:\[[\s\S]*?\]\s*)?>/, '');
        return [...faultsOf(source), ...faultsOf(bare)];
      }),
    );
    for (const document of edition.documents) {
      const tei = selfContained(document, edition);
      expect(tei, document.path).not.toContain('x-variorum');
      // What cannot be found cannot be included.
      for (const [, href] of tei.matchAll(/<xi:include[^>]*\shref="([^"]*)"/g))
        expect(existsSync(join(root, dirname(document.path), href!)), `${document.path} ${href}`).toBe(false);
      const alone = await prepared({ [`${document.id}.xml`]: tei });
      expect(meets(alone, document.id), document.path).toEqual(meets(edition, document.id));
      if (canValidate)
        expect(
          faultsOf(tei).filter((fault) => !sourceFaults.has(fault)),
          document.path,
        ).toEqual([]);
    }
  });
});
