import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Config } from '../../src/config/config.ts';
import { defaultConfig, readConfig } from '../../src/config/read-config.ts';
import { loadCorpus } from '../../src/corpus/load-corpus.ts';
import { type Printable, printDocuments } from '../../src/outputs/print-documents.ts';
import { prepare } from '../../src/prepare/prepare.ts';
import { createTransform } from '../../src/xslt/create-transform.ts';
import { MemoryWorld } from '../memory-world.ts';

const transform = createTransform({ read: () => Promise.reject(new Error('nothing to read')) });

/** The print documents that an edition's files give, by the real reader, preparation and stylesheet. */
export async function printDocumentsOf(
  files: Record<string, string | Uint8Array>,
  config: Config = defaultConfig(),
): Promise<{ printables: Printable[]; world: MemoryWorld }> {
  const world = new MemoryWorld(files);
  const edition = await prepare(await loadCorpus(Object.keys(files), world), config, world.report);
  return { printables: await printDocuments({ edition, config, world, transform }), world };
}

/** The TEI files of a folder with its `variorum.json`. */
export function editionIn(folder: string): { files: Record<string, string>; config: Config } {
  const tei = join(folder, 'tei');
  const names = readdirSync(tei).filter((name) => name.endsWith('.xml'));
  return {
    files: Object.fromEntries(names.map((name) => [`tei/${name}`, readFileSync(join(tei, name), 'utf8')])),
    config: readConfig(readFileSync(join(folder, 'variorum.json'), 'utf8'), 'variorum.json', () => {}),
  };
}

/** One file of the test corpora, as it stands. */
export const corpusFile = (path: string): Record<string, Uint8Array> => ({
  [basename(path)]: readFileSync(join('../shared/corpora', path)),
});
