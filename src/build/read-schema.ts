import { readFile } from 'node:fs/promises';
import { isAbsolute } from 'node:path';
import { worldError } from '../world/disk-world.ts';

/** Reads a file of a schema: one of the edition through its world, one of the program's own from its folder. */
export type ReadSchema = (path: string) => Promise<Uint8Array>;

/** Reads files of certain folders from the disk, all others through `read`: the program's own profile, and what the command line names. */
export function withFolders(read: ReadSchema, folders: readonly string[]): ReadSchema {
  return async (path) => {
    if (!isAbsolute(path) || !folders.some((folder) => path.startsWith(folder))) return read(path);
    try {
      return await readFile(path);
    } catch (error) {
      throw worldError(error, path);
    }
  };
}
