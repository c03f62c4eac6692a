/** The site's search on 1,000 generated documents: size of the index, time to load it, time to the first result; beside lunr (`npm i --no-save lunr`) and beside reading all texts through. Run: node tests/bench/search.bench.mjs */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { runInNewContext } from 'node:vm';
import { gzipSync } from 'node:zlib';
import MiniSearch from 'minisearch';

const require = createRequire(import.meta.url);
const { words, fold } = runInNewContext(`${readFileSync('site/search-words.js', 'utf8')};variorumWords`);

/** Words with the frequencies of natural language (Zipf), the same in every run. */
let seed = 62;
const random = () => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return seed / 2 ** 32;
};
const syllables = 'ka no ri ver mo stá le hrú ten dö po li šče an us or em'.split(' ');
const vocabulary = Array.from({ length: 30_000 }, () =>
  Array.from(
    { length: 2 + Math.floor(random() * 3) },
    () => syllables[Math.floor(random() * syllables.length)],
  ).join(''),
);
const word = () => vocabulary[Math.floor(vocabulary.length ** random()) - 1];
const passages = [];
for (let document = 0; document < 1000; document++)
  for (let n = 0; n < 20; n++)
    passages.push({ id: passages.length, text: Array.from({ length: 60 }, word).join(' ') });
const characters = passages.reduce((sum, { text }) => sum + text.length, 0);
console.log(
  `1000 documents, ${passages.length} passages, ${(characters / 1e6).toFixed(1)} million characters`,
);

const time = (work) => {
  const begin = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(begin);
  return [result, (user + system) / 1000];
};
const median = (all) => all.sort((a, b) => a - b)[all.length >> 1];
const repeat = (work, times = 5) => median(Array.from({ length: times }, () => time(work)[1]));
const kilobytes = (text) =>
  `${Math.round(Buffer.byteLength(text) / 1000)} KB (${Math.round(gzipSync(text).length / 1000)} KB gzip)`;
const say = (name, size, making, loading, asking) =>
  console.log(
    `${name.padEnd(12)} index ${size}, made in ${making.toFixed(0)} ms, loaded in ${loading.toFixed(0)} ms, one word in ${asking.toFixed(1)} ms`,
  );
const asked = vocabulary[700];

const terms = (text) => words(text).map(({ term }) => term);
const options = { fields: ['text'], tokenize: terms, processTerm: (term) => term };
const [mini, making] = time(() => {
  const made = new MiniSearch(options);
  made.addAll(passages);
  return made;
});
const json = JSON.stringify(mini);
const loading = repeat(() => MiniSearch.loadJSON(json, options));
const loaded = MiniSearch.loadJSON(json, options);
say(
  'minisearch',
  kilobytes(json),
  making,
  loading,
  repeat(() => loaded.search(asked), 9),
);

let lunr;
try {
  lunr = require('lunr');
} catch {
  console.log('lunr: not installed, left out');
}
if (lunr) {
  const [index, made] = time(() =>
    lunr(function () {
      this.ref('id');
      this.field('text');
      this.pipeline.reset();
      this.searchPipeline.reset();
      for (const { id, text } of passages) this.add({ id, text: fold(text) });
    }),
  );
  const written = JSON.stringify(index);
  const load = repeat(() => lunr.Index.load(JSON.parse(written)));
  const read = lunr.Index.load(JSON.parse(written));
  say(
    'lunr',
    kilobytes(written),
    made,
    load,
    repeat(() => read.search(fold(asked)), 9),
  );
}

const texts = JSON.stringify(passages.map(({ text }) => text));
const all = JSON.parse(texts);
say(
  'no index',
  kilobytes(texts),
  0,
  repeat(() => JSON.parse(texts)),
  repeat(() => all.filter((text) => fold(text).includes(fold(asked))), 3),
);
