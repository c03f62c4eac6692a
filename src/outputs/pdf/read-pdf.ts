import type { LayoutReport } from '../../print/layout-report.ts';
import { pdfText, squeezed } from '../../print/typst/pdf-text.ts';
import type { Holding } from '../output.ts';

/** Which notes and entries of a layout report stand in the PDF's own text, from the page that the report gives on; a divided note goes on at later feet. */
export function readPdf(file: Uint8Array, layout: LayoutReport): Holding {
  const pages = pdfText(file).map(inOneOrder);
  const stands = (text: string): boolean => isShown(inOneOrder(squeezed(text)), pages);
  const entries = layout.entries.filter((entry) => stands(entry.text));
  return {
    document: layout.document,
    notes: layout.notes.filter((note) => stands(note.text)).map(({ id }) => id),
    entries: entries.map(({ id }) => id),
    readings: entries.flatMap(({ readings }) => readings),
  };
}

/** Right-to-left text is painted from the left: both sides are compared without those letters. */
const inOneOrder = (text: string): string =>
  text.replace(/[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{M}\p{P}\p{Nd}]/gu, '');

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
