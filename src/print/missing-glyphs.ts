import { composeEntry } from './compose-entry.ts';
import type { Coverage } from './fonts/coverage.ts';
import { plainText, text, walkInlines, walkRuns } from './inlines.ts';
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
  const { title, running, series, words } = document;
  const names = [...title.authors, running.left, running.right, ...series.map((each) => each.title)];
  for (const content of [title.main, title.subtitle, ...title.lines]) read(content, undefined);
  const labels = new Map(
    document.indexes.flatMap(({ entries }) => entries.map(({ id, label }) => [id, label] as const)),
  );
  /** Words of an index are printed for what stands in the text. */
  const readMarks = (content: readonly Inline[], i: number | undefined) => {
    for (const inline of walkInlines(content)) {
      if (inline.kind === 'name')
        for (const entry of inline.entries) read([text(labels.get(entry) ?? '')], i);
      else if (inline.kind === 'index-mark')
        for (const term of [...inline.terms.map((each) => each.text), inline.see, inline.seeAlso])
          read([text(term)], i);
    }
  };
  for (const { block, content, i } of walkRuns([...document.front, ...document.body, ...document.back])) {
    read(content, i);
    readMarks(content, i);
    if (block.kind === 'figure') read([text(block.description)], i);
  }
  for (const { content, i } of document.notes) {
    read(content, i);
    readMarks(content, i);
  }
  for (const name of [...names, ...Object.values(words), ...document.indexes.map((each) => each.title)])
    read([text(name)], undefined);
  for (const entry of document.entries) read(composeEntry(entry, options), entry.i);
  return [...found].map(([character, rest]) => ({ character, ...rest }));
}
