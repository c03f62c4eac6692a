import { text } from './inlines.ts';
import type { Block, Inline } from './print-document.ts';

/** The runs of inlines in blocks, in their order. */
export function* runsIn(blocks: readonly Block[]): Generator<readonly Inline[]> {
  for (const block of blocks) {
    if (block.kind === 'heading' || block.kind === 'paragraph') yield block.content;
    else if (block.kind === 'verse') for (const line of block.lines) yield line.content;
    else if (block.kind === 'list')
      for (const item of block.items) {
        const [head, ...rest] = [...runsIn(item.content)];
        yield item.label.length > 0 ? [...item.label, text(' '), ...(head ?? [])] : (head ?? []);
        yield* rest;
      }
    else if (block.kind === 'table')
      for (const row of block.rows)
        yield row.cells.flatMap((cell, index) => (index > 0 ? [text(' · '), ...cell.content] : cell.content));
    else if (block.kind === 'minutes') {
      yield block.roster;
      yield* runsIn(block.content);
    } else if (block.kind === 'quotation') yield* runsIn(block.content);
    else if (block.kind === 'figure') yield block.caption;
  }
}

/** Blocks with marks put before the first run. */
export function withFirst(marks: Inline[], blocks: Block[]): Block[] {
  const head = blocks[0];
  if (marks.length === 0) return blocks;
  if (head?.kind === 'paragraph')
    return [{ ...head, content: [...marks, ...head.content] }, ...blocks.slice(1)];
  return [{ kind: 'paragraph', role: 'continued', n: '', content: marks }, ...blocks];
}

/** Blocks with marks put at the end of the last run, or nothing where there is none. */
export function appendTo(blocks: readonly Block[], marks: Inline[]): Block[] | undefined {
  const last = blocks.at(-1);
  const rest = blocks.slice(0, -1);
  if (last === undefined) return undefined;
  if (last.kind === 'paragraph' || last.kind === 'heading')
    return [...rest, { ...last, content: [...last.content, ...marks] }];
  if (last.kind === 'verse') {
    const line = last.lines.at(-1)!;
    return [
      ...rest,
      { ...last, lines: [...last.lines.slice(0, -1), { ...line, content: [...line.content, ...marks] }] },
    ];
  }
  if (last.kind === 'quotation' || last.kind === 'minutes') {
    const inner = appendTo(last.content, marks);
    return inner === undefined ? undefined : [...rest, { ...last, content: inner }];
  }
  if (last.kind === 'list') {
    const item = last.items.at(-1);
    const inner = item === undefined ? undefined : appendTo(item.content, marks);
    return inner === undefined
      ? undefined
      : [...rest, { ...last, items: [...last.items.slice(0, -1), { ...item!, content: inner }] }];
  }
  return undefined;
}
