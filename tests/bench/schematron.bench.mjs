/** Schematron, whole processes: ours beside the stylesheet that SchXslt makes, run by Java Saxon-HE (SCHXSLT_PIPELINE names SchXslt's pipeline-for-svrl.xsl). */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const shared = join(root, '../shared');
const saxon = '/usr/share/java/Saxon-HE.jar';
const pipeline = process.env.SCHXSLT_PIPELINE;
const rounds = 5;
const cases = [
  ['tei_all.sch', 'frus-not-yet-reviewed/volumes/frus1894Nicaragua.xml'],
  ['tei_all.sch', 'schnitzler-briefe-data/data/editions/L00017.xml'],
  ['tei_jtei.sch', 'gerdracor/tei/lessing-emilia-galotti.xml'],
];

/** CPU seconds of a process with its children, from the shell's own account. */
function cpu(words) {
  const quoted = words.map((each) => `'${each.replaceAll("'", "'\\''")}'`).join(' ');
  const { stderr } = spawnSync('bash', ['-c', `TIMEFORMAT='%U %S'; time ${quoted} >/dev/null 2>&1`], {
    encoding: 'utf8',
  });
  const [user, system] = stderr.trim().split(/\s+/).slice(-2).map(Number);
  return user + system;
}

const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];

export default async function bench() {
  if (!existsSync(shared)) return { title: 'Schematron: skipped, ../shared is not there', rows: [] };
  const work = mkdtempSync(join(tmpdir(), 'variorum-bench-'));
  const hasPeer = pipeline !== undefined && existsSync(pipeline) && existsSync(saxon);
  const java = (...words) => ['java', '-cp', saxon, 'net.sf.saxon.Transform', ...words];
  const rows = [];
  for (const [schema, file] of cases) {
    const source = join(shared, 'corpora', file);
    const path = join(shared, 'schemas', schema);
    const ours = [process.execPath, join(root, 'dist/bin/variorum.js'), 'validate', source, '--schema', path];
    const transpiled = join(work, `${schema}.xsl`);
    if (hasPeer && !existsSync(transpiled)) cpu(java(`-xsl:${pipeline}`, `-s:${path}`, `-o:${transpiled}`));
    const theirs = java(`-xsl:${transpiled}`, `-s:${source}`, `-o:${join(work, 'out.svrl')}`);
    const [a, b] = [[], []];
    for (let round = 0; round < rounds; round++) {
      a.push(cpu(ours));
      if (hasPeer) b.push(cpu(theirs));
    }
    const row = {
      schema,
      file: file.split('/').at(-1),
      KB: Math.round(statSync(source).size / 1024),
      'ours CPU s': median(a).toFixed(2),
    };
    if (hasPeer) {
      row['Saxon-HE CPU s'] = median(b).toFixed(2);
      row['ours / Saxon'] = median(a.map((each, i) => each / b[i])).toFixed(2);
    }
    rows.push(row);
  }
  const notes = [
    `Medians of ${rounds} whole processes in turn; ours reads, checks and validates, Saxon's schema is compiled to XSLT beforehand.`,
    ...(hasPeer ? [] : ['The peer is missing: set SCHXSLT_PIPELINE and install Saxon-HE.']),
  ];
  return { title: 'Schematron over real files', rows, notes };
}
