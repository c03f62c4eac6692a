import type { Corpus } from '../../corpus/corpus.ts';
import { diagnostic } from '../../diagnostics/catalogue.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { NumberedEntry } from '../../edition/apparatus/apparatus.ts';
import { type Absence, absencesOf, milestonesOf } from '../../edition/apparatus/lacunas.ts';
import type { Witness } from '../../edition/apparatus/witness.ts';
import type { RuleContext } from '../rule.ts';
import { apparatusOf } from './apparatus-of.ts';
import { tagPlace, wordPlace } from './siglum-place.ts';

/** Finds a witness that reads something where it has no text. */
export function* readingInLacuna(corpus: Corpus, context: RuleContext): Iterable<Diagnostic> {
  const apparatus = apparatusOf(corpus, context);
  if (apparatus === undefined) return;
  const { witnesses } = apparatus;
  for (const document of apparatus.edition.documents) {
    const milestones = milestonesOf(witnesses, document);
    if (milestones.length === 0) continue;
    const absences = absencesOf(milestones);
    for (const entry of apparatus.entriesOf(document)) {
      for (const reads of textsOf(entry)) {
        for (const { witness } of reads.cited) {
          // A group may be there while one of its members is not.
          if (witnesses.membersOf(witness).length !== 1) continue;
          const absence = absenceAt(absences.get(witness), entry);
          if (absence === undefined) continue;
          const isIt = (word: string) => word.endsWith(witness.id) || word.startsWith(witness.siglum);
          yield diagnostic(
            'reading-in-lacuna',
            wordPlace(entry.document, reads.i, 'wit', isIt),
            { siglum: witness.siglum, milestone: absence.milestone.name },
            {
              related: [
                { message: sayWhy(witness, absence), place: tagPlace(document, absence.milestone.i) },
              ],
            },
          );
        }
      }
    }
  }
}

/** The lemma and the readings that are text. */
function textsOf({ lemma, readings }: NumberedEntry) {
  const isLemmaAmong = readings.some((each) => each.i === lemma.i);
  const own =
    lemma.i === undefined || isLemmaAmong ? [] : [{ i: lemma.i, cited: lemma.cited, text: lemma.text }];
  return [...own, ...readings].filter((each) => each.text !== '');
}

/** The absence that an entry lies in as a whole; one that begins or ends in it does not count. */
function absenceAt(absences: readonly Absence[] | undefined, entry: NumberedEntry): Absence | undefined {
  const first = entry.span?.from ?? entry.i;
  const last = entry.span?.to ?? entry.document.unsettled.lasts[entry.i]!;
  return absences?.find(({ after, before }) => after < first && last < before);
}

function sayWhy({ siglum }: Witness, { milestone, after }: Absence): string {
  return after < 0
    ? `${siglum} begins only here (${milestone.name})`
    : `${siglum} has no text from here (${milestone.name})`;
}
