import type { Config } from '../config/config.ts';
import type { Corpus } from '../corpus/corpus.ts';
import { Apparatus } from './apparatus/apparatus.ts';
import { Edition } from './edition.ts';

interface Understood {
  readonly edition: Edition;
  readonly apparatus: Apparatus;
}

const known = new WeakMap<Corpus, Map<string, Understood>>();

/** What a corpus means under a config: worked out once, for the rules and for `prepare`. */
export function editionOf(corpus: Corpus, config: Config): Understood {
  const { baseWitness, terms } = config.apparatus;
  const { choice } = config.reading;
  const key = JSON.stringify([choice, baseWitness, terms]);
  let all = known.get(corpus);
  if (all === undefined) {
    all = new Map();
    known.set(corpus, all);
  }
  let understood = all.get(key);
  if (understood === undefined) {
    const edition = new Edition(corpus, { choice, baseWitness });
    understood = { edition, apparatus: new Apparatus(edition, terms) };
    all.set(key, understood);
  }
  return understood;
}
