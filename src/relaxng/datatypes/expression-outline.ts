import { nameRanges, nameStartRanges } from './names.ts';

/** What is known of a regular expression before it is compiled. */
export interface Outline {
  /** How many single characters it tests once its counts are unfolded. */
  readonly size: number;
  /** The degree of the polynomial in the string's length that bounds a backtracking match. */
  readonly degree: number;
  /** The same expression in JavaScript's syntax (flag `u`), where that is possible. */
  readonly native: string | undefined;
}

/** An alternative of single characters can be repeated without backtracking. */
interface Part extends Outline {
  readonly characters: string | undefined;
}

const multiple: Record<string, string> = {
  s: ' \\t\\n\\r',
  d: '\\p{Nd}',
  i: nameStartRanges,
  c: nameRanges,
};
const wordless = '\\p{P}\\p{Z}\\p{C}';
const single: Record<string, string> = { n: '\\n', r: '\\r', t: '\\t' };
const category = /^\\([pP])\{(L[ultmo]?|M[nce]?|N[dlo]?|P[cdseifo]?|Z[slp]?|S[mcko]?|C[cfon]?)\}/;

/** Reads an expression (XML Schema 2 §F); undefined where it is not one, or uses what only a whole engine knows. */
export function outlineOf(pattern: string): Outline | undefined {
  const reader = new Reader(pattern);
  const whole = reader.alternatives(0);
  return whole === undefined || reader.at < pattern.length ? undefined : whole;
}

class Reader {
  at = 0;
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  alternatives(depth: number): Part | undefined {
    if (depth > 50) return undefined;
    const parts: Part[] = [];
    do {
      const branch = this.branch(depth);
      if (branch === undefined) return undefined;
      parts.push(branch);
    } while (this.text[this.at] === '|' && ++this.at);
    if (parts.length === 1) return parts[0]!;
    const characters = parts.every((each) => each.characters !== undefined)
      ? parts.map((each) => each.characters).join('')
      : undefined;
    return {
      size: parts.reduce((sum, each) => sum + each.size, 0),
      degree: Math.max(...parts.map((each) => each.degree)),
      native: characters === undefined ? joined(parts, '|') : `[${characters}]`,
      characters,
    };
  }

  private branch(depth: number): Part | undefined {
    const parts: Part[] = [];
    while (this.at < this.text.length && this.text[this.at] !== '|' && this.text[this.at] !== ')') {
      const atom = this.atom(depth);
      const piece = atom && this.quantified(atom);
      if (piece === undefined) return undefined;
      parts.push(piece);
    }
    if (parts.length === 1) return parts[0]!;
    return {
      size: parts.reduce((sum, each) => sum + each.size, 0),
      degree: parts.reduce((sum, each) => sum + each.degree, 0),
      native: joined(parts, ''),
      characters: undefined,
    };
  }

  private atom(depth: number): Part | undefined {
    const next = this.text[this.at]!;
    if (next === '(') {
      this.at++;
      const inner = this.alternatives(depth + 1);
      if (inner === undefined || this.text[this.at] !== ')') return undefined;
      this.at++;
      return inner.native === undefined || inner.characters !== undefined
        ? inner
        : { ...inner, native: `(?:${inner.native})` };
    }
    if (next === '[') return this.bracketed();
    if ('?*+{}]'.includes(next)) return undefined;
    if (next === '.') {
      this.at++;
      return { size: 1, degree: 0, native: '[^\\n\\r]', characters: undefined };
    }
    const characters = this.characters(false);
    if (characters === undefined) return undefined;
    if (characters.startsWith('^'))
      return { size: 1, degree: 0, native: `[${characters}]`, characters: undefined };
    return { size: 1, degree: 0, native: `[${characters}]`, characters };
  }

  /** One character or escape, as it stands inside JavaScript's brackets; a leading `^` is a complement. */
  private characters(isInside: boolean): string | undefined {
    const rest = this.text.slice(this.at);
    const property = category.exec(rest);
    if (property !== null) {
      this.at += property[0].length;
      return property[0];
    }
    if (rest[0] === '\\') {
      const letter = rest[1] ?? '';
      this.at += 2;
      if (multiple[letter] !== undefined) return multiple[letter];
      if (single[letter] !== undefined) return single[letter];
      if (letter === 'w' && !isInside) return `^${wordless}`;
      if (letter === 'W') return wordless;
      if ('SDIC'.includes(letter) && letter !== '' && !isInside) return `^${multiple[letter.toLowerCase()]}`;
      if (isInside && (letter === 'S' || letter === 'D')) return letter === 'D' ? '\\P{Nd}' : undefined;
      return '\\|.?*+(){}-[]^'.includes(letter) && letter !== '' ? literal(letter) : undefined;
    }
    const point = rest.codePointAt(0)!;
    const character = String.fromCodePoint(point);
    this.at += character.length;
    return literal(character);
  }

  private bracketed(): Part | undefined {
    this.at++;
    const isNegated = this.text[this.at] === '^';
    if (isNegated) this.at++;
    let body = '';
    for (let isFirst = true; ; isFirst = false) {
      const next = this.text[this.at];
      if (next === undefined || next === '[') return undefined;
      if (next === ']' && !isFirst) break;
      if (next === '-') {
        // A hyphen stands for itself only at an end; elsewhere it is subtraction or a range.
        if (!isFirst && this.text[this.at + 1] !== ']') return undefined;
        this.at++;
        body += '\\-';
        continue;
      }
      const from = this.characters(true);
      if (from === undefined) return undefined;
      body += from;
      if (this.text[this.at] !== '-' || this.text[this.at + 1] === ']') continue;
      this.at++;
      if (this.text[this.at] === '[') return undefined;
      const to = this.characters(true);
      if (to === undefined || !isSingle(from) || !isSingle(to)) return undefined;
      body += `-${to}`;
    }
    this.at++;
    if (isNegated) return { size: 1, degree: 0, native: `[^${body}]`, characters: undefined };
    return { size: 1, degree: 0, native: `[${body}]`, characters: body };
  }

  private quantified(atom: Part): Part | undefined {
    const found = /^(?:[?*+]|\{(\d+)(,(\d*))?\})/.exec(this.text.slice(this.at, this.at + 40));
    if (found === null) return atom;
    this.at += found[0].length;
    const sign = found[0][0]!;
    const least = sign === '{' ? Number(found[1]) : sign === '+' ? 1 : 0;
    const most =
      sign === '?' ? 1 : sign !== '{' ? Number.POSITIVE_INFINITY : boundOf(least, found[2], found[3]);
    if (least > most) return undefined;
    const isVariable = least !== most;
    const isOneCharacter = atom.size === 1 && atom.degree === 0;
    const times = most === Number.POSITIVE_INFINITY ? least + 1 : most;
    return {
      size: Math.max(1, atom.size) * times,
      degree:
        most === Number.POSITIVE_INFINITY
          ? isOneCharacter || atom.characters !== undefined
            ? 1
            : Number.POSITIVE_INFINITY
          : most <= 1
            ? atom.degree
            : atom.degree * most + (isVariable ? 1 : 0),
      native: atom.native === undefined ? undefined : `${wrapped(atom)}${found[0]}`,
      characters: undefined,
    };
  }
}

function boundOf(least: number, comma: string | undefined, most: string | undefined): number {
  if (comma === undefined) return least;
  return most === undefined || most === '' ? Number.POSITIVE_INFINITY : Number(most);
}

function wrapped(atom: Part): string {
  return atom.characters === undefined && atom.size !== 1 ? `(?:${atom.native})` : atom.native!;
}

function joined(parts: readonly Part[], by: string): string | undefined {
  return parts.every((each) => each.native !== undefined)
    ? parts.map((each) => each.native).join(by)
    : undefined;
}

function isSingle(characters: string): boolean {
  return /^(?:\\[^pPd]|\\u\{[0-9a-f]+\}|[^\\])$/u.test(characters);
}

function literal(character: string): string {
  return `\\u{${character.codePointAt(0)!.toString(16)}}`;
}
