import { tokensOf } from '../../corpus/token.ts';
import type { Place } from '../../diagnostics/place.ts';
import type { NumberedEntry } from '../../edition/apparatus/apparatus.ts';
import type { EditedDocument } from '../../edition/edited-document.ts';
import { attributeNode } from '../../xml/tree.ts';

/** The place of an element's start tag. */
export function tagPlace(document: EditedDocument, i: number): Place {
  const element = document.unsettled.elements[i]!;
  return document.unsettled.sources[i]!.place(element.start, element.startTagEnd);
}

/** The place of an entry's start tag. */
export function entryPlace({ document, i }: NumberedEntry): Place {
  return tagPlace(document, i);
}

/** The place of one word of an attribute on a reading, or on the group that it inherits it from: the word at a position, or the one that a test picks; the start tag where there is none. */
export function wordPlace(
  document: EditedDocument,
  i: number,
  local: string,
  pick: number | ((word: string) => boolean),
): Place {
  for (let at = i; at >= 0 && document.names[at] !== 'app'; at = document.unsettled.parents[at]!) {
    const node = attributeNode(document.unsettled.elements[at]!, local);
    if (node === undefined) continue;
    const source = document.unsettled.sources[at]!;
    const words = tokensOf(node, source);
    const word = typeof pick === 'number' ? words[pick] : words.find((each) => pick(each.value));
    return word === undefined ? source.place(node.start, node.end) : source.place(word.start, word.end);
  }
  // An entry's own attribute, as `@from`.
  const own = attributeNode(document.unsettled.elements[i]!, local);
  return own === undefined
    ? tagPlace(document, i)
    : document.unsettled.sources[i]!.place(own.valueStart, own.valueEnd);
}
