import { composeEntry } from './compose-entry.ts';
import type { Coverage } from './fonts/coverage.ts';
import { plainText, walkRuns } from './inlines.ts';
import type { PrintOptions } from './options.ts';
import type { Inline, PrintDocument } from './print-document.ts';

export interface MissingGlyph {
  readonly character: string;
  /** Times it stands in the document. */
  readonly times: number;
  /** `v:i` of the first element that has it. */
  readonly i: number | undefined;
}

/** The characters of a document that no font has, each once, in text order. */
export function missingGlyphs(
  document: PrintDocument,
  options: PrintOptions,
  covers: Coverage,
): MissingGlyph[] {
  const found = new Map<string, { times: number; i: number | undefined }>();
  const read = (content: readonly Inline[], i: number | undefined) => {
    for (const character of plainText(content)) {
      // Controls, blanks and what only joins or selects have no glyph of their own.
      if (/[\p{C}\p{Z}\p{Variation_Selector}]/u.test(character) || covers(character.codePointAt(0)!))
        continue;
      const known = found.get(character);
      if (known === undefined) found.set(character, { times: 1, i });
      else known.times++;
    }
  };
  for (const content of [document.title.main, document.title.subtitle, ...document.title.lines])
    read(content, undefined);
  for (const run of walkRuns([...document.front, ...document.body, ...document.back]))
    read(run.content, run.i);
  for (const note of document.notes) read(note.content, note.i);
  for (const entry of document.entries) read(composeEntry(entry, options), entry.i);
  return [...found].map(([character, rest]) => ({ character, ...rest }));
}
