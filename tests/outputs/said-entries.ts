import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { blockElements } from '../../src/outputs/html/block-elements.ts';
import { composeEntry } from '../../src/print/compose-entry.ts';
import { plainText } from '../../src/print/inlines.ts';
import { defaultPrintOptions } from '../../src/print/options.ts';
import type { PrintDocument } from '../../src/print/print-document.ts';

/** What the entries of a page say after their keys. */
export function saidOnPage(page: string): string[] {
  const found: string[] = [];
  const visit = (node: DefaultTreeAdapterTypes.Node) => {
    if (classOf(node) === 'entry-body') found.push(flat(textOf(node)));
    else if ('childNodes' in node) for (const child of node.childNodes) visit(child);
  };
  visit(parse(page));
  return found;
}

/** What the entries of a text say, with their numbers and keys. */
export function saidInText(content: string): string[] {
  const apparatus = content.split(/^-{20}\n/m).at(-1)!;
  return apparatus.split(/\n\n/).slice(1).map(flat);
}

const options = { ...defaultPrintOptions, lemmaWords: 0, readingSeparator: '; ', siglaSeparator: ' ' };

/** What the entries of a print document say, with the separators of the others. */
export function saidInPrint(document: PrintDocument): string[] {
  return document.entries.map((entry) => flat(plainText(composeEntry(entry, options))));
}

/** Runs of white space made one blank. */
export function flat(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function textOf(node: DefaultTreeAdapterTypes.Node): string {
  if (node.nodeName === '#text') return (node as DefaultTreeAdapterTypes.TextNode).value;
  // A call of a nested entry or a note is not of the words, nor is what the reading text leaves out.
  if (!('childNodes' in node) || /^(?:entry-key|entry-call|call)\b/.test(classOf(node))) return '';
  if ('attrs' in node && node.attrs.some(({ name }) => name === 'data-left')) return '';
  const text = node.childNodes.map(textOf).join('');
  return blockElements.has(node.nodeName) ? ` ${text} ` : text;
}

function classOf(node: DefaultTreeAdapterTypes.Node): string {
  return 'attrs' in node ? (node.attrs.find(({ name }) => name === 'class')?.value ?? '') : '';
}
