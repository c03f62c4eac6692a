/** One CSS declaration, its property in lower case. */
export interface Declaration {
  readonly property: string;
  readonly value: string;
}

const allowed = new Set(
  `background-color border border-bottom border-color border-left border-right border-style border-top border-width
  break-after break-before color direction display float font-size font-style font-variant font-variant-caps
  font-weight letter-spacing line-height list-style-type margin margin-bottom margin-left margin-right margin-top
  padding padding-bottom padding-left padding-right padding-top page-break-after page-break-before text-align
  text-decoration text-decoration-line text-decoration-style text-indent text-transform unicode-bidi vertical-align
  white-space width word-spacing`
    .trim()
    .split(/\s+/),
);
const displays = new Set(
  'block inline inline-block list-item none table table-row table-cell table-caption'.split(' '),
);

/** The declarations of a style: text up to `;` outside quotation marks and parentheses, comments left out. */
export function declarationsOf(style: string): Declaration[] {
  const found: Declaration[] = [];
  for (const piece of splitDeclarations(style.replace(/\/\*[\s\S]*?(?:\*\/|$)/g, ' '))) {
    const colon = piece.indexOf(':');
    if (colon < 0) {
      if (piece.trim() !== '') found.push({ property: piece.trim(), value: '' });
      continue;
    }
    found.push({
      property: piece.slice(0, colon).trim().toLowerCase(),
      value: piece.slice(colon + 1).trim(),
    });
  }
  return found;
}

/** Whether a declaration may go into a page as it stands: a property of the allow-list, a value that loads and runs nothing. */
export function isSafeDeclaration({ property, value }: Declaration): boolean {
  if (!allowed.has(property)) return false;
  if (!/^[\w\s.%#(),+*/-]{1,80}$/.test(value) || value.includes('/*')) return false;
  for (const [, call] of value.matchAll(/([\w-]*)\s*\(/g)) {
    if (!/^(?:rgba?|hsla?|calc)$/i.test(call!)) return false;
  }
  return property !== 'display' || displays.has(value.toLowerCase());
}

/** The text of a `content` declaration: strings and their escapes; undefined where it is anything else. */
export function contentText(value: string): string | undefined {
  let text = '';
  const rest = value.replace(/"((?:[^"\\]|\\[\s\S])*)"|'((?:[^'\\]|\\[\s\S])*)'/g, (_, double, single) => {
    text += String(double ?? single).replace(/\\(?:([0-9a-fA-F]{1,6})\s?|([\s\S]))/g, (__, hex, plain) =>
      hex === undefined ? plain : character(Number.parseInt(hex, 16)),
    );
    return '';
  });
  return rest.trim() === '' ? text : undefined;
}

function character(code: number): string {
  const isCharacter = code > 0x1f && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return isCharacter ? String.fromCodePoint(code) : '\ufffd';
}

function splitDeclarations(style: string): string[] {
  const pieces: string[] = [];
  let [start, depth, quote] = [0, 0, ''];
  for (let i = 0; i < style.length; i++) {
    const c = style[i]!;
    if (c === '\\') i++;
    else if (quote !== '') {
      if (c === quote) quote = '';
    } else if (c === '"' || c === "'") quote = c;
    else if (c === '(') depth++;
    else if (c === ')') depth = Math.max(0, depth - 1);
    else if (c === ';' && depth === 0) {
      pieces.push(style.slice(start, i));
      start = i + 1;
    }
  }
  pieces.push(style.slice(start));
  return pieces;
}
