import type { Corpus } from '../corpus/corpus.ts';
import { loadCorpus } from '../corpus/load-corpus.ts';
import { checkCorpus } from '../rules/check-corpus.ts';
import type { Task } from './plan.ts';
import { validateDocuments } from './validate-documents.ts';

export interface CheckOptions {
  /** Schemas to use in the place of the config's and the files' own. */
  readonly schemas?: readonly string[] | undefined;
  readonly onProgress?: (text: string) => void;
}

/** Reads a task's documents and reports all that can be said against them; gives back the corpus. */
export async function check(task: Task, options: CheckOptions = {}): Promise<Corpus> {
  const { world, config, documents, isEdition } = task;
  options.onProgress?.(`reading ${documents.length} files`);
  const corpus = await loadCorpus(documents, world);
  options.onProgress?.('checking');
  for (const found of checkCorpus(corpus, { config, isEdition })) {
    if (task.focus === undefined || task.focus.has(found.place.path)) world.report(found);
  }
  options.onProgress?.('validating');
  await validateDocuments(task, corpus, options.schemas);
  return corpus;
}
