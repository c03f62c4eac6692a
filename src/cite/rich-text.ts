/** A piece of a formatted citation: its words, and whether they stand in italics or are a link. */
export interface Run {
  readonly text: string;
  readonly isItalic?: true;
  readonly href?: string;
}

/** A formatted citation or a part of one; never with empty runs. */
export type RichText = readonly Run[];

/** Where commas and full stops go beside a closing quotation mark. */
export type Punctuation = 'inside-quotes' | 'outside-quotes';

export const plain = (text: string): RichText => (text === '' ? [] : [{ text }]);
export const italic = (text: string): RichText => (text === '' ? [] : [{ text, isItalic: true }]);
export const link = (url: string, text = url): RichText =>
  url === '' ? [] : [/^https?:\/\//i.test(url) ? { text, href: url } : { text }];

/** The words, in quotation marks; quotation marks inside become those of the second level. */
export function quoted(text: string, level: 'double' | 'single' = 'double'): RichText {
  if (text === '') return [];
  const inner = level === 'double' ? ['‘', '’'] : ['“', '”'];
  const swapped = text
    .replace(/[“„"](?=\S)([^“”„"]*)[”"“]/g, `${inner[0]}$1${inner[1]}`)
    .replace(/(?<=^|\s)‘([^‘’]*)’(?=$|[\s,.;:!?])/g, `${inner[0]}$1${inner[1]}`);
  return plain(level === 'double' ? `“${swapped}”` : `‘${swapped}’`);
}

/** Parts that are there, with separators between them; no separator doubles the punctuation before it. */
export function join(
  parts: readonly RichText[],
  separator: string,
  punctuation: Punctuation = 'inside-quotes',
): RichText {
  let whole: RichText = [];
  for (const part of parts) {
    if (part.length === 0) continue;
    whole = whole.length === 0 ? part : concat(append(whole, separator, punctuation), part);
  }
  return whole;
}

/** Puts a mark such as `. ` or `, ` after a text: once, and on the side of a closing quotation mark that the style wants. */
export function append(text: RichText, mark: string, punctuation: Punctuation = 'inside-quotes'): RichText {
  const last = text.at(-1);
  if (last === undefined || mark === '') return text;
  const point = mark[0]!;
  const rest = mark.slice(1);
  const closing = /[”’]+$/.exec(last.text)?.[0] ?? '';
  const isQuote = closing !== '' && (closing.includes('”') || /^‘|\s‘/.test(last.text));
  const before = isQuote ? last.text.slice(0, -closing.length) : last.text;
  const end = before.at(-1) ?? '';
  const swallows = (point === '.' && /[.!?…]/.test(end)) || (point === ',' && end === ',');
  if (!/[.,]/.test(point)) return concat(text, plain(mark));
  if (swallows) return concat(text, plain(rest));
  if (isQuote && punctuation === 'inside-quotes') {
    return concat([...text.slice(0, -1), { ...last, text: before + point + closing }], plain(rest));
  }
  return concat(text, plain(mark));
}

/** Several texts as one, neighbours of one kind merged. */
export function concat(...texts: readonly RichText[]): RichText {
  const merged: Run[] = [];
  for (const run of texts.flat()) {
    const last = merged.at(-1);
    if (
      last !== undefined &&
      last.href === undefined &&
      run.href === undefined &&
      last.isItalic === run.isItalic
    )
      merged[merged.length - 1] = { ...last, text: last.text + run.text };
    else merged.push(run);
  }
  return merged;
}

/** The first letter in upper case: a part that comes to open a sentence. */
export function capitalised(text: RichText): RichText {
  const [first, ...rest] = text;
  if (first === undefined || first.href !== undefined) return text;
  return [{ ...first, text: first.text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase()) }, ...rest];
}

export const toText = (text: RichText): string => text.map((run) => run.text).join('');

/** HTML: italics as `i`, links as `a`; everything else is escaped. */
export function toHtml(text: RichText): string {
  return text
    .map((run) => {
      const words = escapeHtml(run.text);
      if (run.href !== undefined) return `<a href="${escapeHtml(run.href)}">${words}</a>`;
      return run.isItalic ? `<i>${words}</i>` : words;
    })
    .join('');
}

/** Text as it can stand in HTML, in an element or in a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
