import { resolve } from 'node:path';
import { Command, Option } from 'commander';
import { exit, type Finish } from '../exit.ts';
import { type Format, formats } from '../print-diagnostics.ts';
import { Session } from '../session.ts';

interface BuildOptions {
  readonly format: Format;
  readonly only?: string[];
  readonly out?: string;
  readonly all?: true;
  readonly strict?: true;
}

export function buildCommand(finish: Finish): Command {
  return new Command('build')
    .description('Check the edition and write its outputs, all of them or none.')
    .argument('[files...]', 'build these files alone; without any, the whole edition here')
    .option('--only <outputs>', 'make these outputs, with commas between: html,text,citation …', (list) =>
      list.split(',').map((each) => each.trim()),
    )
    .option('--out <folder>', 'write there and not to the config’s output folder')
    .addOption(
      new Option('--format <format>', 'how to print what was found').choices([...formats]).default('text'),
    )
    .option('--all', 'show every message, also what was said ten times before')
    .option('--strict', 'let warnings fail too')
    .action(async (files: string[], options: BuildOptions) => finish(await build(files, options)));
}

async function build(files: readonly string[], options: BuildOptions): Promise<number> {
  const { plan } = await import('../../build/plan.ts');
  const { buildEdition } = await import('../../build/build-edition.ts');
  const session = new Session();
  const began = performance.now();
  const { outputs } = await import('../../outputs/outputs.ts');
  const unknown = options.only?.find((each) => !outputs.has(each));
  if (unknown !== undefined) {
    process.stderr.write(
      `error: there is no output “${unknown}”. Known: ${[...outputs.keys()].join(', ')}\n`,
    );
    return exit.usage;
  }
  const tasks = await plan(process.cwd(), files, (root) => session.reportFrom(root), 'together');
  const [task] = tasks;
  if (tasks.length > 1) {
    process.stderr.write('error: these files belong to different editions; build one edition at a time\n');
    return exit.usage;
  }
  const built =
    task === undefined
      ? undefined
      : await buildEdition(task, {
          only: options.only,
          out: options.out === undefined ? undefined : resolve(options.out),
          isStrict: options.strict === true,
          onProgress: (text) => session.progress(text),
        });
  session.print(options.format, { showsAll: options.all === true });
  if (options.format === 'text') {
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    process.stdout.write(
      built === undefined
        ? 'Nothing was written.\n'
        : `Wrote ${built.files} files to ${built.folder} in ${seconds} s.\n`,
    );
  }
  return session.code(options.strict === true);
}
