import { execFile, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import type { Config } from '../../../src/config/config.ts';
import { defaultConfig } from '../../../src/config/read-config.ts';
import { loadCorpus } from '../../../src/corpus/load-corpus.ts';
import { epub } from '../../../src/outputs/epub/epub.ts';
import type { Artifact } from '../../../src/outputs/output.ts';
import { prepare } from '../../../src/prepare/prepare.ts';
import type { PreparedEdition } from '../../../src/prepare/prepared-edition.ts';
import { createTransform } from '../../../src/xslt/create-transform.ts';
import { MemoryWorld } from '../../memory-world.ts';

const transform = createTransform({ read: () => Promise.reject(new Error('nothing to read')) });

export interface Made {
  readonly artifacts: Artifact[];
  readonly edition: PreparedEdition;
  readonly world: MemoryWorld;
  /** The files of the first book, as text; images as bytes in Latin 1. */
  readonly files: ReadonlyMap<string, string>;
}

/** Makes the e-books of an edition in memory. Files that are not TEI are there to be read. */
export async function makeBooks(
  given: Readonly<Record<string, string | Uint8Array>>,
  settings: Partial<Config> = {},
): Promise<Made> {
  const world = new MemoryWorld(given);
  // The settings themselves, as the places of a config that was read belong to that object.
  const config: Config = Object.assign(settings, { ...defaultConfig(), ...settings });
  const paths = Object.keys(given).filter((path) => path.endsWith('.xml'));
  const edition = await prepare(await loadCorpus(paths, world), config, world.report);
  const artifacts = await epub.make({ edition, config, world, transform });
  const files = new Map(
    Object.entries(artifacts[0] === undefined ? {} : unzipSync(artifacts[0].content as Uint8Array)).map(
      ([path, content]) => [path, strFromU8(content, !/\.(?:xhtml|opf|svg|css|txt|xml)$/.test(path))],
    ),
  );
  return { artifacts, edition, world, files };
}

export const readAll = (folder: string, names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));

/** A TEI file with this in its body; the header may be given. */
export const tei = (body: string, header = '<titleStmt><title>A Text</title></titleStmt>', text = '') =>
  `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc>${header}<publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc></teiHeader><text ${text}><body>${body}</body></text></TEI>`;

const jar = process.env.EPUBCHECK ?? '/usr/share/java/epubcheck.jar';
/** Why EPUBCheck cannot be asked; '' where it can (a jar at EPUBCHECK, or where Debian puts it). */
export const withoutEpubcheck =
  !existsSync(jar) || spawnSync('java', ['-version']).status !== 0 ? ' (skipped: no EPUBCheck here)' : '';

/** The errors and warnings of EPUBCheck. */
export async function epubcheck(book: Artifact): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'variorum-epub-'));
  const path = join(folder, 'book.epub');
  writeFileSync(path, book.content);
  const options = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-jar', jar, path];
  const said = await new Promise<string>((done) => {
    // It exits with 1 where it finds something.
    execFile('java', options, { maxBuffer: 1 << 28 }, (_, stdout, stderr) => done(`${stdout}\n${stderr}`));
  });
  rmSync(folder, { recursive: true });
  if (!/Messages: \d+ fatal/.test(said)) throw new Error(`EPUBCheck did not run: ${said}`);
  return said
    .split('\n')
    .filter((line) => /^(?:FATAL|ERROR|WARNING)/.test(line))
    .map((line) => line.replace(path, ''));
}
