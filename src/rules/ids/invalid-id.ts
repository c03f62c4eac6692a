import type { Corpus } from '../../corpus/corpus.ts';
import { diagnostic } from '../../diagnostics/catalogue.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { XML } from '../../xml/name.ts';
import { attributeNode } from '../../xml/tree.ts';
import { groupBy } from '../group-by.ts';
import { otherPlaces } from '../many-places.ts';

const startCharacters =
  'A-Z_a-z\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF\\u200C\\u200D\\u2070-\\u218F\\u2C00-\\u2FEF\\u3001-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFFD\\u{10000}-\\u{EFFFF}';
/** A name without a colon (Namespaces in XML 1.0, NCName; name characters of XML 1.0, fifth edition). */
const ncName = new RegExp(
  `^[${startCharacters}][-.0-9\\u00B7\\u0300-\\u036F\\u203F\\u2040${startCharacters}]*$`,
  'u',
);

/** Finds `xml:id`s that are no XML names: empty, beginning with a digit, with a blank or a colon (xml:id Version 1.0). */
export function* invalidId(corpus: Corpus): Iterable<Diagnostic> {
  for (const document of corpus.checked) {
    const faulty = [];
    for (const [id, elements] of document.ids) {
      if (isId(id)) continue;
      for (const element of elements) {
        const { valueStart, valueEnd, start, end } = attributeNode(element, 'id', XML)!;
        const place = valueStart === valueEnd ? { start, end } : { start: valueStart, end: valueEnd };
        faulty.push({ id, place: document.place(place) });
      }
    }
    // One cause, such as ids that are bare numbers, is told once.
    for (const [why, all] of groupBy(faulty, ({ id }) => whyNot(id))) {
      const [first, second] = [all[0]!, all[1]];
      const ids = new Set(all.map((each) => each.id)).size;
      yield diagnostic(
        'invalid-id',
        first.place,
        { id: first.id, why, more: second === undefined ? '' : ` (${ids} such ids in this file)` },
        {
          help: helpFor(first.id),
          ...otherPlaces(
            all.map((each) => each.place),
            why,
          ),
        },
      );
    }
  }
}

function isId(id: string): boolean {
  return ncName.test(id);
}

function whyNot(id: string): string {
  if (id === '') return 'it is empty';
  if (/\s/.test(id)) return 'it has a blank inside';
  if (id.includes(':')) return 'it has a colon';
  if (/^[-.\d\u00b7]/.test(id)) return `it begins with ${/^\d/.test(id) ? 'a digit' : `“${id[0]}”`}`;
  const wrong = [...id].find((character) => !ncName.test(`a${character}`)) ?? [...id][0]!;
  return `“${wrong}” may not stand in it`;
}

function helpFor(id: string): string {
  const mended = id
    .replace(/\s+/g, '_')
    .replace(/:/g, '-')
    .replace(/^(?=[-.\d\u00b7])/, 'id');
  return isId(mended)
    ? `An id begins with a letter or “_” and goes on with letters, digits, “-”, “_” and “.”: “${mended}” would do.`
    : 'An id begins with a letter or “_” and goes on with letters, digits, “-”, “_” and “.”.';
}
