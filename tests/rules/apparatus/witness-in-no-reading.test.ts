import { describe, expect, it } from 'vitest';
import { defaultConfig } from '../../../src/config/read-config.ts';
import { loadCorpus } from '../../../src/corpus/load-corpus.ts';
import { witnessInNoReading } from '../../../src/rules/apparatus/witness-in-no-reading.ts';
import { marked } from '../../marked.ts';
import { MemoryWorld } from '../../memory-world.ts';
import { critical } from './critical.ts';

const check = async (body: string, policy: 'positive' | 'negative') => {
  const { text, places } = marked('a.xml', critical(body));
  const corpus = await loadCorpus(['a.xml'], new MemoryWorld({ 'a.xml': text }));
  const config = { ...defaultConfig(), apparatus: { ...defaultConfig().apparatus, policy } };
  const found = [...witnessInNoReading(corpus, { config, isEdition: true })];
  return { found, places };
};
const body = `<p><app><lem wit="#A #fam">x</lem><rdg wit="#Bern">y</rdg></app>
  ⟦<app>⟧<lem wit="#A">x</lem><rdg wit="#Bern">y</rdg></app>
  <app><lem wit="#A #Bern">x</lem><rdg wit="#C">y<lacunaStart/></rdg></app>
  <app><lem wit="#A">x</lem><rdg wit="#Bern">y</rdg></app></p>`;

describe('witness-in-no-reading', () => {
  it('finds, under a positive policy, the witness that an entry leaves out, but for lacunas', async () => {
    const { found, places } = await check(body, 'positive');
    expect(found.map(({ place }) => place)).toEqual(places);
    expect(found[0]!.message).toBe('This entry does not say what C reads.');
  });

  it('asks nothing under a negative policy', async () => {
    expect((await check(body, 'negative')).found).toEqual([]);
  });
});
