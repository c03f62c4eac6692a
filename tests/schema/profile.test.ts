import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const missing = spawnSync('jing', ['-h']).error ? ' (skipped: jing is not installed)' : '';

it.skipIf(missing)(`the edition is valid against the profile, as jing sees it${missing}`, () => {
  const jing = spawnSync('jing', ['-c', 'schema/variorum.rnc', 'tei/protocol-62.xml', 'tei/registers.xml'], {
    cwd: root,
  });
  expect(jing.stdout.toString()).toBe('');
  expect(jing.status).toBe(0);
});
