import { strFromU8, unzipSync } from 'fflate';
import { idOfPlain } from '../../epub/addresses.ts';
import { find, hasClass, parseXhtml, walk, type XhtmlElement, type XhtmlNode } from '../../epub/xhtml.ts';
import { blockElements } from '../html/block-elements.ts';
import type { Holding } from '../output.ts';

/** Reads what a finished e-book holds of each document, file after file in its reading order. Throws where a file is missing or no well-formed XML. */
export function readEpub(book: Uint8Array): Holding[] {
  const files = unzipSync(book);
  const page = (path: string): XhtmlElement => {
    const file = files[path];
    const root =
      file &&
      parseXhtml(strFromU8(file), path, ({ message, place }) => {
        throw new Error(`${path}:${place.line}: ${message}`);
      });
    if (root === undefined) throw new Error(`The e-book has no file ${path}`);
    return root;
  };
  const opf = page('EPUB/package.opf');
  const paths = new Map(
    [...walk(opf)]
      .filter(({ name }) => name === 'item')
      .map(({ attributes }) => [attributes.get('id'), attributes.get('href')!]),
  );
  const held = new Map<
    string,
    { texts: string[]; ids: Record<'notes' | 'entries' | 'readings' | 'names', string[]> }
  >();
  for (const { name, attributes } of walk(opf)) {
    if (name !== 'itemref' || attributes.get('linear') === 'no') continue;
    const root = page(`EPUB/${paths.get(attributes.get('idref'))}`);
    const document = find(root, (each) => each.attributes.has('data-part-of'))?.attributes.get(
      'data-part-of',
    );
    if (document === undefined) continue;
    const holding = held.get(document) ?? {
      texts: [],
      ids: { notes: [], entries: [], readings: [], names: [] },
    };
    held.set(document, holding);
    for (const each of walk(root)) {
      if (each.attributes.get('data-document') === document) holding.texts.push(textOf(each));
      const own = (attribute: string) => each.attributes.get(attribute);
      const { ids } = holding;
      if (own('data-note') !== undefined) ids.notes.push(own('data-note')!);
      if (own('data-entry') !== undefined) ids.entries.push(own('data-entry')!);
      if (own('data-reading') !== undefined) ids.readings.push(own('data-reading')!);
      if (own('id') !== undefined && own('data-entries') !== undefined) ids.names.push(idOfPlain(own('id')!));
    }
  }
  return [...held].map(([document, { texts, ids }]) => ({
    document,
    text: texts.filter((text) => text !== '').join('\n'),
    ...ids,
  }));
}

/** The text of an element as a reader sees it: a block a line, cells parted by a tab, runs of blanks made one. */
function textOf(root: XhtmlElement): string {
  const lines: string[] = [];
  let line = '';
  const endLine = () => {
    const trimmed = line.replace(/ {2,}/g, ' ').replace(/^[ \t]+|[ \t]+$/g, '');
    if (trimmed !== '') lines.push(trimmed);
    line = '';
  };
  const visit = (node: XhtmlNode) => {
    if (typeof node === 'string') {
      line += node;
      return;
    }
    const isBlock = blockElements.has(node.name) && !hasClass(node, 'phrase');
    if (isBlock) endLine();
    else if ((node.name === 'td' || node.name === 'th') && line !== '') line += '\t';
    if (!node.attributes.has('data-left')) for (const child of node.children) visit(child);
    if (isBlock) endLine();
  };
  for (const child of root.children) visit(child);
  endLine();
  return lines.join('\n');
}
