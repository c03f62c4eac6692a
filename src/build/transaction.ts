import { createHash } from 'node:crypto';
import {
  constants,
  copyFile,
  link,
  mkdir,
  open,
  readdir,
  readFile,
  rename,
  rm,
  writeFile,
} from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';

/** One file to write, and the output it belongs to. */
export interface OutputFile {
  readonly path: string;
  readonly output: string;
  readonly content: string | Uint8Array;
}

/** What `manifest.json` in an output folder says: which build made it, and every file with its SHA-256. */
export interface Manifest {
  readonly variorum: 1;
  readonly files: Readonly<Record<string, { readonly output: string; readonly sha256: string }>>;
}

/** Thrown where an output folder holds files that no build made. */
export class ForeignFiles extends Error {
  readonly example: string;

  constructor(example: string) {
    super(`holds ${example}`);
    this.example = example;
  }
}

const manifestName = 'manifest.json';
const readmeName = 'README.md';
const droppings = new Set(['.DS_Store', 'Thumbs.db', 'desktop.ini', readmeName, manifestName]);

/** The folder beside an output folder that holds its lock, its journal and what is not yet or no longer the output: each output folder has its own. */
export function stateFolder(output: string): string {
  const target = resolve(output);
  return join(dirname(target), '.variorum/outputs', basename(target));
}

/** Replaces an output folder as a whole. Files of outputs that this build did not make stay. A kill at any moment leaves the old folder, the new one, or a journal that `recover` finishes. Call it under the lock. */
export async function replaceOutput(
  output: string,
  files: readonly OutputFile[],
  made: readonly string[],
): Promise<void> {
  const target = resolve(output);
  const state = stateFolder(target);
  const next = join(state, 'next');
  const before = await readManifest(target);
  await refuseForeignFiles(target, before);
  await rm(next, { recursive: true, force: true });
  const manifest: Record<string, { output: string; sha256: string }> = {};
  await mkdir(next, { recursive: true });
  for (const [path, entry] of Object.entries(before?.files ?? {})) {
    if (made.includes(entry.output)) continue;
    await carryOver(join(target, path), join(next, path));
    manifest[path] = entry;
  }
  for (const { path, output: name, content } of files) {
    await mkdir(dirname(join(next, path)), { recursive: true });
    await writeFile(join(next, path), content);
    manifest[path] = { output: name, sha256: createHash('sha256').update(content).digest('hex') };
  }
  const sorted = Object.fromEntries(Object.entries(manifest).sort(([a], [b]) => (a < b ? -1 : 1)));
  await writeFile(join(next, manifestName), `${JSON.stringify({ variorum: 1, files: sorted }, null, 1)}\n`);
  await writeFile(
    join(next, readmeName),
    (await readFile(join(target, readmeName)).catch(() => undefined)) ?? readme,
  );
  await writeDurably(join(state, 'journal.json'), JSON.stringify({ output: basename(target) }));
  await finishSwap(target);
}

/** Finishes or clears away what a killed build left beside the output folder. Call it under the lock. */
export async function recover(output: string): Promise<void> {
  const target = resolve(output);
  const state = stateFolder(target);
  const journal = await readFile(join(state, 'journal.json'), 'utf8').catch(() => undefined);
  if (journal !== undefined) await finishSwap(target);
  for (const name of ['next', 'previous']) await rm(join(state, name), { recursive: true, force: true });
}

async function finishSwap(target: string): Promise<void> {
  const state = stateFolder(target);
  const [next, previous] = [join(state, 'next'), join(state, 'previous')];
  if (await exists(next)) {
    if (await exists(target)) {
      await rm(previous, { recursive: true, force: true });
      await rename(target, previous);
    }
    try {
      await rename(next, target);
    } catch (error) {
      if (await exists(previous)) await rename(previous, target);
      await rm(join(state, 'journal.json'), { force: true });
      throw error;
    }
  }
  await rm(join(state, 'journal.json'), { force: true });
  await rm(previous, { recursive: true, force: true });
}

async function refuseForeignFiles(target: string, manifest: Manifest | undefined): Promise<void> {
  const paths = await readdir(target, { recursive: true, withFileTypes: true }).catch((error) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  for (const entry of paths) {
    if (entry.isDirectory()) continue;
    const path = join(entry.parentPath, entry.name)
      .slice(target.length + 1)
      .replaceAll('\\', '/');
    if (droppings.has(entry.name) && !path.includes('/')) continue;
    if (entry.name === '.DS_Store') continue;
    if (manifest === undefined || !Object.hasOwn(manifest.files, path)) throw new ForeignFiles(path);
  }
}

async function readManifest(target: string): Promise<Manifest | undefined> {
  const text = await readFile(join(target, manifestName), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  try {
    const manifest = JSON.parse(text) as Manifest;
    return manifest.variorum === 1 && typeof manifest.files === 'object' ? manifest : undefined;
  } catch {
    return undefined;
  }
}

async function carryOver(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true });
  await link(from, to).catch((error) => {
    if (error.code === 'ENOENT') return undefined;
    return copyFile(from, to, constants.COPYFILE_FICLONE);
  });
}

async function writeDurably(path: string, text: string): Promise<void> {
  const file = await open(`${path}.new`, 'w');
  await file.writeFile(text);
  await file.sync();
  await file.close();
  await rename(`${path}.new`, path);
}

function exists(path: string): Promise<boolean> {
  return readdir(path).then(
    () => true,
    () => false,
  );
}

const readme = `# What a build writes here

\`variorum build\` makes this folder anew each time; \`manifest.json\` lists every file with its hash.
`;
