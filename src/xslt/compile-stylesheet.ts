import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { cp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, posix } from 'node:path';
import { diagnostic } from '../diagnostics/catalogue.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { type Place, startOf } from '../diagnostics/place.ts';
import type { CompiledStylesheet } from './engine.ts';
import { ownSources } from './own-stylesheets.ts';
import type { StylesheetClosure, StylesheetModule } from './stylesheet-closure.ts';

export interface Compilation {
  /** Undefined where the stylesheet has an error. */
  readonly compiled: CompiledStylesheet | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Not relocatable: else the compiler's XPath errors do not name the file (xslt3 2.7). */
const options = ['-nogo'];
const require = createRequire(import.meta.url);

/** Compiles an editor's stylesheet in a process of its own, once: the result is kept in `cache` under a hash of everything that it depends on. */
export async function compileStylesheet(
  path: string,
  closure: StylesheetClosure,
  cache: string,
): Promise<Compilation> {
  const folder = join(cache, 'stylesheets', hashOf(path, closure));
  const result = join(folder, 'compiled.sef.json');
  if (existsSync(result)) return { compiled: JSON.parse(await readFile(result, 'utf8')), diagnostics: [] };

  const work = `${folder}.${process.pid}.${Date.now().toString(36)}${Math.random().toString(36).slice(2)}`;
  try {
    await copyClosure(closure, work);
    const target = join(work, 'compiled.sef.json');
    const said = await compile(join(work, 'edition', path), target);
    if (!existsSync(target)) return { compiled: undefined, diagnostics: [faultOf(said, path, closure)] };
    const compiled = JSON.parse(await readFile(target, 'utf8')) as CompiledStylesheet;
    // Whoever comes first leaves its result; another process's is the same.
    await rename(work, folder).catch(() => undefined);
    return { compiled, diagnostics: [] };
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

function hashOf(path: string, { modules, usesOurs }: StylesheetClosure): string {
  const hash = createHash('sha256');
  const { version } = require('xslt3/package.json') as { version: string };
  hash.update(JSON.stringify([version, options, path]));
  for (const each of [...modules.values()].sort((a, b) => (a.path < b.path ? -1 : 1)))
    hash.update(`\0${each.path}\0`).update(each.tree.source.text);
  if (usesOurs) {
    const ours = readdirSync(ownSources, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.xsl'),
    );
    for (const name of ours.sort()) hash.update(`\0${name}\0`).update(readFileSync(join(ownSources, name)));
  }
  return hash.digest('hex').slice(0, 32);
}

/** Copies the modules as they lie in the edition, ours beside them, with `variorum:` made a path; line ends stay where they are. */
async function copyClosure({ modules, usesOurs }: StylesheetClosure, work: string): Promise<void> {
  for (const each of modules.values()) {
    const target = join(work, 'edition', each.path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, rewritten(each));
  }
  if (usesOurs) await cp(ownSources, join(work, 'variorum'), { recursive: true });
}

function rewritten({ path, tree, links }: StylesheetModule): string {
  let { text } = tree.source;
  text = text.replace(/^<\?xml[^>]*\?>/, (declaration) =>
    declaration.replace(/encoding\s*=\s*(["']).*?\1/, 'encoding="UTF-8"'),
  );
  const shift = text.length - tree.source.text.length;
  for (const { href, target } of [...links].reverse()) {
    if (target.kind !== 'own') continue;
    const up = posix.relative(
      posix.dirname(posix.join('edition', path)),
      posix.join('variorum', target.path),
    );
    text = text.slice(0, href.valueStart + shift) + up + text.slice(href.valueEnd + shift);
  }
  return text;
}

function compile(source: string, target: string): Promise<string> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [
      require.resolve('xslt3'),
      `-xsl:${source}`,
      `-export:${target}`,
      ...options,
    ]);
    let said = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8');
      stream.on('data', (text: string) => {
        said += text;
      });
    }
    child.on('error', fail);
    child.on('close', () => done(said));
  });
}

/** The compiler's first error as a diagnostic at its line. */
function faultOf(said: string, path: string, closure: StylesheetClosure): Diagnostic {
  const code = /^Error (\S+?):?(?:\s|$)/m.exec(said)?.[1] ?? '';
  const what = said
    .replace(/^Error \S+.*\n/, '')
    .replace(/Failed to compile stylesheet\s*$/, '')
    .replace(/Static error in XPath on line \d+ in \S+ /, 'in XPath ')
    .replace(/\s+/g, ' ')
    .trim();
  const [, line, file] = /\bon line (\d+) in (.+?)(?: \{|:?\s*$)/m.exec(said) ?? [];
  const at = [...closure.modules.values()].find(
    (each) => file !== undefined && `edition/${each.path}`.endsWith(file),
  );
  return diagnostic(
    'stylesheet-not-compiled',
    at === undefined || line === undefined ? startOf(path) : lineOf(at, Number(line)),
    { what, code },
  );
}

/** The place of a line, without the blanks around it. */
export function lineOf({ path, tree }: StylesheetModule, line: number): Place {
  const text = tree.source.text.split(/\r\n|[\r\n]/)[line - 1];
  if (text === undefined) return startOf(path);
  const column = text.length - text.trimStart().length + 1;
  return { path, line, column, endLine: line, endColumn: Math.max(column, text.trimEnd().length + 1) };
}
