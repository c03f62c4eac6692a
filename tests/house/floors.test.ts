import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Top to ground: a file may import from its own floor and from those below it. Floors of one line do not see each other. */
const floors = [
  ['cli'],
  ['index'],
  ['serve'],
  ['build'],
  ['outputs'],
  ['print', 'epub'],
  ['cite'],
  ['xslt'],
  ['prepare'],
  ['rules'],
  ['edition'],
  ['schematron', 'relaxng'],
  ['corpus'],
  ['xpath'],
  ['xml'],
  ['config', 'world', 'words', 'zip'],
  ['diagnostics'],
];
/** Packages that only one floor may import, so that each can be replaced in one place. */
const wardens: Record<string, string> = { 'saxon-js': 'xslt', fontoxpath: 'xpath', commander: 'cli' };

const src = resolve('src');
const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => join(src, path));
const floorOf = (file: string) => relative(src, file).split(sep)[0]!.replace(/\.ts$/, '');
const levelOf = (floor: string) => floors.findIndex((line) => line.includes(floor));
const importsOf = (file: string) =>
  [...readFileSync(file, 'utf8').matchAll(/^(?:import|export)\b[^;]*?\bfrom '([^']+)'/gm)].map(
    (found) => found[1]!,
  );

describe('the house', () => {
  it('has only the floors that are drawn', () => {
    for (const file of files) expect(levelOf(floorOf(file)), file).toBeGreaterThanOrEqual(0);
  });

  it('is entered from above: an import points downwards only', () => {
    const wrong: string[] = [];
    for (const file of files) {
      for (const specifier of importsOf(file).filter((each) => each.startsWith('.'))) {
        const [from, to] = [floorOf(file), floorOf(resolve(file, '..', specifier))];
        if (from !== to && levelOf(to) <= levelOf(from)) wrong.push(`${relative(src, file)} → ${specifier}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('keeps each wrapped engine behind one floor', () => {
    for (const file of files) {
      for (const specifier of importsOf(file)) {
        const warden = wardens[specifier];
        if (warden !== undefined)
          expect(floorOf(file), `${relative(src, file)} imports ${specifier}`).toBe(warden);
      }
    }
  });
});
