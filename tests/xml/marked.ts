import type { Place } from '../../src/diagnostics/place.ts';

/** A fixture whose marks say where spans begin and end: `⟦…⟧` the first, `⟪…⟫` a second one. */
export interface Marked {
  readonly text: string;
  readonly place: Place;
  /** The place of the second marks. */
  readonly related: Place | undefined;
}

/** Takes the marks out of a fixture and works out, by itself, which lines and columns they stand at. */
export function marked(fixture: string, path = 'fixture.xml'): Marked {
  const text = fixture.replace(/[⟦⟧⟪⟫]/g, '');
  const position = (mark: string): [line: number, column: number] | undefined => {
    if (!fixture.includes(mark)) return undefined;
    const before = fixture.slice(0, fixture.indexOf(mark)).replace(/[⟦⟧⟪⟫]/g, '');
    // A mark between CR and LF would be on the line that the CR is on.
    const lines = before.split(/\r\n|\r|\n/);
    return [lines.length, lines.at(-1)!.length + 1];
  };
  const placeBetween = (open: string, close: string): Place | undefined => {
    const start = position(open);
    if (start === undefined) return undefined;
    const end = position(close) ?? start;
    return { path, line: start[0], column: start[1], endLine: end[0], endColumn: end[1] };
  };
  const place = placeBetween('⟦', '⟧');
  if (place === undefined) throw new Error(`no mark in ${JSON.stringify(fixture)}`);
  return { text, place, related: placeBetween('⟪', '⟫') };
}
