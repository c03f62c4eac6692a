import { contains } from './name-class.ts';
import type { Declaration, Pattern, Patterns } from './pattern.ts';

/** What is left of a pattern after part of an element (James Clark, An algorithm for RELAX NG validation), remembered in the patterns. */

/** After a child element of a declaration. */
export function afterElement(patterns: Patterns, pattern: Pattern, declaration: Declaration): Pattern {
  if (!pattern.hasElements) return patterns.notAllowed;
  if (pattern.kind === 'element')
    return pattern.declaration === declaration ? patterns.empty : patterns.notAllowed;
  pattern.afterElement ??= new Map();
  let after = pattern.afterElement.get(declaration);
  if (after === undefined) {
    after = derived(patterns, pattern, (each) => afterElement(patterns, each, declaration));
    pattern.afterElement.set(declaration, after);
  }
  return after;
}

/** After text that is not blank; datatypes do not match, because elements stand beside it. */
export function afterText(patterns: Patterns, pattern: Pattern): Pattern {
  if (pattern.kind === 'text') return pattern;
  if (!pattern.hasText) return patterns.notAllowed;
  pattern.afterText ??= derived(patterns, pattern, (each) => afterText(patterns, each));
  return pattern.afterText;
}

/** After an attribute. `accepts` says whether its value is right for a pattern. */
export function afterAttribute(
  patterns: Patterns,
  pattern: Pattern,
  namespace: string,
  local: string,
  accepts: (value: Pattern) => boolean,
): Pattern {
  const known = new Map<Pattern, Pattern>();
  const after = (each: Pattern): Pattern => {
    let found = known.get(each);
    if (found === undefined) {
      found = left(each);
      known.set(each, found);
    }
    return found;
  };
  const left = (each: Pattern): Pattern => {
    if (!each.hasAttributes) return patterns.notAllowed;
    if (each.kind === 'attribute')
      return contains(each.nameClass!, namespace, local) && accepts(each.items[0]!)
        ? patterns.empty
        : patterns.notAllowed;
    // Attributes have no order: in a group, too, either part may be the one that has it.
    if (each.kind === 'group') {
      const [a, b] = each.items as [Pattern, Pattern];
      return patterns.choice([patterns.group(after(a), b), patterns.group(a, after(b))]);
    }
    return derived(patterns, each, after);
  };
  return after(pattern);
}

/** At the end of the start tag: attributes that are still wanted are missing. */
export function afterAttributes(patterns: Patterns, pattern: Pattern): Pattern {
  if (!pattern.hasAttributes) return pattern;
  pattern.afterAttributes ??= replaced(
    patterns,
    pattern,
    (each) => afterAttributes(patterns, each),
    patterns.notAllowed,
  );
  return pattern.afterAttributes;
}

/** The same pattern as if every attribute were there. */
export function withoutAttributes(patterns: Patterns, pattern: Pattern): Pattern {
  const known = new Map<Pattern, Pattern>();
  const without = (each: Pattern): Pattern => {
    if (!each.hasAttributes) return each;
    let found = known.get(each);
    if (found === undefined) {
      found = replaced(patterns, each, without, patterns.empty);
      known.set(each, found);
    }
    return found;
  };
  return without(pattern);
}

function replaced(
  patterns: Patterns,
  { kind, items }: Pattern,
  inside: (pattern: Pattern) => Pattern,
  attribute: Pattern,
): Pattern {
  switch (kind) {
    case 'attribute':
      return attribute;
    case 'choice':
      return patterns.choice(items.map(inside));
    case 'oneOrMore':
      return patterns.oneOrMore(inside(items[0]!));
    default:
      return patterns[kind as 'group' | 'interleave'](inside(items[0]!), inside(items[1]!));
  }
}

/** The rule of derivatives for the patterns that have parts; the leaves are the caller's. */
export function derived(patterns: Patterns, pattern: Pattern, after: (each: Pattern) => Pattern): Pattern {
  const { kind, items } = pattern;
  const [a, b] = items as [Pattern, Pattern];
  switch (kind) {
    case 'choice':
      return patterns.choice(items.map(after));
    case 'group': {
      const first = patterns.group(after(a), b);
      return a.isNullable ? patterns.choice([first, after(b)]) : first;
    }
    case 'interleave':
      return patterns.choice([patterns.interleave(after(a), b), patterns.interleave(a, after(b))]);
    case 'oneOrMore':
      return patterns.group(after(a), patterns.choice([pattern, patterns.empty]));
    default:
      return patterns.notAllowed;
  }
}
