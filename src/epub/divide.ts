import { phrasing } from './content-models.ts';
import { callsIn } from './feet.ts';
import { element, hasClass, type XhtmlElement, type XhtmlNode } from './xhtml.ts';

/** Bytes, about: a part ends before the next section from here on … */
const fromHere = 100_000;
/** … and before the next block of any kind here. Reading systems are slow with files above 300 KB. */
const atMost = 220_000;

const divisible = new Set('body main article section div blockquote ul ol dl table tbody'.split(' '));

/** Divides a page into parts that a reading system opens quickly; each is the page with what stands in it, the elements around it opened anew. A block is never divided within a line of text. */
export function divide(page: XhtmlElement, weightOfFoot: (id: string) => number): XhtmlElement[] {
  const weights = new WeakMap<XhtmlElement, number>();
  weigh(page, weights, weightOfFoot);
  return cut(page, weights, weightOfFoot);
}

function weigh(
  node: XhtmlElement,
  weights: WeakMap<XhtmlElement, number>,
  weightOfFoot: (id: string) => number,
): number {
  let sum = 2 * node.name.length + 5;
  for (const [name, value] of node.attributes) sum += name.length + value.length + 4;
  if (node.attributes.get('role') === 'doc-noteref') for (const id of callsIn(node)) sum += weightOfFoot(id);
  for (const child of node.children)
    sum += typeof child === 'string' ? Buffer.byteLength(child) : weigh(child, weights, weightOfFoot);
  weights.set(node, sum);
  return sum;
}

function cut(
  node: XhtmlElement,
  weights: WeakMap<XhtmlElement, number>,
  weightOfFoot: (id: string) => number,
): XhtmlElement[] {
  const weightOf = (each: XhtmlNode) =>
    typeof each === 'string' ? Buffer.byteLength(each) : (weights.get(each) ?? 0);
  let open = element(node.name, Object.fromEntries(node.attributes));
  const parts = [open];
  let used = 0;
  let items = Number(node.attributes.get('start') ?? 1);
  const begin = () => {
    const carried: XhtmlNode[] = [];
    while (open.children.length > 1 && leadsOn(open.children.at(-1)!)) carried.unshift(open.children.pop()!);
    const again = new Map(node.attributes);
    for (const name of ['id', 'aria-labelledby', 'aria-label', 'role']) again.delete(name);
    if (node.name === 'ol') again.set('start', String(items));
    open = { name: node.name, attributes: again, children: carried };
    parts.push(open);
    used = 0;
  };
  let before: XhtmlNode | undefined;
  for (const child of node.children) {
    const weight = weightOf(child);
    const isLarge =
      weight > fromHere && typeof child !== 'string' && divisible.has(child.name) && !isInLine(child);
    const pieces: XhtmlNode[] = isLarge ? cut(child, weights, weightOfFoot) : [child];
    const mayBegin = open.children.some((each) => !leadsOn(each)) && mayPart(node, before, child);
    pieces.forEach((piece, at) => {
      const own =
        pieces.length === 1 ? weight : typeof piece === 'string' ? 0 : weigh(piece, weights, weightOfFoot);
      const isFull = used + own > atMost || (used > fromHere && isSection(child));
      if (at > 0 || (isFull && mayBegin)) begin();
      open.children.push(piece);
      used += own;
    });
    if (typeof child !== 'string' && child.name === 'li') items++;
    if (!isBlank(child)) before = child;
  }
  return parts;
}

const isSection = (node: XhtmlNode) => typeof node !== 'string' && node.name === 'section';
const isBlank = (node: XhtmlNode) => typeof node === 'string' && node.trim() === '';

/** Headings and the marks of pages belong to what follows them. */
const leadsOn = (node: XhtmlNode) =>
  isBlank(node) ||
  (typeof node !== 'string' &&
    (/^h[1-6]$/.test(node.name) || node.attributes.get('role') === 'doc-pagebreak'));

/** Whether a node stands in a line of text with its neighbours. */
const isInLine = (node: XhtmlNode) =>
  typeof node === 'string' ? node.trim() !== '' : phrasing.has(node.name) || hasClass(node, 'phrase');

/** Whether a part may begin between two nodes: no line is parted, and no description from its term. */
function mayPart(parent: XhtmlElement, before: XhtmlNode | undefined, child: XhtmlNode): boolean {
  if (before === undefined) return false;
  if (parent.name === 'dl' && typeof child !== 'string' && child.name === 'dd') return false;
  return !(isInLine(before) && isInLine(child));
}
