import type { Corpus } from '../corpus/corpus.ts';
import { loadCorpus } from '../corpus/load-corpus.ts';
import { checkCorpus } from '../rules/check-corpus.ts';
import { Echoes } from '../rules/echoes.ts';
import type { Task } from './plan.ts';
import { DocumentValidation } from './validate-documents.ts';

export interface CheckOptions {
  /** Schemas to use in the place of the config's and the files' own. */
  readonly schemas?: readonly string[] | undefined;
  /** Shared by many tasks; the caller waits for its end. */
  readonly validation?: DocumentValidation;
  readonly onProgress?: (text: string) => void;
}

/** Reads a task's documents and reports all that can be said against them; gives back the corpus. */
export async function check(task: Task, options: CheckOptions = {}): Promise<Corpus> {
  const { world, config, documents, isEdition } = task;
  options.onProgress?.(`reading ${documents.length} files`);
  const corpus = await loadCorpus(documents, world);
  options.onProgress?.('checking');
  const paths = new Set(corpus.documents.map((each) => each.path));
  // Whoever names a schema may mean documents that are not TEI; the schema says what their root should be.
  const rules = options.schemas?.some((each) => each !== 'variorum')
    ? { ...config.rules, 'not-tei': 'off' as const }
    : config.rules;
  const echoes = new Echoes(checkCorpus(corpus, { config: { ...config, rules }, isEdition }), paths);
  for (const found of echoes.certain) {
    if (task.focus === undefined || task.focus.has(found.place.path)) world.report(found);
  }
  options.onProgress?.('validating');
  const validation = options.validation ?? new DocumentValidation(corpus.documents.length);
  await validation.start(task, corpus, options.schemas, echoes);
  if (options.validation === undefined) await validation.finish();
  return corpus;
}
