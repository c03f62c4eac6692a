import type { Corpus } from '../../corpus/corpus.ts';
import { diagnostic } from '../../diagnostics/catalogue.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { attributeNode } from '../../xml/tree.ts';
import { dateAttributes } from './date-attributes.ts';
import { isFault, readIsoDate, readW3cDate } from './temporal.ts';

const pairs = [
  ['from', 'to'],
  ['notBefore', 'notAfter'],
  ['from', 'notAfter'],
  ['notBefore', 'to'],
];
/** Zones may put the end of a day before its beginning. */
const slack = (value: string) => (/[T:Z]/.test(value) ? 86400 : 0);

/** Finds spans of time that end before they begin. */
export function* reversedDates(corpus: Corpus): Iterable<Diagnostic> {
  for (const document of corpus.checked) {
    for (const suffix of ['', '-iso'] as const) {
      const read = suffix === '' ? readW3cDate : readIsoDate;
      const elements = new Set(dateAttributes(document, suffix).map((use) => use.element));
      for (const element of elements) {
        for (const [first, second] of pairs) {
          const begin = attributeNode(element, `${first}${suffix}`);
          const end = attributeNode(element, `${second}${suffix}`);
          if (begin === undefined || end === undefined) continue;
          const [from, to] = [read(begin.value.trim()), read(end.value.trim())];
          if (from === undefined || to === undefined || isFault(from) || isFault(to)) continue;
          if (!from.hasYear || !to.hasYear || from.earliest <= to.latest + slack(begin.value + end.value))
            continue;
          yield diagnostic(
            'reversed-dates',
            document.place({ start: end.valueStart, end: end.valueEnd }),
            {
              end: end.value,
              attribute: `${second}${suffix}`,
              begin: begin.value,
              other: `${first}${suffix}`,
            },
            {
              related: [
                {
                  message: `@${first}${suffix}`,
                  place: document.place({ start: begin.valueStart, end: begin.valueEnd }),
                },
              ],
            },
          );
          break;
        }
      }
    }
  }
}
