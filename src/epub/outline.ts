import type { Part } from './addresses.ts';
import { textOf, walk, type XhtmlElement } from './xhtml.ts';

/** A line of the table of contents. */
export interface OutlineItem {
  readonly title: string;
  readonly part: Part;
  /** Id in the part, or '' for the part as a whole. */
  readonly id: string;
  readonly children: OutlineItem[];
}

/** Levels of headings below the title of a page that the table of contents shows. */
const depth = 3;

/** The headings in the text of a page's parts, nested by their levels; each gets an id where it has none. */
export function outlineOf(parts: readonly Part[]): OutlineItem[] {
  const top: OutlineItem[] = [];
  const open: { level: number; children: OutlineItem[] }[] = [{ level: 0, children: top }];
  let made = 0;
  for (const part of parts) {
    for (const text of walk(part.body)) {
      if (!text.attributes.has('data-document')) continue;
      for (const node of walk(text)) {
        const level = levelOf(node);
        if (level === 0) continue;
        const title = titleOf(node);
        if (title === '') continue;
        while (open.at(-1)!.level >= level) open.pop();
        if (open.length > depth) continue;
        const own = node.attributes.get('id');
        const id = own ?? `toc..${++made}`;
        if (own === undefined) node.attributes.set('id', id);
        const item: OutlineItem = { title, part, id, children: [] };
        open.at(-1)!.children.push(item);
        open.push({ level, children: item.children });
      }
    }
  }
  return top;
}

function levelOf({ name, attributes }: XhtmlElement): number {
  const heading =
    /^h([1-6])$/.exec(name)?.[1] ??
    (attributes.get('role') === 'heading' ? attributes.get('aria-level') : '');
  return Number(heading ?? 0);
}

/** The words of a heading without calls, page numbers and what is hidden. */
function titleOf(heading: XhtmlElement): string {
  const words = (node: XhtmlElement): string =>
    node.children
      .map((child) => {
        if (typeof child === 'string') return child;
        if (child.attributes.has('data-left') || child.attributes.has('hidden')) return '';
        return child.name === 'br' ? ' ' : words(child);
      })
      .join('');
  return words(heading).replace(/\s+/g, ' ').trim();
}

/** A page of the source that the text marks. */
export interface PageMark {
  readonly label: string;
  readonly part: Part;
  readonly id: string;
}

/** The marks of source pages in reading order; each gets an id where it has none. `pattern` is how the interface words a page, with the hole `{n}`. */
export function pageMarksOf(parts: readonly Part[], pattern: string): PageMark[] {
  const [before = '', after = ''] = pattern.split('{n}');
  const marks: PageMark[] = [];
  for (const part of parts) {
    for (const node of walk(part.body)) {
      if (node.attributes.get('role') !== 'doc-pagebreak') continue;
      const said = node.attributes.get('aria-label') ?? textOf(node);
      const isWorded = said.startsWith(before) && said.endsWith(after);
      const label = (isWorded ? said.slice(before.length, said.length - after.length) : said).trim();
      if (label === '') continue;
      const own = node.attributes.get('id');
      const id = own ?? `page..${marks.length + 1}`;
      if (own === undefined) node.attributes.set('id', id);
      marks.push({ label, part, id });
    }
  }
  return marks;
}
