import type { Block, Inline } from './print-document.ts';

/** Shorthand of every renderer for generated text. */
export const text = (value: string): Inline => ({ kind: 'text', text: value });

/** The characters of inlines, without notes. */
export function plainText(inlines: readonly Inline[]): string {
  let all = '';
  for (const inline of inlines) {
    if (inline.kind === 'text') all += inline.text;
    else if (inline.kind === 'break') all += ' ';
    else if ('content' in inline) all += plainText(inline.content);
  }
  return all;
}

/** Every inline of a tree in text order, parents first. */
export function* walkInlines(inlines: readonly Inline[]): Generator<Inline> {
  for (const inline of inlines) {
    yield inline;
    if ('content' in inline) yield* walkInlines(inline.content);
  }
}

/** A block or verse line with its own runs of inlines. */
export interface Run {
  readonly block: Block;
  readonly i: number | undefined;
  readonly id: string | undefined;
  readonly content: readonly Inline[];
}

/** Every run of inlines below blocks, in text order. */
export function* walkRuns(blocks: readonly Block[]): Generator<Run> {
  for (const block of blocks) {
    const run = (content: readonly Inline[], id = block.id, i = block.i): Run => ({ block, i, id, content });
    switch (block.kind) {
      case 'heading':
      case 'paragraph':
        yield run(block.content);
        break;
      case 'verse':
        for (const line of block.lines) yield run(line.content, line.id, line.i ?? block.i);
        break;
      case 'list':
        for (const item of block.items) {
          if (item.label.length > 0) yield run(item.label, item.id);
          yield* walkRuns(item.content);
        }
        break;
      case 'table':
        if (block.caption.length > 0) yield run(block.caption);
        for (const row of block.rows) for (const cell of row.cells) yield run(cell.content);
        break;
      case 'minutes':
        if (block.roster.length > 0) yield run(block.roster);
        yield* walkRuns(block.content);
        break;
      case 'quotation':
        yield* walkRuns(block.content);
        break;
      case 'parallel':
        for (const pair of block.pairs) {
          yield* walkRuns(pair.left);
          yield* walkRuns(pair.right);
        }
        break;
      case 'figure':
        yield run(block.caption);
        break;
      case 'rule':
        break;
    }
  }
}

/** Every block, parents before their children, in text order. */
export function* walkBlocks(blocks: readonly Block[]): Generator<Block> {
  for (const block of blocks) {
    yield block;
    if (block.kind === 'list') for (const item of block.items) yield* walkBlocks(item.content);
    else if (block.kind === 'parallel')
      for (const pair of block.pairs) {
        yield* walkBlocks(pair.left);
        yield* walkBlocks(pair.right);
      }
    else if (block.kind === 'minutes' || block.kind === 'quotation') yield* walkBlocks(block.content);
  }
}
