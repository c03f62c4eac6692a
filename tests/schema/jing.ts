import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));
export const hasJing = spawnSync('jing', ['-h']).error === undefined;

/** What jing says of documents, a line a fault, each with the document’s number before it. */
export function jingOn(schema: string, documents: readonly string[], batch = 500): string[] {
  const faults: string[] = [];
  const folder = mkdtempSync(join(tmpdir(), 'variorum-jing-'));
  try {
    for (let first = 0; first < documents.length; first += batch) {
      const paths = documents.slice(first, first + batch).map((document, index) => {
        const path = join(folder, `${first + index}.xml`);
        writeFileSync(path, document);
        return path;
      });
      const compact = schema.endsWith('.rnc') ? ['-c'] : [];
      const { stdout, status } = spawnSync('jing', [...compact, schema, ...paths], {
        cwd: root,
        maxBuffer: 1 << 28,
      });
      const lines = stdout
        .toString()
        .split('\n')
        .filter((line) => line !== '');
      if (status !== 0 && lines.length === 0) throw new Error(`jing ended with ${status}`);
      faults.push(...lines.map((line) => line.replace(`${folder}/`, '')));
      for (const path of paths) rmSync(path);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  return faults;
}
