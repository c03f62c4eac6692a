import type { PrintOptions } from '../../src/print/options.ts';
import type { Block, Inline, PrintDocument } from '../../src/print/print-document.ts';
import type { RenderedPdf } from '../../src/print/typst/render-pdf.ts';
import { type Word, wordsOfPages } from './pdf-lines.ts';

/** Letters alone, so that hyphens, ligatures, accents, calls in figures and line numbers do not count. */
const lettersOf = (text: string): string => text.normalize('NFKD').replace(/\P{L}/gu, '');

interface Ends {
  from: number;
  to: number;
  verse: string;
}

/** The letters of a document's text, and between which of them each lemma and call stands. */
function lettersOfText(document: PrintDocument): { letters: string; ends: Map<string, Ends> } {
  let letters = '';
  const ends = new Map<string, Ends>();
  const marks = new Map(document.notes.map((note) => [note.id, note]));
  const printed = new Set(document.series.filter((each) => each.key === 'mark').map((each) => each.id));
  const read = (content: readonly Inline[], verse = '') => {
    for (const inline of content) {
      if (inline.kind === 'text') letters += lettersOf(inline.text);
      else if (inline.kind === 'entry-start')
        ends.set(inline.entry, { from: letters.length, to: letters.length, verse });
      else if (inline.kind === 'entry-end') {
        const own = ends.get(inline.entry);
        if (own !== undefined) own.to = letters.length;
      } else if (inline.kind === 'note') {
        ends.set(inline.note, { from: letters.length, to: letters.length, verse });
        const note = marks.get(inline.note);
        if (note !== undefined && printed.has(note.series) && inline.isCalledInNote !== true)
          letters += lettersOf(note.n);
      } else if ('content' in inline) read(inline.content, verse);
    }
  };
  const visit = (blocks: readonly Block[]) => {
    for (const block of blocks) {
      if (block.kind === 'heading' || block.kind === 'paragraph') read(block.content);
      else if (block.kind === 'verse') for (const line of block.lines) read(line.content, line.n);
      else if (block.kind === 'list')
        for (const item of block.items) {
          read(item.label);
          visit(item.content);
        }
      // A roster stands beside the lines and is not counted.
      else if (block.kind === 'quotation' || block.kind === 'minutes') visit(block.content);
      else if (block.kind !== 'rule') throw new Error(`lines of a ${block.kind} are not told apart here`);
    }
  };
  visit([...document.front, ...document.body, ...document.back]);
  return { letters, ends };
}

interface Line {
  readonly page: number;
  readonly number: number;
}

/** The letters of the printed text in the order of its lines, and the line of each letter. */
function lettersOfPages(pages: readonly (readonly Word[])[], start: number, textHeight: number) {
  let letters = '';
  const lineOf: Line[] = [];
  for (const [index, words] of pages.entries()) {
    const lines: { y: number; words: Word[] }[] = [];
    for (const word of words.filter((each) => each.height > textHeight)) {
      const line = lines.find((each) => Math.abs(each.y - word.y) < 4.5);
      if (line === undefined) lines.push({ y: word.y, words: [word] });
      else line.words.push(word);
    }
    lines.sort((a, b) => a.y - b.y);
    for (const [at, line] of lines.entries()) {
      const text = lettersOf(
        line.words
          .sort((a, b) => a.x - b.x)
          .map((word) => word.text)
          .join(''),
      );
      for (let n = 0; n < text.length; n++) lineOf.push({ page: index + 1 - start, number: at + 1 });
      letters += text;
    }
  }
  return { letters, lineOf };
}

/**
 * What is wrong with the keys of a PDF that was printed without title page, contents and indexes, found from the finished file alone: its words in the order of their lines are compared with the document's, letter by letter, so that each lemma's line is known; the key printed before the entry at the foot must be that line, or the number of its verse.
 */
export function wrongLineKeys(
  document: PrintDocument,
  { pdf, layout }: RenderedPdf,
  options: PrintOptions,
): { wrong: string[]; keys: number } {
  const pages = wordsOfPages(pdf);
  const changed = {
    ...document,
    series: document.series.map((series) => ({ ...series, ...options.series[series.id] })),
  };
  const text = lettersOfText(changed);
  const heights = pages.flat().map((word) => word.height);
  const usual = commonest(heights.filter((height) => height > options.fontSize));
  const printed = lettersOfPages(pages, 0, usual * 0.91);
  const wrong: string[] = [];
  if (text.letters !== printed.letters) {
    let at = 0;
    while (text.letters[at] === printed.letters[at]) at++;
    const around = (letters: string) => letters.slice(Math.max(0, at - 20), at + 30);
    return {
      wrong: [`the text is «${around(text.letters)}», printed «${around(printed.letters)}»`],
      keys: 0,
    };
  }
  const feet = pages.map((words) =>
    words
      .filter((word) => word.height <= usual * 0.91)
      .map((word) => word.text)
      .join('')
      .replace(/[\s\u00ad-]/g, ''),
  );
  let keys = 0;
  const called = new Set(changed.series.filter((each) => each.key === 'mark').map((each) => each.id));
  const isCalled = new Set(document.notes.filter((note) => called.has(note.series)).map((note) => note.id));
  // An entry that the source keys itself says nothing of a line.
  const located = new Set(document.entries.filter((entry) => entry.loc !== '').map(({ id }) => id));
  for (const item of [...layout.entries, ...layout.notes]) {
    const own = text.ends.get(item.id);
    if (own === undefined || isCalled.has(item.id) || located.has(item.id) || !/^\d/.test(item.key)) continue;
    keys++;
    const lineAt = (letter: number) =>
      printed.lineOf[Math.min(Math.max(letter, 0), printed.lineOf.length - 1)]!;
    // Where no letters stand between its ends, it is at either side of the place.
    const firsts = own.from === own.to ? [lineAt(own.from - 1), lineAt(own.from)] : [lineAt(own.from)];
    const last = own.from === own.to ? firsts : [lineAt(own.to - 1)];
    const [from, to] = spanOf(item.key);
    const agrees =
      options.verseNumberEvery > 0 && /^\d+$/.test(own.verse)
        ? String(from) === own.verse
        : isWithin(firsts, from) && isWithin(last, to);
    const where = `${firsts.map((line) => `${line.page}.${line.number}`).join(' or ')} to ${last.map((line) => `${line.page}.${line.number}`).join(' or ')}`;
    const [, scope] = /^(\d+)\./.exec(item.key) ?? [];
    if (scope !== undefined && options.lineNumbers === 'page' && scope !== item.page)
      wrong.push(`${item.id}: key ${item.key} is not of page ${item.page}`);
    if (!agrees) wrong.push(`${item.id}: key ${item.key}, verse «${own.verse}», stands on ${where}`);
    if (!firsts.some((line) => String(line.page) === item.page))
      wrong.push(`${item.id}: at the foot of ${item.page}, stands on ${where}`);
    const start = `${item.key}${item.text}`.replace(/[\s\u00ad-]/g, '').slice(0, item.key.length + 8);
    if (!feet[Number(item.page) - 1]!.includes(start))
      wrong.push(`${item.id}: «${start}» is not at the foot of ${item.page}`);
  }
  return { wrong, keys };
}

/** Whether a number is that of a line, or of one without letters between two. */
const isWithin = (lines: readonly Line[], number: number): boolean =>
  lines.some((line) => line.number === number) ||
  (lines.length === 2 && lines[0]!.number < number && number < lines[1]!.number);

/** The two numbers of a key: 107–8 is 107 and 108; of a line on another page its number there. */
function spanOf(key: string): [number, number] {
  const [scoped = '', second = scoped] = key.split('–');
  const first = scoped.slice(scoped.indexOf('.') + 1);
  const last = second.includes('.') ? second.slice(second.indexOf('.') + 1) : second;
  const full =
    last.length < first.length && !second.includes('.') ? first.slice(0, -last.length) + last : last;
  return [Number(first), Number(full)];
}

function commonest(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}
