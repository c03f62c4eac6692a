import { createRequire } from 'node:module';
import { DatatypeFault } from './datatype.ts';
import { outlineOf } from './expression-outline.ts';

type Matches = (text: string) => boolean;

/** An expression that would unfold to more steps than this is refused. */
const sizeLimit = 20_000;
/** By degree: up to this length a string may be matched by backtracking, in at most some 50,000 steps. */
const lengthLimits = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, 300, 60, 32];

const known = new Map<string, Matches>();

/**
 * The test of a `pattern` facet (XML Schema 2 §F): the whole string must match. Time is linear in
 * the string: JavaScript's own engine is used only where it cannot backtrack far. Throws a `DatatypeFault`.
 */
export function regularExpression(pattern: string): Matches {
  let matches = known.get(pattern);
  if (matches === undefined) {
    matches = make(pattern);
    if (known.size > 1000) known.clear();
    known.set(pattern, matches);
  }
  return matches;
}

function make(pattern: string): Matches {
  const outline = outlineOf(pattern);
  if ((outline?.size ?? roughSize(pattern)) > sizeLimit) {
    throw new DatatypeFault('cost', `unfolds to more than ${sizeLimit.toLocaleString('en')} steps`);
  }
  const lengthLimit = lengthLimits[outline?.degree ?? Number.POSITIVE_INFINITY];
  if (outline?.native === undefined || lengthLimit === undefined) return thorough(pattern);
  const native = new RegExp(`^(?:${outline.native})$`, 'u');
  if (outline.degree < 2) return (text) => native.test(text);
  let fallback: Matches | undefined;
  return (text) => {
    if (text.length <= lengthLimit) return native.test(text);
    fallback ??= thorough(pattern);
    return fallback(text);
  };
}

/** The most that the counts of an expression can unfold to, however they are nested. */
function roughSize(pattern: string): number {
  let size = pattern.length;
  for (const [, least, most] of pattern.matchAll(/\{(\d+)(?:,(\d*))?\}/g)) {
    size *= Math.max(1, Number(least) + 1, Number(most ?? 0));
  }
  return size;
}

const load = createRequire(import.meta.url);

/** The whole engine, loaded when an expression first needs it. */
function thorough(pattern: string): Matches {
  const { compile } = load('xspattern') as typeof import('xspattern');
  try {
    return compile(pattern, { language: 'xsd' });
  } catch (error) {
    throw new DatatypeFault('parameter', error instanceof Error ? error.message : String(error));
  }
}
