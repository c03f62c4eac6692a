import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import scratchFolder from './scratch-folder.ts';

let place: string;
const before = process.env.TMPDIR;

beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'scratch-'));
  process.env.TMPDIR = place;
});
afterEach(() => {
  process.env.TMPDIR = before;
  rmSync(place, { recursive: true, force: true });
});

describe('the folder that the tests write in', () => {
  it('is the one this test has', () => {
    expect(before).toMatch(/variorum-tests-\d+-\w+$/);
    expect(existsSync(before!)).toBe(true);
  });

  it('goes when the tests end, with all that is in it', () => {
    const end = scratchFolder();
    const folder = tmpdir();
    expect(folder).not.toBe(place);
    mkdirSync(join(folder, 'a/b'), { recursive: true });
    writeFileSync(join(folder, 'a/b/c.txt'), '');
    end();
    expect(readdirSync(place)).toEqual([]);
    expect(tmpdir()).toBe(place);
  });

  it('goes at the next start where the tests were killed, and stays while they run', () => {
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    mkdirSync(join(place, `variorum-tests-${pid}-abcdef`));
    mkdirSync(join(place, `variorum-tests-${process.ppid}-abcdef`));
    mkdirSync(join(place, 'of-somebody-else'));
    scratchFolder()();
    expect(readdirSync(place).sort()).toEqual(['of-somebody-else', `variorum-tests-${process.ppid}-abcdef`]);
  });

  it.each(['vitest.config.ts', 'vitest.proof.config.ts'])('is made by %s', (config) => {
    expect(readFileSync(config, 'utf8')).toContain("globalSetup: ['tests/limits/scratch-folder.ts']");
  });
});
