import { walkInlines, walkRuns } from '../inlines.ts';
import type { PrintDocument } from '../print-document.ts';
import type { Model } from './model.ts';
import type { Positions } from './positions.ts';

/** What references print, by target and what they show; of entries, which of the same words of a printed line the lemma is. */
export function referencesOf(
  document: PrintDocument,
  model: Model,
  positions: Positions,
  noteNumbers: ReadonlyMap<string, string>,
): Record<string, string> {
  const refs: Record<string, string> = {};
  for (const target of targetsOf(document)) {
    const found = [`b:${target}`, `h:${target}`, `s:${target}`, `x:${target}`].find(
      (mark) => positions.pageAt(mark) !== undefined,
    );
    if (found === undefined) continue;
    const page = positions.pageAt(found)!;
    // A passage in a note stands on the line of its call.
    const line = positions.lineAt(found) ?? positions.lineAt(`s:${model.noteOf.get(found)}`);
    refs[`${target} page`] = positions.pageLabel(page);
    refs[`${target} line`] = String(line?.number ?? '');
    refs[`${target} number`] = noteNumbers.get(target) ?? refs[`${target} line`]!;
  }
  for (const entry of document.entries) refs[`${entry.id} occurrence`] = '';
  for (const [id, marks] of model.occurrences) {
    const own = positions.lineAt(`s:${id}`);
    const same = marks.filter((mark) => own !== undefined && positions.lineAt(mark) === own);
    if (same.length > 1) refs[`${id} occurrence`] = String(same.indexOf(`s:${id}`) + 1);
  }
  return refs;
}

function targetsOf(document: PrintDocument): Set<string> {
  const targets = new Set<string>();
  const contents = [
    ...[...walkRuns([...document.front, ...document.body, ...document.back])].map((run) => run.content),
    ...document.notes.map((note) => note.content),
  ];
  for (const content of contents)
    for (const inline of walkInlines(content)) if (inline.kind === 'reference') targets.add(inline.target);
  return targets;
}
