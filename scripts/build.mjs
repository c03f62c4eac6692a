/** Builds the package into dist/: compiles the TypeScript, bundles the command and, where they have changed, compiles the stylesheets. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { bundle } from './bundle.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const run = (command, args) => {
  const { status } = spawnSync(process.execPath, [command, ...args], { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
};
run('node_modules/typescript/bin/tsc', []);
await bundle(root);
// What it uses of ours is built only now.
const { compileStylesheets } = await import('./compile-stylesheets.mjs');
if (!(await compileStylesheets(root))) process.exit(1);
