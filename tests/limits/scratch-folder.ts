import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** One folder for all that the tests write beside the project; it goes when they end. */
export default function scratchFolder(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'variorum-tests-'));
  process.env.TMPDIR = folder;
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}
