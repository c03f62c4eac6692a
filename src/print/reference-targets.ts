import { walkBlocks, walkInlines, walkRuns } from './inlines.ts';
import type { Inline, PrintDocument } from './print-document.ts';

/** The ids that references lead to and that the document holds. */
export function referenceTargets(document: PrintDocument): Set<string> {
  const wanted = new Set<string>();
  const held = new Set([...document.notes, ...document.entries].map((each) => each.id));
  const blocks = [...document.front, ...document.body, ...document.back];
  const read = (content: readonly Inline[]) => {
    for (const inline of walkInlines(content)) {
      if (inline.kind === 'reference') wanted.add(inline.target);
      else if (inline.kind === 'anchor' || inline.kind === 'name') held.add(inline.id);
    }
  };
  for (const block of walkBlocks(blocks)) if (block.id !== undefined) held.add(block.id);
  for (const run of walkRuns(blocks)) {
    read(run.content);
    if (run.id !== undefined) held.add(run.id);
  }
  for (const note of document.notes) read(note.content);
  return new Set([...wanted].filter((id) => held.has(id)));
}
