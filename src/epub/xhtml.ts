import type { Report } from '../diagnostics/diagnostic.ts';
import { escapeAttribute, escapeText } from '../xml/escape.ts';
import { XML } from '../xml/name.ts';
import { readEvents } from '../xml/read.ts';

/** An element of a page in the making. Names are those of HTML; `epub:type` and `xml:lang` are written with their prefixes. */
export interface XhtmlElement {
  name: string;
  attributes: Map<string, string>;
  children: XhtmlNode[];
}
export type XhtmlNode = XhtmlElement | string;

const namespaces: Readonly<Record<string, string>> = {
  math: 'http://www.w3.org/1998/Math/MathML',
  svg: 'http://www.w3.org/2000/svg',
};
const void_ = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));

export function element(
  name: string,
  attributes: Readonly<Record<string, string>> = {},
  children: readonly XhtmlNode[] = [],
): XhtmlElement {
  return { name, attributes: new Map(Object.entries(attributes)), children: [...children] };
}

/** Reads a page as XML; undefined, with the fault reported, where it is not well-formed. */
export function parseXhtml(text: string, path: string, report: Report): XhtmlElement | undefined {
  const root = element('');
  const open = [root];
  const isRead = readEvents(
    new TextEncoder().encode(text),
    path,
    {
      startElement(name, attributes) {
        const child = element(name.local);
        for (const { name: own, value } of attributes) {
          const prefix = own.namespace === XML ? 'xml:' : own.local === 'type' && own.prefix ? 'epub:' : '';
          child.attributes.set(`${prefix}${own.local}`, value);
        }
        open.at(-1)!.children.push(child);
        open.push(child);
      },
      endElement() {
        open.pop();
      },
      text(value) {
        const { children } = open.at(-1)!;
        if (typeof children.at(-1) === 'string') children[children.length - 1] += value;
        else children.push(value);
      },
    },
    report,
  );
  const first = root.children.find((each) => typeof each !== 'string');
  return isRead ? (first as XhtmlElement | undefined) : undefined;
}

/** The page as XML; elements without content that HTML does not know as void keep their end tag. */
export function writeXhtml(node: XhtmlNode): string {
  if (typeof node === 'string') return escapeText(node);
  const namespace = namespaces[node.name];
  let tag = node.name;
  if (namespace !== undefined && !node.attributes.has('xmlns')) tag += ` xmlns="${namespace}"`;
  for (const [name, value] of node.attributes) tag += ` ${name}="${escapeAttribute(value)}"`;
  if (void_.has(node.name)) return `<${tag}/>`;
  return `<${tag}>${node.children.map(writeXhtml).join('')}</${node.name}>`;
}

/** The element and all below it, in document order. */
export function* walk(from: XhtmlElement): Generator<XhtmlElement> {
  yield from;
  for (const child of from.children) if (typeof child !== 'string') yield* walk(child);
}

export function find(from: XhtmlElement, wanted: (each: XhtmlElement) => boolean): XhtmlElement | undefined {
  for (const each of walk(from)) if (wanted(each)) return each;
  return undefined;
}

/** The text of an element, white space as it is. */
export function textOf(node: XhtmlNode): string {
  return typeof node === 'string' ? node : node.children.map(textOf).join('');
}

export function hasClass({ attributes }: XhtmlElement, name: string): boolean {
  return (attributes.get('class') ?? '').split(' ').includes(name);
}

export function addClass({ attributes }: XhtmlElement, name: string): void {
  attributes.set('class', [attributes.get('class'), name].filter(Boolean).join(' '));
}
