/** RELAX NG beside jing, in the same run: cold on a small file, warm on large ones, and the memory of both. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const schema = join(root, '../shared/schemas/tei_all.rng');
const corpora = join(root, '../shared/corpora');
const small = join(corpora, 'schnitzler-briefe-data/data/editions/L00017.xml');
const jars = ['jing', 'xercesImpl', 'xml-resolver', 'isorelax', 'Saxon-HE'].map(
  (each) => `/usr/share/java/${each}.jar`,
);
const [rounds, passes] = [7, 6];

/** A process that validates as a cold command would; `kept` is a compiled schema, `source` one in RELAX NG. */
const cold = `
const [mode, schema, ...files] = process.argv.slice(1);
const { readFileSync } = await import('node:fs');
const base = ${JSON.stringify(new URL('../../dist/', import.meta.url).href)};
await import(base + 'cli/optimise-late.js');
const { revive } = await import(base + 'relaxng/validator.js');
const { decode } = await import(base + 'xml/decode.js');
let faults = 0;
const report = () => faults++;
let validator;
if (mode === 'kept') {
  const { createHash } = await import('node:crypto');
  const kept = readFileSync(schema, 'utf8');
  validator = revive(kept);
  for (const { path, hash } of validator.schema.closure)
    if (createHash('sha256').update(readFileSync(path)).digest('hex') !== hash) throw new Error('stale');
} else {
  const { compile } = await import(base + 'relaxng/compile.js');
  const { loadSchema } = await import(base + 'relaxng/load-schema.js');
  validator = compile(await loadSchema(schema, async (path) => readFileSync(path), report), report);
}
for (const file of files) validator.validate(decode(readFileSync(file), file, report), report);
`;

export default async function bench() {
  if (!existsSync(schema)) return { title: 'RELAX NG', rows: [], notes: ['Skipped: ../shared is absent.'] };
  if (!existsSync(jars[0]))
    return { title: 'RELAX NG', rows: [], notes: ['Skipped: jing is not installed.'] };
  const folder = mkdtempSync(join(tmpdir(), 'relaxng-bench-'));
  try {
    return await measure(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(folder) {
  const { loadSchema } = await import('../../dist/relaxng/load-schema.js');
  const { compile } = await import('../../dist/relaxng/compile.js');
  const report = () => {};
  const validator = compile(await loadSchema(schema, async (path) => readFileSync(path), report), report);
  const kept = join(folder, 'tei_all.json');
  writeFileSync(kept, validator.serialise());

  const large = readdirSync(corpora, { recursive: true, encoding: 'utf8' })
    .map((each) => join(corpora, each))
    .filter((each) => each.endsWith('.xml') && statSync(each).size > 400_000)
    .sort();
  const node = (mode, file, files) => () =>
    whole(process.execPath, ['--input-type=module', '-e', cold, mode, file, ...files]);
  const java = (files) => () =>
    whole('java', ['-cp', jars.join(':'), 'com.thaiopensource.relaxng.util.Driver', schema, ...files]);
  const [jingCold, keptCold, freshCold] = interleaved([
    java([small]),
    node('kept', kept, [small]),
    node('source', schema, [small]),
  ]);
  const [jingLarge, ourLarge] = interleaved([java(large), node('kept', kept, large)], 3);

  const bytes = large.reduce((sum, each) => sum + statSync(each).size, 0);
  const jingWarm = warmJing(folder, large);
  const ourWarm = await warm(validator, large);
  const rate = (cpu) => `${(bytes / 1e6 / cpu).toFixed(1)} MB/s`;
  const row = (what, jing, ours, unit, better) => ({
    what,
    jing: unit(jing),
    variorum: unit(ours),
    ratio: `${better === 'less' ? (ours / jing).toFixed(2) : (jing / ours).toFixed(2)} ×`,
  });
  const seconds = (value) => `${value.toFixed(2)} s`;
  const memory = (value) => `${(value / 1024).toFixed(0)} MB`;
  return {
    title: 'RELAX NG against tei_all.rng: CPU time (user and system) and peak memory, beside jing',
    rows: [
      row('cold, 11 KB, compiled schema kept', jingCold.cpu, keptCold.cpu, seconds, 'less'),
      row('cold, 11 KB, from the .rng', jingCold.cpu, freshCold.cpu, seconds, 'less'),
      row(
        `${large.length} files over 400 KB in one process, less the cold part`,
        jingLarge.cpu - jingCold.cpu,
        ourLarge.cpu - keptCold.cpu,
        rate,
        'more',
      ),
      row('the same after two passes to warm up', jingWarm, ourWarm, rate, 'more'),
      row('the whole of that process', jingLarge.cpu, ourLarge.cpu, seconds, 'less'),
      row('peak memory of that process', jingLarge.memory, ourLarge.memory, memory, 'less'),
      row('peak memory, 11 KB', jingCold.memory, keptCold.memory, memory, 'less'),
    ],
    notes: [
      `Cold: medians of ${rounds} whole processes in turn. One process: each file once, after what the small file alone costs. Warm: median of ${passes} passes over ${(bytes / 1e6).toFixed(1)} MB after two to warm up; of jing only the validating thread is counted (not its compiler and collector), of ours all threads.`,
    ],
  };
}

/** CPU seconds and peak kilobytes of a whole process. */
function whole(command, args) {
  const { stderr } = spawnSync('/usr/bin/time', ['-f', '%U %S %M', command, ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  const [user, system, memory] = stderr.trim().split('\n').pop().split(' ').map(Number);
  return { cpu: user + system, memory };
}

function interleaved(runs, count = rounds) {
  const results = runs.map(() => []);
  for (let round = 0; round < count; round++)
    for (const [index, run] of runs.entries()) results[index].push(run());
  const median = (values) => values.sort((a, b) => a - b)[values.length >> 1];
  return results.map((each) => ({
    cpu: median(each.map((one) => one.cpu)),
    memory: median(each.map((one) => one.memory)),
  }));
}

async function warm(validator, files) {
  const { decode } = await import('../../dist/xml/decode.js');
  const documents = files.map((each) => readFileSync(each));
  const times = [];
  for (let pass = 0; pass < passes + 2; pass++) {
    const before = process.cpuUsage();
    for (const [index, bytes] of documents.entries())
      validator.validate(
        decode(bytes, files[index], () => {}),
        () => {},
      );
    const { user, system } = process.cpuUsage(before);
    if (pass >= 2) times.push((user + system) / 1e6);
  }
  return times.sort((a, b) => a - b)[times.length >> 1];
}

/** One pass of jing, warm: what more passes add to two. */
function warmJing(folder, files) {
  const source = join(root, 'tests/proof/relaxng/Jing.java');
  spawnSync('javac', ['-cp', jars.join(':'), '-d', folder, source]);
  const once = files.flatMap((each) => {
    const bytes = readFileSync(each);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes.length);
    return [length, bytes];
  });
  const run = (count) => {
    const input = Buffer.concat(Array.from({ length: count }, () => once).flat());
    const { stdout } = spawnSync('java', ['-cp', [folder, ...jars].join(':'), 'Jing', schema], {
      input,
      maxBuffer: 1 << 28,
      encoding: 'utf8',
    });
    return Number(/cpu (\d+)/.exec(stdout)[1]) / 1000;
  };
  return (run(2 + passes) - run(2)) / passes;
}
