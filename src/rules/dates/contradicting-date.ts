import type { Corpus } from '../../corpus/corpus.ts';
import { diagnostic } from '../../diagnostics/catalogue.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { textOf } from '../../xml/axes.ts';
import { attribute, type Element } from '../../xml/tree.ts';
import { type DateInWords, readDateInWords } from './date-in-words.ts';
import { isFault, readW3cDate, type Temporal } from './temporal.ts';

/** Finds dates whose `@when` is another day than their text says. It keeps silent where a calendar or a year's beginning may explain the difference. */
export function* contradictingDate(corpus: Corpus): Iterable<Diagnostic> {
  for (const document of corpus.checked) {
    for (const { element, attribute: when } of document.attributes('when')) {
      if (!['date', 'docDate', 'origDate', 'birth', 'death'].includes(element.name.local)) continue;
      if (hasOtherCalendar(element) || element.end - element.start > 500) continue;
      const text = textOf(element);
      const said = readDateInWords(text);
      const meant = readW3cDate(when.value.trim());
      if (said === undefined || isFault(meant) || !meant.hasYear || agrees(said, meant)) continue;
      yield diagnostic(
        'contradicting-date',
        document.place({ start: when.valueStart, end: when.valueEnd }),
        { value: when.value, text: text.replace(/\s+/g, ' ').trim() },
        {
          related: [
            {
              message: 'the text',
              place: document.place({ start: element.startTagEnd, end: element.endTagStart }),
            },
          ],
        },
      );
    }
  }
}

function hasOtherCalendar(element: Element): boolean {
  return ['calendar', 'datingMethod', 'when-custom', 'precision', 'cert', 'evidence'].some(
    (name) => attribute(element, name) !== undefined,
  );
}

function agrees(said: DateInWords, meant: Temporal): boolean {
  const year = said.isShortYear ? meant.year - (meant.year % 100) + said.year : said.year;
  const days = (y: number, m: number, d: number) => y * 365.25 + m * 30.44 + d;
  const precise = said.month !== undefined && said.day !== undefined && meant.month !== 0 && meant.day !== 0;
  if (!precise) {
    const sameMonth = said.month === undefined || meant.month === 0 || said.month === meant.month;
    return Math.abs(year - meant.year) <= (year < 1930 ? 1 : 0) && (sameMonth || year < 1930);
  }
  const apart = Math.abs(days(year, said.month!, said.day!) - days(meant.year, meant.month, meant.day));
  if (year >= 1930) return year === meant.year && said.month === meant.month && said.day === meant.day;
  // Old Style runs up to 13 days behind; a year may have begun on 25 March or 1 September.
  return apart <= 16 || (year < 1760 && Math.abs(apart - 365) <= 17);
}
