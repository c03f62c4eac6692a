type Point = readonly [page: number, x: number, y: number];

/** What a pass of the template says of where things came to stand; pages count from 1, lengths are points from the page's top left. */
export interface Report {
  readonly lines: readonly (readonly [...Point, number: number])[];
  readonly marks: readonly (readonly [...Point, mark: string])[];
  readonly slots: readonly (readonly [page: number, id: string, line: number])[];
  readonly feet: readonly (readonly [page: number, height: number])[];
  readonly pairs: readonly (readonly [block: string, pair: number, left: number, right: number])[];
  /** Of divided notes: the lines each part had room for, and the word each part began with, and the end. */
  readonly parts: readonly (readonly [id: string, rooms: readonly number[], starts: readonly number[]])[];
  readonly start: number;
}

/** One printed line of the text. */
export interface PrintedLine {
  readonly page: number;
  readonly y: number;
  /** Its number as keys give it, and the scope that number counts in. */
  readonly number: number;
  readonly scope: string;
  /** What the margin shows beside it, or ''. */
  readonly shown: string;
  readonly isVerse: boolean;
}

/** Where a document's parts came to stand. */
export interface Positions {
  readonly lines: readonly PrintedLine[];
  /** The line a mark stands on. */
  lineAt(mark: string): PrintedLine | undefined;
  pageAt(mark: string): number | undefined;
  pageLabel(page: number): string;
}

interface Counting {
  readonly lineNumbers: 'page' | 'section' | 'document' | 'none';
  readonly lineNumberEvery: number;
  readonly verseNumberEvery: number;
  /** Marks of the headings that a section begins with. */
  readonly sections: ReadonlySet<string>;
  pageLabel(page: number): string;
}

/** Numbers the lines of a report: by page, section or document, verse by its own numbers. */
export function positionsOf(report: Report, counting: Counting): Positions {
  const byPage = new Map<number, { y: number; index: number }[]>();
  const raw = report.lines.map(([page, , y]) => ({ page, y })).sort((a, b) => a.page - b.page || a.y - b.y);
  for (const [index, line] of raw.entries()) {
    const list = byPage.get(line.page);
    if (list === undefined) byPage.set(line.page, [{ y: line.y, index }]);
    else list.push({ y: line.y, index });
  }
  const nearest = (page: number, y: number): number | undefined => {
    const list = byPage.get(page);
    if (list === undefined) return undefined;
    let [low, high] = [0, list.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (list[middle]!.y < y - 0.05) low = middle + 1;
      else high = middle;
    }
    const before = list[low - 1];
    const at = list[low]!;
    return before !== undefined && Math.abs(before.y - y) < Math.abs(at.y - y) ? before.index : at.index;
  };
  const marks = new Map<string, { page: number; line: number | undefined }>();
  const verse = new Map<number, string>();
  const sectionStarts = new Set<number>();
  let openVerse: { n: string; line: number } | undefined;
  for (const [page, , y, mark] of report.marks) {
    const line = nearest(page, y);
    if (mark.startsWith('v:')) {
      if (line !== undefined) openVerse = { n: mark.slice(2), line };
    } else if (mark === 'w:') {
      if (openVerse !== undefined && line !== undefined)
        for (let at = openVerse.line; at <= line; at++) verse.set(at, openVerse.n);
      openVerse = undefined;
    } else {
      if (!marks.has(mark)) marks.set(mark, { page, line });
      if (counting.sections.has(mark) && line !== undefined) sectionStarts.add(line);
    }
  }
  const lines: PrintedLine[] = [];
  let [count, section, page] = [0, 0, 0];
  let lastVerse = '';
  for (const [index, line] of raw.entries()) {
    const restarts =
      (counting.lineNumbers === 'section' && sectionStarts.has(index)) ||
      ((counting.lineNumbers === 'page' || counting.lineNumbers === 'none') && line.page !== page);
    if (restarts) count = 0;
    if (sectionStarts.has(index)) section++;
    page = line.page;
    count++;
    const scope =
      counting.lineNumbers === 'document'
        ? ''
        : counting.lineNumbers === 'section'
          ? String(section)
          : counting.pageLabel(line.page);
    const own = counting.verseNumberEvery > 0 ? verse.get(index) : undefined;
    const number = own !== undefined && /^\d+$/.test(own) ? Number(own) : undefined;
    let shown = '';
    if (own !== undefined) {
      if (number !== undefined && number % counting.verseNumberEvery === 0 && own !== lastVerse) shown = own;
      lastVerse = own;
    } else if (
      counting.lineNumbers !== 'none' &&
      counting.lineNumberEvery > 0 &&
      count % counting.lineNumberEvery === 0
    )
      shown = String(count);
    lines.push(
      number === undefined
        ? { ...line, number: count, scope, shown, isVerse: false }
        : { ...line, number, scope: '', shown, isVerse: true },
    );
  }
  return {
    lines,
    lineAt: (mark) => {
      const found = marks.get(mark)?.line;
      return found === undefined ? undefined : lines[found];
    },
    pageAt: (mark) => marks.get(mark)?.page,
    pageLabel: (number) => counting.pageLabel(number),
  };
}
