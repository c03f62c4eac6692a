import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';

interface Waiting<Job, Result> {
  readonly id: number;
  readonly job: Job;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: Error) => void;
}

/** Worker threads that answer `{ id, job }` with `{ id, result }` or `{ id, error }`, one job at a time each; one that is alone is given all at once, so that it has the next job while this thread is busy. */
export class WorkerPool<Job, Result> {
  private readonly queue: Waiting<Job, Result>[] = [];
  private readonly running = new Map<number, Waiting<Job, Result>>();
  private readonly idle: Worker[] = [];
  private readonly all: Worker[] = [];
  private lastId = 0;

  private constructor(script: string, workerData: unknown, count: number) {
    for (let i = 0; i < count; i++) this.all.push(this.start(script, workerData));
    this.idle.push(...this.all);
  }

  /** A pool of the script `name.js` beside this file, of one thread a processor or `most`; undefined where one thread does better: on one processor, or where the script is not compiled. */
  static of<Job, Result>(name: string, workerData: unknown, most = 8): WorkerPool<Job, Result> | undefined {
    const script = fileURLToPath(new URL(`./${name}.js`, import.meta.url));
    const processors = availableParallelism();
    return processors < 2 || !existsSync(script)
      ? undefined
      : new WorkerPool<Job, Result>(script, workerData, Math.min(processors, most));
  }

  /** Whether a job given now would have to wait. */
  get isBusy(): boolean {
    return this.running.size >= this.all.length;
  }

  run(job: Job): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.queue.push({ id: ++this.lastId, job, resolve, reject });
      this.feed();
    });
  }

  async close(): Promise<void> {
    await Promise.all(this.all.map((worker) => worker.terminate()));
  }

  private start(script: string, workerData: unknown): Worker {
    const worker = new Worker(script, { workerData });
    worker.on('message', ({ id, result, error }: { id: number; result?: Result; error?: string }) => {
      const waiting = this.running.get(id)!;
      this.running.delete(id);
      if (error === undefined) waiting.resolve(result as Result);
      else waiting.reject(new Error(error));
      if (!this.isAlone) this.idle.push(worker);
      this.feed();
    });
    worker.on('error', (error) => {
      const waiting = [...this.running.values(), ...this.queue.splice(0)];
      this.running.clear();
      for (const each of waiting) each.reject(error as Error);
    });
    return worker;
  }

  private feed(): void {
    while (this.idle.length > 0 && this.queue.length > 0) {
      const next = this.queue.shift()!;
      this.running.set(next.id, next);
      const worker = this.isAlone ? this.all[0]! : this.idle.pop()!;
      worker.postMessage({ id: next.id, job: next.job });
    }
  }

  private get isAlone(): boolean {
    return this.all.length === 1;
  }
}
