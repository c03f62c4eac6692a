/** Citations of 1,000 records: the stylesheet, our wording in each style, every format, and beside them hayagriva inside the Typst compiler. */
import { createRequire } from 'node:module';
import { citationFormats } from '../../dist/cite/formats.js';
import { readCitations } from '../../dist/cite/read-record.js';
import { toText } from '../../dist/cite/rich-text.js';
import { citationStyles } from '../../dist/cite/styles.js';
import { viewOf } from '../../dist/cite/view.js';
import { createTransform } from '../../dist/xslt/create-transform.js';

const count = 1000;

const reference = (n) =>
  `<biblStruct xml:id="b${n}"><analytic><title level="a">On Document ${n}</title><author><persName><forename>Ann B.</forename><surname>Miller${n}</surname></persName></author></analytic><monogr><title level="j">Journal of Editing</title><imprint><date when="${1900 + (n % 120)}">${1900 + (n % 120)}</date><biblScope unit="volume">${n % 40}</biblScope><biblScope unit="issue">${n % 4}</biblScope><biblScope unit="page" from="${n}" to="${n + 20}">pp. ${n}–${n + 20}</biblScope></imprint></monogr></biblStruct>`;
const tei = (from) =>
  `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>A</title></titleStmt><publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc></teiHeader><text><body><listBibl>${Array.from({ length: count }, (_, n) => reference(n + from)).join('')}</listBibl></body></text></TEI>`;
const yaml = (from) =>
  Array.from({ length: count }, (_, i) => i + from)
    .map(
      (n) =>
        `b${n}:\n  type: article\n  title: On Document ${n}\n  author: [{name: Miller${n}, given-name: Ann B.}]\n  date: ${1900 + (n % 120)}\n  page-range: ${n}-${n + 20}\n  parent:\n    type: periodical\n    title: Journal of Editing\n    volume: ${n % 40}\n    issue: ${n % 4}\n`,
    )
    .join('');

/** Median CPU milliseconds of five runs after one to warm up; each run gets numbers of its own, so that nothing is remembered. */
async function cpu(work) {
  const times = [];
  for (let run = 0; run < 6; run++) {
    const before = process.cpuUsage();
    await work(1 + run * count);
    const { user, system } = process.cpuUsage(before);
    if (run > 0) times.push((user + system) / 1000);
  }
  return times.sort((a, b) => a - b)[2];
}

export default async function bench() {
  const transform = createTransform({ read: () => Promise.reject(new Error('nothing is read')) });
  const recordsOf = async (from) =>
    readCitations((await transform({ stylesheet: 'citation', source: tei(from) })).principal, {
      path: 'a.xml',
    }).references;
  const rows = [{ what: `TEI to ${count} records`, 'CPU ms': Math.round(await cpu(recordsOf)) }];
  const records = await recordsOf(1);
  for (const [name, style] of Object.entries(citationStyles)) {
    if (name === 'source') continue;
    const time = await cpu(() => {
      for (const record of records) {
        const view = viewOf(record);
        toText(style.note(view));
        toText(style.bibliography(view));
      }
    });
    rows.push({ what: `style ${name}`, 'CPU ms': Math.round(time) });
  }
  for (const [name, { write }] of Object.entries(citationFormats)) {
    const each = ['datacite', 'dublin-core', 'json-ld'].includes(name);
    const time = await cpu(() => {
      for (const list of each ? records.map((record) => [record]) : [records]) write(list);
    });
    rows.push({ what: `format ${name}`, 'CPU ms': Math.round(time) });
  }
  const { NodeCompiler } = createRequire(import.meta.url)('@myriaddreamin/typst-ts-node-compiler');
  const compiler = NodeCompiler.create();
  const peer = await cpu((from) => {
    const bytes = JSON.stringify(yaml(from));
    return compiler.pdf({
      mainFileContent: `#bibliography(bytes(${bytes}), style: "chicago-notes", full: true)`,
    });
  });
  rows.push({ what: 'hayagriva in Typst, bibliography alone', 'CPU ms': Math.round(peer) });
  return {
    title: `Citing ${count} records`,
    rows,
    notes: ['Each style words a note and a bibliography entry.'],
  };
}
