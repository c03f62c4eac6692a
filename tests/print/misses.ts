import type { PrintOptions } from '../../src/print/options.ts';
import type { PrintDocument } from '../../src/print/print-document.ts';
import type { RenderedPdf } from '../../src/print/typst/render-pdf.ts';
import { linesOfPage, wordsOfPages } from './pdf-lines.ts';

/**
 * What a PDF of a stress document gets wrong, found from the words of the finished file and their coordinates alone (printed without title page and contents, so that the text begins on page 1):
 * a key that is not the line its lemma stands on, a note's beginning off its call's page, a word of a note lost or doubled, text over the foot.
 */
export function misses(
  document: PrintDocument,
  { pdf, layout }: RenderedPdf,
  options: PrintOptions,
): string[] {
  const pages = wordsOfPages(pdf);
  const wrong: string[] = [];
  const textSize = options.fontSize;
  const lineOf = new Map<string, { page: number; line: number }>();
  const count = new Map<string, number>();
  const pageOf = new Map<string, number>();
  for (const [page, words] of pages.entries()) {
    const lines = linesOfPage(words, textSize);
    for (const [line, list] of lines.entries())
      for (const word of list) {
        const lemma = /^(lemma\d+x)/.exec(word)?.[1];
        if (lemma !== undefined) lineOf.set(lemma, { page: page + 1, line: line + 1 });
      }
    const bottom = Math.max(0, ...words.filter((word) => word.height > textSize).map((word) => word.y));
    const top = Math.min(
      ...words
        .filter((word) => word.height <= textSize && /^(lectio\d+y|nota\d+z|finis\d+z)/.test(word.text))
        .map((word) => word.y - word.height),
    );
    if (top < bottom - 2)
      wrong.push(`page ${page + 1}: the foot begins at ${top}, the text ends at ${bottom}`);
    for (const { text } of words)
      for (const key of text.match(/(?:nota\d+z|finis\d+z|lectio\d+y)/g) ?? []) {
        count.set(key, (count.get(key) ?? 0) + 1);
        if (!pageOf.has(key)) pageOf.set(key, page + 1);
      }
  }
  for (const entry of layout.entries) {
    const n = /\d+/.exec(entry.id)![0];
    const at = lineOf.get(`lemma${n}x`);
    if (at === undefined) wrong.push(`${entry.id}: its lemma is not in the text`);
    else if (String(at.page) !== entry.page || String(at.line) !== entry.key)
      wrong.push(`${entry.id}: key ${entry.page}.${entry.key}, its lemma stands on ${at.page}.${at.line}`);
    if (count.get(`lectio${n}y`) !== 1)
      wrong.push(`${entry.id}: printed ${count.get(`lectio${n}y`) ?? 0} times`);
    if (pageOf.get(`lectio${n}y`) !== at?.page)
      wrong.push(`${entry.id}: on page ${pageOf.get(`lectio${n}y`)}, its lemma on ${at?.page}`);
  }
  if (layout.entries.length !== document.entries.length) wrong.push('the report lacks entries');
  for (const note of document.notes) {
    const n = /\d+/.exec(note.id)![0];
    for (const key of [`nota${n}z`, `finis${n}z`])
      if (count.get(key) !== 1) wrong.push(`${key}: printed ${count.get(key) ?? 0} times`);
    const page = layout.notes.find((each) => each.id === note.id)?.page;
    if (String(pageOf.get(`nota${n}z`)) !== page)
      wrong.push(`${note.id}: begins on page ${pageOf.get(`nota${n}z`)}, reported on ${page}`);
  }
  return wrong;
}
