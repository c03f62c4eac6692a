import { composeEntry } from '../compose-entry.ts';
import { plainText } from '../inlines.ts';
import type { PrintOptions } from '../options.ts';
import type { Block, Entry, Inline, Note, PrintDocument, Series } from '../print-document.ts';
import { columns, type PointMark, setRun } from './set-run.ts';

/** One line of text before pages are made. */
export interface FlowLine {
  readonly text: string;
  /** Lines of the text count; blank lines between blocks do not. */
  readonly counts: boolean;
  readonly marks: readonly PointMark[];
  /** The heading that begins here. */
  readonly heading: { readonly id: string; readonly level: number; readonly text: string } | undefined;
  /** Must stand on the page of the next line. */
  readonly staysWithNext: boolean;
  /** Verse number of the line, or ''. */
  readonly verse: string;
  /** Times the lemma of an entry that begins here stands in this line before and at its place, where it stands more than once. */
  readonly occurrences: ReadonlyMap<string, number>;
}

interface Setting {
  readonly document: PrintDocument;
  readonly options: PrintOptions;
  readonly series: ReadonlyMap<string, Series>;
  readonly notes: ReadonlyMap<string, Note>;
}

const blank: FlowLine = {
  text: '',
  counts: false,
  marks: [],
  heading: undefined,
  staysWithNext: false,
  verse: '',
  occurrences: new Map(),
};

/** The text of a document as lines of fixed columns. */
export function pageFlow(
  document: PrintDocument,
  options: PrintOptions,
  series: readonly Series[],
): FlowLine[] {
  const setting: Setting = {
    document,
    options,
    series: new Map(series.map((each) => [each.id, each])),
    notes: new Map(document.notes.map((note) => [note.id, note])),
  };
  return blocksOf([...document.front, ...document.body, ...document.back], setting, options.textWidth);
}

function blocksOf(blocks: readonly Block[], setting: Setting, width: number): FlowLine[] {
  const out: FlowLine[] = [];
  for (const block of blocks) {
    const lines = blockOf(block, setting, width);
    const before = out.at(-1);
    if (before !== undefined && (before.counts || before.text !== '') && parted(block)) out.push(blank);
    out.push(...lines);
    if (block.kind === 'heading') out.push({ ...blank, staysWithNext: true });
  }
  return out;
}

const parted = (block: Block): boolean =>
  block.kind !== 'paragraph' ||
  block.role === 'speaker' ||
  block.role === 'decision' ||
  block.role === 'unindented';

function blockOf(block: Block, setting: Setting, width: number): FlowLine[] {
  const run = (content: readonly Inline[], first: string, rest: string, staysWithNext = false) =>
    runOf(content, setting, width, first, rest, staysWithNext);
  const indented = (lines: FlowLine[], by: string) =>
    lines.map((line) => (line.text === '' ? line : { ...line, text: by + line.text }));
  switch (block.kind) {
    case 'heading': {
      const lines = run(block.content, '', '', true);
      return lines.map((line, index) =>
        index === 0
          ? { ...line, heading: { id: block.id ?? '', level: block.level, text: block.text } }
          : line,
      );
    }
    case 'paragraph':
      return run(
        block.content,
        block.role === 'body' ? '  ' : block.role === 'decision' ? '    ' : '',
        block.role === 'decision' ? '    ' : '',
        block.role === 'speaker',
      );
    case 'verse':
      return block.lines.flatMap((line) =>
        run(line.content, ' '.repeat(2 + 2 * line.indent), '        ').map((each) => ({
          ...each,
          verse: line.n,
        })),
      );
    case 'list':
      return block.items.flatMap((item, index) => {
        const label =
          plainText(item.label) ||
          (block.style === 'bulleted' ? '-' : block.style === 'numbered' ? `${index + 1}.` : '');
        const room = label === '' ? 0 : columns(label) + 1;
        const lines = blocksOf(item.content, setting, width - room).map((line) => ({
          ...line,
          text: line.text.trimStart(),
        }));
        if (lines.length === 0) return [{ ...blank, text: label, counts: true }];
        return lines.map((line, at) => ({
          ...line,
          text: (at === 0 && label !== '' ? `${label} ` : ' '.repeat(room)) + line.text,
        }));
      });
    case 'table': {
      const caption = block.caption.length === 0 ? [] : run(block.caption, '', '', true);
      const rows = block.rows.flatMap((row) =>
        run(
          row.cells.flatMap((cell, index) =>
            index > 0 ? [{ kind: 'text', text: ' | ' } as const, ...cell.content] : cell.content,
          ),
          '',
          '    ',
        ),
      );
      return [...caption, ...rows];
    }
    case 'minutes': {
      if (block.roster.length === 0) return blocksOf(block.content, setting, width);
      const side = 20;
      const roster = runOf(block.roster, setting, side - 2, '', '', false);
      const content = blocksOf(block.content, setting, width - side);
      return Array.from({ length: Math.max(roster.length, content.length) }, (_, at) => {
        const [left, right] = [roster[at], content[at] ?? blank];
        const text = `${pad(left?.text ?? '', side)}${right.text}`.trimEnd();
        return {
          ...right,
          text,
          counts: right.counts || left !== undefined,
          marks: [...(left?.marks ?? []), ...right.marks],
        };
      });
    }
    case 'quotation':
      return indented(blocksOf(block.content, setting, width - 8), '    ');
    case 'parallel': {
      const half = Math.floor((width - 3) / 2);
      return block.pairs.flatMap((pair, index) => {
        const [left, right] = [blocksOf(pair.left, setting, half), blocksOf(pair.right, setting, half)];
        const rows = Array.from({ length: Math.max(left.length, right.length) }, (_, at) => {
          const [a, b] = [left[at] ?? blank, right[at] ?? blank];
          return {
            ...a,
            text: `${pad(a.text, half + 3)}${b.text}`.trimEnd(),
            counts: a.counts || b.counts,
            marks: [...a.marks, ...b.marks],
          };
        });
        return index > 0 ? [blank, ...rows] : rows;
      });
    }
    case 'figure':
      return [
        ...(block.description === ''
          ? []
          : run([{ kind: 'text', text: `[${block.description}]` }], '    ', '    ')),
        ...(block.caption.length === 0 ? [] : run(block.caption, '    ', '    ')),
      ];
    case 'rule':
      return [{ ...blank, text: `${' '.repeat(Math.floor(width / 2) - 4)}* * *` }];
  }
}

const pad = (value: string, width: number): string => value + ' '.repeat(Math.max(0, width - columns(value)));

function runOf(
  content: readonly Inline[],
  setting: Setting,
  width: number,
  first: string,
  rest: string,
  staysWithNext: boolean,
): FlowLine[] {
  const { text, marks } = flatten(content, setting);
  const lines = setRun(text, Math.max(8, width - columns(rest)), Math.max(8, width - columns(first)));
  return lines.map((line, index): FlowLine => {
    const isLast = index === lines.length - 1;
    const own = marks.filter(({ at, kind }) =>
      kind === 'end'
        ? (at > line.from || index === 0) && (at <= line.to || isLast)
        : (at >= line.from || index === 0) && (at < line.to || isLast),
    );
    return {
      text: (index === 0 ? first : rest) + line.text,
      counts: true,
      marks: own,
      heading: undefined,
      staysWithNext,
      verse: '',
      occurrences: setting.options.repeatedWords ? occurrencesIn(line, own, setting) : new Map(),
    };
  });
}

/** The plain text of a run with its calls, and the marks in it. */
export function flatten(content: readonly Inline[], setting: Setting): { text: string; marks: PointMark[] } {
  let text = '';
  const marks: PointMark[] = [];
  const visit = (list: readonly Inline[]) => {
    for (const inline of list) {
      if (inline.kind === 'text')
        text += text.endsWith(' ') || text === '' ? flat(inline.text).replace(/^ /, '') : flat(inline.text);
      else if (inline.kind === 'break') text = `${text.trimEnd()}\n`;
      else if (inline.kind === 'note') {
        const note = setting.notes.get(inline.note);
        marks.push({ at: Math.max(0, text.length - 1), kind: 'note', id: inline.note });
        if (
          note !== undefined &&
          inline.isCalledInNote !== true &&
          setting.series.get(note.series)?.key === 'mark'
        )
          text += `\u2060[${note.n}]`;
      } else if (inline.kind === 'entry-start')
        marks.push({ at: text.length, kind: 'start', id: inline.entry });
      else if (inline.kind === 'entry-end') marks.push({ at: text.length, kind: 'end', id: inline.entry });
      else if ('content' in inline) visit(inline.content);
    }
  };
  visit(content);
  return { text: text.replace(/\s+$/u, ''), marks };
}

const flat = (value: string): string => value.replace(/\t/g, ' ').replace(/[ \n\r]+/g, ' ');

function occurrencesIn(
  line: { readonly text: string; readonly from: number },
  marks: readonly PointMark[],
  { document }: Setting,
): Map<string, number> {
  const found = new Map<string, number>();
  for (const mark of marks) {
    if (mark.kind !== 'start') continue;
    const entry = entriesOf(document).get(mark.id);
    const lemma = plainText(entry?.lemma.content ?? []).trim();
    if (lemma === '' || /\s/u.test(lemma)) continue;
    const at = [...line.text.matchAll(/[\p{L}\p{M}\p{N}'’]+/gu)]
      .filter((word) => word[0] === lemma)
      .map((word) => word.index);
    if (at.length < 2) continue;
    const place = at.filter((index) => index <= mark.at - line.from).length;
    if (place > 0) found.set(mark.id, place);
  }
  return found;
}

/** What an entry says at the foot, in plain text. */
export const entryText = (
  document: PrintDocument,
  id: string,
  options: PrintOptions,
  occurrence: number,
): string => {
  const entry = entriesOf(document).get(id)!;
  return plainText(composeEntry(entry, options, occurrence > 0 ? superscript(occurrence) : ''))
    .replace(/\s+/g, ' ')
    .trim();
};

const entryMaps = new WeakMap<PrintDocument, Map<string, Entry>>();

/** The entries of a document by their ids. */
export function entriesOf(document: PrintDocument): Map<string, Entry> {
  let entries = entryMaps.get(document);
  if (entries === undefined) {
    entries = new Map(document.entries.map((entry) => [entry.id, entry]));
    entryMaps.set(document, entries);
  }
  return entries;
}

const superscript = (n: number): string =>
  [...String(n)].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]).join('');
