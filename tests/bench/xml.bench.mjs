/** The reader beside its peers: megabytes of file a CPU second, from bytes to events and to a tree. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { XMLParser } from 'fast-xml-parser';
import { SaxesParser } from 'saxes';
import { parseXmlDocument } from 'slimdom';
import { readEvents, readTree } from '../../dist/xml/read.js';

const corpora = new URL('../../../shared/corpora/', import.meta.url);
const files = [
  ['csel-dev/data/stoa0040/stoa003/stoa0040.stoa003.opp-lat3.xml', 'Latin, CRLF'],
  ['frus-not-yet-reviewed/volumes/frus1936v03.xml', 'English, notes'],
  ['pta-data/data/pta0003/pta017/pta0003.pta017.pta-grc1.xml', 'Greek'],
  ['schnitzler-briefe-data/data/indices/listorg.xml', 'register'],
  ['tfd-sanskrit-philology/editions/DHARMA_CritEdSarvavajrodaya.xml', 'apparatus'],
  ['gerdracor/tei/lessing-emilia-galotti.xml', 'play'],
];
const rounds = 9;

const strict = (diagnostic) => {
  if (diagnostic.severity === 'error') throw new Error(diagnostic.message);
};
const text = (bytes) => new TextDecoder().decode(bytes);
let told = 0;
const handler = {
  startElement: (_name, attributes) => (told += 1 + attributes.length),
  endElement: () => told++,
  text: (value) => (told += value.length),
  comment: () => told++,
  processingInstruction: () => told++,
};

const readers = {
  'events: variorum': (bytes) => readEvents(bytes, 'bench.xml', handler, strict),
  'events: saxes': (bytes) => {
    const parser = new SaxesParser({ xmlns: true });
    parser.on('opentag', (tag) => (told += 1 + Object.keys(tag.attributes).length));
    parser.on('closetag', () => told++);
    parser.on('text', (value) => (told += value.length));
    parser.on('comment', () => told++);
    parser.on('processinginstruction', () => told++);
    parser.write(text(bytes)).close();
  },
  'tree: variorum': (bytes) => readTree(bytes, 'bench.xml', strict),
  'tree: slimdom': (bytes) => parseXmlDocument(text(bytes)),
  'tree: fast-xml-parser': (bytes) =>
    new XMLParser({
      preserveOrder: true,
      ignoreAttributes: false,
      parseTagValue: false,
      trimValues: false,
    }).parse(text(bytes)),
};

function cpuMilliseconds(run) {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

const median = (all) => all.toSorted((a, b) => a - b)[all.length >> 1];

/** The CPU time of one reader: the first run of its process, then the median for each file, garbage collection and compilation included. */
function timesOf(read) {
  const cold = cpuMilliseconds(() => read(readFileSync(new URL(files[0][0], corpora))));
  const warm = files.map(([path]) => {
    const bytes = readFileSync(new URL(path, corpora));
    const times = Array.from({ length: rounds + 3 }, () => cpuMilliseconds(() => read(bytes)));
    return median(times.slice(3));
  });
  return { cold, warm };
}

if (process.argv[2] === '--reader') console.log(JSON.stringify(timesOf(readers[process.argv[3]])));

export default function bench() {
  if (!existsSync(corpora)) return { title: 'XML: skipped, ../shared/corpora is absent', rows: [] };
  const self = fileURLToPath(import.meta.url);
  // Each reader has a process of its own, so that none pays for another's garbage.
  const times = new Map(
    Object.keys(readers).map((name) => {
      const { stdout } = spawnSync(process.execPath, [self, '--reader', name], { encoding: 'utf8' });
      return [name, JSON.parse(stdout)];
    }),
  );
  let size = 0;
  const sizes = files.map(([path]) => readFileSync(new URL(path, corpora)).length);
  const rows = files.map(([path, about], index) => {
    size += sizes[index];
    const row = { file: `${path.split('/').at(-1)} (${about})`, MB: (sizes[index] / 1e6).toFixed(1) };
    for (const [name, { warm }] of times) row[name] = (sizes[index] / 1e3 / warm[index]).toFixed(1);
    return row;
  });
  const first = { file: 'the first of them, as the first of a process', MB: (sizes[0] / 1e6).toFixed(1) };
  for (const [name, { cold }] of times) first[name] = (sizes[0] / 1e3 / cold).toFixed(1);
  const total = ({ warm }) => warm.reduce((sum, time) => sum + time, 0);
  const totals = new Map([...times].map(([name, each]) => [name, total(each)]));
  const all = { file: 'all', MB: (size / 1e6).toFixed(1) };
  for (const [name, time] of totals) all[name] = (size / 1e3 / time).toFixed(1);
  rows.push(all, first);
  const ratio = (name) => (totals.get(name) / totals.get(`${name.split(':')[0]}: variorum`)).toFixed(1);
  return {
    title: `XML: megabytes of file a CPU second, decoding included (median of ${rounds}, Node ${process.version})`,
    rows,
    notes: [
      `variorum is ${ratio('events: saxes')} times as fast as saxes, ${ratio('tree: slimdom')} times as slimdom, ${ratio('tree: fast-xml-parser')} times as fast-xml-parser (which neither checks well-formedness nor knows namespaces).`,
    ],
  };
}
