import { dirname, isAbsolute, sep } from 'node:path';
import type { Corpus } from '../corpus/corpus.ts';
import type { CorpusDocument } from '../corpus/corpus-document.ts';
import { diagnostic } from '../diagnostics/catalogue.ts';
import { runSchematron } from '../schematron/run-schema.ts';
import { WorldError } from '../world/world.ts';
import type { Task } from './plan.ts';
import { withFolders } from './read-schema.ts';
import { chooseSchemas, profileFolder, type SchemaChoice } from './schema-choice.ts';
import { readLock } from './schema-lock.ts';
import { SchemaShelf } from './schema-shelf.ts';

/** Validates the documents of a task against their schemas (src/build/schema-choice.ts says which). */
export async function validateDocuments(
  task: Task,
  corpus: Corpus,
  callers: readonly string[] | undefined,
): Promise<void> {
  const { world } = task;
  const lock = await readLock(world);
  const folders = [profileFolder, ...(callers ?? []).filter(isAbsolute).map((each) => dirname(each) + sep)];
  const shelf = new SchemaShelf(
    world.root,
    withFolders((path) => world.read(path), folders),
    world.report,
  );
  const missing = new Set<string>();
  for (const document of corpus.documents) {
    if (task.focus !== undefined && !task.focus.has(document.path)) continue;
    for (const choice of chooseSchemas(task, document, callers, lock)) {
      try {
        await validate(document, choice, shelf, task);
      } catch (error) {
        if (!(error instanceof WorldError)) throw error;
        const key = `${choice.path} ${choice.named.path}`;
        if (missing.has(key)) continue;
        missing.add(key);
        world.report(diagnostic('schema-missing', choice.named, { path: choice.path, why: error.message }));
      }
    }
  }
}

async function validate(
  document: CorpusDocument,
  choice: SchemaChoice,
  shelf: SchemaShelf,
  { world }: Task,
): Promise<void> {
  if (choice.language === 'schematron') {
    const schema = await shelf.schematron(choice);
    if (schema !== undefined) runSchematron(schema, document.tree, world.report);
  } else {
    const validator = await shelf.relaxng(choice);
    // What the reader warns of has been said when the document was read.
    validator?.validate(document.source, (found) => found.layer !== 'xml' && world.report(found));
  }
}
