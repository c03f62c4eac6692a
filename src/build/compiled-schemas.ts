import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Report } from '../diagnostics/diagnostic.ts';
import { revive, type Validator } from '../relaxng/validator.ts';
import type { ReadSchema } from './read-schema.ts';
import { sha256Of } from './schema-lock.ts';

/** Goes up when compiled schemas of an earlier version of the program can no longer be used. */
const version = 1;

/** Gives the validator of a RELAX NG schema: from the user's cache where its files are unchanged, else compiled and kept there. */
export async function relaxngValidator(
  path: string,
  identity: string,
  read: ReadSchema,
  report: Report,
): Promise<Validator | undefined> {
  const kept = join(cacheFolder(), 'schemas', `${sha256Of(Buffer.from(`${version} ${identity}`))}.json`);
  const known = await readKept(kept, read);
  if (known !== undefined) return known;
  // A schema that is not there is the caller's to report, at the place that names it.
  await read(path);
  // What makes a schema is loaded where none is kept.
  const [{ loadSchema }, { compile }] = await Promise.all([
    import('../relaxng/load-schema.ts'),
    import('../relaxng/compile.ts'),
  ]);
  const schema = await loadSchema(path, read, report);
  const validator = schema === undefined ? undefined : compile(schema, report);
  if (validator !== undefined) await keep(kept, validator);
  return validator;
}

async function readKept(kept: string, read: ReadSchema): Promise<Validator | undefined> {
  const json = await readFile(kept, 'utf8').catch(() => undefined);
  const validator = json === undefined ? undefined : revive(json);
  if (validator === undefined) return undefined;
  for (const { path, hash } of validator.schema.closure) {
    const bytes = await read(path).catch(() => undefined);
    if (bytes === undefined || createHash('sha256').update(bytes).digest('hex') !== hash) return undefined;
  }
  return validator;
}

/** Keeps a compiled schema; a cache that cannot be written only costs time. */
async function keep(kept: string, validator: Validator): Promise<void> {
  const unfinished = `${kept}.${process.pid}`;
  try {
    await mkdir(dirname(kept), { recursive: true });
    await writeFile(unfinished, validator.serialise());
    await rename(unfinished, kept);
  } catch {
    // Nothing depends on it.
  }
}

/** Where the system wants caches: `VARIORUM_CACHE`, else the user's own folder for them. */
export function cacheFolder(): string {
  const { VARIORUM_CACHE, XDG_CACHE_HOME, LOCALAPPDATA } = process.env;
  if (VARIORUM_CACHE) return VARIORUM_CACHE;
  if (process.platform === 'darwin') return join(homedir(), 'Library/Caches/variorum');
  if (process.platform === 'win32' && LOCALAPPDATA) return join(LOCALAPPDATA, 'variorum');
  return join(XDG_CACHE_HOME || join(homedir(), '.cache'), 'variorum');
}
