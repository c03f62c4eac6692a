/** Bits of `characterClasses`: what a UTF-16 unit may be (XML 1.0 §2.2–2.3, XML 1.1 §2.2–2.3). */
export const NAME_START = 1;
export const NAME = 2;
/** White space, and in XML 1.1 the line ends NEL and LINE SEPARATOR. */
export const SPACE = 4;
/** Character data that is taken as it is: neither markup, nor `]`, nor a line end that must be normalised. */
export const TEXT = 8;
/** The same for an attribute value: neither quotes, `<`, `&`, nor white space but the space. */
export const VALUE = 16;
/** Allowed to stand in a document. Surrogates are not: pairs are looked at apart. */
export const LEGAL = 32;

const nameStarts = [
  [0x3a, 0x3a],
  [0x41, 0x5a],
  [0x5f, 0x5f],
  [0x61, 0x7a],
  [0xc0, 0xd6],
  [0xd8, 0xf6],
  [0xf8, 0x2ff],
  [0x370, 0x37d],
  [0x37f, 0x1fff],
  [0x200c, 0x200d],
  [0x2070, 0x218f],
  [0x2c00, 0x2fef],
  [0x3001, 0xd7ff],
  [0xf900, 0xfdcf],
  [0xfdf0, 0xfffd],
] as const;
const nameContinuations = [
  [0x2d, 0x2e],
  [0x30, 0x39],
  [0xb7, 0xb7],
  [0x300, 0x36f],
  [0x203f, 0x2040],
] as const;

function classesOf(isXml11: boolean): Uint8Array {
  const plain = LEGAL | TEXT | VALUE;
  const classes = new Uint8Array(0x10000);
  classes.fill(plain, 0x20, isXml11 ? 0x7f : 0xd800);
  if (isXml11) classes.fill(plain, 0xa0, 0xd800);
  classes.fill(plain, 0xe000, 0xfffe);
  for (const [from, to] of nameStarts) classes.fill(plain | NAME_START | NAME, from, to + 1);
  for (const [from, to] of nameContinuations) classes.fill(plain | NAME, from, to + 1);
  classes[0x20] = LEGAL | TEXT | VALUE | SPACE;
  classes[0x09] = classes[0x0a] = LEGAL | TEXT | SPACE;
  classes[0x0d] = LEGAL | SPACE;
  if (isXml11) classes[0x85] = classes[0x2028] = LEGAL | SPACE;
  classes[0x3c] = classes[0x26] = LEGAL;
  classes[0x5d] = LEGAL | VALUE;
  classes[0x22] = classes[0x27] = LEGAL | TEXT;
  return classes;
}

let classes10: Uint8Array | undefined;
let classes11: Uint8Array | undefined;

/** The bits of every UTF-16 unit under the rules of XML 1.0 or 1.1. */
export function characterClasses(isXml11: boolean): Uint8Array {
  if (isXml11) {
    classes11 ??= classesOf(true);
    return classes11;
  }
  classes10 ??= classesOf(false);
  return classes10;
}

/** Whether a surrogate pair stands at `index`. */
export function isPairAt(text: string, index: number): boolean {
  return (text.charCodeAt(index) & 0xfc00) === 0xd800 && (text.charCodeAt(index + 1) & 0xfc00) === 0xdc00;
}

/** Whether a surrogate pair that may stand in a name (U+10000–U+EFFFF) is at `index`. */
export function isNamePairAt(text: string, index: number): boolean {
  return isPairAt(text, index) && text.charCodeAt(index) < 0xdb80;
}

/** Whether a code point may be written as a character reference: `Char` of the version (production 2). */
export function isReferable(code: number, isXml11: boolean): boolean {
  if (code < 0x20) return isXml11 ? code !== 0 : code === 0x09 || code === 0x0a || code === 0x0d;
  return code <= 0xd7ff || (code >= 0xe000 && code <= 0xfffd) || (code >= 0x10000 && code <= 0x10ffff);
}

/** The first place in a stretch where a character stands that no document may hold, or -1. */
export function illegalIn(text: string, start: number, end: number, classes: Uint8Array): number {
  for (let i = start; i < end; i++) {
    if ((classes[text.charCodeAt(i)]! & LEGAL) === 0) {
      if (!isPairAt(text, i)) return i;
      i++;
    }
  }
  return -1;
}

const lineEnds10 = /\r\n?/g;
const lineEnds11 = /\r[\n\x85]?|[\x85\u2028]/g;

/** Every line end as LF (XML 1.0 and 1.1 §2.11). */
export function withLineFeeds(text: string, isXml11: boolean): string {
  if (isXml11) return text.replace(lineEnds11, '\n');
  return text.includes('\r') ? text.replace(lineEnds10, '\n') : text;
}

/** A character as a message names it: U+0041 'A', or only the number where it cannot be seen. */
export function characterName(code: number): string {
  const number = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
  return code > 0x20 && code < 0x7f ? `‘${String.fromCodePoint(code)}’` : number;
}
