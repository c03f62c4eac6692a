import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { folderWith } from './run.ts';

/** Runs npm without what an outer `npm test` left in the environment. */
function npm(words: readonly string[], cwd: string) {
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^npm_(config|package|lifecycle)/i.test(name)),
  );
  return spawnSync('npm', [...words], { cwd, encoding: 'utf8', env });
}

it('packs, installs in an empty folder, starts an edition and builds it there', ({ skip }) => {
  const folder = folderWith({});
  const packed = npm(['pack', '--ignore-scripts', '--pack-destination', folder], resolve('.'));
  expect(packed.status, packed.stderr).toBe(0);
  const archive = readdirSync(folder).find((each) => each.endsWith('.tgz'))!;
  const home = join(folder, 'home');
  mkdirSync(home);
  writeFileSync(join(home, 'package.json'), '{"private":true}');
  const installed = npm(
    ['install', '--prefer-offline', '--ignore-scripts', '--no-audit', '--no-fund', join(folder, archive)],
    home,
  );
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ENETUNREACH/.test(installed.stderr))
    skip('no package registry can be reached');
  expect(installed.status, installed.stderr).toBe(0);
  const run = (words: readonly string[], cwd: string) =>
    spawnSync(process.execPath, [join(home, 'node_modules/variorum/dist/bin/variorum.js'), ...words], {
      cwd,
      encoding: 'utf8',
    });
  expect(run(['init', 'mine'], home).status).toBe(0);
  const built = run(['build', '--strict'], join(home, 'mine'));
  expect(built.status, built.stdout + built.stderr).toBe(0);
  expect(readFileSync(join(home, 'mine/output/html/letter.html'), 'utf8')).toContain(
    'the first proofs have come',
  );
  expect(existsSync(join(home, 'node_modules/variorum/src'))).toBe(false);
}, 240_000);
