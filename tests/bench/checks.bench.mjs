import { defaultConfig } from '../../dist/config/read-config.js';
import { loadCorpus } from '../../dist/corpus/load-corpus.js';
import { checkCorpus } from '../../dist/rules/check-corpus.js';

const tei = (body) =>
  `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>A</title></titleStmt><publicationStmt><p>B</p></publicationStmt><sourceDesc><p>C</p></sourceDesc></fileDesc></teiHeader><text><body>${body}</body></text></TEI>`;

/** An edition of letters whose names point to a register; one pointer in fifty is misspelt. */
function edition(letters, names, persons) {
  const files = new Map();
  for (let i = 0; i < letters; i++) {
    let body = '';
    for (let k = 0; k < names; k++) {
      const person = (i * 31 + k * 17) % persons;
      const id = (i + k) % 50 === 0 ? `persn-${word(person)}` : `person-${word(person)}`;
      body += `<p xml:id="p${k}"><persName ref="register.xml#${id}">Name</persName>, <date when="1962-10-27">27 October 1962</date>, <ref target="#p${k}">here</ref>.</p>\n`;
    }
    files.set(`letter-${i}.xml`, tei(body));
  }
  const entries = Array.from(
    { length: persons },
    (_, i) => `<person xml:id="person-${word(i)}"><persName>N</persName></person>\n`,
  );
  files.set('register.xml', tei(`<listPerson>${entries.join('')}</listPerson>`));
  return files;
}

function word(n) {
  return [...String(n * 7919)].map((digit) => 'abcdefghij'[digit]).join('');
}

function world(files) {
  const encoder = new TextEncoder();
  return {
    report() {},
    async read(path) {
      return encoder.encode(files.get(path));
    },
    async kindOf(path) {
      return files.has(path) ? 'file' : 'missing';
    },
    async list() {
      return [...files.keys()];
    },
  };
}

export default async function bench() {
  const rows = [];
  for (const [letters, names, persons] of [
    [1, 100, 100],
    [1, 10_000, 10_000],
    [100, 100, 1_000],
    [1_000, 100, 10_000],
    [4_000, 100, 10_000],
  ]) {
    const files = edition(letters, names, persons);
    const size = [...files.values()].reduce((sum, text) => sum + text.length, 0);
    globalThis.gc?.();
    const start = process.cpuUsage();
    const corpus = await loadCorpus([...files.keys()], world(files));
    const loaded = process.cpuUsage(start);
    const found = checkCorpus(corpus, { config: defaultConfig(), isEdition: true });
    const all = process.cpuUsage(start);
    const seconds = ({ user, system }) => (user + system) / 1e6;
    rows.push({
      files: files.size,
      pointers: letters * names * 2,
      ids: persons + letters * names,
      MB: (size / 1e6).toFixed(1),
      'read, CPU s': seconds(loaded).toFixed(2),
      'check, CPU s': (seconds(all) - seconds(loaded)).toFixed(2),
      'MB/CPU s': (size / 1e6 / seconds(all)).toFixed(1),
      'heap MB': Math.round(process.memoryUsage().heapUsed / 1e6),
      findings: found.length,
    });
  }
  return {
    title: 'Reading and checking an edition (pointers, ids, dates, registers)',
    rows,
    notes: ['Linear: the MB a CPU second stay level from a hundred files to four thousand.'],
  };
}
