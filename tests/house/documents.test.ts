import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { expect, it } from 'vitest';

const read = (path: string) => readFileSync(path, 'utf8');
const pages = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'CHANGELOG.md'].concat(
  readdirSync('docs', { recursive: true, encoding: 'utf8' })
    .filter((each) => each.endsWith('.md'))
    .map((each) => join('docs', each)),
);

it('gives every dependency a reason', () => {
  const reasons = read('docs/dependencies.md');
  const { dependencies, devDependencies } = JSON.parse(read('package.json'));
  const named = Object.keys({ ...dependencies, ...devDependencies }).filter(
    (each) => !each.startsWith('@types/'),
  );
  expect(named.filter((each) => !reasons.includes(`\`${each}\``))).toEqual([]);
});

it('has a reference that is what the code says (npm run reference)', () => {
  const { status, stderr } = spawnSync(process.execPath, ['scripts/reference.mjs', '--check'], {
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  expect(status).toBe(0);
});

it.each(pages)('%s links to what is there', (page) => {
  const broken: string[] = [];
  for (const [, target = ''] of read(page).matchAll(/\]\(([^)\s]+)\)/g)) {
    if (/^[a-z]+:/.test(target) || target.startsWith('#')) continue;
    const path = resolve(dirname(page), target.split('#')[0]!);
    if (!existsSync(path)) broken.push(target);
  }
  expect(broken).toEqual([]);
});

it('draws every folder of src/ in ARCHITECTURE.md', () => {
  const drawing = read('ARCHITECTURE.md');
  const folders = readdirSync('src', { withFileTypes: true }).filter((each) => each.isDirectory());
  expect(folders.map((each) => each.name).filter((name) => !drawing.includes(`src/${name}`))).toEqual([]);
});
