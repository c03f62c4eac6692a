import type { LayoutReport } from '../print/layout-report.ts';
import type { Holding } from './output.ts';

/** Which notes and entries of a layout report stand in the text of the pages it is of; a divided note goes on at later feet. `comparable` makes two readings of one text equal. */
export function readLaidOut(
  pages: readonly string[],
  layout: LayoutReport,
  comparable: (text: string) => string,
): Holding {
  const texts = pages.map(comparable);
  const stands = (text: string): boolean => isShown(comparable(text), texts);
  const notes = layout.notes.filter((note) => stands(note.text));
  const entries = layout.entries.filter((entry) => stands(entry.text));
  return {
    document: layout.document,
    notes: notes.map(({ id }) => id),
    entries: entries.map(({ id }) => id),
    readings: entries.flatMap(({ readings }) => readings),
    words: {
      notes: new Map(notes.map(({ id, text }) => [id, text])),
      entries: new Map(entries.map(({ id, text }) => [id, text])),
    },
  };
}

function isShown(text: string, pages: readonly string[]): boolean {
  if (text === '' || pages.some((page) => page.includes(text))) return true;
  for (const [start, page] of pages.entries()) {
    let rest = text;
    let shown = longestPrefix(rest, page);
    for (let at = start; shown > 0 && at < pages.length; ) {
      rest = rest.slice(shown);
      if (rest === '') return true;
      at++;
      shown = longestPrefix(rest, pages[at] ?? '');
    }
  }
  return false;
}

/** Letters of the text's beginning that a page shows in one piece; fewer than 12 are chance, unless they are all. */
function longestPrefix(text: string, page: string): number {
  let [low, high] = [0, text.length];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (page.includes(text.slice(0, middle))) low = middle;
    else high = middle - 1;
  }
  return low === text.length || low >= 12 ? low : 0;
}
