import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const name = /^variorum-tests-(\d+)-/;

/** One folder for all that the tests write beside the project; it goes when they end, and at the next start where they were killed. */
export default function scratchFolder(): () => void {
  const place = tmpdir();
  for (const each of readdirSync(place)) {
    const owner = name.exec(each)?.[1];
    if (owner !== undefined && !isAlive(Number(owner))) remove(join(place, each));
  }
  const folder = mkdtempSync(join(place, `variorum-tests-${process.pid}-`));
  const before = process.env.TMPDIR;
  process.env.TMPDIR = folder;
  return () => {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
    remove(folder);
  };
}

function remove(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  } catch (error) {
    // Another user's, on a machine that several share: it is theirs to remove.
    if (!['EPERM', 'EACCES'].includes((error as NodeJS.ErrnoException).code!)) throw error;
  }
}

function isAlive(owner: number): boolean {
  try {
    process.kill(owner, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
