import type { Place } from '../diagnostics/place.ts';

/** A decoded file. Every offset in this floor counts UTF-16 units of `text`, which keeps the file's own line ends. */
export class Source {
  readonly path: string;
  readonly text: string;
  readonly encoding: string;
  /** Whether the file begins with a byte order mark, which is no part of `text`. */
  readonly hasByteOrderMark: boolean;
  private lineStarts: number[] | undefined;

  constructor(path: string, text: string, encoding = 'UTF-8', hasByteOrderMark = false) {
    this.path = path;
    this.text = text;
    this.encoding = encoding;
    this.hasByteOrderMark = hasByteOrderMark;
  }

  /** The place of the span from `start` to `end` (exclusive). LF, CR and CRLF each end a line. */
  place(start: number, end: number = start): Place {
    const [line, column] = this.position(start);
    const [endLine, endColumn] = this.position(end);
    return { path: this.path, line, column, endLine, endColumn };
  }

  private position(offset: number): [line: number, column: number] {
    this.lineStarts ??= lineStartsOf(this.text);
    let low = 0;
    let high = this.lineStarts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.lineStarts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return [low + 1, offset - this.lineStarts[low]! + 1];
  }
}

function lineStartsOf(text: string): number[] {
  const starts = [0];
  if (!text.includes('\r')) {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    return starts;
  }
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1);
  }
  return starts;
}
