/** A TEI file to HTML as a whole process, beside Java Saxon-HE with our own stylesheet on the same prepared file; and the cost of notes. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const dist = new URL('../../dist/', import.meta.url);
const { loadCorpus } = await import(new URL('corpus/load-corpus.js', dist));
const { prepare } = await import(new URL('prepare/prepare.js', dist));
const { defaultConfig } = await import(new URL('config/read-config.js', dist));
const { DiskWorld } = await import(new URL('world/disk-world.js', dist));

const saxon = '/usr/share/java/Saxon-HE.jar';
const words =
  'the minutes of a meeting say what was decided and seldom who spoke before it was decided there'.split(' ');

/** A TEI file of about `bytes` with `notes` notes: paragraphs with names, dates, emphasis, a table and a list now and then. */
function document(bytes, notes) {
  const parts = [];
  let size = 0;
  let made = 0;
  for (let n = 0; size < bytes || made < notes; n++) {
    const text = Array.from({ length: 60 }, (_, at) => words[(n * 7 + at * 5) % words.length]).join(' ');
    const note =
      made < notes
        ? `<note type="translator">Note ${made}: <hi rend="italic">see</hi> ${text.slice(0, 90)}.</note>`
        : '';
    if (note !== '') made++;
    let part = `<p>${text.slice(0, 120)} <persName>Person ${n % 30}</persName>${note} ${text.slice(120)} <date when="1962-10-27">27 October</date>.</p>\n`;
    if (n % 20 === 0)
      part = `<div><head>Item ${n}</head>${part}<list><item>one</item><item>two</item></list></div>\n`;
    parts.push(part);
    size += part.length;
  }
  return `<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en"><teiHeader><fileDesc><titleStmt><title>A measured file</title></titleStmt><publicationStmt><p>None</p></publicationStmt><sourceDesc><p>None</p></sourceDesc></fileDesc></teiHeader>\n<text><body>\n${parts.join('')}</body></text></TEI>\n`;
}

function run(command, args) {
  const started = process.hrtime.bigint();
  const { status, stderr } = spawnSync('/usr/bin/time', ['-f', 'CPU %U %S', command, ...args], {
    encoding: 'utf8',
  });
  const wall = Number(process.hrtime.bigint() - started) / 1e9;
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${stderr}`);
  const [, user, system] = /CPU ([\d.]+) ([\d.]+)/.exec(stderr) ?? [];
  return { wall, cpu: Number(user) + Number(system) };
}
const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];

export default async function bench() {
  const folder = mkdtempSync(join(tmpdir(), 'variorum-bench-'));
  const rows = [];
  const pair = async (label, source) => {
    const file = join(folder, 'measured.xml');
    writeFileSync(file, source);
    const world = new DiskWorld(folder, [folder], () => undefined);
    const edition = await prepare(await loadCorpus(['measured.xml'], world), defaultConfig(), world.report);
    writeFileSync(join(folder, 'prepared.xml'), edition.documents[0].tei);
    writeFileSync(join(folder, 'index.xml'), edition.documents[0].index);
    mkdirSync(join(folder, 'out'), { recursive: true });
    const ours = [];
    const theirs = [];
    for (let n = 0; n < 5; n++) {
      rmSync(join(folder, 'out'), { recursive: true, force: true });
      ours.push(
        run(process.execPath, [
          resolve('dist/cli.js'),
          'build',
          file,
          '--only',
          'html',
          '--out',
          join(folder, 'out'),
        ]),
      );
      if (existsSync(saxon))
        theirs.push(
          run('java', [
            '-cp',
            saxon,
            'net.sf.saxon.Transform',
            `-s:${join(folder, 'prepared.xml')}`,
            `-xsl:${resolve('xslt/html.xsl')}`,
            `-o:${join(folder, 'java.html')}`,
            `+index=${join(folder, 'index.xml')}`,
          ]),
        );
    }
    const [wall, cpu] = [median(ours.map((each) => each.wall)), median(ours.map((each) => each.cpu))];
    const peer = theirs.length === 0 ? undefined : median(theirs.map((each) => each.wall));
    rows.push({
      what: label,
      'variorum wall s': wall.toFixed(2),
      'variorum CPU s': cpu.toFixed(2),
      'Saxon-HE wall s': peer?.toFixed(2) ?? 'not installed',
      'Saxon-HE CPU s': peer === undefined ? '' : median(theirs.map((each) => each.cpu)).toFixed(2),
      'wall ratio':
        peer === undefined ? '' : median(ours.map((each, n) => each.wall / theirs[n].wall)).toFixed(2),
    });
    return cpu;
  };
  await pair('10 KB', document(10_000, 5));
  await pair('100 KB', document(100_000, 40));
  await pair('1 MB', document(1_000_000, 300));
  const few = await pair('500 notes', document(1, 500));
  const many = await pair('4,000 notes', document(1, 4000));
  rmSync(folder, { recursive: true });
  return {
    title: 'TEI to HTML, whole processes, median of five pairs',
    rows,
    notes: [
      'Ours reads, checks, prepares, renders and writes the site; Saxon-HE runs xslt/html.xsl on the file as prepared.',
      `4,000 notes cost ${(many / few).toFixed(1)} times the CPU of 500.`,
    ],
  };
}
