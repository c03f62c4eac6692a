import { createContext, Script } from 'node:vm';

/** A compiled `@matchPattern`. */
export interface PrefixPattern {
  /** Whether a match had to be broken off; from then on nothing matches. */
  readonly isTooSlow: boolean;
  /** The replacement with its `$1` … filled, put in place of what the pattern matches in `text`; undefined where it matches nothing or takes longer than a tenth of a second. */
  replace(text: string, replacement: string): string | undefined;
}

/** Compiles a regular expression as editors write them; undefined where it is none. A pattern whose matching could take exponential time runs under a time limit. */
export function readPrefixPattern(pattern: string): PrefixPattern | undefined {
  const expression = compile(pattern);
  if (expression === undefined) return undefined;
  const isTame = growsGently(pattern);
  let isTooSlow = false;
  return {
    get isTooSlow() {
      return isTooSlow;
    },
    replace(text, replacement) {
      if (isTooSlow) return undefined;
      const found = isTame && text.length <= 1000 ? expression.exec(text) : matchWithin(expression, text);
      if (found === undefined) isTooSlow = true;
      if (found === null || found === undefined) return undefined;
      const filled = replacement.replace(/\$(\$|\d+)/g, (all, group: string) =>
        group === '$' ? '$' : Number(group) < found.length ? (found[Number(group)] ?? '') : all,
      );
      return text.slice(0, found.index) + filled + text.slice(found.index + found[0].length);
    },
  };
}

function compile(pattern: string): RegExp | undefined {
  const translated = pattern.replaceAll('\\i', '[\\p{L}_:]').replaceAll('\\c', '[\\p{L}\\p{N}_:.\\-]');
  for (const flags of ['u', '']) {
    try {
      return new RegExp(flags === 'u' ? translated : pattern, flags);
    } catch {
      // Editors write escapes that the Unicode mode forbids, such as `\_`.
    }
  }
  return undefined;
}

/** Whether backtracking is bounded by a low power of the text's length: no repetition of a group that repeats or alternates inside, at most two unbounded repetitions, no back-reference. */
function growsGently(pattern: string): boolean {
  const bare = pattern.replace(/\\./g, 'x').replace(/\[[^\]]*\]/g, 'x');
  if (/\\[1-9k]/.test(pattern)) return false;
  if (/\([^()]*[*+{|][^()]*\)[*+{?]/.test(bare) || /\)\)+[*+{?]/.test(bare)) return false;
  return (bare.match(/[*+]|\{\d+,/g)?.length ?? 0) <= 2;
}

const matcher = new Script('expression.exec(text)');
const room = createContext(Object.create(null));

function matchWithin(expression: RegExp, text: string): RegExpExecArray | null | undefined {
  try {
    Object.assign(room, { expression, text });
    return matcher.runInContext(room, { timeout: 100 });
  } catch {
    return undefined;
  }
}
