import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { diagnostic } from '../diagnostics/catalogue.ts';
import type { Report } from '../diagnostics/diagnostic.ts';
import { startOf } from '../diagnostics/place.ts';
import { type LockedFiles, lockPath, sha256Of } from './schema-lock.ts';

/** Gets the bytes of a URL; throws where they cannot be had. */
export type Get = (url: URL) => Promise<Uint8Array>;

export interface AddedSchema {
  /** Relative to the edition's root. */
  readonly path: string;
  readonly files: number;
}

/** Copies a schema and all that it includes into an edition, and notes where each file came from with its hash. Nothing is written unless everything could be had. */
export async function addSchema(
  root: string,
  source: string,
  report: Report,
  get: Get = getFromAnywhere,
): Promise<AddedSchema | undefined> {
  const start = urlOf(source);
  const copies = new Map<string, Uint8Array>();
  const open = [start.href];
  for (let url = open.pop(); url !== undefined; url = open.pop()) {
    if (copies.has(url)) continue;
    if (copies.size >= 500) {
      report(diagnostic('schema-not-had', startOf(source), { url, why: 'it includes over 500 files' }));
      return undefined;
    }
    let bytes: Uint8Array;
    try {
      bytes = await get(new URL(url));
    } catch (error) {
      report(diagnostic('schema-not-had', startOf(source), { url, why: whyOf(error) }));
      return undefined;
    }
    const found = new URL(url);
    if (found.protocol !== start.protocol || found.host !== start.host) {
      report(diagnostic('schema-not-had', startOf(source), { url, why: 'it lies on another server' }));
      return undefined;
    }
    if (/%(?:2f|5c|00)/i.test(found.pathname)) {
      report(diagnostic('schema-not-had', startOf(source), { url, why: 'its name hides a folder' }));
      return undefined;
    }
    copies.set(url, bytes);
    for (const href of inclusionsIn(bytes, url)) open.push(new URL(href, url).href);
  }
  const lock = join(root, lockPath);
  const before = await readFile(lock, 'utf8').then(
    (text) => JSON.parse(text).files as LockedFiles,
    () => ({}) as LockedFiles,
  );
  const files: Record<string, { path: string; sha256: string }> = { ...before };
  // The copies lie to each other as the files did, so that what includes what stays as it is written.
  const folder = commonFolder([...copies.keys()]);
  const pathOf = (url: string) =>
    `schema/${decodeURIComponent(url.slice(folder.length).split(/[?#]/, 1)[0]!)}`;
  for (const [url, bytes] of copies) {
    const path = pathOf(url);
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), bytes);
    files[url.startsWith('file:') ? path.slice('schema/'.length) : url] = { path, sha256: sha256Of(bytes) };
  }
  const sorted = Object.fromEntries(Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1)));
  await writeFile(lock, `${JSON.stringify({ version: 1, files: sorted }, null, 2)}\n`);
  return { path: pathOf(start.href), files: copies.size };
}

/** The innermost folder that all the URLs lie in, with its slash. */
function commonFolder(urls: readonly string[]): string {
  let folder = new URL('.', urls[0]!).href;
  while (!urls.every((url) => url.startsWith(folder))) folder = new URL('..', folder).href;
  return folder;
}

/** What a schema's file includes: `href` of RELAX NG's and Schematron's elements, and the compact syntax's words. */
function inclusionsIn(bytes: Uint8Array, url: string): string[] {
  const text = new TextDecoder().decode(bytes).replace(/<!--[\s\S]*?-->/g, '');
  const pattern = url.toLowerCase().endsWith('.rnc')
    ? /^[^#\n"]*\b(?:include|external)\s+"([^"]+)"/gm
    : /<(?:[\w.-]+:)?(?:include|externalRef|extends)\b[^>]*?\bhref\s*=\s*["']([^"'#]+)/g;
  return [...text.matchAll(pattern)].map((found) => found[1]!);
}

function urlOf(source: string): URL {
  return /^https?:/i.test(source) ? new URL(source) : pathToFileURL(resolve(source));
}

async function getFromAnywhere(url: URL): Promise<Uint8Array> {
  if (url.protocol === 'file:') return readFile(url);
  const response = await fetch(url, { signal: AbortSignal.timeout(60_000) });
  if (!response.ok) throw new Error(`the server answers ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

function whyOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  if (!(cause instanceof Error)) return String(cause);
  const code = 'code' in cause ? String(cause.code) : '';
  if (code === 'ENOENT') return 'there is no such file';
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return 'the network cannot be reached, or the name is wrong';
  return code || cause.message;
}
