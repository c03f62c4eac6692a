/**
 * Real files and densely annotated ones to HTML, whole cold processes: `variorum build FILE --only html` beside Saxon-HE on Java, which gets our own
 * stylesheet with the same prepared file, index and parameters. All that comes before (reading, checking, `prepare`),
 * the citation, and the contents page are counted in ours and not in Java's.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { defaultConfig } from '../../dist/config/read-config.js';
import { loadCorpus } from '../../dist/corpus/load-corpus.js';
import { html } from '../../dist/outputs/html/html.js';
import { prepare } from '../../dist/prepare/prepare.js';
import { DiskWorld } from '../../dist/world/disk-world.js';
import { createTransform } from '../../dist/xslt/create-transform.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const corpora = fileURLToPath(new URL('../../../shared/corpora/', import.meta.url));
const saxon = '/usr/share/java/Saxon-HE.jar';
const real = [
  'schnitzler-briefe-data/data/editions/L00017.xml',
  'frus-history/documents/1984-11-09-hac-meeting-minutes.xml',
  'fv-data/2023-variorum-chapters/fMS_box_c56_chap_14.xml',
  'gerdracor/tei/anonym-emilie-oder-die-philosophisch-verliebten.xml',
  'frus-not-yet-reviewed/volumes/frus1894Nicaragua.xml',
];
const rounds = Number(process.env.ROUNDS ?? 5);
/** Files whose names hold one of these words alone; all without it. */
const only = process.env.ONLY?.split(',');

/** A letter with a name, a date, a reference and a note in every paragraph. */
function generated(notes) {
  const paragraphs = Array.from(
    { length: notes },
    (_, i) =>
      `<p xml:id="p${i}">On <date when="1962-10-27">27 October</date> <persName ref="#a${i % 40}">Comrade ${i % 40}</persName> wrote <hi rend="italic">once more</hi> of the matter<note resp="#ed" type="editor">See <ref target="#p${(i * 7) % notes}">above</ref>, and <title>Izvestiia</title> of that day, no. ${i}.</note> that the Presidium had before it.</p>`,
  );
  const persons = Array.from(
    { length: 40 },
    (_, i) => `<person xml:id="a${i}"><persName>Comrade ${i}</persName></person>`,
  );
  return `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>Generated</title><editor xml:id="ed">An Editor</editor></titleStmt><publicationStmt><p>Nowhere</p></publicationStmt><sourceDesc><listPerson>${persons.join('')}</listPerson></sourceDesc></fileDesc></teiHeader><text><body><div>\n${paragraphs.join('\n')}\n</div></body></text></TEI>\n`;
}

/** Writes what Java gets: prepared TEI, index, metadata. */
async function jobOf(file, folder) {
  const world = new DiskWorld(dirname(file), [dirname(file)], () => {});
  const config = defaultConfig();
  const edition = await prepare(await loadCorpus([basename(file)], world), config, () => {});
  const transform = createTransform(world);
  let job;
  await html.make({
    edition,
    config,
    world,
    transform: (each) => {
      if (each.stylesheet === 'html' && each.source !== undefined) job = each;
      return transform(each);
    },
  });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'source.xml'), job.source);
  writeFileSync(join(folder, 'index.xml'), job.index);
  return [
    ...['-cp', saxon, 'net.sf.saxon.Transform', `-s:${join(folder, 'source.xml')}`],
    ...[`-xsl:${join(root, 'xslt/html.xsl')}`, `-o:${join(folder, 'java.html')}`],
    `+index=${join(folder, 'index.xml')}`,
    // From files: the metadata of a long text is more than a command line holds.
    ...Object.entries(job.parameters).map(([name, value]) => {
      const file = join(folder, `${name}.txt`);
      writeFileSync(file, value);
      return `?${name}=unparsed-text('${pathToFileURL(file)}')`;
    }),
  ];
}

/** Wall and CPU seconds of a whole process. */
function whole(command, args) {
  const began = performance.now();
  const { stderr, status } = spawnSync('/usr/bin/time', ['-f', '%U %S', command, ...args], {
    encoding: 'utf8',
  });
  if (command === 'java' && status !== 0) throw new Error(`Saxon-HE failed: ${stderr}`);
  const wall = (performance.now() - began) / 1000;
  const [user, system] = stderr.trim().split('\n').pop().split(' ').map(Number);
  return { wall, cpu: user + system };
}

const median = (all) => all.toSorted((a, b) => a - b)[all.length >> 1];
const seconds = (value) => value.toFixed(2);

export default async function bench() {
  const scratch = mkdtempSync(join(tmpdir(), 'variorum-bench-'));
  try {
    const files = real.filter((path) => existsSync(join(corpora, path))).map((path) => join(corpora, path));
    for (const notes of [30, 300, 500, 3000, 4000]) {
      const file = join(scratch, `generated-${notes}-notes.xml`);
      writeFileSync(file, generated(notes));
      files.push(file);
    }
    const chosen = files.filter(
      (file) => only === undefined || only.some((word) => basename(file).includes(word)),
    );
    const hasJava = existsSync(saxon) && spawnSync('java', ['-version']).status === 0;
    const ours = new Map();
    const rows = [];
    for (const [number, file] of chosen.entries()) {
      const java = hasJava ? await jobOf(file, join(scratch, String(number))) : undefined;
      const times = { ours: [], java: [] };
      for (let round = 0; round < rounds; round++) {
        const out = join(scratch, 'out');
        rmSync(out, { recursive: true, force: true });
        const build = [join(root, 'dist/bin/variorum.js'), 'build', file, '--only', 'html', '--out', out];
        times.ours.push(whole(process.execPath, build));
        if (!existsSync(join(out, 'html/index.html'))) throw new Error(`No page of ${file}`);
        if (java === undefined) continue;
        times.java.push(whole('java', java));
        const page = join(scratch, String(number), 'java.html');
        if (readFileSync(page, 'utf8').length < 1000) throw new Error(`Java gave no page of ${file}`);
      }
      const wall = median(times.ours.map((each) => each.wall));
      const cpu = median(times.ours.map((each) => each.cpu));
      ours.set(basename(file), { wall, cpu });
      const row = {
        file: basename(file),
        KB: (readFileSync(file).length / 1000).toFixed(0),
        'variorum, wall s': seconds(wall),
        'CPU s': seconds(cpu),
      };
      if (java !== undefined) {
        const [theirWall, theirCpu] = ['wall', 'cpu'].map((kind) =>
          median(times.java.map((each) => each[kind])),
        );
        row['Saxon-HE, wall s'] = seconds(theirWall);
        row['its CPU s'] = seconds(theirCpu);
        row['ratio, wall'] = `${(wall / theirWall).toFixed(2)} ×`;
        row['ratio, CPU'] = `${(cpu / theirCpu).toFixed(2)} ×`;
      } else row['Saxon-HE, wall s'] = 'absent';
      rows.push(row);
    }
    const [few, many] = [500, 4000].map((notes) => ours.get(`generated-${notes}-notes.xml`));
    return {
      title: `TEI to HTML, whole processes (medians of ${rounds} in turn, Node ${process.version})`,
      rows,
      notes: [
        'Ours reads, checks, prepares, cites, transforms and writes; Saxon-HE transforms the prepared file. Ratio below 1: variorum is faster.',
        ...(few === undefined || many === undefined
          ? []
          : [
              `4,000 notes cost ${(many.wall / few.wall).toFixed(1)} times the wall time of 500, and ${(many.cpu / few.cpu).toFixed(1)} times the CPU time (eight times the notes).`,
            ]),
        ...(hasJava ? [] : ['Java or Saxon-HE is absent: nothing to compare with.']),
        ...(files.length < 10 ? ['../shared/corpora is absent: generated files alone.'] : []),
      ],
    };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
