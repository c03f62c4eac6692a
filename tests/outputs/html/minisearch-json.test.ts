import MiniSearch from 'minisearch';
import { describe, expect, it } from 'vitest';
import { MinisearchJson } from '../../../src/outputs/html/minisearch-json.ts';

const options = { fields: ['text'], tokenize: (text: string) => text.split(' ').filter(Boolean) };
const texts = [
  'to be or not to be',
  'хрущёв "to" \\ be',
  '',
  'be be be 东',
  '__proto__ constructor to',
  'or',
];

function both(all: readonly string[]) {
  const theirs = new MiniSearch(options);
  const ours = new MinisearchJson();
  for (const [id, text] of all.entries()) {
    theirs.add({ id, text });
    ours.add(options.tokenize(text));
  }
  return { theirs, json: String(ours) };
}
const byTerm = (json: { index: [string, unknown][] }) => ({
  ...json,
  index: [...json.index].sort(([a], [b]) => (a < b ? -1 : 1)),
});

describe('the index for MiniSearch', () => {
  it.each([[texts], [[]], [['']]])('is what MiniSearch itself writes, whatever the words', (all) => {
    const { theirs, json } = both(all);
    expect(byTerm(JSON.parse(json))).toEqual(byTerm(JSON.parse(JSON.stringify(theirs))));
  });

  it('finds the same, in the same order, with the same scores', () => {
    const { theirs, json } = both(texts);
    const loaded = MiniSearch.loadJSON(json, options);
    for (const question of ['to', 'be', 'хрущёв', 'or not', '__proto__', '东', 'absent'])
      expect(loaded.search(question)).toEqual(theirs.search(question));
  });
});
