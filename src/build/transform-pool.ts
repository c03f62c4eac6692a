import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { DiskWorld } from '../world/disk-world.ts';
import { createTransform } from '../xslt/create-transform.ts';
import type { Transform, TransformJob, TransformResult } from '../xslt/transform.ts';

/** Runs transforms, in worker threads once there are enough of them to pay for loading the engine twice. */
export interface TransformPool {
  readonly transform: Transform;
  close(): Promise<void>;
}

interface Waiting {
  readonly job: TransformJob;
  readonly resolve: (result: TransformResult) => void;
  readonly reject: (error: Error) => void;
}

/** Jobs that one thread does faster alone than two that have to load the engine first (measured: a load costs 0.4 s). */
const enoughForWorkers = 24;

export function createTransformPool(world: DiskWorld, expectedJobs: number): TransformPool {
  const script = fileURLToPath(new URL('./worker.js', import.meta.url));
  const count = Math.min(availableParallelism(), 8);
  if (expectedJobs < enoughForWorkers || count < 2 || !existsSync(script)) {
    return { transform: createTransform(world), close: async () => undefined };
  }
  return workerPool(script, world.root, count);
}

function workerPool(script: string, root: string, count: number): TransformPool {
  const queue: (Waiting & { id: number })[] = [];
  const running = new Map<number, Waiting>();
  const idle: Worker[] = [];
  const all: Worker[] = [];
  let lastId = 0;
  const feed = () => {
    while (idle.length > 0 && queue.length > 0) {
      const worker = idle.pop()!;
      const next = queue.shift()!;
      running.set(next.id, next);
      worker.postMessage({ id: next.id, job: next.job });
    }
  };
  for (let i = 0; i < count; i++) {
    const worker = new Worker(script, { workerData: { root } });
    worker.on('message', (answer: { id: number; result?: TransformResult; error?: string }) => {
      const waiting = running.get(answer.id)!;
      running.delete(answer.id);
      if (answer.result === undefined) waiting.reject(new Error(answer.error));
      else waiting.resolve(answer.result);
      idle.push(worker);
      feed();
    });
    worker.on('error', (error) => {
      for (const waiting of [...running.values(), ...queue.splice(0)]) waiting.reject(error as Error);
    });
    idle.push(worker);
    all.push(worker);
  }
  return {
    transform: (job) =>
      new Promise((resolve, reject) => {
        queue.push({ id: ++lastId, job, resolve, reject });
        feed();
      }),
    close: async () => {
      await Promise.all(all.map((worker) => worker.terminate()));
    },
  };
}
