import { defaultConfig } from '../../dist/config/read-config.js';
import { loadCorpus } from '../../dist/corpus/load-corpus.js';
import { prepare } from '../../dist/prepare/prepare.js';
import { checkCorpus } from '../../dist/rules/check-corpus.js';

const sizes = [1_000, 2_000, 5_000, 10_000];
const witnesses = ['A', 'B', 'C', 'D', 'E', 'F'];

/** An edition of so many entries by each method; the double end-point ones overlap in pairs, the nested ones nest in twos. */
const methods = {
  'parallel segmentation': (n) => [
    body(
      n,
      (i) => `<app><lem wit="#A #B">dedit</lem><rdg wit="#C">dat ${i}</rdg><rdg wit="#D"/></app> et panem `,
    ),
  ],
  'nested in twos': (n) => [
    body(
      n / 2,
      (i) =>
        `<app><lem wit="#A">dedit <app><lem wit="#A">ei</lem><rdg wit="#B">illi ${i}</rdg></app></lem><rdg wit="#C">dat</rdg></app> et `,
    ),
  ],
  'double end-point': (n) => [
    body(n, (i) => `<anchor xml:id="a${i}"/>arma virum<anchor xml:id="b${i}"/> que cano `) +
      `<listApp>${times(n, (i) => `<app from="#a${i}" to="#b${Math.min(n - 1, i + 1)}"><rdg wit="#B">arva</rdg></app>`)}</listApp>`,
  ],
  'referenced by location': (n) => [
    body(n, () => 'arma virumque cano ') +
      `<listApp>${times(n, (i) => `<app loc="${i}"><lem>arma</lem><rdg wit="#B">arva</rdg></app>`)}</listApp>`,
  ],
  'one line': (n) => [
    `<p>${times(n, (i) => `<app><lem wit="#A">x</lem><rdg wit="#B">y${i}</rdg></app> `)}</p>`,
  ],
};

function times(n, make) {
  let text = '';
  for (let i = 0; i < n; i++) text += make(i);
  return text;
}

function body(n, make) {
  return times(
    Math.ceil(n / 10),
    (p) => `<p>${times(Math.min(10, n - 10 * p), (i) => make(10 * p + i))}</p>\n`,
  );
}

function file([text]) {
  return `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>T</title></titleStmt><sourceDesc><listWit>${witnesses
    .map((id) => `<witness xml:id="${id}"/>`)
    .join('')}</listWit></sourceDesc></fileDesc></teiHeader><text><body>${text}</body></text></TEI>`;
}

async function measure(text) {
  const bytes = new TextEncoder().encode(text);
  const world = { read: async () => bytes, kindOf: async () => 'file', list: async () => [], report() {} };
  const config = defaultConfig();
  const corpus = await loadCorpus(['a.xml'], world);
  globalThis.gc?.();
  let start = process.cpuUsage();
  checkCorpus(corpus, { config, isEdition: true });
  const checked = seconds(start);
  start = process.cpuUsage();
  const edition = await prepare(corpus, config, () => {});
  const prepared = seconds(start);
  start = process.cpuUsage();
  const index = edition.documents[0].index.length;
  edition.documents[0].textOfWitness('B');
  return { bytes: bytes.length, checked, prepared, indexed: seconds(start), index };
}

function seconds(start) {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

export default async function bench() {
  await measure(file(methods['parallel segmentation'](500)));
  const rows = [];
  for (const [method, make] of Object.entries(methods)) {
    let first;
    for (const n of sizes) {
      const times = [];
      for (let run = 0; run < 3; run++) times.push(await measure(file(make(n))));
      times.sort((a, b) => a.prepared - b.prepared);
      const median = times[1];
      first ??= median;
      rows.push({
        method,
        entries: n,
        MB: (median.bytes / 1e6).toFixed(2),
        'check s': median.checked.toFixed(2),
        'prepare s': median.prepared.toFixed(2),
        'index and a witness s': median.indexed.toFixed(2),
        'prepare, times the first': (median.prepared / first.prepared).toFixed(1),
      });
    }
  }
  return {
    title: 'Apparatus of 1,000 to 10,000 entries in one file (CPU seconds, median of 3)',
    rows,
    notes: ['Linear time is ten times the first row of each method in its last row.'],
  };
}
