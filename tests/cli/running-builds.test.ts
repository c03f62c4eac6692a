import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { folderWith, letter, program, variorum } from './run.ts';

const config = JSON.stringify({ tei: ['tei/*.xml'], outputs: ['citation', 'text'] });
const edition = () =>
  folderWith({
    'variorum.json': config,
    ...Object.fromEntries(Array.from({ length: 20 }, (_, n) => [`tei/${n}.xml`, letter()])),
  });
const stateOf = (folder: string, out: string) => join(folder, '.variorum/outputs', out);

/** Starts a build and stops it as soon as it has its lock. */
async function stopped(folder: string, out: string) {
  const child = spawn(process.execPath, [program, 'build', '--out', out], { cwd: folder, stdio: 'ignore' });
  const closed = new Promise<number | null>((done) => child.once('close', done));
  const lock = join(stateOf(folder, out), 'lock');
  while (!existsSync(lock) || readFileSync(lock, 'utf8') === '')
    await new Promise((done) => setTimeout(done, 2));
  child.kill('SIGSTOP');
  return { pid: child.pid!, goOn: () => child.kill('SIGCONT'), kill: () => child.kill('SIGKILL'), closed };
}

it('lets one build into a folder at a time, and builds of other folders beside it', async () => {
  const folder = edition();
  const first = await stopped(folder, 'one');
  const same = variorum(['build', '--out', 'one'], folder);
  expect([same.code, same.out.includes(String(first.pid)), same.out.includes('build-running')]).toEqual([
    75,
    true,
    true,
  ]);
  expect(variorum(['build', '--out', 'two'], folder).code).toBe(0);
  first.goOn();
  expect(await first.closed).toBe(0);
  expect(readFileSync(join(folder, 'one/manifest.json'), 'utf8')).toBe(
    readFileSync(join(folder, 'two/manifest.json'), 'utf8'),
  );
  for (const out of ['one', 'two']) expect(readdirSync(stateOf(folder, out))).toEqual([]);
});

it('takes over from a build that was killed', async () => {
  const folder = edition();
  const first = await stopped(folder, 'output');
  first.kill();
  await first.closed;
  expect(variorum(['build'], folder).code).toBe(0);
  expect(readdirSync(stateOf(folder, 'output'))).toEqual([]);
});

it('leaves no half of an output when it is interrupted', async () => {
  const folder = edition();
  expect(variorum(['build'], folder).code).toBe(0);
  const before = readFileSync(join(folder, 'output/manifest.json'), 'utf8');
  const child = spawn(process.execPath, [program, 'build', '--only', 'citation'], {
    cwd: folder,
    stdio: 'ignore',
  });
  const closed = new Promise((done) => child.once('close', done));
  while (!existsSync(join(stateOf(folder, 'output'), 'lock')))
    await new Promise((done) => setTimeout(done, 2));
  child.kill('SIGINT');
  await closed;
  expect(readFileSync(join(folder, 'output/manifest.json'), 'utf8')).toBe(before);
  expect(variorum(['build'], folder).code).toBe(0);
  expect(readdirSync(stateOf(folder, 'output'))).toEqual([]);
});
