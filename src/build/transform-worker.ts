import { parentPort, workerData } from 'node:worker_threads';
import { DiskWorld } from '../world/disk-world.ts';
import { createTransform } from '../xslt/create-transform.ts';
import { loadEngine } from '../xslt/engine.ts';
import { loadOwn } from '../xslt/own-stylesheets.ts';
import type { TransformJob } from '../xslt/transform.ts';

const { root, ahead } = workerData as { root: string; ahead: readonly string[] };
const transform = createTransform(new DiskWorld(root, [root], () => undefined));

parentPort!.on('message', async ({ id, job }: { id: number; job: TransformJob }) => {
  try {
    parentPort!.postMessage({ id, result: await transform(job) });
  } catch (error) {
    parentPort!.postMessage({ id, error: error instanceof Error ? error.stack : String(error) });
  }
});
if (ahead.length > 0) loadEngine();
for (const name of ahead) loadOwn(name);
