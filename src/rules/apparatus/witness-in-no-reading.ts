import type { Corpus } from '../../corpus/corpus.ts';
import { diagnostic } from '../../diagnostics/catalogue.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { absencesOf, milestonesOf } from '../../edition/apparatus/lacunas.ts';
import type { Witness } from '../../edition/apparatus/witness.ts';
import type { RuleContext } from '../rule.ts';
import { apparatusOf } from './apparatus-of.ts';
import { entryPlace } from './siglum-place.ts';

/** Finds, under a positive policy, entries that do not name every witness that is extant there; those that the document's apparatus never names do not count. */
export function* witnessInNoReading(corpus: Corpus, context: RuleContext): Iterable<Diagnostic> {
  if (context.config.apparatus.policy !== 'positive') return;
  const apparatus = apparatusOf(corpus, context);
  if (apparatus === undefined) return;
  const { witnesses } = apparatus;
  for (const document of apparatus.edition.documents) {
    const entries = apparatus
      .entriesOf(document)
      .filter(
        ({ parent, readings, lemma }) => parent === undefined && readings.length > 0 && lemma.kind !== 'none',
      );
    const named = entries.map(({ lemma, readings, details }) => {
      const cited = [lemma, ...readings, ...details].flatMap((each) => each.cited);
      return new Set(cited.flatMap(({ witness }) => witnesses.membersOf(witness)));
    });
    const all = new Set(named.flatMap((each) => [...each]).filter((each) => each.kind === 'witness'));
    const absences = absencesOf(milestonesOf(witnesses, document));
    for (const [at, entry] of entries.entries()) {
      const place = entry.span?.from ?? entry.i;
      const isAbsent = (witness: Witness) =>
        absences.get(witness)?.some(({ after, before }) => after < place && place < before) === true;
      const missing = [...all].filter((witness) => !named[at]!.has(witness) && !isAbsent(witness));
      if (missing.length === 0) continue;
      missing.sort((a, b) => a.n - b.n);
      const sigla = missing.map((each) => each.siglum).join(', ');
      yield diagnostic('witness-in-no-reading', entryPlace(entry), {
        sigla,
        s: missing.length === 1 ? 's' : '',
      });
    }
  }
}
