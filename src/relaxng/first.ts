import type { Pattern } from './pattern.ts';

/** The leaves that a pattern may begin with, in the schema's order: elements, text, datatypes, values and lists. */
export function firstOf(patterns: readonly Pattern[]): Pattern[] {
  const found = new Set<Pattern>();
  const visited = new Set<Pattern>();
  const visit = (pattern: Pattern): void => {
    if (visited.has(pattern)) return;
    visited.add(pattern);
    switch (pattern.kind) {
      case 'element':
      case 'text':
      case 'data':
      case 'value':
      case 'list':
        found.add(pattern);
        return;
      case 'group':
        visit(pattern.items[0]!);
        if (pattern.items[0]!.isNullable) visit(pattern.items[1]!);
        return;
      case 'choice':
      case 'interleave':
      case 'oneOrMore':
        for (const each of pattern.items) visit(each);
    }
  };
  for (const each of patterns) visit(each);
  return [...found];
}
