import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { defaultConfig } from '../../src/config/read-config.ts';
import { loadCorpus } from '../../src/corpus/load-corpus.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { checkCorpus } from '../../src/rules/check-corpus.ts';
import { rules } from '../../src/rules/rules.ts';
import { DiskWorld } from '../../src/world/disk-world.ts';

const folder = '../shared/corpora';
const files = existsSync(folder)
  ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.xml'))
  : [];
const allOn = Object.fromEntries(rules.map(({ code }) => [code, 'warning' as const]));

async function check(root: string, paths: string[], isEdition: boolean): Promise<Diagnostic[]> {
  const found: Diagnostic[] = [];
  const corpus = await loadCorpus(paths, new DiskWorld(root, [root], (each) => found.push(each)));
  expect(corpus.documents).toHaveLength(paths.length);
  found.push(...checkCorpus(corpus, { config: { ...defaultConfig(), rules: allOn }, isEdition }));
  for (const { place, message, help } of found) {
    expect(place.endLine > place.line || place.endColumn > place.column, `${message} ${place.path}`).toBe(
      true,
    );
    expect(`${message} ${help ?? ''}`).not.toMatch(/undefined|\[object|\{\w+\}/);
    expect(message.length).toBeLessThan(600);
  }
  return found;
}

// Skipped where the real files are not beside the project.
describe.skipIf(files.length === 0)('real files', () => {
  it('go through every rule one by one, without a flood', async () => {
    for (const path of files) {
      const found = await check(join(folder, dirname(path)), [basename(path)], false);
      expect(found.length, path).toBeLessThan(45);
    }
  });

  it('go through every rule as editions', async () => {
    for (const project of readdirSync(folder, { withFileTypes: true })) {
      if (!project.isDirectory()) continue;
      const root = join(folder, project.name);
      const own = files
        .filter((path) => path.startsWith(`${project.name}/`))
        .map((path) => path.slice(project.name.length + 1));
      const found = await check(root, own.sort(), true);
      expect(found.length / own.length, project.name).toBeLessThan(45);
    }
  });

  it('that are valid and whole are sound', async () => {
    for (const path of [
      'gerdracor/tei/lessing-emilia-galotti.xml',
      'rusdracor/tei/chekhov-vishnevyi-sad.xml',
      'aozora-tei/data/complete/tei_lib_lv3/51307_tei.xml',
    ]) {
      const root = join(folder, dirname(path));
      const corpus = await loadCorpus([basename(path)], new DiskWorld(root, [root], () => undefined));
      expect(checkCorpus(corpus, { config: defaultConfig(), isEdition: false })).toEqual([]);
    }
  });
});
