import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { folderWith, letter, variorum } from './run.ts';

/** A disk of 300 KB in memory, where the system lets us have one (as root on Linux). */
const disk = mkdtempSync(join(tmpdir(), 'variorum-disk-'));
const isMounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=300k', 'tmpfs', disk]).status === 0;
afterAll(() => {
  if (isMounted) execFileSync('umount', [disk]);
});

it.skipIf(!isMounted)(
  'keeps the old outputs when the disk is full or read-only, and says so (needs a small tmpfs)',
  () => {
    const config = JSON.stringify({ tei: ['tei/*.xml'], outputs: ['citation'] });
    cpSync(folderWith({ 'variorum.json': config, 'tei/a.xml': letter() }), disk, { recursive: true });
    expect(variorum(['build'], disk).code).toBe(0);
    const before = readFileSync(join(disk, 'output/manifest.json'), 'utf8');
    spawnSync('dd', ['if=/dev/zero', `of=${join(disk, 'filler')}`, 'bs=1k', 'count=400']);
    const full = variorum(['build'], disk);
    expect([full.code, full.out.includes('the disk is full')]).toEqual([73, true]);
    expect(readFileSync(join(disk, 'output/manifest.json'), 'utf8')).toBe(before);
    execFileSync('mount', ['-o', 'remount,ro', disk]);
    const readOnly = variorum(['build'], disk);
    expect([readOnly.code, readOnly.out.includes('read-only')]).toEqual([73, true]);
    expect(readFileSync(join(disk, 'output/manifest.json'), 'utf8')).toBe(before);
    execFileSync('mount', ['-o', 'remount,rw', disk]);
    rmSync(join(disk, 'filler'));
    expect(variorum(['build'], disk).code).toBe(0);
  },
);
