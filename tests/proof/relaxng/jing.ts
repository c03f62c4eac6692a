import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const jars = ['jing.jar', 'xercesImpl.jar', 'xml-resolver.jar', 'isorelax.jar', 'Saxon-HE.jar'].map(
  (each) => `/usr/share/java/${each}`,
);

/** What jing says of a document: its verdict and its first complaint. */
export interface JingVerdict {
  readonly isValid: boolean;
  readonly says: string;
}

let compiled: string | undefined;

/** Why jing cannot be asked here; undefined where it can. */
export function withoutJing(): string | undefined {
  if (!existsSync(jars[0]!)) return 'jing is not installed';
  return spawnSync('javac', ['-version']).status === 0 ? undefined : 'there is no Java compiler';
}

/** Asks jing, with its check of ids, about documents in one process. */
export function jing(
  schema: string,
  documents: readonly (string | Uint8Array)[],
): { verdicts: JingVerdict[]; cpu: number } {
  if (compiled === undefined) {
    compiled = mkdtempSync(join(tmpdir(), 'jing-'));
    process.on('exit', () => rmSync(compiled!, { recursive: true, force: true }));
    const source = new URL('Jing.java', import.meta.url).pathname;
    const { status, stderr } = spawnSync('javac', ['-cp', jars.join(':'), '-d', compiled, source], {
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(stderr);
  }
  const parts = documents.flatMap((each) => {
    const bytes = typeof each === 'string' ? Buffer.from(each) : Buffer.from(each);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes.length);
    return [length, bytes];
  });
  const { stdout, status, stderr } = spawnSync(
    'java',
    ['-cp', [compiled, ...jars].join(':'), 'Jing', schema],
    {
      input: Buffer.concat(parts),
      maxBuffer: 1 << 30,
    },
  );
  if (status !== 0) throw new Error(String(stderr));
  const lines = stdout.toString('utf8').trimEnd().split('\n');
  const cpu = Number(lines.pop()!.replace('cpu ', ''));
  if (lines.length !== documents.length) throw new Error(`jing: ${lines.join('\n').slice(0, 2000)}`);
  return { verdicts: lines.map((says) => ({ isValid: says === 'valid', says })), cpu };
}
