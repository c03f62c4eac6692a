import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const hasXmllint: boolean = spawnSync('xmllint', ['--version']).status === 0;

/** What libxml2 calls an error and XML does not call a fatal one: faults of validity, and addresses that are no good ones (XML 1.0 §4.2.2, Namespaces in XML §2.2). */
const notFatal = /validity error|is not a valid URI|Invalid URI|Fragment not allowed/;

/** What libxml2 finds wrong with each file; the empty string where it takes it as well-formed. */
export function xmllintFaults(files: readonly Uint8Array[]): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'fuzz-'));
  try {
    const names = files.map((bytes, index) => {
      const name = `m${index}.xml`;
      writeFileSync(join(folder, name), bytes);
      return name;
    });
    const { stderr } = spawnSync('xmllint', ['--noout', '--nonet', ...names], {
      cwd: folder,
      encoding: 'latin1',
      maxBuffer: 1 << 28,
    });
    const faults = files.map(() => '');
    for (const line of stderr.split('\n')) {
      const found = /^m(\d+)\.xml:(\d+): (.*\berror\b.*)$/.exec(line);
      if (found !== null && !notFatal.test(line))
        faults[Number(found[1])] += `line ${found[2]}: ${found[3]}; `;
    }
    return faults;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
