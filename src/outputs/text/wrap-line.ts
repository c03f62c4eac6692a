/// <reference path="./linebreak.d.ts" />
import LineBreaker from 'linebreak';
import stringWidth from 'string-width';

/** A piece of a line with no break inside: its text without the blanks after it, and those blanks. */
interface Piece {
  readonly text: string;
  readonly blanks: string;
}

/** Two pieces that stay together where a break would part what belongs together: `p. 12`, `§ 5`, a call and its word, and what stands before a dash. */
const boundBefore =
  /(?:^|[\s([])(?:pp?|ff?|fols?|nos?|Nos?|vols?|Vols?|ch|cf|Cf|col|l|ll|n|S|Bd|Nr|Sp|t|с|т|л|лл|№|§§?)\.?$|[§№]$/u;
const startsWithNumber = /^[\d\p{Nl}IVXLCDM]/u;
const startsWithDash = /^[–—]/u;
const url = /\b(?:https?|ftp):\/\/[^\s<>"]+|\b(?:doi:)?10\.\d{4,9}\/[^\s<>"]+/giu;

/** Breaks one line of text into lines of at most `width` columns, by UAX #14. Something longer than a line stands on one of its own. The lines joined again are the line, but for blanks at the breaks. */
export function wrapLine(text: string, width: number, first = '', rest = ''): string[] {
  if (width <= 0) return [first + text];
  const lines: string[] = [];
  let line = '';
  let used = 0;
  let indent = first;
  let pending = '';
  for (const { text: piece, blanks } of piecesOf(text)) {
    const room = width - stringWidth(indent);
    const size = stringWidth(piece);
    if (line !== '' && used + pending.length + size > room) {
      lines.push(indent + line);
      indent = rest;
      line = '';
      used = 0;
      pending = '';
    }
    line += pending + piece;
    used += pending.length + size;
    pending = blanks;
  }
  if (line !== '' || lines.length === 0) lines.push(indent + line);
  return lines;
}

function piecesOf(text: string): Piece[] {
  const whole = [...text.matchAll(url)].map((found) => [found.index, found.index + found[0].length] as const);
  let next = 0;
  const pieces: Piece[] = [];
  const breaker = new LineBreaker(text);
  let start = 0;
  for (let at = breaker.nextBreak(); at !== null; at = breaker.nextBreak()) {
    const end = at.position;
    while (next < whole.length && whole[next]![1] <= end - 1) next++;
    const isInUrl = next < whole.length && whole[next]![0] < end && end < whole[next]![1];
    if (end < text.length && (isInUrl || isBound(text, start, end))) continue;
    const piece = text.slice(start, end);
    const trimmed = piece.replace(/[ \t]+$/, '');
    pieces.push({ text: trimmed, blanks: piece.slice(trimmed.length) });
    start = end;
  }
  return pieces;
}

function isBound(text: string, start: number, end: number): boolean {
  const after = text.slice(end, end + 8);
  if (startsWithDash.test(after)) return true;
  return (
    startsWithNumber.test(after) && boundBefore.test(text.slice(Math.max(start, end - 8), end).trimEnd())
  );
}
