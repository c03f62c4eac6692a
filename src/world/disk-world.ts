import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import type { Report } from '../diagnostics/diagnostic.ts';
import { type World, WorldError } from './world.ts';

/** The world of a command: the folder of the edition, and the files and folders that the command line named. Nothing else is read, a symbolic link that leads elsewhere included. */
export class DiskWorld implements World {
  readonly root: string;
  readonly report: Report;
  /** What the system said of every file when it was read, to notice a change during a build. */
  private readonly seen = new Map<string, string>();
  /** Absolute paths of the files and folders that may be read. */
  readonly grants: readonly string[];
  private realGrants: Promise<string[]> | undefined;

  constructor(root: string, grants: readonly string[], report: Report) {
    this.root = resolve(root);
    this.grants = grants.map((each) => resolve(each));
    this.report = report;
  }

  async read(path: string): Promise<Uint8Array> {
    try {
      const absolute = await this.granted(path);
      if (!this.seen.has(path)) this.seen.set(path, await mark(absolute));
      return await readFile(absolute);
    } catch (error) {
      throw worldError(error, path);
    }
  }

  async kindOf(path: string): Promise<'file' | 'folder' | 'missing' | 'outside'> {
    try {
      return (await stat(await this.granted(path))).isDirectory() ? 'folder' : 'file';
    } catch (error) {
      const failure = worldError(error, path);
      if (!(failure instanceof WorldError)) throw failure;
      return failure.reason === 'outside' ? 'outside' : 'missing';
    }
  }

  /** The absolute path of a file inside the grants, symbolic links considered. */
  private async granted(path: string): Promise<string> {
    const absolute = this.absolute(path);
    if (path.includes('\0') || !this.grants.some((grant) => isWithin(grant, absolute))) throw outside(path);
    const real = await realpath(absolute);
    this.realGrants ??= Promise.all(this.grants.map((each) => realpath(each).catch(() => each)));
    if (!(await this.realGrants).some((grant) => isWithin(grant, real))) throw outside(path);
    return absolute;
  }

  async list(folder: string): Promise<string[]> {
    const files: string[] = [];
    const walk = async (absolute: string, depth: number): Promise<void> => {
      if (depth > 64) return;
      for (const entry of await readdir(absolute, { withFileTypes: true })) {
        const path = resolve(absolute, entry.name);
        if (entry.name === 'node_modules' || entry.name.startsWith('.')) continue;
        if (entry.isDirectory()) await walk(path, depth + 1);
        else if (entry.isFile() || entry.isSymbolicLink()) files.push(this.relative(path));
      }
    };
    try {
      await walk(this.absolute(folder), 0);
    } catch (error) {
      throw worldError(error, folder);
    }
    return files.sort((a, b) => (a < b ? -1 : 1));
  }

  /** The first file that is no longer what it was when it was read. */
  async changedSinceRead(): Promise<string | undefined> {
    for (const [path, before] of this.seen) {
      if ((await mark(this.absolute(path)).catch(() => 'gone')) !== before) return path;
    }
    return undefined;
  }

  /** A path as the edition names it: relative to its root, with `/`. */
  relative(path: string): string {
    return relative(this.root, resolve(path)).split(sep).join('/');
  }

  absolute(path: string): string {
    return isAbsolute(path) ? path : resolve(this.root, path);
  }
}

async function mark(absolute: string): Promise<string> {
  const { ino, size, mtimeMs } = await stat(absolute);
  return `${ino} ${size} ${mtimeMs}`;
}

/** Turns an error of the file system into the world's own; anything else stays what it is. */
export function worldError(error: unknown, path: string): unknown {
  if (error instanceof WorldError || !(error instanceof Error) || !('code' in error)) return error;
  const code = String(error.code);
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return new WorldError('missing', path, 'there is no such file');
  if (code === 'EACCES' || code === 'EPERM') return new WorldError('denied', path, 'permission denied');
  return new WorldError('unreadable', path, code === 'EISDIR' ? 'it is a folder' : code);
}

function outside(path: string): WorldError {
  return new WorldError('outside', path, 'it lies outside the edition');
}

function isWithin(grant: string, path: string): boolean {
  return path === grant || path.startsWith(grant.endsWith(sep) ? grant : grant + sep);
}

/** The nearest folder upwards that holds a `variorum.json`. */
export async function findEditionRoot(start: string): Promise<string | undefined> {
  for (let folder = resolve(start); ; folder = dirname(folder)) {
    const names = await readdir(folder).catch(() => [] as string[]);
    if (names.includes('variorum.json')) return folder;
    if (dirname(folder) === folder) return undefined;
  }
}
