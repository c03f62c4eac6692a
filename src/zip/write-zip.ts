import { type Zippable, zipSync } from 'fflate';

/** A file of a ZIP container; `isStored` leaves it without compression. */
export interface ZipEntry {
  readonly path: string;
  readonly content: Uint8Array;
  readonly isStored?: boolean;
}

/** Writes a ZIP container with nothing of the run in it: entries in the order given, one fixed time that is the same in every time zone. */
export function writeZip(entries: readonly ZipEntry[]): Uint8Array {
  const files: Zippable = {};
  for (const { path, content, isStored } of entries) files[path] = [content, { level: isStored ? 0 : 9 }];
  return zipSync(files, { mtime: '1980-01-02T00:00:00' });
}
