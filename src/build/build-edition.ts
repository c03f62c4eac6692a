import { relative } from 'node:path';
import { diagnostic } from '../diagnostics/catalogue.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { startOf } from '../diagnostics/place.ts';
import type { Output } from '../outputs/output.ts';
import { outputs } from '../outputs/outputs.ts';
import { prepare } from '../prepare/prepare.ts';
import type { Transform } from '../xslt/transform.ts';
import { check } from './check.ts';
import { BuildRunning, takeLock } from './lock.ts';
import type { Task } from './plan.ts';
import { ForeignFiles, type OutputFile, recover, replaceOutput, stateFolder } from './transaction.ts';
import { TransformCache } from './transform-cache.ts';
import { createTransformPool } from './transform-pool.ts';

export interface BuildOptions {
  /** Names of the outputs to make; default: the config's. */
  readonly only?: readonly string[] | undefined;
  /** The folder to write; default: the config's. */
  readonly out?: string | undefined;
  /** Lets warnings withhold the outputs too. */
  readonly isStrict: boolean;
  readonly onProgress?: (text: string) => void;
}

export interface Built {
  readonly folder: string;
  readonly files: number;
}

/** Checks a task, makes its outputs in memory and writes them all, or none. Faults of an edition withhold its outputs; those of loose files, where a document could still be read, do not. */
export async function buildEdition(task: Task, options: BuildOptions): Promise<Built | undefined> {
  const { world, config } = task;
  const target = world.absolute(options.out ?? config.output);
  const folder = relative(process.cwd(), target) || '.';
  const fault = overlap(task, target);
  if (fault !== undefined) {
    world.report(fault);
    return undefined;
  }
  try {
    const release = await takeLock(stateFolder(target));
    try {
      await recover(target);
      const made = await makeOutputs(task, options);
      if (made === undefined) return undefined;
      const changed = await world.changedSinceRead();
      if (changed !== undefined) {
        world.report(diagnostic('input-changed', startOf(changed), { path: changed }));
        return undefined;
      }
      await replaceOutput(target, made.files, made.outputs);
      return { folder, files: made.files.length };
    } finally {
      await release();
    }
  } catch (error) {
    const found = failure(error, folder);
    if (found === undefined) throw error;
    world.report(found);
    return undefined;
  }
}

export interface Made {
  readonly files: readonly OutputFile[];
  /** Names of the outputs that were made. */
  readonly outputs: readonly string[];
}

/** Checks a task and makes its outputs in memory; undefined where faults withhold them. A server that makes them again and again gives its cache. */
export async function makeOutputs(
  task: Task,
  options: BuildOptions,
  cache?: TransformCache,
): Promise<Made | undefined> {
  const names = options.only ?? task.config.outputs;
  const wanted = [...outputs.values()].filter((each) => names.includes(each.name));
  const ahead = wanted.flatMap(({ stylesheets = [] }) => stylesheets);
  const jobs = task.documents.length * wanted.length;
  const pool = createTransformPool(task.world, jobs, cache === undefined ? [...new Set(ahead)] : undefined);
  try {
    return await makeWith(pool.transform, wanted, task, options, cache ?? new TransformCache());
  } finally {
    await pool.close();
  }
}

async function makeWith(
  run: Transform,
  wanted: readonly Output[],
  task: Task,
  options: BuildOptions,
  cache: TransformCache,
): Promise<Made | undefined> {
  const { world, config } = task;
  let isFaulty = task.hasFaultyConfig;
  const watching = Object.create(world, {
    report: {
      value: (found: Diagnostic) => {
        if (found.severity === 'error' || (options.isStrict && found.severity === 'warning')) isFaulty = true;
        world.report(found);
      },
    },
  }) as typeof world;
  const corpus = await check({ ...task, world: watching }, options);
  if (corpus.documents.length === 0 || (isFaulty && task.isEdition)) return undefined;
  options.onProgress?.('preparing');
  const edition = await prepare(corpus, config, watching.report);
  for (const name of (options.only ?? config.outputs).filter((each) => !outputs.has(each))) {
    const known = [...outputs.keys()].join(', ');
    watching.report(diagnostic('unknown-output', startOf('variorum.json'), { name, known }));
  }
  const files: OutputFile[] = [];
  const transform = cache.wrap(run);
  try {
    for (const output of wanted) {
      options.onProgress?.(`making ${output.name}`);
      const artifacts = await output.make({ edition, config, world: watching, transform });
      for (const { path, content } of artifacts) files.push({ path, content, output: output.name });
    }
  } finally {
    cache.endBuild();
  }
  if (isFaulty && (task.isEdition || options.isStrict)) return undefined;
  const collision = sameFile(files);
  if (collision !== undefined) {
    world.report(diagnostic('output-collision', startOf('variorum.json'), collision));
    return undefined;
  }
  return { files, outputs: wanted.map((each) => each.name) };
}

/** Two paths that a system which ignores case or the form of accents takes for one. */
function sameFile(files: readonly OutputFile[]): { one: string; other: string } | undefined {
  const seen = new Map<string, string>();
  for (const { path } of files) {
    const key = path.normalize('NFC').toLowerCase();
    const one = seen.get(key);
    if (one !== undefined) return { one, other: path };
    seen.set(key, path);
  }
  return undefined;
}

function overlap(task: Task, target: string): Diagnostic | undefined {
  const isInside = (inner: string, outer: string) => inner === outer || inner.startsWith(`${outer}/`);
  const sources = task.documents.map((each) => task.world.absolute(each));
  const folders = new Set(sources.map((each) => each.slice(0, each.lastIndexOf('/'))));
  const root = task.world.root;
  const isOver = isInside(root, target) || sources.some((each) => isInside(each, target));
  const isUnder = task.isEdition && [...folders].some((each) => each !== root && isInside(target, each));
  if (!isOver && !isUnder) return undefined;
  return diagnostic('output-overlaps-input', startOf('variorum.json'), {
    path: relative(process.cwd(), target) || '.',
  });
}

/** The diagnostic of a failure that is the world's; undefined for one of ours. */
function failure(error: unknown, folder: string): Diagnostic | undefined {
  if (error instanceof BuildRunning) return diagnostic('build-running', startOf(folder), { pid: error.pid });
  if (error instanceof ForeignFiles) {
    return diagnostic('output-holds-other-files', startOf(folder), { path: folder, example: error.example });
  }
  const code =
    error instanceof Error && 'syscall' in error && 'code' in error ? String(error.code) : undefined;
  if (code === undefined) return undefined;
  return diagnostic('cannot-write', startOf(folder), { path: folder, why: reasons[code] ?? code });
}

const reasons: Record<string, string> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the quota is used up',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the disk is read-only',
  EMFILE: 'too many open files',
  ENOTDIR: 'a part of the path is a file',
  EXDEV: 'it is a mount point of its own',
  EBUSY: 'it is in use',
};
