import type { Corpus } from '../../corpus/corpus.ts';
import { diagnostic } from '../../diagnostics/catalogue.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { NumberedEntry } from '../../edition/apparatus/apparatus.ts';
import { groupBy } from '../group-by.ts';
import { andMore, otherPlaces } from '../many-places.ts';
import type { RuleContext } from '../rule.ts';
import { apparatusOf } from './apparatus-of.ts';
import { entryPlace } from './siglum-place.ts';

/** Finds entries in which the first reading became the text for want of a lemma and of the base witness, once for a file. */
export function* entryWithoutLemma(corpus: Corpus, context: RuleContext): Iterable<Diagnostic> {
  const { baseWitness } = context.config.apparatus;
  const guessed = (apparatusOf(corpus, context)?.all ?? []).filter((entry) => isGuessed(entry, baseWitness));
  for (const entries of groupBy(guessed, ({ document }) => document).values()) {
    const places = entries.map(entryPlace);
    yield diagnostic(
      'entry-without-lemma',
      places[0]!,
      { more: andMore(entries.length) },
      otherPlaces(places, 'here too'),
    );
  }
}

/** Where no reading has any text, there is nothing to guess. */
function isGuessed({ lemma, readings }: NumberedEntry, baseWitness: string | undefined): boolean {
  const taken = readings.find((each) => each.isTaken);
  if (taken === undefined || readings.every((each) => each.text === '')) return false;
  return !lemma.cited.some(({ witness }) => witness.id === baseWitness || witness.siglum === baseWitness);
}
