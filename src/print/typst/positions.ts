import type { PrintOptions } from '../options.ts';
import type { Box, Galley } from './galley.ts';
import type { Model } from './model.ts';
import type { Plan } from './paginate.ts';

/** One printed line of the text. */
export interface PrintedLine {
  readonly page: number;
  /** Of its baseline, in points from the page's top. */
  readonly y: number;
  /** Its number as keys give it, and the scope that number counts in. */
  readonly number: number;
  readonly scope: string;
  /** Numbered verse stands on its page too, so that its number alone could be a verse's. */
  readonly isScoped: boolean;
  /** What the margin shows beside it, or ''. */
  readonly shown: string;
}

/** Where a document's parts stand by a plan of its pages. */
export interface Positions {
  readonly lines: readonly PrintedLine[];
  readonly start: number;
  readonly last: number;
  /** The line a mark stands on. */
  lineAt(mark: string): PrintedLine | undefined;
  /** The page a mark stands on; of one in a note, the page of the note's beginning. */
  pageAt(mark: string): number | undefined;
  pageLabel(page: number): string;
}

/** Numbers the lines of planned pages: by page, section or document, verse by its own numbers; `sections` are the marks that a section begins with. */
export function positionsOf(
  plan: Plan,
  galley: Galley,
  model: Model,
  options: PrintOptions,
  start: number,
  sections: readonly string[],
): Positions {
  const pageLabel = (page: number) => (page < start ? '' : String(page - start + 1));
  const sectionStarts = new Set(sections.map((mark) => galley.boxOf(mark)));
  const lineOf = new Map<Box, PrintedLine>();
  const notePages = new Map<string, number>();
  let [count, section] = [0, 0];
  let lastVerse = '';
  for (const { page, boxes, tops, parts } of plan.pages) {
    for (const { note } of parts) if (!notePages.has(note.id)) notePages.set(note.id, page);
    if (options.lineNumbers === 'page' || options.lineNumbers === 'none') count = 0;
    const verseOf = (box: Box) => (options.verseNumberEvery > 0 ? box.verse : '');
    const isMixed = boxes.some((box) => /^\d+$/.test(verseOf(box)));
    for (const [index, box] of boxes.entries()) {
      if (sectionStarts.has(box)) {
        section++;
        if (options.lineNumbers === 'section') count = 0;
      }
      count++;
      const y = options.marginTop + tops[index]! + box.ascent;
      const verse = verseOf(box);
      const number = /^\d+$/.test(verse) ? Number(verse) : undefined;
      let shown = '';
      if (verse !== '') {
        if (number !== undefined && number % options.verseNumberEvery === 0 && verse !== lastVerse)
          shown = verse;
        lastVerse = verse;
      } else if (
        !isMixed &&
        options.lineNumbers !== 'none' &&
        options.lineNumberEvery > 0 &&
        count % options.lineNumberEvery === 0
      )
        shown = String(count);
      const scope =
        options.lineNumbers === 'document'
          ? isMixed
            ? pageLabel(page)
            : ''
          : options.lineNumbers === 'section'
            ? String(section)
            : pageLabel(page);
      lineOf.set(
        box,
        number === undefined
          ? { page, y, number: count, scope, isScoped: isMixed, shown }
          : { page, y, number, scope: '', isScoped: false, shown },
      );
    }
  }
  const lineAt = (mark: string) => {
    const box = galley.boxOf(mark);
    return box === undefined ? undefined : lineOf.get(box);
  };
  return {
    lines: [...lineOf.values()],
    start,
    last: plan.pages.at(-1)?.page ?? start,
    lineAt,
    pageAt: (mark) => {
      const note = model.noteOf.get(mark);
      return lineAt(mark)?.page ?? (note === undefined ? undefined : notePages.get(note));
    },
    pageLabel,
  };
}
