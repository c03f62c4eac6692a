import { mkdir, open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Thrown where another living process holds the lock. */
export class BuildRunning extends Error {
  readonly pid: number;

  constructor(pid: number) {
    super(`process ${pid} is building here`);
    this.pid = pid;
  }
}

/** Takes the one lock of a folder's builds; a lock whose process is gone is taken over. Returns what gives it back. */
export async function takeLock(folder: string): Promise<() => Promise<void>> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, 'lock');
  const mine = `${process.pid} ${await birthOf(process.pid)}\n`;
  for (let attempt = 0; attempt < 20; attempt++) {
    try {
      const file = await open(path, 'wx');
      try {
        await file.writeFile(mine);
      } catch (error) {
        await rm(path, { force: true });
        throw error;
      } finally {
        await file.close();
      }
      return async () => {
        if ((await readFile(path, 'utf8').catch(() => '')) === mine) await rm(path, { force: true });
      };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const held = await readFile(path, 'utf8').catch(() => undefined);
    if (held === undefined) continue;
    const [pid = '', birth = ''] = held.trim().split(' ');
    if (pid === '') {
      // Its owner is between creating and writing, or died there.
      await new Promise((done) => setTimeout(done, 50));
      if (attempt < 10) continue;
    } else if (await isAlive(Number(pid), birth)) throw new BuildRunning(Number(pid));
    const stale = `${path}.stale-${process.pid}`;
    await rename(path, stale).catch((error) => {
      if (error.code !== 'ENOENT') throw error;
    });
    if ((await readFile(stale, 'utf8').catch(() => held)) !== held) {
      // Somebody else took it over first and we moved theirs: give it back.
      await writeFile(path, await readFile(stale), { flag: 'wx' }).catch(() => undefined);
    }
    await rm(stale, { force: true });
  }
  throw new BuildRunning(0);
}

async function isAlive(pid: number, birth: string): Promise<boolean> {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  return birth === '' || (await birthOf(pid)) === birth;
}

/** When the process began, where the system tells (Linux), so that a process number used anew is not mistaken for it. */
async function birthOf(pid: number): Promise<string> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
}
