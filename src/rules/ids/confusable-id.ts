import type { Corpus } from '../../corpus/corpus.ts';
import { diagnostic } from '../../diagnostics/catalogue.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { XML } from '../../xml/name.ts';
import { attributeNode, type Element } from '../../xml/tree.ts';

/** Finds ids of one file that differ only by case or by the form of their accents (NFC, NFD). Sigla may: A and a are two witnesses. */
export function* confusableId(corpus: Corpus): Iterable<Diagnostic> {
  for (const document of corpus.checked) {
    const seen = new Map<string, { id: string; element: Element }>();
    for (const [id, [element]] of document.ids) {
      if (element === undefined || id === '') continue;
      const key = id.normalize('NFC').toLowerCase();
      const other = seen.get(key);
      if (other === undefined) {
        seen.set(key, { id, element });
        continue;
      }
      const isSameForm = id.normalize('NFC') === other.id.normalize('NFC');
      if (!isSameForm && (isSiglum(element) || isSiglum(other.element))) continue;
      const placeOf = (each: Element) => {
        const { valueStart, valueEnd } = attributeNode(each, 'id', XML)!;
        return document.place({ start: valueStart, end: valueEnd });
      };
      yield diagnostic(
        'confusable-id',
        placeOf(element),
        { id, other: other.id, how: isSameForm ? 'the form of an accented letter' : 'upper and lower case' },
        { related: [{ message: `“${other.id}” stands here`, place: placeOf(other.element) }] },
      );
    }
  }
}

function isSiglum(element: Element): boolean {
  return ['witness', 'listWit', 'handNote', 'msDesc', 'bibl'].includes(element.name.local);
}
