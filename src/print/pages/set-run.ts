import LineBreaker from 'linebreak';
import stringWidth from 'string-width';

/** A mark at a place in a run's plain text: where a lemma begins or ends, a note is called, or something refers to. */
export interface PointMark {
  readonly at: number;
  readonly kind: 'start' | 'end' | 'note' | 'anchor';
  readonly id: string;
}

export interface SetLine {
  readonly text: string;
  /** Offsets in the run that the line shows. */
  readonly from: number;
  readonly to: number;
}

/** Columns that a text takes on a terminal or a typewriter page. */
export const columns = (value: string): number =>
  // Nearly all text is of one column a character; asking for each is slow.
  /^[\x20-\x7e]*$/.test(value) ? value.length : stringWidth(value);

/** Text with blanks that may not break made so: in “p. 12” and “§ 5”, and before a dash. */
const unbroken = (value: string): string =>
  value
    .replace(/\b((?:pp?|vols?|nos?|ff?|fols?|cf|l|ll|v|vv|n)\.|§§?) (?=[\divxlc])/giu, '$1\u00A0')
    .replace(/ (?=[–—])/gu, '\u00A0');

/** Divides a run into lines of at most so many columns (UAX #14), the first by another indent; a word longer than the line is cut, but not within one of the `whole` parts. */
export function setRun(
  value: string,
  width: number,
  firstWidth = width,
  whole: readonly { readonly at: number; readonly length: number }[] = [],
): SetLine[] {
  const source = unbroken(value);
  const urls = [...source.matchAll(/\bhttps?:\/\/\S+/gu)].map(
    (url) => [url.index, url.index + url[0].length] as const,
  );
  const breaker = new LineBreaker(source);
  const lines: SetLine[] = [];
  let [from, last] = [0, 0];
  const outside = (cut: number): number => {
    const part = whole.find(({ at, length }) => cut > at && cut < at + length);
    return part === undefined ? cut : part.at > from ? part.at : part.at + part.length;
  };
  const room = () => (lines.length === 0 ? firstWidth : width);
  const put = (to: number) => {
    lines.push({ text: shown(value.slice(from, to)), from, to });
    from = to;
  };
  for (let next = breaker.nextBreak(); next !== null; next = breaker.nextBreak()) {
    const { position } = next;
    if (position < source.length && urls.some(([start, end]) => position > start && position < end)) continue;
    if (columns(shown(value.slice(from, position))) > room() && last > from) put(last);
    while (columns(shown(value.slice(from, position))) > room())
      put(outside(from + cutAt(value.slice(from, position), room())));
    last = position;
    if (next.required === true && position < source.length) put(position);
  }
  if (from < value.length || lines.length === 0) put(value.length);
  return lines;
}

const shown = (value: string): string => value.replace(/\n/g, '').trimEnd();

function cutAt(value: string, room: number): number {
  let at = 0;
  for (const character of value) {
    if (at > 0 && columns(value.slice(0, at + character.length)) > room) break;
    at += character.length;
  }
  return Math.max(at, 1);
}
