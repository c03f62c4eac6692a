import type { Corpus } from '../../corpus/corpus.ts';
import { diagnostic } from '../../diagnostics/catalogue.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Apparatus, NumberedEntry } from '../../edition/apparatus/apparatus.ts';
import type { Witness } from '../../edition/apparatus/witness.ts';
import type { RuleContext } from '../rule.ts';
import { apparatusOf } from './apparatus-of.ts';
import { entryPlace } from './siglum-place.ts';

/** Finds entries whose spans cross and in which one witness has readings of both: only one can stand in its text. */
export function* crossingReadings(corpus: Corpus, context: RuleContext): Iterable<Diagnostic> {
  const apparatus = apparatusOf(corpus, context);
  for (const document of apparatus?.edition.documents ?? []) {
    const entries = apparatus!.entriesOf(document).filter(({ overlaps }) => overlaps.length > 0);
    const byId = new Map(entries.map((entry) => [entry.id, entry]));
    for (const entry of entries) {
      const own = readersOf(apparatus!, entry);
      for (const id of entry.overlaps) {
        const first = byId.get(id);
        if (first === undefined || first.n >= entry.n) continue;
        const both = [...readersOf(apparatus!, first)].filter((witness) => own.has(witness));
        if (both.length === 0) continue;
        yield diagnostic(
          'crossing-readings',
          entryPlace(entry),
          { sigla: both.map(({ siglum }) => siglum).join(', '), n: String(first.n) },
          { related: [{ message: `entry ${first.n}, whose reading is taken`, place: entryPlace(first) }] },
        );
        break;
      }
    }
  }
}

/** The single witnesses that have another reading than the lemma. */
function readersOf({ witnesses }: Apparatus, { readings }: NumberedEntry): Set<Witness> {
  const cited = readings.filter(({ isTaken }) => !isTaken).flatMap((reading) => reading.cited);
  return new Set(cited.flatMap(({ witness }) => witnesses.membersOf(witness)));
}
