import type { DiskWorld } from '../world/disk-world.ts';
import { createTransform } from '../xslt/create-transform.ts';
import type { Transform, TransformJob, TransformResult } from '../xslt/transform.ts';
import { WorkerPool } from './worker-pool.ts';

/** Runs transforms, in worker threads once there are enough of them to pay for loading the engine twice. */
export interface TransformPool {
  readonly transform: Transform;
  close(): Promise<void>;
}

/** Below this, one thread that loads the engine once is done before two have loaded it (a load takes 0.4 s). */
const enoughForWorkers = 24;

export function createTransformPool(world: DiskWorld, expectedJobs: number): TransformPool {
  const pool =
    expectedJobs < enoughForWorkers
      ? undefined
      : WorkerPool.of<TransformJob, TransformResult>('transform-worker', { root: world.root });
  if (pool === undefined) return { transform: createTransform(world), close: async () => undefined };
  return { transform: (job) => pool.run(job), close: () => pool.close() };
}
