import { attribute } from '../../xml/tree.ts';
import type { EditedDocument } from '../edited-document.ts';

/** Where a place is found in print: the number of its line, verse, paragraph or section. */
export interface Key {
  readonly n: string;
  readonly unit: 'verse' | 'line' | 'paragraph' | 'section' | '';
}

const none: Key = { n: '', unit: '' };
const divisions = /^div[0-7]?$/;
const paragraphs = new Set(['p', 'ab', 'u']);

/** The key of every element of a document, by its number: the verse line it stands in, else the source's numbered line, else the paragraph, else the section. Numbers are `@n`, else counted: verses within their division, paragraphs through the document. */
export function keysOf(document: EditedDocument): (i: number) => Key {
  const { names, reading } = document;
  const { elements, lasts } = document.unsettled;
  const keys: Key[] = [none];
  const keyAt = new Int32Array(names.length);
  const open: { readonly last: number; readonly outer: number; readonly outerVerses: number }[] = [];
  let [current, verses, counted, inParagraphUntil] = [0, 0, 0, -1];
  const enter = (i: number, key: Key, outerVerses: number) => {
    open.push({ last: lasts[i]!, outer: current, outerVerses });
    current = keys.push(key) - 1;
  };
  for (let i = 0; i < names.length; i++) {
    while (open.length > 0 && open.at(-1)!.last < i) {
      const closed = open.pop()!;
      current = closed.outer;
      if (closed.outerVerses >= 0) verses = closed.outerVerses;
    }
    const name = names[i]!;
    if (reading.inText[i] === 1) {
      const n = attribute(elements[i]!, 'n')?.trim() ?? '';
      if (name === 'l') {
        verses++;
        enter(i, { n: n || String(verses), unit: 'verse' }, -1);
      } else if (paragraphs.has(name)) {
        if (!reading.lefts.has(i)) counted++;
        inParagraphUntil = lasts[i]!;
        enter(i, { n: n || String(counted), unit: 'paragraph' }, -1);
      } else if (divisions.test(name)) {
        enter(i, n === '' ? keys[current]! : { n, unit: 'section' }, verses);
        verses = 0;
      } else if (name === 'lb' && n !== '' && i <= inParagraphUntil) {
        current = keys.push({ n, unit: 'line' }) - 1;
      }
    }
    keyAt[i] = current;
  }
  return (i) => keys[keyAt[i] ?? 0] ?? none;
}

/** The key of a passage that begins and ends under two keys: `12–14`. */
export function keyRange(from: Key, to: Key): Key {
  if (from.n === '' || from.unit !== to.unit || from.n === to.n) return from.n === '' ? to : from;
  return { n: `${from.n}–${to.n}`, unit: from.unit };
}
