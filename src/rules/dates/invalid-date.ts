import type { Corpus } from '../../corpus/corpus.ts';
import type { AttributeUse, CorpusDocument } from '../../corpus/corpus-document.ts';
import { diagnostic } from '../../diagnostics/catalogue.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { groupBy } from '../group-by.ts';
import { otherPlaces, someOf } from '../many-places.ts';
import { dateAttributes } from './date-attributes.ts';
import { isFault, readIsoDate, readW3cDate, type TemporalFault } from './temporal.ts';

/** Beyond so many different values with one kind of fault in a file, they are told together. */
const mostSingly = 5;

interface Faulty {
  readonly use: AttributeUse;
  readonly fault: TemporalFault;
}

/** Finds dates that are no dates in figures, or that the calendar does not have. */
export function* invalidDate(corpus: Corpus): Iterable<Diagnostic> {
  for (const document of corpus.checked) {
    const faulty = [...faultsIn(document)];
    for (const alike of groupBy(faulty, ({ fault }) => fault.kind).values()) {
      const groups = [...groupBy(alike, ({ use }) => use.attribute.value).values()];
      if (groups.length > mostSingly) yield report(document, alike);
      else for (const group of groups) yield report(document, group);
    }
  }
}

function* faultsIn(document: CorpusDocument): Iterable<Faulty> {
  for (const suffix of ['', '-iso'] as const) {
    for (const use of dateAttributes(document, suffix)) {
      const value = use.attribute.value.trim();
      const read = suffix === '' ? readW3cDate(value) : readIsoDate(value);
      if (read !== undefined && isFault(read)) yield { use, fault: read };
    }
  }
}

function report(document: CorpusDocument, group: readonly Faulty[]): Diagnostic {
  const { use, fault } = group[0]!;
  const places = group.map(({ use: { attribute } }) =>
    document.place(
      attribute.value === '' ? attribute : { start: attribute.valueStart, end: attribute.valueEnd },
    ),
  );
  const values = [...new Set(group.map((each) => each.use.attribute.value))];
  const count = group.length > 1 ? ` (${group.length} times in this file)` : '';
  return diagnostic(
    'invalid-date',
    places[0]!,
    {
      value: use.attribute.value,
      why: fault.why,
      more:
        values.length > 1 ? ` (${group.length} such dates in this file: ${someOf(values.slice(1))})` : count,
    },
    {
      help: helpFor(use, fault),
      ...(fault.instead === undefined ? {} : { expected: [{ kind: 'value', name: fault.instead }] }),
      ...otherPlaces(places, 'and here'),
    },
  );
}

function helpFor({ attribute }: AttributeUse, fault: TemporalFault): string {
  if (fault.instead !== undefined) return `Write “${fault.instead}”.`;
  if (fault.kind === 'interval')
    return 'Give the first in @from or @notBefore, the second in @to or @notAfter.';
  if (fault.kind === 'impossible')
    return `Correct the date, or leave out of @${attribute.name.local} what is not known.`;
  return 'A date is written 1962-10-27, 1962-10 or 1962; a vague one with @notBefore and @notAfter.';
}
