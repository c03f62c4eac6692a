import { plainText } from '../inlines.ts';
import type { Block, Inline } from '../print-document.ts';
import { settleBlanks } from '../settle-blanks.ts';
import { brokenAnywhere, placedCells, usualScale } from '../table-columns.ts';
import type { Plants } from './lemma-occurrences.ts';
import { type Node, nodesOf, primary, type Writing } from './model-inlines.ts';
import type { Unit } from './units.ts';

/** How the blocks of a place are set. */
export interface Setting {
  readonly writing: Writing;
  readonly plantsOf: (content: readonly Inline[]) => Plants;
  /** Type size of the text, in points. */
  readonly size: number;
  readonly scale: number;
  /** Room between the margins of the place, in points. */
  readonly width: number;
  /** Kinds of the blocks around. */
  readonly depth: string;
}

/** Type sizes of headings by level, in sizes of the text: the template's, times 1.4 and 1.2 that Typst (0.14) gives the first two levels. */
const headingScale = [1.75, 1.32, 1];
/** A label that has room before its item. */
const shortLabel = /^(?:\d{1,2}|\p{L})[.)]?$/u;
/** Blocks inside one another that are set in, and the narrowest room for that in type sizes: deeper ones stay at the margin of those around them. */
const deepestBlocks = 8;
const narrowest = 14;
/** A row whose cells hold more characters than this may be divided between pages. */
const longestRow = 1500;

/** A block as the template reads it; its paragraphs become units. */
export function blockOf(block: Block, setting: Setting): Record<string, unknown>[] {
  const { writing } = setting;
  /** What is said of an id is said of the next unit. */
  const anchor = (id: string | undefined) => {
    if (id !== undefined && id !== '' && !writing.unitOf.has(`b:${id}`))
      writing.unitOf.set(`b:${id}`, writing.units.length);
  };
  const base = {
    kind: block.kind as string,
    lang: block.language === undefined ? null : primary(block.language),
    dir: block.direction ?? writing.document.direction,
  };
  const run = (content: readonly Inline[], more: Partial<Unit> = {}) =>
    unitOf(content, setting, { kind: block.kind, i: block.i, ...more });
  const inner = (blocks: readonly Block[], more: Partial<Setting> = {}) =>
    blocks.flatMap((each) => blockOf(each, { ...setting, depth: `${setting.depth}>${block.kind}`, ...more }));
  anchor(block.id);
  const isTooDeep =
    setting.depth.split('>').length > deepestBlocks || setting.width < narrowest * setting.size;
  switch (block.kind) {
    case 'heading': {
      const scale = headingScale[Math.min(block.level, 3) - 1]!;
      writing.unitOf.set(`h:${block.id}`, writing.units.length);
      const content = run(block.content, {
        scale: setting.scale * scale,
        isSticky: true,
        kind: `h${block.level}`,
      });
      return [{ ...base, level: Math.min(block.level, 6), content }];
    }
    case 'paragraph': {
      // A direction between a speaker and the speech stays with both.
      const isSticky =
        block.role === 'speaker' || (block.role === 'stage' && writing.units.at(-1)?.isSticky === true);
      return [{ ...base, role: block.role, content: run(block.content, { kind: block.role, isSticky }) }];
    }
    case 'verse': {
      const stanza = writing.units.length;
      return [
        {
          ...base,
          lines: block.lines.map((line) => {
            anchor(line.id);
            return {
              indent: line.indent,
              content: run(line.content, { stanza, verse: line.n, i: line.i ?? block.i }),
            };
          }),
        },
      ];
    }
    case 'list': {
      const content = block.items.flatMap((item, index) => itemOf(item, index));
      return isTooDeep ? content : [{ ...base, content }];
    }
    case 'table':
      return [{ ...base, ...tableOf(block, setting, run) }];
    case 'minutes': {
      const isBeside = block.content.length > 0;
      const roster = run(block.roster, { scale: setting.scale * 0.88, isBeside });
      const width = (setting.width - 1.4 * setting.size) * 0.73;
      return [{ ...base, roster, content: inner(block.content, isBeside ? { width } : {}) }];
    }
    case 'quotation':
      if (isTooDeep) return inner(block.content);
      return [
        {
          ...base,
          content: inner(block.content, {
            scale: setting.scale * 0.94,
            width: setting.width - 3.2 * setting.size,
          }),
        },
      ];
    case 'parallel':
      // Facing pages need pages of their own; inside another block the two texts follow each other.
      return block.pairs.flatMap((pair) => [...inner(pair.left), ...inner(pair.right)]);
    case 'figure': {
      const group = writing.units.length;
      const frame = { group, pad: setting.size };
      const description: Inline[] =
        block.description === '' ? [] : [{ kind: 'text', text: block.description }];
      return [{ ...base, description: run(description, frame), content: run(block.caption, frame) }];
    }
    case 'rule':
      return [base];
  }

  function itemOf(
    item: Extract<Block, { kind: 'list' }>['items'][number],
    index: number,
  ): Record<string, unknown>[] {
    const list = block as Extract<Block, { kind: 'list' }>;
    const sign = list.style === 'bulleted' ? '•' : list.style === 'numbered' ? `${index + 1}.` : '';
    const label: readonly Inline[] = item.label.length > 0 ? item.label : [{ kind: 'text', text: sign }];
    const [first, ...rest] = item.content;
    const indented = isTooDeep ? {} : { width: setting.width - 1.6 * setting.size };
    anchor(item.id);
    const isBeside = list.items.every((each) => shortLabel.test(plainText(each.label).trim()));
    if ((list.style === 'labelled' && !isBeside) || first?.kind !== 'paragraph') {
      const head = run([{ kind: 'style', style: 'bold', content: label }], { isSticky: true });
      return [
        { ...base, kind: 'paragraph', role: 'unindented', content: head },
        ...(isTooDeep
          ? inner(item.content)
          : [{ ...base, kind: 'list', content: inner(item.content, indented) }]),
      ];
    }
    const role = list.style === 'plain' && item.label.length === 0 ? 'unindented' : 'item';
    const next = { unit: writing.units.length };
    const own = settleBlanks(label);
    const nodes = role === 'item' ? nodesOf(own, writing, next, setting.plantsOf(own)) : [];
    const [paragraph] = inner([first]);
    return [{ ...paragraph, role, label: nodes }, ...inner(rest, indented)];
  }
}

type Run = (content: readonly Inline[], more?: Partial<Unit>) => Node[];

function tableOf(block: Extract<Block, { kind: 'table' }>, setting: Setting, run: Run) {
  const { writing } = setting;
  const caption = run(block.caption, { isSticky: true });
  writing.tableRooms.set(block, setting.width / setting.scale);
  const {
    scale: own,
    widths,
    broken,
  } = writing.tableSizes.get(block) ?? {
    scale: usualScale(block.columns),
    widths: undefined,
    broken: undefined,
  };
  const scale = setting.scale * own;
  const placed = placedCells(block);
  const contentOf = (content: readonly Inline[], column: number) => {
    const what = broken?.get(column);
    return what === undefined ? content : brokenAnywhere(content, what);
  };
  const isRow = block.rows.findIndex((row) => !row.isLabel);
  const head = isRow === -1 ? 0 : isRow;
  const table = writing.units.length;
  let group = -1;
  let spanned = 0;
  const rows = block.rows.map((row, index) => {
    if (spanned === 0) group = writing.units.length;
    spanned = Math.max(spanned - 1, 0, ...row.cells.map((cell) => cell.rows - 1));
    const letters = row.cells.reduce((sum, cell) => sum + plainText(cell.content).length, 0);
    const mayPart = letters > longestRow;
    return {
      breakable: mayPart,
      cells: row.cells.map((cell, at) => ({
        columns: cell.columns,
        rows: cell.rows,
        label: cell.isLabel,
        content: run(contentOf(cell.content, placed[index]![at]!.column), {
          kind: 'cell',
          scale,
          pad: 0.3 * scale * setting.size,
          group,
          mayPart,
          table,
          isHead: index < head,
        }),
      })),
    };
  });
  return {
    caption,
    columns: block.columns,
    widths: widths?.map((width) => width * setting.scale) ?? null,
    scale: own,
    head,
    rows,
  };
}

/** A run as a unit: its nodes between the marks of its start and end. */
function unitOf(content: readonly Inline[], setting: Setting, more: Partial<Unit>): Node[] {
  const { writing } = setting;
  const unit = writing.units.length;
  writing.units.push({
    scale: setting.scale,
    isBeside: false,
    pad: 0,
    isSticky: false,
    group: -1,
    mayPart: false,
    stanza: -1,
    table: -1,
    isHead: false,
    verse: '',
    i: undefined,
    ...more,
    kind: `${setting.depth}/${more.kind}`,
  });
  const settled = settleBlanks(content);
  const nodes = nodesOf(settled, writing, { unit }, setting.plantsOf(settled));
  return nodes.length === 0 ? [] : [['<', unit * 2], ...nodes, ['>', unit * 2 + 1]];
}
