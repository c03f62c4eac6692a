/** Writes dist/bin/: the command and its workers in a few files, for Node takes a millisecond to find and link each module that it loads. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { rolldown } from 'rolldown';

export async function bundle(root) {
  const dist = join(root, 'dist');
  const made = await rolldown({
    input: {
      variorum: join(dist, 'cli.js'),
      'transform-worker': join(dist, 'build/transform-worker.js'),
      'schema-worker': join(dist, 'build/schema-worker.js'),
    },
    platform: 'node',
    external: (name) => !name.startsWith('.') && !name.startsWith('/'),
  });
  const dir = join(dist, 'bin');
  rmSync(dir, { recursive: true, force: true });
  await made.write({ dir, format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name].js' });
  await made.close();
}
