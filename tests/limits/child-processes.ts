import processes from 'node:child_process';
import { syncBuiltinESMExports } from 'node:module';

/** The longest that a program started by a test may run, in milliseconds. A test that waits for one in `spawnSync` holds its whole process, so that no limit of the test runner's own can end it. */
const limit = Number(process.env.CHILD_SECONDS ?? 240) * 1000;

type Start = (program: string, ...rest: unknown[]) => unknown;
const starters = processes as unknown as Record<'spawn' | 'spawnSync' | 'execFile' | 'execFileSync', Start>;

for (const name of ['spawn', 'spawnSync', 'execFile', 'execFileSync'] as const) {
  const start = starters[name];
  starters[name] = (program, ...rest) => {
    const words = Array.isArray(rest[0]) ? (rest.shift() as unknown[]) : [];
    const options = typeof rest[0] === 'object' ? rest.shift() : {};
    const result = start(
      program,
      words,
      { timeout: limit, killSignal: 'SIGKILL', ...(options as object) },
      ...rest,
    );
    const error = (result as { error?: NodeJS.ErrnoException } | undefined)?.error;
    if (error?.code === 'ETIMEDOUT')
      throw new Error(`${[program, ...words].join(' ').slice(0, 300)} was ended: it took too long`);
    return result;
  };
}
syncBuiltinESMExports();
