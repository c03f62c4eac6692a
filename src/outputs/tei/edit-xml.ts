import { parseTree } from '../../xml/parse-tree.ts';
import { Source } from '../../xml/source.ts';
import type { Document } from '../../xml/tree.ts';

/** A change of a text: what stands from `start` to `end` gives way to `text`. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The text with the edits done, which must not overlap. */
export function withEdits(text: string, edits: readonly Edit[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    pieces.push(text.slice(at, edit.start), edit.text);
    at = edit.end;
  }
  pieces.push(text.slice(at));
  return pieces.join('');
}

/** Reads XML that we wrote ourselves. */
export function ownTree(text: string, name: string): Document {
  const tree = parseTree(new Source(name, text), (found) => {
    if (found.severity === 'error') throw new Error(`Prepared TEI of ${name}: ${found.message}`);
  });
  if (tree === undefined) throw new Error(`Prepared TEI of ${name} is not well-formed`);
  return tree;
}
