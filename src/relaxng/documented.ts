import type { PatternSyntax } from './syntax.ts';

/** The pattern with what is said of it, where it is one that messages name and nothing nearer is said. */
export function documented(pattern: PatternSyntax, documentation: string | undefined): PatternSyntax {
  if (documentation === undefined) return pattern;
  if (pattern.kind !== 'element' && pattern.kind !== 'attribute' && pattern.kind !== 'value') return pattern;
  return pattern.documentation === undefined ? { ...pattern, documentation } : pattern;
}
