import { Command, InvalidArgumentError } from 'commander';
import { exit, type Finish } from '../exit.ts';
import { summary } from '../formats/text.ts';

interface ServeOptions {
  readonly port: number;
}

export function serveCommand(finish: Finish): Command {
  return new Command('serve')
    .description('Show the edition in the browser and keep it fresh while you edit; nothing is written.')
    .option('--port <number>', 'listen there, on this machine alone', portOf, 8062)
    .action(async (options: ServeOptions) => finish(await serve(options)));
}

async function serve({ port }: ServeOptions): Promise<number> {
  const { Site } = await import('../../serve/site.ts');
  const { startServer } = await import('../../serve/server.ts');
  const { watchFolder } = await import('../../serve/watch.ts');
  const site = new Site(process.cwd());
  await site.make();
  const running = await startServer(site, port).catch((error: NodeJS.ErrnoException) => error);
  if (running instanceof Error) {
    const why =
      'code' in running && running.code === 'EADDRINUSE' ? 'is in use; try another --port' : running.message;
    process.stderr.write(`error: port ${port} ${why}\n`);
    return exit.usage;
  }
  let work = Promise.resolve();
  const stop = await watchFolder(site.root, site.outputFolder, (paths) => {
    work = work.then(async () => {
      await site.make(paths.some((each) => /\.xslt?$|variorum\.json$/.test(each)));
      running.announce();
      say(site.diagnostics);
    });
    work.catch((error) => process.stderr.write(`${error instanceof Error ? error.stack : error}\n`));
  });
  // Said last: whoever reads the address may change a file at once.
  process.stdout.write(`${running.url}  (Ctrl-C stops)\n`);
  say(site.diagnostics);
  await new Promise<void>((done) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => done());
  });
  stop();
  await running.close();
  return exit.done;
}

function say(diagnostics: Parameters<typeof summary>[0]): void {
  process.stdout.write(`${summary(diagnostics) || 'no faults found'}\n`);
}

function portOf(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new InvalidArgumentError('A port is a number to 65535.');
  return port;
}
