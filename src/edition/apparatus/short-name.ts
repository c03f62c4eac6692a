import type { EditedDocument } from '../edited-document.ts';

/** A person, body or book in one or two words: a surname, a short form, an author; else a text that is short itself; ''. */
export function shortName(document: EditedDocument, i: number): string {
  const { names, unsettled } = document;
  for (const wanted of ['surname', 'abbr', 'author', 'persName', 'orgName', 'name', 'title']) {
    for (let at = i; at <= unsettled.lasts[i]!; at++) {
      if (names[at] === wanted) return document.textOf(at);
    }
  }
  const text = document.textOf(i);
  return text.length <= 60 ? text : '';
}
