import { plainText, text } from '../inlines.ts';
import type { Block, Inline, Table } from '../print-document.ts';
import { tableGrid } from '../table-grid.ts';
import { beside, blank, type FlowLine, indented, lineOf } from './flow-line.ts';
import { columns, type PointMark } from './set-run.ts';
import { flatten, type Setting, setSlotted, widthOf } from './slotted-run.ts';

/** Columns of a roster beside what was said, and between the columns of a table. */
const rosterWidth = 20;
const gutter = 2;

/** The text of a document as lines of fixed columns. */
export const pageFlow = (setting: Setting): FlowLine[] => {
  const { front, body, back } = setting.document;
  return blocksOf([...front, ...body, ...back], setting, setting.options.textWidth);
};

function blocksOf(blocks: readonly Block[], setting: Setting, width: number): FlowLine[] {
  const out: FlowLine[] = [];
  for (const [index, block] of blocks.entries()) {
    const before = out.at(-1);
    const own = marked(blockOf(block, setting, width), block.id, setting);
    // A direction between a speaker and the speech stays with both.
    const isDirection =
      block.kind === 'paragraph' && block.role === 'stage' && before?.staysWithNext === true;
    const lines = isDirection ? own.map((line) => ({ ...line, staysWithNext: true })) : own;
    const isLed = block.kind === 'verse' && before?.staysWithNext === true;
    const isParted = !isLed && (parted(block) || (index > 0 && partsBehind(blocks[index - 1]!)));
    if (before !== undefined && (before.counts || before.cells.length > 0) && isParted)
      out.push({ ...blank, staysWithNext: before.staysWithNext });
    out.push(...lines);
    if (block.kind === 'heading') out.push({ ...blank, staysWithNext: true });
  }
  return out;
}

/** Lines of which the first carries an anchor that something refers to. */
function marked(lines: FlowLine[], id: string | undefined, { targets }: Setting): FlowLine[] {
  const [first, ...rest] = lines;
  if (first === undefined || id === undefined || !targets.has(id)) return lines;
  return [{ ...first, marks: [{ at: 0, kind: 'anchor', id }, ...first.marks] }, ...rest];
}

/** How much of the room beside a line stands before it. */
const shares = new Map<string, number>([
  ['dateline', 1],
  ['signed', 1],
  ['centered', 0.5],
  ['caption', 0.5],
]);

const moved = (line: FlowLine, width: number, share: number): FlowLine => ({
  ...line,
  cells: line.cells.map((cell) => ({
    ...cell,
    column: Math.max(cell.column, Math.floor((width - columns(cell.text)) * share)),
  })),
});

const partsBehind = ({ kind }: Block): boolean =>
  kind === 'quotation' || kind === 'table' || kind === 'verse' || kind === 'figure';

const parted = (block: Block): boolean =>
  block.kind !== 'paragraph' ||
  block.role === 'speaker' ||
  block.role === 'decision' ||
  block.role === 'unindented';

function blockOf(block: Block, setting: Setting, width: number): FlowLine[] {
  const run = (content: readonly Inline[], first: number, rest: number, staysWithNext = false) =>
    runOf(content, setting, width, first, rest, staysWithNext);
  switch (block.kind) {
    case 'heading': {
      const heading = { id: block.id ?? '', level: block.level, text: block.text };
      return run(block.content, 0, 0, true).map((line, index) =>
        index === 0 ? { ...line, headings: [heading] } : line,
      );
    }
    case 'paragraph': {
      const { role } = block;
      const rest = role === 'decision' ? 4 : 0;
      const lines = run(block.content, role === 'body' ? 2 : rest, rest, role === 'speaker');
      const share = setting.document.direction === 'rtl' ? undefined : shares.get(role);
      return share === undefined ? lines : lines.map((line) => moved(line, width, share));
    }
    case 'verse':
      return block.lines.flatMap((line) =>
        marked(run(line.content, 2 + 2 * line.indent, 8), line.id, setting).map((each) => ({
          ...each,
          verse: line.n,
        })),
      );
    case 'list':
      return block.items.flatMap((item, index) => {
        const label =
          item.label.length > 0
            ? item.label
            : [text(block.style === 'bulleted' ? '-' : block.style === 'numbered' ? `${index + 1}.` : '')];
        const labelled = plainText(label).trim() === '' ? [] : runOf(label, setting, width, 0, 2, false);
        const own = labelled[0]?.cells[0];
        const room = labelled.length === 1 && own !== undefined ? columns(own.text) + 1 : 0;
        const isBeside = room > 0 && room <= width / 2;
        const indent = isBeside ? room : labelled.length > 0 ? 2 : 0;
        const content = blocksOf(item.content, setting, width - indent).map(unindented);
        if (!isBeside) return marked([...labelled, ...indented(content, indent)], item.id, setting);
        return marked(
          beside([
            { column: 0, lines: labelled },
            { column: room, lines: content },
          ]),
          item.id,
          setting,
        );
      });
    case 'table': {
      const caption = block.caption.length === 0 ? [] : run(block.caption, 0, 0, true);
      return [...caption, ...tableOf(block, setting, width)];
    }
    case 'minutes': {
      if (block.roster.length === 0) return blocksOf(block.content, setting, width);
      const side = Math.min(rosterWidth, Math.floor(width / 2));
      return beside([
        { column: 0, lines: runOf(block.roster, setting, side - 2, 0, 0, false) },
        { column: side, lines: blocksOf(block.content, setting, width - side) },
      ]);
    }
    case 'quotation':
      return indented(blocksOf(block.content, setting, width - 8), 4);
    case 'parallel': {
      const half = Math.floor((width - 3) / 2);
      return block.pairs.flatMap((pair, index) => {
        const rows = beside([
          { column: 0, lines: blocksOf(pair.left, setting, half) },
          { column: half + 3, lines: blocksOf(pair.right, setting, half) },
        ]);
        return index > 0 ? [blank, ...rows] : rows;
      });
    }
    case 'figure':
      return [
        ...(block.description === '' ? [] : run([text(`[${block.description}]`)], 4, 4)),
        ...(block.caption.length === 0 ? [] : run(block.caption, 4, 4)),
      ];
    case 'rule':
      return [lineOf('* * *', Math.max(0, Math.floor(width / 2) - 2))];
  }
}

/** The first indent of a paragraph means nothing in an item of a list. */
const unindented = (line: FlowLine): FlowLine =>
  line.cells.length === 1 ? { ...line, cells: [{ ...line.cells[0]!, column: 0 }] } : line;

/** A table in columns, each as wide as its words or its share; rows run on where it has more columns than the page can hold. */
function tableOf(table: Table, setting: Setting, width: number): FlowLine[] {
  const grid = tableGrid(table);
  const natural = Array<number>(table.columns).fill(1);
  const starts = grid.map(({ cells }) => {
    let at = 0;
    return cells.map((cell) => {
      const start = at;
      at += cell?.columns ?? 1;
      if (cell?.columns === 1 && start < natural.length)
        natural[start] = Math.max(natural[start]!, widthOf(cell.content, setting));
      return start;
    });
  });
  const room = width - gutter * (natural.length - 1);
  if (room < natural.length * 6)
    return table.rows.flatMap(({ cells }) =>
      runOf(
        cells.flatMap((cell, index) => (index > 0 ? [text(' | '), ...cell.content] : cell.content)),
        setting,
        width,
        0,
        4,
        false,
      ),
    );
  const widths = shared(natural, room);
  const columnOf = (index: number) => widths.slice(0, index).reduce((sum, each) => sum + each + gutter, 0);
  return grid.flatMap(({ cells }, row) =>
    beside(
      cells.flatMap((cell, index) => {
        if (cell === undefined || cell.content.length === 0) return [];
        const column = columnOf(starts[row]![index]!);
        const own = columnOf(starts[row]![index]! + cell.columns) - gutter - column;
        return [{ column, lines: runOf(cell.content, setting, Math.max(own, 6), 0, 0, false) }];
      }),
    ),
  );
}

/** Widths of columns that together fit the room: narrow ones keep theirs, wide ones share the rest. */
function shared(natural: readonly number[], room: number): number[] {
  let widths = [...natural];
  for (
    let most = Math.min(room, Math.max(...natural));
    widths.reduce((sum, each) => sum + each, 0) > room;
    most--
  )
    widths = natural.map((each) => Math.min(each, Math.max(most, 1)));
  return widths;
}

function runOf(
  content: readonly Inline[],
  setting: Setting,
  width: number,
  first: number,
  rest: number,
  staysWithNext: boolean,
): FlowLine[] {
  const flat = flatten(content, setting);
  const lines = setSlotted(flat, Math.max(8, width - rest), Math.max(8, width - first));
  return lines.map((line, index): FlowLine => {
    const isLast = index === lines.length - 1;
    const own = flat.marks.filter(({ at, kind }) =>
      kind === 'end'
        ? (at > line.from || index === 0) && (at <= line.to || isLast)
        : (at >= line.from || index === 0) && (at < line.to || isLast),
    );
    return {
      cells: [{ column: index === 0 ? first : rest, text: line.text, holes: line.holes }],
      counts: true,
      marks: own,
      headings: [],
      staysWithNext,
      verse: '',
      occurrences: setting.options.repeatedWords ? occurrencesIn(line, own, setting) : new Map(),
    };
  });
}

function occurrencesIn(
  line: { readonly text: string; readonly from: number },
  marks: readonly PointMark[],
  { entries }: Setting,
): Map<string, number> {
  const found = new Map<string, number>();
  for (const mark of marks) {
    if (mark.kind !== 'start') continue;
    const lemma = plainText(entries.get(mark.id)?.lemma.content ?? []).trim();
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
