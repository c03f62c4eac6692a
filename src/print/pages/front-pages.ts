import { plainText } from '../inlines.ts';
import type { PrintOptions } from '../options.ts';
import { pageIndexes } from '../page-index.ts';
import type { PrintDocument } from '../print-document.ts';
import { blank, type FlowLine, lineOf } from './flow-line.ts';
import { margin } from './page-text.ts';
import { columns, setRun } from './set-run.ts';

/** The title page, its lines in the middle; it has no number. */
export function titlePages({ title }: PrintDocument, options: PrintOptions): string[] {
  const full = options.textWidth + margin;
  const centred = (value: string): string[] =>
    setRun(value.replace(/\s+/gu, ' ').trim(), options.textWidth)
      .map(({ text }) => text)
      .filter((text) => text !== '')
      .map((text) => ' '.repeat(Math.max(0, Math.floor((full - columns(text)) / 2))) + text);
  const groups = [
    title.authors.flatMap(centred),
    centred(plainText(title.main)),
    centred(plainText(title.subtitle)),
    title.lines.flatMap((line) => centred(plainText(line))),
  ].filter((group) => group.length > 0);
  const lines = groups.flatMap((group, at) => (at > 0 ? ['', '', ...group] : group));
  const above = Math.max(0, Math.floor((options.textLines - lines.length) / 3));
  return chunks([...Array<string>(above).fill(''), ...lines], options.textLines).map((page) =>
    padded(page, options.textLines),
  );
}

/** The contents: headings of three levels with leaders to their pages; these pages have no numbers. */
export function contentsPages(
  title: string,
  headings: readonly { readonly level: number; readonly text: string; readonly page: string }[],
  options: PrintOptions,
): string[] {
  const full = options.textWidth + margin;
  const rows = headings
    .filter(({ level }) => level <= 3)
    .flatMap(({ level, text, page }) => {
      const indent = 2 * (level - 1);
      const lines = setRun(text.replace(/\s+/gu, ' ').trim(), full - indent - 8, full - indent - 6).map(
        (line, at) => ' '.repeat(at === 0 ? indent : indent + 2) + line.text,
      );
      const last = lines.pop()!;
      const leaders = full - columns(last) - page.length - 2;
      return [
        ...lines,
        `${last} ${' .'.repeat(Math.max(0, leaders) / 2).padStart(Math.max(0, leaders))} ${page}`,
      ];
    });
  return chunks([title, '', ...rows], options.textLines).map((page) => padded(page, options.textLines));
}

/** The pages of the indexes, in the frame of the text. */
export function backPages(
  document: PrintDocument,
  options: PrintOptions,
  pageOf: (id: string, note: string | undefined) => number | undefined,
): { title: string; lines: { line: FlowLine; number: number }[] }[] {
  return pageIndexes(document, pageOf, String).flatMap(({ title, entries }) => {
    const lines = entries.flatMap(([depth, label, pages]) => {
      const indent = 2 * depth;
      const words = pages === '' ? label : `${label}, ${pages}`;
      return setRun(words, options.textWidth - indent - 4, options.textWidth - indent).map((line, at) =>
        lineOf(line.text, at === 0 ? indent : indent + 4),
      );
    });
    return chunks([lineOf(title), blank, ...lines], options.textLines - 2).map((page) => ({
      title,
      lines: page.map((line) => ({ line, number: 0 })),
    }));
  });
}

function chunks<Each>(all: readonly Each[], size: number): Each[][] {
  const out: Each[][] = [];
  for (let at = 0; at < all.length; at += size) out.push(all.slice(at, at + size));
  return out;
}

const padded = (lines: readonly string[], size: number): string =>
  `${[...lines, ...Array<string>(Math.max(0, size - lines.length)).fill('')].join('\n')}\n`;
