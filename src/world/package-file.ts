import { existsSync } from 'node:fs';

/** The folder of this package: the nearest one above this code with a package.json, wherever the code was bundled to. */
const root = (() => {
  let folder = new URL('.', import.meta.url);
  while (!existsSync(new URL('package.json', folder)) && folder.pathname !== '/')
    folder = new URL('..', folder);
  return folder;
})();

/** The URL of a file or folder that this package ships, by its path from the package's folder. */
export function packageFile(path: string): URL {
  return new URL(path, root);
}
