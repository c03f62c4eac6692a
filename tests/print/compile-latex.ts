import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const engines = ['xelatex', 'lualatex'] as const;
export type TexEngine = (typeof engines)[number];

/** Why a test that compiles LaTeX is skipped, or nothing. */
export function lacksTex(engine: TexEngine): string | undefined {
  if (spawnSync(engine, ['--version']).status !== 0) return `${engine} is not installed`;
  const found = spawnSync('kpsewhich', ['reledmac.sty', 'reledpar.sty'], { encoding: 'utf8' });
  return found.stdout.trim().split('\n').length === 2 ? undefined : 'reledmac is not installed';
}

/** Compiles LaTeX three times in a folder of its own; faults are errors, missing characters and undefined references of the last pass. */
export function compileLatex(source: string, engine: TexEngine): { faults: string[]; text: string } {
  const folder = mkdtempSync(join(tmpdir(), 'variorum-tex-'));
  writeFileSync(join(folder, 'a.tex'), source);
  const stops: string[] = [];
  for (let pass = 1; pass <= 3; pass++) {
    const run = spawnSync(engine, ['-interaction=nonstopmode', '-halt-on-error', 'a.tex'], {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'ignore'],
      timeout: 240_000,
    });
    if (run.status !== 0) stops.push(`pass ${pass} ended with ${run.status ?? run.signal}`);
    if (run.status !== 0) break;
  }
  // TeX breaks lines of its log at 79 columns.
  const log = readFileSync(join(folder, 'a.log'), 'latin1').replace(/(?<=^.{79})\n/gm, '');
  const faults = log.match(
    /^!.*\n.*|^Missing character.*|.*(?:[Rr]eference|[Ll]abel).*(?:undefined|multiply).*|.*No font on this machine.*/gm,
  );
  const read = spawnSync('pdftotext', ['-layout', join(folder, 'a.pdf'), '-'], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  rmSync(folder, { recursive: true, force: true });
  return { faults: [...stops, ...(faults ?? [])], text: read.stdout ?? '' };
}
