import { childElements, textOf } from '../xml/axes.ts';
import { parseTree } from '../xml/parse-tree.ts';
import { Source } from '../xml/source.ts';
import { attribute, type Element } from '../xml/tree.ts';
import { Flow, inlinesOf } from './flow.ts';
import { plainText, text, walkInlines, walkRuns } from './inlines.ts';
import type { Block, Direction, Entry, Inline, Note, PrintDocument, Series } from './print-document.ts';

const at = (element: Element, name: string): string => attribute(element, name) ?? '';
const named = (element: Element, name: string): Element[] =>
  [...childElements(element)].filter((child) => child.name.local === name);
const first = (element: Element, name: string): Element | undefined => named(element, name)[0];

/** Makes the print document of what `print.xsl` gives (docs/print.md describes that XML). Throws on XML that is not of that kind: then the stylesheet has a fault. */
export function readPrintXml(xml: string): PrintDocument {
  const faults: string[] = [];
  const root = parseTree(new Source('print.xml', xml), (fault) =>
    faults.push(fault.message),
  )?.documentElement;
  if (root === undefined || root.name.local !== 'document')
    throw new Error(`The print stylesheet gave no document: ${faults.join('; ')}`);
  const direction = directionOf(at(root, 'language'));
  const title = first(root, 'title');
  const part = (name: string): Block[] => {
    const element = first(root, name);
    return element === undefined ? [] : Flow.blocksOf(element);
  };
  const notes = named(root, 'note').map(noteOf);
  const entries = named(root, 'apparatus-entry').map(entryOf);
  const parents = new Map(named(root, 'apparatus-entry').map((each) => [at(each, 'id'), at(each, 'parent')]));
  const settled = settle(
    { front: part('front'), body: part('body'), back: part('back') },
    notes,
    entries,
    parents,
    at(root, 'notes-title'),
  );
  return {
    version: 1,
    id: at(root, 'id'),
    language: at(root, 'language'),
    direction,
    title: {
      main: title === undefined ? [] : inlinesOf(first(title, 'main')),
      subtitle: title === undefined ? [] : inlinesOf(first(title, 'subtitle')),
      authors: title === undefined ? [] : named(title, 'author').map((each) => textOf(each)),
      lines: title === undefined ? [] : named(title, 'line').map((each) => inlinesOf(each)),
    },
    running: { left: at(root, 'left'), right: at(root, 'right') },
    date: at(root, 'date'),
    series: seriesFor(root),
    ...settled,
    notes,
    entries,
    indexes: named(root, 'index').map((index) => ({
      id: at(index, 'id'),
      title: at(index, 'title'),
      entries: named(index, 'entry').map((entry) => ({
        id: at(entry, 'id'),
        label: textOf(entry),
        sort: at(entry, 'sort'),
        see: [],
      })),
    })),
    terms: Object.fromEntries(named(root, 'term').map((each) => [at(each, 'key'), textOf(each)])),
    words: { contents: at(root, 'contents'), notes: at(root, 'notes-title') },
  };
}

const directionOf = (language: string): Direction =>
  /^(?:ar|fa|he|yi|ur|syr|ota)\b/.test(language) && !/-Latn\b/.test(language) ? 'rtl' : 'ltr';

function noteOf(element: Element): Note {
  const language = attribute(element, 'lang', 'urn:x-variorum:prepared');
  return {
    id: at(element, 'id'),
    i: Number(at(element, 'i')),
    series: at(element, 'series'),
    n: at(element, 'n'),
    ...(language === undefined ? {} : { language }),
    content: inlinesOf(element),
  };
}

function entryOf(element: Element): Entry {
  const lemma = first(element, 'lemma')!;
  const content = inlinesOf(lemma);
  return {
    id: at(element, 'id'),
    series: 'apparatus',
    loc: at(element, 'loc'),
    lemma: {
      id: at(lemma, 'id'),
      content:
        plainText(content).trim() === '' && at(lemma, 'text') !== '' ? [text(at(lemma, 'text'))] : content,
      text: at(lemma, 'text'),
      sigla: at(lemma, 'sigla'),
      isOmission: at(lemma, 'omission') === 'true',
    },
    readings: named(element, 'reading').map((reading) => {
      const own = inlinesOf(reading);
      return {
        id: at(reading, 'id'),
        kind: at(reading, 'kind'),
        content:
          plainText(own).trim() === '' && at(reading, 'text') !== '' ? [text(at(reading, 'text'))] : own,
        sigla: at(reading, 'sigla'),
        remarks: named(reading, 'remark').map((each) => textOf(each)),
      };
    }),
    notes: named(element, 'entry-note').map((each) => inlinesOf(each)),
  };
}

/** The bands of a document: its apparatus run in and keyed to lines, each series of notes as blocks with calls; translator before editor. */
function seriesFor(root: Element): Series[] {
  const order = ['translator', 'author', 'source', 'editor'];
  const titles = new Map(named(root, 'note').map((note) => [at(note, 'series'), at(note, 'title')]));
  const band = { marks: 'number', restart: 'document' } as const;
  return [
    { ...band, id: 'apparatus', holds: 'entries', title: '', order: 1, layout: 'run-in', key: 'line' },
    ...[...titles]
      .filter(([id]) => id !== 'apparatus')
      .map(([id, title]): Series => {
        const known = order.indexOf(id);
        return {
          ...band,
          id,
          holds: 'notes',
          title,
          order: known < 0 ? 9 : known + 2,
          layout: 'blocks',
          key: 'mark',
        };
      }),
    ...(titles.has('apparatus')
      ? [
          {
            ...band,
            id: 'apparatus-notes',
            holds: 'notes',
            title: titles.get('apparatus')!,
            order: 8,
            layout: 'blocks',
            key: 'mark',
          } as const,
        ]
      : []),
  ];
}

interface Parts {
  readonly front: Block[];
  readonly body: Block[];
  readonly back: Block[];
}

/** Sees to it that every note and entry stands in the text once: a second call only names its note, what nothing calls stands at the end. */
function settle(
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
                (each) => each.kind === 'note',
              ),
            ),
          ];
        }
        return [{ kind: 'style', style: 'superscript', content: [text(numbers.get(inline.note)!)] }];
      }
      if (inline.kind === 'entry-start') {
        if (seen.has(inline.entry)) return [];
        seen.add(inline.entry);
        const inner = (children.get(inline.entry) ?? []).flatMap((id) =>
          visit([
            { kind: 'entry-start', entry: id },
            { kind: 'entry-end', entry: id },
          ]),
        );
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

/** A note's words with the calls in it as mere numbers. */
function withoutCalls(content: readonly Inline[], numbers: ReadonlyMap<string, string>): Inline[] {
  return content.map((inline): Inline => {
    if (inline.kind === 'note')
      return { kind: 'style', style: 'superscript', content: [text(numbers.get(inline.note) ?? '')] };
    return 'content' in inline
      ? ({ ...inline, content: withoutCalls(inline.content, numbers) } as Inline)
      : inline;
  });
}

function mapRuns(blocks: readonly Block[], map: (content: readonly Inline[]) => Inline[]): Block[] {
  return blocks.map((block): Block => {
    switch (block.kind) {
      case 'heading':
      case 'paragraph':
        return { ...block, content: map(block.content) };
      case 'verse':
        return { ...block, lines: block.lines.map((line) => ({ ...line, content: map(line.content) })) };
      case 'list':
        return {
          ...block,
          items: block.items.map((item) => ({
            ...item,
            label: map(item.label),
            content: mapRuns(item.content, map),
          })),
        };
      case 'table':
        return {
          ...block,
          caption: map(block.caption),
          rows: block.rows.map((row) => ({
            ...row,
            cells: row.cells.map((cell) => ({ ...cell, content: map(cell.content) })),
          })),
        };
      case 'minutes':
        return { ...block, roster: map(block.roster), content: mapRuns(block.content, map) };
      case 'quotation':
        return { ...block, content: mapRuns(block.content, map) };
      case 'parallel':
        return {
          ...block,
          pairs: block.pairs.map((pair) => ({
            left: mapRuns(pair.left, map),
            right: mapRuns(pair.right, map),
          })),
        };
      case 'figure':
        return { ...block, caption: map(block.caption) };
      default:
        return block;
    }
  });
}
