import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const folder = resolve('../shared/corpora');

/** Whether the folder of real TEI files lies beside the project; tests that need it are skipped where it does not. */
export const hasCorpora: boolean = existsSync(folder);

/** The paths of all its files, relative to it. */
export function corpusFiles(): string[] {
  if (!hasCorpora) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.xml'))
    .sort();
}

export const corpusFile = (path: string): Buffer => readFileSync(join(folder, path));
