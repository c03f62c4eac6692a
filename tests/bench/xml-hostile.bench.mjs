/** What a hostile or huge file costs: each in a process of its own, with its wall time and its peak of memory. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const laughs = (use) => {
  let subset = '<!ENTITY e0 "ha">';
  for (let i = 1; i <= 20; i++) subset += `<!ENTITY e${i} "${`&e${i - 1};`.repeat(10)}">`;
  return Buffer.from(`<!DOCTYPE p [${subset}]><p ${use('&e20;')}</p>`);
};
const cases = {
  'billion laughs in text': () => laughs((reference) => `>${reference}`),
  'billion laughs in an attribute': () => laughs((reference) => `a="${reference}">`),
  'quadratic blow-up': () =>
    Buffer.from(`<!DOCTYPE p [<!ENTITY e "${'x'.repeat(1e5)}">]><p>${'&e;'.repeat(1e5)}</p>`),
  'depth 1,000,000': () => Buffer.from('<a>'.repeat(1e6)),
  '100,000 attributes': () =>
    Buffer.from(`<p ${Array.from({ length: 1e5 }, (_, i) => `a${i}=""`).join(' ')}/>`),
  '1,000,000 children': () => Buffer.from(`<p>${'<q/>'.repeat(1e6)}</p>`),
  '1,000,000 children with text and an attribute': () =>
    Buffer.from(`<p>${'<q n="1">t</q>'.repeat(1e6)}</p>`),
  'a text of 100 MB': () =>
    Buffer.concat([Buffer.from('<p>'), Buffer.alloc(1e8, 'word '), Buffer.from('</p>')]),
  'a text of 100 MB, not ASCII': () =>
    Buffer.concat([Buffer.from('<p>'), Buffer.alloc(1e8, 'ā word '), Buffer.from('</p>')]),
  'a text of 200 MB': () =>
    Buffer.concat([Buffer.from('<p>'), Buffer.alloc(2e8, 'word '), Buffer.from('</p>')]),
};

if (process.argv[2] === '--case') {
  const { readTree } = await import('../../dist/xml/read.js');
  const bytes = cases[process.argv[3]]();
  const found = [];
  const before = process.cpuUsage();
  const start = performance.now();
  const tree = readTree(bytes, 'hostile.xml', (diagnostic) => found.push(diagnostic.code));
  const milliseconds = performance.now() - start;
  const { user, system } = process.cpuUsage(before);
  const cpu = (user + system) / 1000;
  const peak = process.resourceUsage().maxRSS / 1024;
  console.log(
    JSON.stringify({ milliseconds, cpu, peak, outcome: tree === undefined ? found.join(' ') : 'read' }),
  );
}

export default function bench() {
  const self = fileURLToPath(import.meta.url);
  const rows = Object.keys(cases).map((name) => {
    const { stdout } = spawnSync(process.execPath, [self, '--case', name], { encoding: 'utf8' });
    const { milliseconds, cpu, peak, outcome } = JSON.parse(stdout);
    return {
      file: name,
      'wall ms': milliseconds.toFixed(0),
      'CPU ms': cpu.toFixed(0),
      'peak MB': peak.toFixed(0),
      outcome,
    };
  });
  return {
    title: 'XML: hostile and huge files, to a tree, each in a cold process (peak of the whole process)',
    rows,
  };
}
