import type { Block, Inline } from './print-document.ts';

/** Blocks with every run of inlines changed. */
export function mapRuns(blocks: readonly Block[], map: (content: readonly Inline[]) => Inline[]): Block[] {
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
