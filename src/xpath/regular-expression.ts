/** Turns a regular expression of XPath (XQuery and XPath Functions 3.1 §5.6) with its flags into JavaScript's. Throws `SyntaxError` where it is not one. */
export function regularExpression(pattern: string, flags: string, more = ''): RegExp {
  if (/[^smixq]/.test(flags)) throw new SyntaxError(`FORX0001: unknown flag in “${flags}”`);
  const own = `v${more}${flags.includes('i') ? 'i' : ''}${flags.includes('s') ? 's' : ''}${flags.includes('m') ? 'm' : ''}`;
  if (flags.includes('q'))
    return new RegExp(pattern.replace(/[\\^$.*+?()[\]{}|/&!#%,:;<=>@`~-]/g, '\\$&'), own);
  return new RegExp(translate(pattern, flags.includes('x')), own);
}

const nameStart =
  ':A-Z_a-z\\u{C0}-\\u{D6}\\u{D8}-\\u{F6}\\u{F8}-\\u{2FF}\\u{370}-\\u{37D}\\u{37F}-\\u{1FFF}\\u{200C}\\u{200D}\\u{2070}-\\u{218F}\\u{2C00}-\\u{2FEF}\\u{3001}-\\u{D7FF}\\u{F900}-\\u{FDCF}\\u{FDF0}-\\u{FFFD}\\u{10000}-\\u{EFFFF}';
const nameCharacter = `${nameStart}\\-.0-9\\u{B7}\\u{300}-\\u{36F}\\u{203F}\\u{2040}`;
const classes: Record<string, string> = {
  i: `[${nameStart}]`,
  I: `[^${nameStart}]`,
  c: `[${nameCharacter}]`,
  C: `[^${nameCharacter}]`,
  d: '\\p{Nd}',
  D: '\\P{Nd}',
  w: '[[\\p{L}\\p{M}\\p{N}\\p{S}]]',
  W: '[\\p{P}\\p{Z}\\p{C}]',
  s: '[ \\t\\n\\r]',
  S: '[^ \\t\\n\\r]',
};

function translate(pattern: string, ignoresBlanks: boolean): string {
  let result = '';
  let depth = 0;
  for (let i = 0; i < pattern.length; i++) {
    const character = pattern[i]!;
    if (character === '\\') {
      const next = pattern[++i] ?? '';
      if (Object.hasOwn(classes, next)) result += classes[next];
      else if (/[pP0-9nrt\\|.?*+(){}$\-[\]^]/.test(next)) result += `\\${next}`;
      else throw new SyntaxError(`FORX0002: unknown escape \\${next}`);
    } else if (depth === 0 && ignoresBlanks && /\s/.test(character)) {
      // The flag x: blanks outside classes count for nothing.
    } else if (character === '[') {
      result += character;
      depth++;
      if (pattern[i + 1] === '^') result += pattern[++i];
    } else if (character === ']' && depth > 0) {
      result += character;
      depth--;
    } else if (depth > 0 && character === '-' && pattern[i + 1] === '[') result += '--';
    else if (depth > 0 && '(){}/|&!#%,:;<=>@`~'.includes(character)) result += `\\${character}`;
    else if (depth > 0 && character === '-' && !isRange(pattern, i)) result += '\\-';
    else result += character;
  }
  return wrapSubtractions(result);
}

/** JavaScript's set notation wants both sides of a subtraction as classes: `[a-z--[b]]` becomes `[[a-z]--[b]]`. */
function wrapSubtractions(pattern: string): string {
  return pattern.replace(/\[(\^?)((?:[^[\]\\]|\\.)*?)--\[/g, (_, negated: string, left: string) =>
    negated === '' ? `[[${left}]--[` : `[[^${left}]--[`,
  );
}

function isRange(pattern: string, at: number): boolean {
  const [before, after] = [pattern[at - 1], pattern[at + 1]];
  return before !== '[' && before !== '^' && after !== ']' && after !== undefined;
}
