import { setImmediate as nextTurn } from 'node:timers/promises';
import type { DiskWorld } from '../world/disk-world.ts';
import { createTransform } from '../xslt/create-transform.ts';
import type { Transform, TransformJob, TransformResult } from '../xslt/transform.ts';
import { WorkerPool } from './worker-pool.ts';

/** Runs transforms, in worker threads where that is sooner done. */
export interface TransformPool {
  readonly transform: Transform;
  close(): Promise<void>;
}

/** Below this, one thread beside this one: more would each load the engine (0.3 s) for little. */
const enoughForWorkers = 24;

/** A page without a document is made on this thread while the worker makes documents, where its index has so many characters that this pays for loading the engine here too. */
const enoughForHere = 400_000;

/**
 * A pool for about so many jobs. `ahead` names our stylesheets that a worker loads at once, while the documents are
 * still read; without it (for a server, whose own thread has them loaded already) few jobs run on this thread.
 */
export function createTransformPool(
  world: DiskWorld,
  expectedJobs: number,
  ahead?: readonly string[],
): TransformPool {
  const isSmall = expectedJobs < enoughForWorkers;
  const pool =
    isSmall && ahead === undefined
      ? undefined
      : WorkerPool.of<TransformJob, TransformResult>(
          'transform-worker',
          { root: world.root, ahead: ahead ?? [] },
          isSmall ? 1 : undefined,
        );
  if (pool === undefined) return { transform: createTransform(world), close: async () => undefined };
  const here = oneATurn(createTransform(world));
  const isForHere = ({ source, index }: TransformJob) =>
    isSmall && source === undefined && (index?.length ?? 0) > enoughForHere && pool.isBusy;
  return {
    transform: (job) => (isForHere(job) ? here(job) : pool.run(job)),
    close: () => pool.close(),
  };
}

/** Runs a job a turn of the event loop, so that what a worker has finished is heard of in between. */
function oneATurn(transform: Transform): Transform {
  let last: Promise<unknown> = Promise.resolve();
  return (job) => {
    const result = last.then(() => nextTurn()).then(() => transform(job));
    last = result.catch(() => undefined);
    return result;
  };
}
