import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { describe, expect, it, vi } from 'vitest';

const endless = ['-e', 'setInterval(() => {}, 1000)'];

describe('a program that a test starts and that does not end', () => {
  it('is ended, and said to have been', () => {
    expect(() => spawnSync(process.execPath, endless, { timeout: 300 })).toThrow('it took too long');
    expect(() => execFileSync(process.execPath, endless, { timeout: 300 })).toThrow('ETIMEDOUT');
  });

  it('has a limit where the test names none', async () => {
    process.env.CHILD_SECONDS = '0.3';
    vi.resetModules();
    await import('./child-processes.ts');
    expect(() => spawnSync(process.execPath, endless)).toThrow('it took too long');
    expect(() => spawnSync(process.execPath, endless, { encoding: 'utf8' })).toThrow('it took too long');
    const child = spawn(process.execPath, endless);
    expect(await new Promise((done) => child.once('close', (_, signal) => done(signal)))).toBe('SIGKILL');
  });
});
