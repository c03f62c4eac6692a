import { readdir, readFile, stat } from 'node:fs/promises';
import { dirname, join, posix, resolve, sep } from 'node:path';
import picomatch from 'picomatch';
import type { Config } from '../config/config.ts';
import { defaultConfig, placeInConfig, readConfig } from '../config/read-config.ts';
import { diagnostic } from '../diagnostics/catalogue.ts';
import type { Report } from '../diagnostics/diagnostic.ts';
import { startOf } from '../diagnostics/place.ts';
import { DiskWorld, findEditionRoot } from '../world/disk-world.ts';

/** One edition to work on: a folder with its config, or a loose file that belongs to none. */
export interface Task {
  readonly world: DiskWorld;
  readonly config: Config;
  /** The documents that belong to it, relative to its root. */
  readonly documents: readonly string[];
  /** Those that were asked for; undefined: all. */
  readonly focus: ReadonlySet<string> | undefined;
  readonly isEdition: boolean;
  /** Whether its config has an error, which withholds its outputs. */
  readonly hasFaultyConfig: boolean;
}

const teiFile = /\.(xml|tei|teip5)$/i;

/** What the words on the command line ask for: without any, the edition around `cwd`; else each file, the files of each folder, and what each glob matches. A file inside an edition belongs to it; any other stands alone. */
export async function plan(
  cwd: string,
  words: readonly string[],
  reportFrom: (root: string) => Report,
  looseFiles: 'each alone' | 'together' = 'each alone',
): Promise<Task[]> {
  if (words.length === 0) {
    const root = (await findEditionRoot(cwd)) ?? resolve(cwd);
    return [await editionTask(root, undefined, [], reportFrom(root))];
  }
  const editions = new Map<string, string[]>();
  const loose: string[] = [];
  for (const word of words) {
    const files = await filesOf(cwd, word);
    if (files.length === 0) reportFrom(cwd)(diagnostic('file-missing', startOf(word), { path: word }));
    for (const file of files) {
      const root = await rootOf(dirname(file));
      if (root === undefined) loose.push(file);
      else editions.set(root, [...(editions.get(root) ?? []), file]);
    }
  }
  const tasks: Task[] = [];
  for (const [root, files] of editions) tasks.push(await editionTask(root, files, files, reportFrom(root)));
  const groups = looseFiles === 'together' ? [loose] : loose.map((file) => [file]);
  for (const group of groups.filter((each) => each.length > 0)) tasks.push(looseTask(group, reportFrom));
  return tasks;
}

function looseTask(files: readonly string[], reportFrom: (root: string) => Report): Task {
  const root = commonFolder(files);
  const world = new DiskWorld(root, files.map(dirname), reportFrom(root));
  const documents = [...new Set(files.map((file) => world.relative(file)))];
  const config = defaultConfig();
  // Files that belong to no edition are no parts of one book.
  const loose = { ...config, epub: { ...config.epub, volumes: 'document' as const } };
  return { world, config: loose, documents, focus: undefined, isEdition: false, hasFaultyConfig: false };
}

/** The deepest folder that holds all the files. */
function commonFolder(files: readonly string[]): string {
  let common = dirname(files[0]!);
  while (!files.every((file) => file.startsWith(common === sep ? sep : common + sep)))
    common = dirname(common);
  return common;
}

const roots = new Map<string, Promise<string | undefined>>();
function rootOf(folder: string): Promise<string | undefined> {
  const known = roots.get(folder) ?? findEditionRoot(folder);
  roots.set(folder, known);
  return known;
}

async function editionTask(
  root: string,
  files: readonly string[] | undefined,
  grants: readonly string[],
  report: Report,
): Promise<Task> {
  const world = new DiskWorld(root, [root, ...grants], report);
  const text = await readFile(join(root, 'variorum.json'), 'utf8').catch(() => undefined);
  let hasFaultyConfig = false;
  const ofConfig: Report = (found) => {
    if (found.severity === 'error') hasFaultyConfig = true;
    report(found);
  };
  const config = text === undefined ? defaultConfig() : readConfig(text, 'variorum.json', ofConfig);
  const listed = await world.list('.').catch(() => [] as string[]);
  const matches = picomatch([...config.tei]);
  if (text !== undefined) leaveOutMissingFonts(config, listed, ofConfig);
  const inOutput = `${config.output.replace(/\/+$/, '')}/`;
  const documents = listed.filter((path) => matches(path) && !path.startsWith(inOutput));
  const asked = files?.map((file) => world.relative(file));
  if (documents.length === 0 && asked === undefined) {
    const patterns = config.tei.map((each) => `“${each}”`).join(', ');
    report(diagnostic('no-tei-files', startOf('variorum.json'), { patterns }));
  }
  const all = [...new Set([...documents, ...(asked ?? [])])];
  return {
    world,
    config,
    documents: all,
    focus: asked === undefined ? undefined : new Set(asked),
    isEdition: text !== undefined,
    hasFaultyConfig,
  };
}

/** Reports font files that are not in the folder, as a fault of the config whatever is made, and goes on without them. */
function leaveOutMissingFonts(config: Config, listed: readonly string[], report: Report): void {
  const there = (config.print.fonts as readonly string[]).filter((path, index) => {
    const inside = posix.normalize(path);
    // What lies outside the folder is asked for when it is read.
    if (inside.startsWith('..') || posix.isAbsolute(inside) || listed.includes(inside)) return true;
    const place = placeInConfig(config, 'print', 'fonts', index);
    report(diagnostic('font-missing', place, { path, why: 'there is no such file' }));
    return false;
  });
  (config.print as Record<string, unknown>).fonts = there;
}

async function filesOf(cwd: string, word: string): Promise<string[]> {
  const path = resolve(cwd, word);
  const found = await stat(path).catch(() => undefined);
  if (found?.isFile()) return [path];
  if (found?.isDirectory()) return below(path);
  const { base, glob, isGlob } = picomatch.scan(word);
  if (!isGlob) return [];
  const matches = picomatch(glob);
  const folder = resolve(cwd, base);
  return (await below(folder, /./)).filter((file) =>
    matches(file.slice(folder.length + 1).replaceAll('\\', '/')),
  );
}

/** The TEI files below a folder in code-unit order; hidden folders and `node_modules` are passed over. */
async function below(folder: string, wanted = teiFile): Promise<string[]> {
  const files: string[] = [];
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
    if (entry.isDirectory()) files.push(...(await below(path, wanted)));
    else if (wanted.test(entry.name)) files.push(path);
  }
  return files;
}
