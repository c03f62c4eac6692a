import { text, walkInlines, walkRuns } from './inlines.ts';
import { mapRuns } from './map-runs.ts';
import type { Block, Entry, Inline, Note } from './print-document.ts';

/** The three parts of a text. */
export interface Parts {
  readonly front: Block[];
  readonly body: Block[];
  readonly back: Block[];
}

/** Sees to it that every note and entry stands in the text once: a second call only names its note, what nothing calls stands at the end. */
export function callEachOnce(
  parts: Parts,
  notes: Note[],
  entries: readonly Entry[],
  parents: ReadonlyMap<string, string>,
  notesTitle: string,
): Parts {
  for (const [index, note] of notes.entries())
    if (note.series === 'apparatus') notes[index] = { ...note, series: 'apparatus-notes' };
  const seen = new Set<string>();
  const numbers = new Map(notes.map((note) => [note.id, note.n]));
  const children = new Map<string, string[]>();
  const blocks = () => [...parts.front, ...parts.body, ...parts.back];
  const inNotes = new Map(
    notes.map((note) => [
      note.id,
      [...walkInlines(note.content)].flatMap((inline) => (inline.kind === 'note' ? [inline.note] : [])),
    ]),
  );
  /** Entries on words of a note: they are keyed to the note's call. */
  const onNotes = new Map(
    notes.map((note) => [
      note.id,
      [...walkInlines(note.content)].flatMap((inline) =>
        inline.kind === 'entry-start' ? [inline.entry] : [],
      ),
    ]),
  );
  const called = new Set<string>();
  const started = new Set<string>();
  for (const run of walkRuns(blocks()))
    for (const inline of walkInlines(run.content)) {
      if (inline.kind === 'entry-start') started.add(inline.entry);
      if (inline.kind === 'note') called.add(inline.note);
    }
  for (const entry of entries) {
    const parent = parents.get(entry.id) ?? '';
    if (!started.has(entry.id) && parent !== '')
      children.set(parent, [...(children.get(parent) ?? []), entry.id]);
  }
  const visit = (list: readonly Inline[]): Inline[] =>
    list.flatMap((inline): Inline[] => {
      if (inline.kind === 'note') {
        if (!numbers.has(inline.note)) return [];
        if (!seen.has(inline.note)) {
          seen.add(inline.note);
          const inner = (inNotes.get(inline.note) ?? []).filter((id) => numbers.has(id) && !called.has(id));
          return [
            inline,
            ...inner.flatMap((id) =>
              visit([{ kind: 'note', note: id, isCalledInNote: true }]).filter(
                (each) => each.kind !== 'style',
              ),
            ),
            ...visit((onNotes.get(inline.note) ?? []).flatMap(pointOf)),
          ];
        }
        return [calledAgain(inline.note)];
      }
      if (inline.kind === 'entry-start') {
        if (seen.has(inline.entry)) return [];
        seen.add(inline.entry);
        const inner = (children.get(inline.entry) ?? []).flatMap((id) => visit(pointOf(id)));
        return [inline, ...inner];
      }
      if ('content' in inline) return [{ ...inline, content: visit(inline.content) } as Inline];
      return [inline];
    });
  const mapped: Parts = {
    front: mapRuns(parts.front, visit),
    body: mapRuns(parts.body, visit),
    back: mapRuns(parts.back, visit),
  };
  for (const [index, note] of notes.entries())
    notes[index] = {
      ...note,
      content: withoutCalls(note.content, numbers),
    };
  const line = (content: readonly Inline[]): Block => ({
    kind: 'paragraph',
    role: 'unindented',
    n: '',
    content,
  });
  const loose: Block[] = [
    ...entries
      .filter((entry) => !seen.has(entry.id))
      .map((entry) =>
        line([
          { kind: 'entry-start', entry: entry.id },
          { kind: 'style', style: 'italic', content: [text(entry.loc || entry.lemma.text || notesTitle)] },
          { kind: 'entry-end', entry: entry.id },
        ]),
      ),
    ...notes
      .filter((note) => !seen.has(note.id))
      .map((note) =>
        line([
          { kind: 'style', style: 'italic', content: [text(notesTitle)] },
          { kind: 'note', note: note.id },
        ]),
      ),
  ];
  return loose.length === 0 ? mapped : { ...mapped, back: [...mapped.back, ...loose] };
}

/** The start and the end of an entry at one point of the text. */
const pointOf = (entry: string): Inline[] => [
  { kind: 'entry-start', entry },
  { kind: 'entry-end', entry },
];

/** A further call of a note: its number, whatever its series makes of that. */
const calledAgain = (note: string): Inline => ({
  kind: 'style',
  style: 'superscript',
  content: [{ kind: 'reference', target: note, shows: 'number', content: [] }],
});

/** A note's words with the calls in it as mere numbers, and without ends of lemmata. */
function withoutCalls(content: readonly Inline[], numbers: ReadonlyMap<string, string>): Inline[] {
  return content.flatMap((inline): Inline[] => {
    if (inline.kind === 'entry-start' || inline.kind === 'entry-end') return [];
    if (inline.kind === 'note') return numbers.has(inline.note) ? [calledAgain(inline.note)] : [];
    return 'content' in inline
      ? [{ ...inline, content: withoutCalls(inline.content, numbers) } as Inline]
      : [inline];
  });
}
