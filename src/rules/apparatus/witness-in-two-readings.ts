import type { Corpus } from '../../corpus/corpus.ts';
import { diagnostic } from '../../diagnostics/catalogue.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { NumberedEntry } from '../../edition/apparatus/apparatus.ts';
import type { Citation } from '../../edition/apparatus/witness.ts';
import { attribute } from '../../xml/tree.ts';
import type { RuleContext } from '../rule.ts';
import { apparatusOf } from './apparatus-of.ts';
import { wordPlace } from './siglum-place.ts';

interface Reads {
  readonly i: number;
  readonly cited: readonly Citation[];
}

/** What may tell two readings of one witness apart. */
const distinguishing = ['hand', 'varSeq', 'resp', 'source', 'type', 'cause', 'cert', 'place'];

/** Finds a witness that has two readings in one entry, of the same hand, stage and responsibility. */
export function* witnessInTwoReadings(corpus: Corpus, context: RuleContext): Iterable<Diagnostic> {
  const apparatus = apparatusOf(corpus, context);
  for (const entry of apparatus?.all ?? []) {
    const seen = new Map<string, Reads>();
    const told = new Set<string>();
    for (const reads of readingsOf(entry)) {
      const mark = markOf(entry, reads.i);
      for (const { witness, state } of reads.cited) {
        const details = entry.details
          .filter(
            (detail) => detail.reading === reads.i && detail.cited.some((each) => each.witness === witness),
          )
          .map((detail) => detail.type || 'detail');
        const key = JSON.stringify([witness.id, state, mark, details]);
        const first = seen.get(key);
        seen.set(key, first ?? reads);
        if (first === undefined || first === reads || told.has(key)) continue;
        told.add(key);
        const isIt = (word: string) => matches(word, witness.id, witness.siglum, state);
        yield diagnostic(
          'witness-in-two-readings',
          wordPlace(entry.document, reads.i, 'wit', isIt),
          { siglum: `${witness.siglum}${state}` },
          {
            related: [
              { message: 'the other reading', place: wordPlace(entry.document, first.i, 'wit', isIt) },
            ],
          },
        );
      }
    }
  }
}

function readingsOf({ lemma, readings }: NumberedEntry): Reads[] {
  const isLemmaAmong = readings.some((each) => each.i === lemma.i);
  return lemma.i === undefined || isLemmaAmong
    ? [...readings]
    : [{ i: lemma.i, cited: lemma.cited }, ...readings];
}

/** The attributes of a reading and its groups that distinguish it. */
function markOf({ document, i: app }: NumberedEntry, reading: number): string {
  const marks: string[] = [];
  for (let at = reading; at > app; at = document.unsettled.parents[at]!) {
    for (const local of distinguishing) {
      const value = attribute(document.unsettled.elements[at]!, local);
      if (value !== undefined) marks.push(`${local}=${value}`);
    }
  }
  return marks.join(' ');
}

function matches(word: string, id: string, siglum: string, state: string): boolean {
  const own = word.slice(word.lastIndexOf('#') + 1);
  return own === id || own === `${siglum}${state}` || own === siglum;
}
