import { createHash } from 'node:crypto';
import type { Transform, TransformJob, TransformResult } from '../xslt/transform.ts';

/** Remembers what transforms gave, so that a job is never run twice: within a build, and from one build to the next while a server runs. */
export class TransformCache {
  private kept = new Map<string, Promise<TransformResult>>();
  private used = new Map<string, Promise<TransformResult>>();

  /** The same transform, asked only for what it has not yet been asked. */
  wrap(transform: Transform): Transform {
    return (job) => {
      const key = keyOf(job);
      const known = this.used.get(key) ?? this.kept.get(key) ?? transform(job);
      this.used.set(key, known);
      known.catch(() => this.used.delete(key));
      return known;
    };
  }

  /** Forgets what the build that ends did not ask for. */
  endBuild(): void {
    this.kept = this.used;
    this.used = new Map();
  }

  /** Forgets everything: a stylesheet has changed. */
  clear(): void {
    this.kept = new Map();
    this.used = new Map();
  }
}

function keyOf(job: TransformJob): string {
  const hash = createHash('sha256');
  const parameters = Object.entries(job.parameters ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
  for (const part of [job.stylesheet, job.source ?? '', job.index ?? '', JSON.stringify(parameters)]) {
    hash.update(`${part.length}:`).update(part);
  }
  return hash.digest('base64');
}
