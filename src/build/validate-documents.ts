import { dirname, isAbsolute, join, sep } from 'node:path';
import type { Corpus } from '../corpus/corpus.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { Echoes } from '../rules/echoes.ts';
import type { Task } from './plan.ts';
import { chooseSchemas, profileFolder } from './schema-choice.ts';
import { SchemaDesk, type SchemaJob } from './schema-desk.ts';
import { readLock } from './schema-lock.ts';
import { WorkerPool } from './worker-pool.ts';

/** Below this many documents, one thread that loads the schema once is done first. */
const enoughForWorkers = 12;

/** Validates the documents of one or many tasks, in worker threads where there are many. */
export class DocumentValidation {
  private readonly desk = new SchemaDesk();
  private readonly pool: WorkerPool<SchemaJob, Diagnostic[]> | undefined;
  private readonly pending: Promise<void>[] = [];
  private readonly said = new Set<string>();
  private readonly onDone: () => void;

  constructor(expectedDocuments: number, onDone: () => void = () => undefined) {
    this.pool = expectedDocuments < enoughForWorkers ? undefined : WorkerPool.of('schema-worker', {});
    this.onDone = onDone;
  }

  /** Starts the validation of a task's documents against their schemas (src/build/schema-choice.ts says which), but for what the rules have said; `finish` waits for the end. */
  async start(
    task: Task,
    corpus: Corpus,
    callers: readonly string[] | undefined,
    echoes: Echoes = new Echoes([], new Set()),
  ): Promise<void> {
    const { world } = task;
    const lock = await readLock(world);
    const folders = [
      profileFolder,
      ...(callers ?? []).filter(isAbsolute).map((each) => join(dirname(each), sep)),
    ];
    for (const document of corpus.documents) {
      if (task.focus !== undefined && !task.focus.has(document.path)) continue;
      const choices = chooseSchemas(task, document, callers, lock);
      if (choices.length === 0) {
        for (const each of echoes.rest(document.path)) world.report(each);
        this.onDone();
        continue;
      }
      const { root, grants } = world;
      const job = { root, grants, folders, path: document.path, isEdition: task.isEdition, choices };
      const found =
        this.pool?.run(job) ?? this.desk.validate(job, { source: document.source, tree: document.tree });
      const told = found.then((all) => {
        for (const each of all) {
          const told = echoes.told(each);
          if (told !== undefined) this.tell(told, job.path, world.report);
        }
        for (const each of echoes.rest(job.path)) world.report(each);
        this.onDone();
      });
      if (this.pool === undefined) await told;
      else {
        told.catch(() => undefined);
        this.pending.push(told);
      }
    }
  }

  /** Waits for every document. */
  async finish(): Promise<void> {
    try {
      await Promise.all(this.pending);
    } finally {
      await this.pool?.close();
    }
  }

  /** What is wrong with a schema itself is found by each thread, and said once. */
  private tell(found: Diagnostic, document: string, report: Task['world']['report']): void {
    if (found.place.path !== document) {
      const key = JSON.stringify(found);
      if (this.said.has(key)) return;
      this.said.add(key);
    }
    report(found);
  }
}
