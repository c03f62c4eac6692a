import { walkInlines, walkRuns } from './inlines.ts';
import type { PrintDocument } from './print-document.ts';

/** Where a call, or an end of a lemma, stands by what the source itself counts; '' where it counts nothing. */
export interface SourcePoint {
  readonly verse: string;
  readonly paragraph: string;
  readonly page: string;
  readonly column: string;
  readonly line: string;
  /** The run of inlines it stands in, from 0. */
  readonly run: number;
}

export interface SourceSpan {
  readonly from: SourcePoint;
  readonly to: SourcePoint;
}

/** The source's own numbers for every note and entry of a document, by its id. */
export function sourceKeys(document: PrintDocument): Map<string, SourceSpan> {
  const spans = new Map<string, SourceSpan>();
  let point: SourcePoint = { verse: '', paragraph: '', page: '', column: '', line: '', run: -1 };
  for (const { block, content, id } of walkRuns([...document.front, ...document.body, ...document.back])) {
    const verse =
      block.kind === 'verse' ? (block.lines.find((line) => line.content === content)?.n ?? '') : '';
    const paragraph = block.kind === 'paragraph' && block.n !== '' ? block.n : point.paragraph;
    point = { ...point, verse, paragraph, run: point.run + 1 };
    void id;
    for (const inline of walkInlines(content)) {
      if (inline.kind === 'milestone') {
        if (inline.unit === 'page') point = { ...point, page: inline.n, column: '', line: '' };
        else if (inline.unit === 'column') point = { ...point, column: inline.n, line: '' };
        else point = { ...point, line: inline.n };
      } else if (inline.kind === 'note') spans.set(inline.note, { from: point, to: point });
      else if (inline.kind === 'entry-start') spans.set(inline.entry, { from: point, to: point });
      else if (inline.kind === 'entry-end') {
        const span = spans.get(inline.entry);
        if (span !== undefined) spans.set(inline.entry, { from: span.from, to: point });
      }
    }
  }
  return spans;
}

/** A key by the source's own count: a span of equal ends is written once. */
export function sourceKey(
  span: SourceSpan,
  key: 'verse' | 'paragraph' | 'source-page' | 'source-line',
): string {
  const write = (point: SourcePoint): string => {
    if (key === 'verse') return point.verse;
    if (key === 'paragraph') return point.paragraph;
    const page = `${point.page}${point.column}`;
    if (key === 'source-page') return page;
    return point.line === '' ? page : page === '' ? point.line : `${page}, ${point.line}`;
  };
  const [from, to] = [write(span.from), write(span.to)];
  return from === to || to === '' ? from : `${from}–${to}`;
}
