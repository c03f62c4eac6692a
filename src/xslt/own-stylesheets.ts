import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { packageFile } from '../world/package-file.ts';
import type { CompiledStylesheet } from './engine.ts';

/** The folder of our own XSL sources, which an editor's stylesheet may import as `variorum:html.xsl`. */
export const ownSources = fileURLToPath(packageFile('xslt/'));

/** Says whether a job's stylesheet is one of ours, by name, and not a path. */
export function isOwn(stylesheet: string): boolean {
  return /^[a-z][a-z-]*$/.test(stylesheet);
}

const loaded = new Map<string, CompiledStylesheet>();

/** Reads one of our own stylesheets, `xslt/<name>.xsl`, as it was compiled when the package was built; once a thread, for the engine keeps in it what it makes of it. */
export function loadOwn(name: string): CompiledStylesheet {
  const known = loaded.get(name);
  if (known !== undefined) return known;
  const path = fileURLToPath(packageFile(`dist/xslt/${name}.sef.json`));
  if (!existsSync(path)) throw new Error(`No compiled stylesheet of that name: ${name} (${path})`);
  const stylesheet = JSON.parse(readFileSync(path, 'utf8')) as CompiledStylesheet;
  loaded.set(name, stylesheet);
  return stylesheet;
}
