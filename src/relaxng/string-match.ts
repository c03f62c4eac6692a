import type { ValueContext } from './datatypes/datatype.ts';
import { isBlank, itemsOf } from './datatypes/white-space.ts';
import { derived } from './derivative.ts';
import type { Pattern, Patterns } from './pattern.ts';

/** Longer strings are not remembered, nor more than so many. */
const [lengthLimit, countLimit] = [200, 4096];

/** Whether a string is right as the value of an attribute or the whole content of an element. */
export function matchesString(
  patterns: Patterns,
  pattern: Pattern,
  text: string,
  context: ValueContext,
): boolean {
  if (pattern.kind === 'text') return true;
  if (pattern.dependsOnContext || text.length > lengthLimit) return matches(patterns, pattern, text, context);
  pattern.matches ??= new Map();
  let isRight = pattern.matches.get(text);
  if (isRight === undefined) {
    isRight = matches(patterns, pattern, text, context);
    if (pattern.matches.size >= countLimit) pattern.matches.clear();
    pattern.matches.set(text, isRight);
  }
  return isRight;
}

function matches(patterns: Patterns, pattern: Pattern, text: string, context: ValueContext): boolean {
  return (pattern.isNullable && isBlank(text)) || matchesOne(patterns, pattern, text, context);
}

/** RELAX NG §9.3.7–9.3.11 for one string. */
function matchesOne(patterns: Patterns, pattern: Pattern, text: string, context: ValueContext): boolean {
  const { kind, items } = pattern;
  const one = (each: Pattern) => matchesOne(patterns, each, text, context);
  switch (kind) {
    case 'text':
      return true;
    case 'data':
      return pattern.datatype!.allows(text, context) && !items.some(one);
    case 'value':
      return pattern.datatype!.key(text, context) === pattern.key;
    case 'list':
      return matchesList(patterns, items[0]!, itemsOf(text), context);
    case 'choice':
      return items.some(one);
    case 'oneOrMore':
      return one(items[0]!);
    case 'group':
    case 'interleave':
      return (one(items[0]!) && items[1]!.isNullable) || (items[0]!.isNullable && one(items[1]!));
    default:
      return false;
  }
}

function matchesList(
  patterns: Patterns,
  pattern: Pattern,
  words: readonly string[],
  context: ValueContext,
): boolean {
  let state = pattern;
  for (const word of words) {
    const known = new Map<Pattern, Pattern>();
    const after = (each: Pattern): Pattern => {
      let found = known.get(each);
      if (found === undefined) {
        if (each.kind === 'data' || each.kind === 'value')
          found = matchesOne(patterns, each, word, context) ? patterns.empty : patterns.notAllowed;
        else found = derived(patterns, each, after);
        known.set(each, found);
      }
      return found;
    };
    state = after(state);
    if (state === patterns.notAllowed) return false;
  }
  return state.isNullable;
}
