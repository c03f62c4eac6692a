/** 160 pages with about 1,700 notes and entries: our PDF beside xelatex with reledmac, each a process of its own, in one run. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const dist = new URL('../../dist/print/', import.meta.url);
const folder = mkdtempSync(join(tmpdir(), 'variorum-bench-'));
/** A limit for a text whose list of lines never comes to rest. */
const mostRuns = 12;
const lexicon =
  'senatus populus imperator consul legio castra hostis bellum pax urbs flumen mons silva agmen equites signum arma victoria fortuna tempus annus dies nox hora annona navis portus insula provincia rex regnum foedus legatus epistula'.split(
    ' ',
  );

function edition() {
  let state = 7;
  const word = () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return lexicon[state % lexicon.length];
  };
  const phrase = (count) => Array.from({ length: count }, word).join(' ');
  const text = (value) => ({ kind: 'text', text: value });
  const [body, notes, entries] = [[], [], []];
  for (let p = 1; p <= 350; p++) {
    const content = [];
    for (let e = 0; e < 4; e++) {
      const id = `app${entries.length + 1}`;
      content.push(
        text(`${phrase(33)} `),
        { kind: 'entry-start', entry: id },
        text(`lemma${entries.length + 1}`),
        { kind: 'entry-end', entry: id },
        text(' '),
      );
      entries.push({
        id,
        series: 'apparatus',
        loc: '',
        lemma: {
          id: '',
          content: [text(`lemma${entries.length + 1}`)],
          text: '',
          place: '',
          terms: [],
          sigla: '',
          remarks: [],
        },
        readings: [
          {
            id: `${id}r`,
            kind: 'substantive',
            content: [text(word())],
            terms: [],
            sigla: 'A C',
            remarks: [],
          },
          { id: `${id}s`, kind: 'omission', content: [], terms: ['om.'], sigla: 'B', remarks: [] },
        ],
        remarks: [],
        notes: [],
      });
    }
    content.push(text(phrase(33)), { kind: 'note', note: `n${p}` }, text('.'));
    notes.push({ id: `n${p}`, series: 'translator', n: String(p), content: [text(`${phrase(25)}.`)] });
    body.push({ kind: 'paragraph', id: `p${p}`, role: 'body', n: '', content });
  }
  const band = { title: '', marks: 'number', restart: 'document' };
  return {
    version: 1,
    id: 'bench',
    language: 'la',
    direction: 'ltr',
    title: { main: [text('Bench')], subtitle: [], authors: [], lines: [] },
    running: { left: 'Bench', right: 'Bench' },
    date: '2020-01-01',
    front: [],
    body,
    back: [],
    notes,
    entries,
    indexes: [],
    words: { contents: 'Contents', notes: 'Notes', see: 'see {n}', seeAlso: 'see also {n}' },
    series: [
      { ...band, id: 'apparatus', holds: 'entries', order: 1, layout: 'run-in', key: 'line' },
      { ...band, id: 'translator', holds: 'notes', order: 2, layout: 'blocks', key: 'mark' },
    ],
  };
}

/** Wall and CPU seconds of a command, as bash counts them. */
function timed(command) {
  const run = spawnSync('bash', ['-c', `TIMEFORMAT='@@ %R %U %S'; time { ${command}; }`], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  const [, wall, user, system] = /@@ ([\d.]+) ([\d.]+) ([\d.]+)/.exec(run.stderr) ?? [];
  return { out: run.stdout, wall: Number(wall), cpu: Number(user) + Number(system), status: run.status };
}

/** What reledmac carries from run to run: which line each entry stands on, and the references. */
const listsOfLines = () =>
  readdirSync(folder)
    .filter((name) => /^bench\.(?:\d+|aux)$/.test(name))
    .sort()
    .map((name) => readFileSync(join(folder, name), 'latin1'))
    .join('\0');

export default async function bench() {
  writeFileSync(join(folder, 'doc.json'), JSON.stringify(edition()));
  const script = `
    const [{ loadEngine }, { fontBook }, { renderPdf }, { renderLatex }, { defaultPrintOptions }] = await Promise.all(
      ['typst/typesetter', 'fonts/font-book', 'typst/render-pdf', 'latex/render-latex', 'options'].map((name) => import(new URL(name + '.js', '${dist.href}'))));
    const { readFileSync, writeFileSync } = await import('node:fs');
    const document = JSON.parse(readFileSync('doc.json', 'utf8'));
    const options = { ...defaultPrintOptions, titlePage: false, contents: false };
    if (process.argv[2] === 'latex') writeFileSync('bench.tex', renderLatex(document, options));
    else {
      const engine = loadEngine();
      const made = renderPdf(document, options, engine, fontBook(engine.binary));
      writeFileSync('ours.pdf', made.pdf);
      console.log(JSON.stringify({ pages: made.layout.pages, passes: made.passes, faults: made.faults.length, mb: Math.round(process.resourceUsage().maxRSS / 1024) }));
    }`;
  writeFileSync(join(folder, 'run.mjs'), script);
  const node = JSON.stringify(process.execPath);
  const ours = timed(`${node} run.mjs`);
  const made = JSON.parse(ours.out);
  const rows = [
    {
      what: 'variorum',
      pages: made.pages,
      passes: made.passes,
      wall: `${ours.wall.toFixed(1)} s`,
      cpu: `${ours.cpu.toFixed(1)} s`,
      memory: `${made.mb} MB`,
    },
  ];
  const notes = [`1,400 entries and 350 notes; faults: ${made.faults}. Run it with: npm run bench -- print`];
  if (spawnSync('xelatex', ['-version']).status === 0) {
    timed(`${node} run.mjs latex`);
    // The pages are right when a run begins with the list of lines that it leaves; a list that comes back would come back for ever.
    const passes = [];
    const seen = new Set();
    for (let list = ''; passes.length < mostRuns && !seen.has(list); ) {
      seen.add(list);
      passes.push(timed('xelatex -interaction=nonstopmode bench.tex > /dev/null'));
      list = listsOfLines();
    }
    const sum = (key) => passes.reduce((total, each) => total + each[key], 0);
    const pages = /Output written on bench\.(?:xdv|pdf) \((\d+) pages/.exec(
      readFileSync(join(folder, 'bench.log'), 'latin1').replace(/\n/g, ''),
    )?.[1];
    rows.push({
      what: 'xelatex + reledmac',
      pages: Number(pages),
      passes: passes.length,
      wall: `${sum('wall').toFixed(1)} s`,
      cpu: `${sum('cpu').toFixed(1)} s`,
      memory: '',
    });
    const ratio = (theirs, own) => (theirs / own).toFixed(1);
    const firstThree = passes.slice(0, 3).reduce((total, each) => total + each.cpu, 0);
    notes.push(
      `Ratio of CPU time: ${ratio(sum('cpu'), ours.cpu)}; of wall time: ${ratio(sum('wall'), ours.wall)}. By the first 3 runs of xelatex alone, of CPU time: ${ratio(firstThree, ours.cpu)}.`,
      seen.has(listsOfLines())
        ? `After ${passes.length} runs reledmac's list of lines is one that it had before.`
        : `After ${mostRuns} runs reledmac's list of lines still changes.`,
    );
  } else notes.push('xelatex is not installed: no peer.');
  return { title: 'A printed edition of 160 pages', rows, notes };
}
