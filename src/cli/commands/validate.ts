import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command, Option } from 'commander';
import type { Finish } from '../exit.ts';
import { type Format, formats } from '../print-diagnostics.ts';
import { Session } from '../session.ts';

interface ValidateOptions {
  readonly format: Format;
  readonly all?: true;
  readonly strict?: true;
  readonly schema?: string[];
}

export function validateCommand(finish: Finish): Command {
  return new Command('validate')
    .description('Check TEI files: well-formedness, schema, Schematron, and the edition’s own consistency.')
    .argument('[files...]', 'files, folders or patterns; without any, the whole edition here')
    .addOption(
      new Option('--format <format>', 'how to print what was found').choices([...formats]).default('text'),
    )
    .option('--schema <file>', 'validate against this (.rng, .rnc, .sch) and no other; repeatable', collect)
    .option('--all', 'show every message, also what was said ten times before')
    .option('--strict', 'let warnings fail too')
    .action(async (files: string[], options: ValidateOptions) => finish(await validate(files, options)));
}

async function validate(files: readonly string[], options: ValidateOptions): Promise<number> {
  const { plan } = await import('../../build/plan.ts');
  const { check } = await import('../../build/check.ts');
  const { DocumentValidation } = await import('../../build/validate-documents.ts');
  const session = new Session();
  const cwd = process.cwd();
  const schemas = options.schema?.map(schemaNamed);
  const tasks = await plan(cwd, files, (root) => session.reportFrom(root));
  const documents = tasks.reduce((sum, task) => sum + (task.focus?.size ?? task.documents.length), 0);
  let [checked, validated] = [0, 0];
  const showCounts = () =>
    session.progress(`${checked} checked, ${validated} validated, of ${documents} files`);
  const validation = new DocumentValidation(documents, () => {
    validated++;
    showCounts();
  });
  const isOne = tasks.length === 1;
  for (const task of tasks) {
    await check(task, {
      schemas,
      validation,
      ...(isOne ? { onProgress: (text) => session.progress(text) } : {}),
    });
    checked += task.focus?.size ?? task.documents.length;
    showCounts();
  }
  await validation.finish();
  session.print(options.format, { showsAll: options.all === true });
  if (options.format === 'text' && session.diagnostics.length === 0) {
    process.stdout.write(`${documents} ${documents === 1 ? 'file' : 'files'}, no faults found.\n`);
  }
  return session.code(options.strict === true);
}

/** What `--schema` names: our profile, an address whose copy the edition may keep, or a file. */
function schemaNamed(name: string): string {
  if (name === 'variorum' || /^https?:/i.test(name)) return name;
  try {
    return resolve(/^file:\/\//i.test(name) ? fileURLToPath(name) : name);
  } catch {
    return resolve(name);
  }
}

/** Repeated options are one value each: a list would swallow the file names that follow. */
function collect(file: string, before: readonly string[] = []): string[] {
  return [...before, file];
}
