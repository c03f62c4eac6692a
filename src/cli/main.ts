import { Command, CommanderError } from 'commander';
import { buildCommand } from './commands/build.ts';
import { citeCommand } from './commands/cite.ts';
import { initCommand } from './commands/init.ts';
import { schemaCommand } from './commands/schema.ts';
import { serveCommand } from './commands/serve.ts';
import { validateCommand } from './commands/validate.ts';
import { exit, type Finish } from './exit.ts';
import { version } from './version.ts';

/** Every command, described: what `--help` shows and the reference is made from. */
export function program(finish: Finish): Command {
  const variorum = new Command('variorum')
    .description('Validates TEI editions and publishes them: HTML, plain text, citations and print.')
    .version(version(), '-v, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .configureHelp({ helpWidth: Math.min(process.stdout.columns ?? 80, 100), showGlobalOptions: false })
    .showHelpAfterError('(variorum --help shows what there is)')
    .exitOverride();
  for (const command of [
    validateCommand,
    buildCommand,
    citeCommand,
    serveCommand,
    schemaCommand,
    initCommand,
  ]) {
    const made = command(finish);
    made.helpOption('-h, --help', 'print this help').exitOverride();
    made.configureHelp({ helpWidth: Math.min(process.stdout.columns ?? 80, 100) });
    variorum.addCommand(made);
  }
  return variorum;
}

/** Runs the command line; never throws. */
export async function main(words: readonly string[]): Promise<number> {
  let code: number = exit.done;
  quitQuietlyOnBrokenPipe();
  try {
    await program((result) => {
      code = result;
    }).parseAsync(words, { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exit.done : exit.usage;
    process.stderr.write(`variorum: this is our fault, not yours. Please report it with what follows.\n`);
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    return exit.bug;
  }
  return code;
}

/** `variorum … | head` closes the pipe early: that is no fault. */
function quitQuietlyOnBrokenPipe(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit(exit.done);
      throw error;
    });
  }
}
