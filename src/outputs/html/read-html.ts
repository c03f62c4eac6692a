import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import type { Holding } from '../output.ts';
import { blockElements } from './block-elements.ts';
import { attributeOf, type Element, elementsIn, type Node, walk } from './html-tree.ts';

/** Elements whose content a browser does not show. */
const unseen = new Set(['script', 'style', 'template', 'noscript', 'head']);

/** Reads what a finished page holds: the text of each element with `data-document`, without what `data-left` marks as not of the reading text, and the ids that stand on the page; of a page of parallel texts what stands in the rows of each document, and below them. */
export function readHtml(page: string): Holding[] {
  const root = parse(page) as unknown as Element;
  const texts: Element[] = [];
  const parallel = new Map<string, { rows: Element[]; all: Element[] }>();
  walk(root, (element) => {
    if (attributeOf(element, 'data-document') !== undefined) texts.push(element);
    const row = attributeOf(element, 'data-parallel');
    const document = row ?? attributeOf(element, 'data-below');
    if (document !== undefined) {
      const own = parallel.get(document) ?? { rows: [], all: [] };
      parallel.set(document, own);
      own.all.push(element);
      if (row !== undefined) own.rows.push(element);
    }
    return true;
  });
  const held = idsIn([root]);
  return [
    ...texts.map((element) => ({
      document: attributeOf(element, 'data-document')!,
      text: textOf(element),
      ...held,
    })),
    ...[...parallel].map(([document, { rows, all }]) => ({
      document,
      isParallel: true,
      text: rows.map(textOf).join('\n'),
      ...idsIn(all),
    })),
  ];
}

/** The ids of notes, apparatus entries, readings and names in parts of a page, and the words of notes and entries. */
function idsIn(parts: readonly Element[]): Omit<Holding, 'document'> {
  const ids = {
    notes: [] as string[],
    entries: [] as string[],
    readings: [] as string[],
    names: [] as string[],
  };
  const words = { notes: new Map<string, string>(), entries: new Map<string, string>() };
  for (const element of parts.flatMap((part) => elementsIn(part))) {
    const own = (name: string) => attributeOf(element, name);
    for (const [name, kind] of [
      ['data-note', 'notes'],
      ['data-entry', 'entries'],
    ] as const) {
      const held = own(name);
      if (held === undefined) continue;
      ids[kind].push(held);
      words[kind].set(held, textOf(element));
    }
    if (own('data-reading') !== undefined) ids.readings.push(own('data-reading')!);
    if (own('id') !== undefined && own('data-entries') !== undefined) ids.names.push(own('id')!);
  }
  return { ...ids, words };
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
