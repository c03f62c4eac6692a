import { Command } from 'commander';
import { exit, type Finish } from '../exit.ts';
import { Session } from '../session.ts';

export function schemaCommand(finish: Finish): Command {
  const schema = new Command('schema').description(
    'Keep copies of schemas in the edition, so that a build needs no network.',
  );
  schema
    .command('add')
    .description('Copy a schema, and all that it includes, into schema/ and note its hash.')
    .argument('<source>', 'a URL, or a file')
    .action(async (source: string) => finish(await add(source)));
  return schema;
}

async function add(source: string): Promise<number> {
  const { addSchema } = await import('../../build/add-schema.ts');
  const { findEditionRoot } = await import('../../world/disk-world.ts');
  const root = await findEditionRoot(process.cwd());
  if (root === undefined) {
    process.stderr.write('error: no variorum.json here or above; variorum init starts an edition\n');
    return exit.usage;
  }
  const session = new Session();
  const added = await addSchema(root, source, session.reportFrom(root));
  if (added === undefined) {
    session.print('text', { stream: process.stderr });
    return session.code(false);
  }
  const files = `${added.files} ${added.files === 1 ? 'file' : 'files'}`;
  process.stdout.write(
    `Kept ${files}. To validate every file against it, add to variorum.json:\n\n  "schema": ["${added.path}"]\n`,
  );
  return exit.done;
}
