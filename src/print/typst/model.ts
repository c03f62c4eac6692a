import { composeEntry, quiet } from '../compose-entry.ts';
import { pieces, plainText, text, walkInlines, walkRuns } from '../inlines.ts';
import type { PrintOptions } from '../options.ts';
import type { Block, Entry, Inline, PrintDocument, Series } from '../print-document.ts';
import { seriesOf } from '../series.ts';

/** An inline as the template reads it: a letter and its parts. */
export type Node = readonly [string, ...unknown[]];

/** What the template lays out; pure data. */
export interface Model {
  readonly doc: Record<string, unknown>;
  readonly series: readonly Series[];
  /** Of entries: every place in its run where the lemma's words stand, in order, and which of them is the lemma itself. */
  readonly occurrences: ReadonlyMap<string, readonly string[]>;
}

/** Stands in a composed entry where the number of a repeated word will be. */
const occurrenceHole = '\uE000';

interface Context {
  readonly document: PrintDocument;
  readonly series: ReadonlyMap<string, Series>;
  readonly seriesOfNote: ReadonlyMap<string, string>;
  readonly labels: ReadonlyMap<string, string>;
  readonly referenced: ReadonlySet<string>;
}

/** Points in a run's plain text where a mark is to be planted. */
type Plants = readonly { readonly at: number; readonly mark: string }[];

/** Makes the model of a document: what the template lays out. */
export function modelOf(document: PrintDocument, options: PrintOptions, families: readonly string[]): Model {
  const series = seriesOf(document, options);
  const all = [...document.front, ...document.body, ...document.back];
  const context: Context = {
    document,
    series: new Map(series.map((each) => [each.id, each])),
    seriesOfNote: new Map(document.notes.map((note) => [note.id, note.series])),
    labels: new Map(document.notes.map((note) => [note.id, note.n])),
    referenced: new Set(referencedIn(document, all)),
  };
  const occurrences = new Map<string, string[]>();
  const write = (blocks: readonly Block[]) => blocks.flatMap((block) => blockOf(block, context, plantsOf));
  const entries = new Map(document.entries.map((entry) => [entry.id, entry]));
  const plantsOf = (content: readonly Inline[]) =>
    options.repeatedWords ? plantOccurrences(content, entries, occurrences) : [];
  const foot: Record<string, Node[]> = {};
  const labels: Record<string, unknown[]> = {};
  const runIn: Record<string, boolean> = {};
  const put = (id: string, of: string, inlines: readonly Inline[], language: string | undefined) => {
    foot[id] = nodesOf(inlines, context, [], id);
    const band = context.series.get(of)!;
    labels[id] = [
      band.key === 'mark' ? (context.labels.get(id) ?? '000') : '000–000',
      band.key !== 'mark',
      language ?? document.language,
      document.direction,
    ];
    runIn[id] = band.layout === 'run-in';
  };
  for (const note of document.notes) put(note.id, note.series, note.content, note.language);
  for (const entry of document.entries)
    put(entry.id, entry.series, composeEntry(entry, options, occurrenceHole), undefined);
  const { line, noteLine } = linesOf(options);
  const doc = {
    title: {
      text: plainText(document.title.main).trim() || document.id,
      authors: document.title.authors,
      main: nodesOf(document.title.main, context),
      subtitle: nodesOf(document.title.subtitle, context),
      lines: document.title.lines.map((each) => nodesOf(each, context)),
    },
    date: dateOf(options.date || document.date),
    language: primary(document.language),
    region: regionOf(document.language),
    direction: document.direction,
    words: document.words,
    front: write(document.front),
    body: write(document.body),
    back: write(document.back),
    foot,
    labels,
    'run-in': runIn,
    pieces: {} as Record<string, Node[][]>,
    options: {
      width: options.pageSize[0],
      height: options.pageSize[1],
      inner: options.marginInner,
      outer: options.marginOuter,
      top: options.marginTop,
      bottom: options.marginBottom,
      size: options.fontSize,
      line,
      noteSize: options.noteSize,
      noteLine,
      bandGap: noteLine * 0.9,
      clearance: clearanceOf(series, options),
      separator: options.entrySeparator,
      justify: options.justify,
      hyphenate: options.hyphenate,
      titlePage: options.titlePage,
      families,
    },
  };
  return { doc, series, occurrences };
}

/** Distances of lines in the text and at the foot, in points. */
export const linesOf = (options: PrintOptions): { line: number; noteLine: number } => ({
  line: options.fontSize * options.leading,
  noteLine: options.noteSize * Math.min(options.leading, 1.24),
});

/** Room kept at every foot beside its slots: the gap above each band, its title, and the part of a line that run-in entries leave. */
export function clearanceOf(series: readonly Series[], options: PrintOptions): number {
  const { noteLine } = linesOf(options);
  let room = 0;
  for (const band of series)
    room +=
      noteLine * 0.9 +
      (options.bandTitles && band.title !== '' ? noteLine : 0) +
      (band.layout === 'run-in' ? noteLine : 0);
  return room;
}

/** The words of one note or entry as pieces that can be divided between pages. */
export function piecesOf(document: PrintDocument, model: Model, options: PrintOptions, id: string): Node[][] {
  const note = document.notes.find((each) => each.id === id);
  const entry = document.entries.find((each) => each.id === id);
  const inlines = note?.content ?? composeEntry(entry!, options, occurrenceHole);
  const context: Context = {
    document,
    series: new Map(model.series.map((each) => [each.id, each])),
    seriesOfNote: new Map(),
    labels: new Map(),
    referenced: new Set(),
  };
  return pieces(inlines).map((piece) => nodesOf(piece, context, [], id));
}

const primary = (language: string): string => {
  const code = language.split('-')[0]!.toLowerCase();
  return /^[a-z]{2,3}$/.test(code) ? code : 'en';
};
const regionOf = (language: string): string | null => /-([A-Z]{2})(?:-|$)/.exec(language)?.[1] ?? null;

function dateOf(date: string): [number, number, number] {
  const [year, month, day] = date.split('-').map(Number);
  const valid = (value: number | undefined, low: number, high: number): value is number =>
    value !== undefined && Number.isInteger(value) && value >= low && value <= high;
  return [valid(year, 1, 9999) ? year : 2000, valid(month, 1, 12) ? month : 1, valid(day, 1, 28) ? day : 1];
}

function* referencedIn(document: PrintDocument, blocks: readonly Block[]): Generator<string> {
  const contents = [
    ...[...walkRuns(blocks)].map((run) => run.content),
    ...document.notes.map((note) => note.content),
  ];
  for (const content of contents)
    for (const inline of walkInlines(content)) if (inline.kind === 'reference') yield inline.target;
}

type PlantsOf = (content: readonly Inline[]) => Plants;

function blockOf(block: Block, context: Context, plantsOf: PlantsOf): object[] {
  const language = block.language;
  const base = {
    kind: block.kind as string,
    id:
      block.id !== undefined &&
      (context.referenced.has(block.id) || block.kind === 'heading' || block.kind === 'parallel')
        ? block.id
        : '',
    lang: language === undefined ? null : primary(language),
    dir: block.direction ?? context.document.direction,
  };
  const runs = (content: readonly Inline[]) => trimmed(nodesOf(content, context, plantsOf(content)));
  const inner = (blocks: readonly Block[]) => blocks.flatMap((each) => blockOf(each, context, plantsOf));
  switch (block.kind) {
    case 'heading':
      return [{ ...base, level: Math.min(block.level, 6), content: runs(block.content) }];
    case 'paragraph':
      return [{ ...base, role: block.role, content: runs(block.content) }];
    case 'verse':
      return [
        {
          ...base,
          lines: block.lines.map((line) => ({
            id: line.id !== undefined && context.referenced.has(line.id) ? line.id : '',
            indent: line.indent,
            content: [['m', `v:${line.n}`], ...runs(line.content), ['me', 'w:']],
          })),
        },
      ];
    case 'list':
      return [
        {
          ...base,
          content: block.items.flatMap((item, index) => {
            const content = inner(item.content) as {
              kind: string;
              role?: string;
              label?: unknown;
              id?: string;
            }[];
            const label =
              item.label.length > 0
                ? runs(item.label)
                : [
                    [
                      't',
                      block.style === 'bulleted' ? '•' : block.style === 'numbered' ? `${index + 1}.` : '',
                    ],
                  ];
            const first = content[0];
            const id = item.id !== undefined && context.referenced.has(item.id) ? item.id : '';
            if (block.style === 'labelled' || first?.kind !== 'paragraph')
              return [
                { ...base, kind: 'paragraph', id, role: 'unindented', content: [['s', 'bold', label]] },
                { ...base, id: '', kind: 'list', content },
              ];
            if (block.style === 'plain' && item.label.length === 0)
              return [{ ...first, id: id || first.id, role: 'unindented' }, ...content.slice(1)];
            return [{ ...first, role: 'item', label, id: id || first.id }, ...content.slice(1)];
          }),
        },
      ];
    case 'table':
      return [
        {
          ...base,
          caption: runs(block.caption),
          columns: block.columns,
          scale: block.columns > 8 ? 0.75 : block.columns > 5 ? 0.85 : 0.94,
          head:
            block.rows.findIndex((row) => !row.isLabel) === -1
              ? 0
              : block.rows.findIndex((row) => !row.isLabel),
          rows: block.rows.map((row) =>
            row.cells.map((cell) => ({
              columns: cell.columns,
              rows: cell.rows,
              label: cell.isLabel,
              content: runs(cell.content),
            })),
          ),
        },
      ];
    case 'minutes':
      return [{ ...base, roster: runs(block.roster), content: inner(block.content) }];
    case 'quotation':
      return [{ ...base, content: inner(block.content) }];
    case 'parallel':
      return [
        { ...base, pairs: block.pairs.map((pair) => ({ left: inner(pair.left), right: inner(pair.right) })) },
      ];
    case 'figure':
      return [{ ...base, description: block.description, content: runs(block.caption) }];
    case 'rule':
      return [base];
  }
}

/** A run without blanks at its ends: a paragraph does not begin with one. */
function trimmed(nodes: readonly Node[]): Node[] {
  const out = [...nodes];
  const first = out.findIndex((node) => node[0] === 't');
  if (first >= 0 && out.slice(0, first).every((node) => node[0] === 'm'))
    out[first] = ['t', String(out[first]![1]).trimStart()];
  const last = out.at(-1);
  if (last?.[0] === 't') out[out.length - 1] = ['t', String(last[1]).trimEnd()];
  return out.filter((node) => node[0] !== 't' || node[1] !== '');
}

/** The nodes of inlines; marks are planted at offsets of the run's plain text. */
export function nodesOf(
  inlines: readonly Inline[],
  context: Context,
  plants: Plants = [],
  owner = '',
): Node[] {
  let offset = 0;
  let next = 0;
  const visit = (list: readonly Inline[]): Node[] => {
    const out: Node[] = [];
    for (const inline of list) {
      switch (inline.kind) {
        case 'text': {
          let from = 0;
          const end = offset + inline.text.length;
          for (; next < plants.length && plants[next]!.at < end; next++) {
            const at = plants[next]!.at - offset;
            if (at > from) out.push(['t', flat(inline.text.slice(from, at))]);
            out.push(['m', plants[next]!.mark]);
            from = Math.max(from, at);
          }
          const rest = flat(inline.text.slice(from));
          if (rest === occurrenceHole) out.push(['r', owner, 'occurrence', []]);
          else if (rest !== '') out.push(['t', rest]);
          offset = end;
          break;
        }
        case 'style':
          out.push(['s', inline.style, visit(inline.content)]);
          break;
        case 'language':
          out.push(['l', primary(inline.language), inline.direction, visit(inline.content)]);
          break;
        case 'name':
          out.push(['m', `x:${inline.id}`], ...visit(inline.content));
          break;
        case 'note': {
          const band = context.series.get(context.seriesOfNote.get(inline.note) ?? '');
          const label =
            band?.key !== 'mark' || inline.isCalledInNote === true
              ? ''
              : band.restart === 'page'
                ? null
                : (context.labels.get(inline.note) ?? '');
          // Two calls side by side would read as one number.
          if (out.at(-1)?.[0] === 'n' && out.at(-1)![2] !== '' && label !== '')
            out.push(['s', 'superscript', [['t', ',']]]);
          out.push(['n', inline.note, label]);
          break;
        }
        case 'entry-start':
          out.push(['e', inline.entry]);
          break;
        case 'entry-end':
          out.push(['me', `e:${inline.entry}`]);
          break;
        case 'anchor':
          if (context.referenced.has(inline.id)) out.push(['m', `b:${inline.id}`]);
          break;
        case 'reference':
          out.push(['r', inline.target, inline.shows, visit(inline.content)]);
          break;
        case 'link':
          out.push(['u', inline.url, visit(inline.content)]);
          break;
        case 'index-mark':
          out.push(['m', `x:${inline.id}`]);
          break;
        case 'milestone':
          break;
        case 'break':
          offset += 1;
          out.push(['b']);
          break;
      }
    }
    return out;
  };
  return visit(inlines);
}

const flat = (value: string): string =>
  value.replace(/\s+/gu, (blank) => (/[\u00A0\u202F]/u.test(blank) ? blank : ' '));

/** Marks every place of a run that has the words of a lemma of the same run, so that the layout can tell which stand on one line. */
function plantOccurrences(
  content: readonly Inline[],
  entries: ReadonlyMap<string, Entry>,
  occurrences: Map<string, string[]>,
): Plants {
  const starts = new Map<string, number>();
  let whole = '';
  const read = (list: readonly Inline[]) => {
    for (const inline of list) {
      if (inline.kind === 'text') whole += inline.text;
      else if (inline.kind === 'break') whole += ' ';
      else if (inline.kind === 'entry-start') starts.set(inline.entry, whole.length);
      else if ('content' in inline) read(inline.content);
    }
  };
  read(content);
  const plants: { at: number; mark: string }[] = [];
  for (const [id, start] of starts) {
    const lemma = plainText(quiet(entries.get(id)?.lemma.content ?? [text('')])).trim();
    if (lemma === '' || /\s/u.test(lemma) || !whole.startsWith(lemma, start)) continue;
    const found: string[] = [];
    let others = 0;
    for (let at = whole.indexOf(lemma); at >= 0; at = whole.indexOf(lemma, at + lemma.length)) {
      const isWord =
        !/[\p{L}\p{M}\p{N}]/u.test(whole[at - 1] ?? ' ') &&
        !/[\p{L}\p{M}\p{N}]/u.test(whole[at + lemma.length] ?? ' ');
      if (at === start) found.push(`s:${id}`);
      else if (isWord) {
        others++;
        const name = `o:${id}:${others}`;
        plants.push({ at, mark: name });
        found.push(name);
      }
    }
    if (others > 0 && found.includes(`s:${id}`)) occurrences.set(id, found);
  }
  return plants.sort((a, b) => a.at - b.at);
}
