import { readFileSync } from 'node:fs';
import { packageFile } from '../world/package-file.ts';

/** The version of the package. */
export function version(): string {
  return JSON.parse(readFileSync(packageFile('package.json'), 'utf8')).version;
}
