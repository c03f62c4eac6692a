import { type FSWatcher, watch } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Watches a folder and those below it; calls back with the paths changed, once they have been quiet for a moment. Hidden folders, `node_modules` and the folder `without` are left out. */
export async function watchFolder(
  root: string,
  without: string,
  onChange: (paths: readonly string[]) => void,
): Promise<() => void> {
  const watchers = new Map<string, FSWatcher>();
  let pending = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  const note = (path: string) => {
    pending.add(path);
    clearTimeout(timer);
    timer = setTimeout(() => {
      const paths = [...pending];
      pending = new Set();
      onChange(paths);
    }, 80);
  };
  const add = async (folder: string): Promise<void> => {
    if (watchers.has(folder) || folder === without) return;
    const watcher = watch(folder, (_, name) => {
      if (name === null || name.startsWith('.') || name.endsWith('~')) return;
      const path = join(folder, name);
      if (path === without) return;
      note(path);
      stat(path)
        .then((found) => (found.isDirectory() ? add(path) : undefined))
        .catch(() => undefined);
    });
    watcher.on('error', () => watchers.delete(folder));
    watchers.set(folder, watcher);
    for (const entry of await readdir(folder, { withFileTypes: true })) {
      if (!entry.isDirectory() || entry.name.startsWith('.') || entry.name === 'node_modules') continue;
      await add(join(folder, entry.name));
    }
  };
  await add(root);
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers.values()) watcher.close();
  };
}
