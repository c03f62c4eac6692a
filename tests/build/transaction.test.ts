import { spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { BuildRunning, takeLock } from '../../src/build/lock.ts';
import { ForeignFiles, recover, replaceOutput, stateFolder } from '../../src/build/transaction.ts';

let folder: string;
let output: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'variorum-'));
  output = join(folder, 'output');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const files = (text: string, count = 2) =>
  Array.from({ length: count }, (_, n) => ({
    path: `html/${n}.html`,
    output: 'html',
    content: `${text} ${n}`,
  }));
const held = async () =>
  (await readdir(output, { recursive: true, withFileTypes: true }))
    .filter((each) => each.isFile())
    .map((each) => join(each.parentPath, each.name).slice(output.length + 1))
    .sort();

it('writes a folder, replaces it whole, and leaves nothing beside it', async () => {
  await replaceOutput(output, files('old', 3), ['html']);
  await replaceOutput(output, files('new', 1), ['html']);
  expect(await held()).toEqual(['README.md', 'html/0.html', 'manifest.json']);
  expect(await readFile(join(output, 'html/0.html'), 'utf8')).toBe('new 0');
  expect(await readdir(stateFolder(output))).toEqual([]);
});

it('keeps the files of outputs that it did not make', async () => {
  await replaceOutput(
    output,
    [...files('old'), { path: 'text/a.txt', output: 'text', content: 'a' }],
    ['html', 'text'],
  );
  await replaceOutput(output, files('new', 1), ['html']);
  expect(await held()).toEqual(['README.md', 'html/0.html', 'manifest.json', 'text/a.txt']);
});

it('refuses a folder that holds what no build made', async () => {
  await mkdir(output);
  await writeFile(join(output, 'thesis.docx'), 'years of work');
  await expect(replaceOutput(output, files('new'), ['html'])).rejects.toThrow(ForeignFiles);
  expect(await held()).toEqual(['thesis.docx']);
});

it('refuses when something was added to a folder of its own', async () => {
  await replaceOutput(output, files('old'), ['html']);
  await writeFile(join(output, 'html/mine.txt'), 'x');
  await expect(replaceOutput(output, files('new'), ['html'])).rejects.toThrow(ForeignFiles);
  expect(await readFile(join(output, 'html/0.html'), 'utf8')).toBe('old 0');
});

it('keeps an editor’s README in the folder', async () => {
  await mkdir(output);
  await writeFile(join(output, 'README.md'), 'mine');
  await replaceOutput(output, files('new'), ['html']);
  expect(await readFile(join(output, 'README.md'), 'utf8')).toBe('mine');
});

it.each([
  ['before the old folder moved', true, true],
  ['after it moved', false, true],
  ['after the new one stood', true, false],
])('finishes the swap of a build that was killed %s', async (_, hasOutput, hasNext) => {
  await replaceOutput(output, files('old'), ['html']);
  const state = stateFolder(output);
  await mkdir(state, { recursive: true });
  const fresh = join(folder, 'fresh', 'output');
  await replaceOutput(fresh, files('new'), ['html']);
  if (hasNext) await cp(fresh, join(state, 'next'), { recursive: true });
  if (!hasOutput) await cp(output, join(state, 'previous'), { recursive: true });
  if (!hasOutput || !hasNext) await rm(output, { recursive: true });
  if (hasOutput && !hasNext) await cp(fresh, output, { recursive: true });
  await writeFile(join(state, 'journal.json'), '{}');
  await recover(output);
  expect(await readFile(join(output, 'html/0.html'), 'utf8')).toBe('new 0');
  expect(await readdir(state)).toEqual([]);
});

it('clears away an unfinished folder that has no journal', async () => {
  await replaceOutput(output, files('old'), ['html']);
  const state = stateFolder(output);
  await mkdir(join(state, 'next'), { recursive: true });
  await recover(output);
  expect(await readFile(join(output, 'html/0.html'), 'utf8')).toBe('old 0');
  expect(await readdir(state)).toEqual([]);
});

it('leaves alone what a killed build of another folder beside it is to finish', async () => {
  await replaceOutput(output, files('old'), ['html']);
  const state = stateFolder(output);
  await cp(output, join(state, 'previous'), { recursive: true });
  await rm(output, { recursive: true });
  await mkdir(join(state, 'next'), { recursive: true });
  await writeFile(join(state, 'next/half'), '');
  await writeFile(join(state, 'journal.json'), '{}');
  const other = join(folder, 'other');
  await recover(other);
  await replaceOutput(other, files('other'), ['html']);
  expect((await readdir(state)).sort()).toEqual(['journal.json', 'next', 'previous']);
});

it('lets one process in, and takes over from one that is gone', async () => {
  const release = await takeLock(folder);
  await expect(takeLock(folder)).rejects.toThrow(BuildRunning);
  await release();
  const child = spawn(process.execPath, ['-e', '']);
  await new Promise((done) => child.on('exit', done));
  await writeFile(join(folder, 'lock'), `${child.pid} 1\n`);
  await (await takeLock(folder))();
  expect(await readdir(folder)).toEqual([]);
});

it('is not fooled by a process number used anew', async () => {
  await writeFile(join(folder, 'lock'), `${process.pid} 1\n`);
  await (await takeLock(folder))();
});
