import { createHash } from 'node:crypto';
import { diagnostic } from '../diagnostics/catalogue.ts';
import { startOf } from '../diagnostics/place.ts';
import type { World } from '../world/world.ts';

/** Where an edition keeps the copies of remote schemas, with their hashes, so that a build needs no network. */
export const lockPath = 'schema/lock.json';

/** One remote file and its copy. */
export interface LockedFile {
  /** Relative to the edition's root. */
  readonly path: string;
  /** Of the copy's bytes, in lower-case hexadecimal. */
  readonly sha256: string;
}

export type LockedFiles = Readonly<Record<string, LockedFile>>;

/** The copies of remote schemas that an edition keeps. */
export class SchemaLock {
  readonly files: LockedFiles;

  constructor(files: LockedFiles) {
    this.files = files;
  }

  pathOf(url: string): string | undefined {
    return Object.hasOwn(this.files, url) ? this.files[url]!.path : undefined;
  }
}

/** Reads an edition's lock file; a copy that is no longer what was fetched is reported. */
export async function readLock(world: World): Promise<SchemaLock> {
  const bytes = await world.read(lockPath).catch(() => undefined);
  if (bytes === undefined) return new SchemaLock({});
  const files = parse(new TextDecoder().decode(bytes));
  if (files === undefined) {
    world.report(diagnostic('schema-lock-unreadable', startOf(lockPath), {}));
    return new SchemaLock({});
  }
  for (const [url, { path, sha256 }] of Object.entries(files)) {
    const copy = await world.read(path).catch(() => undefined);
    if (copy === undefined) world.report(diagnostic('schema-copy-missing', startOf(lockPath), { path, url }));
    else if (sha256Of(copy) !== sha256) {
      world.report(diagnostic('schema-copy-changed', startOf(path), { path, url }));
    }
  }
  return new SchemaLock(files);
}

export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function parse(text: string): LockedFiles | undefined {
  try {
    const value = JSON.parse(text);
    const entries = Object.entries(value.files as LockedFiles);
    const isRight = entries.every(
      ([, each]) => typeof each.path === 'string' && typeof each.sha256 === 'string',
    );
    return isRight ? Object.fromEntries(entries) : undefined;
  } catch {
    return undefined;
  }
}
