import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { folderWith, letter, program, variorum } from '../../cli/run.ts';

/** What an output folder holds, as one word; it fails where a file is not what the manifest says. */
function stateOf(output: string): string {
  const manifest = JSON.parse(readFileSync(join(output, 'manifest.json'), 'utf8'));
  for (const [path, { sha256 }] of Object.entries<{ sha256: string }>(manifest.files)) {
    expect(
      createHash('sha256')
        .update(readFileSync(join(output, path)))
        .digest('hex'),
      path,
    ).toBe(sha256);
  }
  return createHash('sha256').update(JSON.stringify(manifest)).digest('hex');
}

it('leaves the old outputs or the new ones, whenever it is killed', async () => {
  const config = JSON.stringify({ tei: ['tei/*.xml'], outputs: ['citation', 'text'] });
  const documents = Object.fromEntries(Array.from({ length: 20 }, (_, n) => [`tei/${n}.xml`, letter()]));
  const folder = folderWith({ 'variorum.json': config, ...documents });
  const output = join(folder, 'output');
  const began = performance.now();
  expect(variorum(['build'], folder).code).toBe(0);
  const duration = performance.now() - began;
  const states = new Set([stateOf(output)]);
  expect(variorum(['build', '--only', 'citation'], folder).code).toBe(0);
  for (let round = 0; round < 40; round++) {
    const child = spawn(process.execPath, [program, 'build'], { cwd: folder, stdio: 'ignore' });
    // Listened for at once: the last rounds wait longer than a build takes.
    const closed = new Promise((done) => child.once('close', done));
    await new Promise((done) => setTimeout(done, (duration * (round + 1)) / 36));
    child.kill('SIGKILL');
    await closed;
    if (!existsSync(output))
      expect(existsSync(join(folder, '.variorum/outputs/output/journal.json')), `round ${round}`).toBe(true);
    else expect(states).toContain(stateOf(output));
  }
  expect(variorum(['build'], folder).code).toBe(0);
  expect(states).toContain(stateOf(output));
  expect(readdirSync(join(folder, '.variorum/outputs/output'))).toEqual([]);
}, 300_000);
