import type { DefaultTreeAdapterTypes } from 'parse5';
import { blockElements } from './block-elements.ts';

/** A node of a page, as far as we look at it; parse5's nodes are such. */
export type PageNode = PageElement | PageText | { readonly nodeName: '#comment' };
export interface PageText {
  readonly nodeName: '#text';
  readonly value: string;
}
export interface PageElement {
  readonly nodeName: string;
  readonly tagName: string;
  readonly attrs: readonly { readonly name: string; readonly value: string }[];
  readonly childNodes: readonly PageNode[];
}
interface Open {
  readonly nodeName: string;
  readonly tagName: string;
  readonly attrs: { name: string; value: string }[];
  readonly childNodes: PageNode[];
}

/** The root of a page. A page that says itself where each element ends, as those do that our stylesheets write, is read without HTML's rules for those that do not. */
export async function parsePage(page: string): Promise<PageElement | DefaultTreeAdapterTypes.Document> {
  return readTidy(page) ?? (await import('parse5')).parse(page);
}

const words = (list: string) => new Set(list.split(' '));
const empty = words('area base br col embed hr img input link meta source track wbr');
const raw = words('script style');
/** Elements that a browser reads by rules of their own, and those that it may not find where they stand. */
const difficult = words(
  'applet colgroup form frame frameset iframe image listing marquee math menuitem nobr noembed noframes noscript object optgroup option plaintext select svg template textarea xmp',
);
const once = words('html head body title');
/** What stands between a paragraph and a block that would else end it. */
const bounds = words('button caption table td th html');
const tableParts: Readonly<Record<string, ReadonlySet<string>>> = {
  table: words('caption thead tbody tfoot tr'),
  thead: words('tr'),
  tbody: words('tr'),
  tfoot: words('tr'),
  tr: words('td th'),
};
const inTables = words('caption thead tbody tfoot tr td th');
const heading = /^h[1-6]$/;
const attribute = /\s+([a-z][a-z0-9:_-]*)(?:="([^"]*)")?/y;

/** The page as a tree; undefined where its tags alone do not say what a browser makes of it. */
function readTidy(page: string): PageElement | undefined {
  if (!/^<!doctype html>/i.test(page) || /[\r\0]/.test(page)) return undefined;
  const root: Open = { nodeName: '#document', tagName: '#document', attrs: [], childNodes: [] };
  const open: Open[] = [root];
  const seen = new Set<string>();
  let current = root;
  let at = page.indexOf('>') + 1;
  for (;;) {
    const tag = page.indexOf('<', at);
    const text = resolve(page.slice(at, tag === -1 ? page.length : tag));
    if (text === undefined) return undefined;
    if (text !== '') {
      if (current.tagName in tableParts && text.trim() !== '') return undefined;
      current.childNodes.push({ nodeName: '#text', value: text });
    }
    if (tag === -1) return open.length === 1 ? root : undefined;
    const next = page.charCodeAt(tag + 1);
    if (next === 33) {
      const end = page.startsWith('<!--', tag) ? page.indexOf('-->', tag + 4) : -1;
      if (end === -1) return undefined;
      current.childNodes.push({ nodeName: '#comment' });
      at = end + 3;
      continue;
    }
    if (next === 47) {
      const end = page.indexOf('>', tag);
      if (page.slice(tag + 2, end) !== current.tagName) return undefined;
      open.pop();
      current = open.at(-1)!;
      at = end + 1;
      continue;
    }
    let nameEnd = tag + 1;
    for (let code = next; isNameCode(code); code = page.charCodeAt(nameEnd)) nameEnd++;
    const tagName = page.slice(tag + 1, nameEnd);
    const attrs: Open['attrs'] = [];
    let end = nameEnd;
    if (page.charCodeAt(end) !== 62) {
      attribute.lastIndex = end;
      for (let found = attribute.exec(page); found !== null; found = attribute.exec(page)) {
        const value = resolve(found[2] ?? '');
        if (value === undefined) return undefined;
        attrs.push({ name: found[1]!, value });
        end = attribute.lastIndex;
      }
      if (page.charCodeAt(end) !== 62) return undefined;
    }
    if (!isWhereItStands(tagName, open, seen)) return undefined;
    const element: Open = { nodeName: tagName, tagName, attrs, childNodes: [] };
    current.childNodes.push(element);
    at = end + 1;
    if (empty.has(tagName)) continue;
    if (raw.has(tagName)) {
      const close = page.indexOf(`</${tagName}>`, at);
      if (close === -1 || page.slice(at, close).includes('<!--')) return undefined;
      if (close > at) element.childNodes.push({ nodeName: '#text', value: page.slice(at, close) });
      at = close + tagName.length + 3;
      continue;
    }
    // The first line end of preformatted text does not count.
    if (tagName === 'pre' && page[at] === '\n') at++;
    open.push(element);
    current = element;
  }
}

/** A small letter, a digit, a hyphen. */
const isNameCode = (code: number) => (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || code === 45;

/** Whether a browser puts the element where its tag stands, and ends nothing for it. */
function isWhereItStands(name: string, open: readonly Open[], seen: Set<string>): boolean {
  if (name === '' || difficult.has(name)) return false;
  if (once.has(name)) {
    if (seen.has(name)) return false;
    seen.add(name);
    return true;
  }
  const parent = open.at(-1)!.tagName;
  const parts = tableParts[parent];
  if (parts !== undefined || inTables.has(name)) return parts?.has(name) === true;
  if (heading.test(name) && heading.test(parent)) return false;
  if (name === 'a' || name === 'button') return open.every(({ tagName }) => tagName !== name);
  if (name === 'li')
    return (
      nearest(open, (each) => each === 'li' || each === 'ul' || each === 'ol') !== 'li' &&
      endsNoParagraph(open)
    );
  if (name === 'dt' || name === 'dd')
    return (
      nearest(open, (each) => each === 'dt' || each === 'dd' || each === 'dl') === 'dl' &&
      endsNoParagraph(open)
    );
  return !blockElements.has(name) || endsNoParagraph(open);
}

const endsNoParagraph = (open: readonly Open[]) =>
  nearest(open, (each) => each === 'p' || bounds.has(each)) !== 'p';

function nearest(open: readonly Open[], isIt: (name: string) => boolean): string | undefined {
  for (let at = open.length - 1; at > 0; at--) if (isIt(open[at]!.tagName)) return open[at]!.tagName;
  return undefined;
}

const characters: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: '\u00a0',
};

/** Text with its references resolved; undefined with one that we do not write. */
function resolve(text: string): string | undefined {
  if (!text.includes('&')) return text;
  let isKnown = true;
  const resolved = text.replace(/&(?:#(\d+);|([a-z]+);)?/g, (_, code?: string, name?: string) => {
    const number = Number(code);
    const character =
      code === undefined
        ? characters[name ?? '']
        : (number >= 32 && number < 127) ||
            (number >= 160 && number < 0xd800) ||
            number === 9 ||
            number === 10
          ? String.fromCodePoint(number)
          : undefined;
    if (character === undefined) isKnown = false;
    return character ?? '';
  });
  return isKnown ? resolved : undefined;
}
