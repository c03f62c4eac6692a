import type { CompiledStylesheet } from './engine.ts';

/** The kinds of compiled node whose `line` is a line of the stylesheet. On others it may be an offset within an XPath expression (SaxonJS 2.7). */
const placed = new Set(
  'analyzeString applyImports applyT att callT choose comment compAtt compElem copy copyOf elem forEach forEachGroup function globalParam globalVariable iterate message namedTemplate nextMatch param procInst resultDoc template templateRule try valueOf withParam'.split(
    ' ',
  ),
);

interface SefNode {
  N: string;
  line?: string;
  C?: SefNode[];
}

/** The lines at which only instructions are: an error that the engine reports at another one has no line, for the number may be none. (The compiled form is checksummed, so that the others cannot be taken out of it.) */
export function trustedLines(stylesheet: CompiledStylesheet): Set<number> {
  const lines = new Set<number>();
  const doubtful = new Set<number>();
  const visit = (node: SefNode) => {
    if (node.line !== undefined) (placed.has(node.N) ? lines : doubtful).add(Number(node.line));
    for (const child of node.C ?? []) visit(child);
  };
  visit(stylesheet as SefNode);
  for (const line of doubtful) lines.delete(line);
  return lines;
}
