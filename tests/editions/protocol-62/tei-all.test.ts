import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const schema = '../shared/schemas/tei_all.rng';
const missing = !existsSync(`${root}${schema}`)
  ? 'the TEI’s own schemas are not here'
  : spawnSync('jing', ['-h']).error
    ? 'jing is not installed'
    : '';

it.skipIf(missing)(`is valid TEI P5, as jing sees it${missing && ` (skipped: ${missing})`}`, () => {
  const jing = spawnSync('jing', [schema, 'tei/protocol-62.xml', 'tei/registers.xml'], { cwd: root });
  expect(jing.stdout.toString()).toBe('');
  expect(jing.status).toBe(0);
});
