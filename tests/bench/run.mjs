/**
 * Runs the benchmarks: `npm run bench` all of them, `npm run bench -- xml cite` those whose names begin so.
 * A benchmark is a file `<name>.bench.mjs` that exports a default function giving `{ title, rows, notes }`,
 * each row an object of columns. Each runs in a process of its own, on the built package.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = new URL('.', import.meta.url);
const [first, second] = process.argv.slice(2);

if (first === '--alone') {
  const { default: bench } = await import(new URL(second, folder));
  print(await bench());
} else {
  const wanted = process.argv.slice(2);
  const all = readdirSync(folder).filter((file) => file.endsWith('.bench.mjs'));
  const files = all
    .filter((file) => wanted.length === 0 || wanted.some((name) => file.startsWith(name)))
    .sort();
  if (files.length === 0) {
    console.error(
      `No such benchmark. There are: ${all.map((file) => file.replace('.bench.mjs', '')).join(', ')}`,
    );
    process.exit(2);
  }
  const scratch = mkdtempSync(join(tmpdir(), 'variorum-bench-'));
  let failed = 0;
  for (const file of files) {
    const self = fileURLToPath(import.meta.url);
    const { status } = spawnSync(process.execPath, ['--expose-gc', self, '--alone', file], {
      stdio: 'inherit',
      env: { ...process.env, TMPDIR: scratch },
    });
    if (status !== 0) failed++;
  }
  rmSync(scratch, { recursive: true, force: true });
  process.exit(failed === 0 ? 0 : 1);
}

function print({ title, rows, notes = [] }) {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const cell = (row, column) => String(row[column] ?? '');
  const widths = columns.map((column) =>
    Math.max(column.length, ...rows.map((row) => cell(row, column).length)),
  );
  const isNumber = (column) =>
    rows.every((row) => /^[<>~]?[-\d.,]*( ?[a-zA-Z/%×]+)?$/.test(cell(row, column)));
  const line = (of) =>
    columns
      .map((column, i) => (isNumber(column) ? of(column).padStart(widths[i]) : of(column).padEnd(widths[i])))
      .join('  ')
      .trimEnd();
  console.log(`\n${title}\n`);
  console.log(line((column) => column));
  console.log(widths.map((width) => '─'.repeat(width)).join('  '));
  for (const row of rows) console.log(line((column) => cell(row, column)));
  for (const note of notes) console.log(`\n${note}`);
}
