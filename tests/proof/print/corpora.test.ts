import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { LayoutReport } from '../../../src/print/layout-report.ts';

const corpora = resolve('../shared/corpora');
const program = resolve('dist/bin/variorum.js');
const files = existsSync(corpora)
  ? readdirSync(corpora, { recursive: true, encoding: 'utf8' })
      .filter(
        (path) =>
          path.endsWith('.xml') && (process.env.ONLY === undefined || path.includes(process.env.ONLY)),
      )
      .sort()
  : [];

/** Scripts and signs (U+2040) that no packaged font has: an edition of them names a font of its own. */
const withoutFont = new Set([
  '43563_tei.xml',
  '51307_tei.xml',
  'Uhlenbeck-1900.tei.xml',
  'DHARMA_CritEdAmaramalaBLBurnell436e.xml',
  'DHARMA_CritEdSarvavajrodaya.xml',
  'Devanagari_DHARMA_CritEdAmaramalaBLBurnell436e.xml',
  'LIT3029RepCh309.xml',
  'LIT3326Melchiz1.xml',
  'stoa0040.stoa003.opp-lat3.xml',
]);

describe.skipIf(files.length === 0)(
  'real files in print (skipped where ../shared/corpora is not there)',
  () => {
    const rows: string[] = ['passes  pages  seconds  file'];
    afterAll(() => console.log(rows.join('\n')));

    it.each(files)('%s', { timeout: 600_000 }, (path) => {
      const out = join(mkdtempSync(join(tmpdir(), 'variorum-print-')), 'out');
      const began = performance.now();
      const run = spawnSync(
        process.execPath,
        [program, 'build', join(corpora, path), '--only', 'pdf', '--out', out, '--format', 'json'],
        { encoding: 'utf8', maxBuffer: 1 << 28 },
      );
      const seconds = ((performance.now() - began) / 1000).toFixed(1);
      expect(run.stderr).not.toContain('our fault');
      const { diagnostics } = JSON.parse(run.stdout) as {
        diagnostics: { code: string; layer: string; severity: string; message: string }[];
      };
      const pdf = join(out, 'pdf');
      const reports = existsSync(pdf)
        ? readdirSync(pdf)
            .filter((name) => name.endsWith('.layout.json'))
            .map((name) => JSON.parse(readFileSync(join(pdf, name), 'utf8')) as LayoutReport)
        : [];
      for (const { passes, pages } of reports)
        rows.push(
          `${String(passes).padStart(6)}${String(pages).padStart(7)}${seconds.padStart(9)}  ${basename(path)}`,
        );
      if (reports.length === 0) rows.push(`     –      –${seconds.padStart(9)}  ${basename(path)}`);
      const faults = diagnostics.filter(
        ({ layer, severity, code }) =>
          layer === 'output' &&
          severity === 'error' &&
          !(code === 'glyph-missing' && withoutFont.has(basename(path))),
      );
      expect(faults.map(({ code, message }) => `${code}: ${message}`).slice(0, 5)).toEqual([]);
    });
  },
);
