import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import type { Holding } from '../output.ts';
import { blockElements } from './block-elements.ts';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** Elements whose content a browser does not show. */
const unseen = new Set(['script', 'style', 'template', 'noscript', 'head']);

/** Reads what a finished page holds: the text of each element with `data-document`, without what `data-left` marks as not of the reading text, and the ids that stand on the page. */
export function readHtml(page: string): Holding[] {
  const found: Holding[] = [];
  const ids = { notes: [], entries: [], readings: [], names: [] } as Record<string, string[]>;
  const texts: { document: string; element: Element }[] = [];
  const visit = (node: Node) => {
    if ('attrs' in node) {
      const own = (name: string) => node.attrs.find((each) => each.name === name)?.value;
      const document = own('data-document');
      if (document !== undefined) texts.push({ document, element: node });
      const id = own('id');
      if (own('data-note') !== undefined) ids.notes!.push(own('data-note')!);
      if (own('data-entry') !== undefined) ids.entries!.push(own('data-entry')!);
      if (own('data-reading') !== undefined) ids.readings!.push(own('data-reading')!);
      if (id !== undefined && own('data-entries') !== undefined) ids.names!.push(id);
    }
    if ('childNodes' in node) for (const child of node.childNodes) visit(child);
  };
  visit(parse(page));
  for (const { document, element } of texts) found.push({ document, text: textOf(element), ...ids });
  return found;
}

/** The text of an element as a reader sees it: a block a line, cells parted by a tab, runs of blanks made one. */
function textOf(element: Element): string {
  const lines: string[] = [];
  let line = '';
  const endLine = () => {
    const trimmed = line.replace(/ {2,}/g, ' ').replace(/^[ \t]+|[ \t]+$/g, '');
    if (trimmed !== '') lines.push(trimmed);
    line = '';
  };
  const visit = (node: Node) => {
    if (node.nodeName === '#text') line += (node as DefaultTreeAdapterTypes.TextNode).value;
    if (!('tagName' in node)) return;
    if (unseen.has(node.tagName)) return;
    const isBlock = blockElements.has(node.tagName);
    if (isBlock) endLine();
    else if ((node.tagName === 'td' || node.tagName === 'th') && line !== '') line += '\t';
    if (!node.attrs.some((each) => each.name === 'data-left'))
      for (const child of node.childNodes) visit(child);
    if (isBlock) endLine();
  };
  for (const child of element.childNodes) visit(child);
  endLine();
  return lines.join('\n');
}
