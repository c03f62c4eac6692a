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
    const carried = isHeading(open.children.at(-1)) && open.children.length > 1 ? [open.children.pop()!] : [];
    const again = new Map(node.attributes);
    for (const name of ['id', 'aria-labelledby', 'aria-label', 'role']) again.delete(name);
    if (node.name === 'ol') again.set('start', String(items));
    open = { name: node.name, attributes: again, children: carried };
    parts.push(open);
    used = 0;
  };
  for (const child of node.children) {
    const weight = weightOf(child);
    const isLarge =
      weight > fromHere && typeof child !== 'string' && divisible.has(child.name) && isOpen(child);
    const pieces: XhtmlNode[] = isLarge ? cut(child, weights, weightOfFoot) : [child];
    pieces.forEach((piece, at) => {
      const own =
        pieces.length === 1 ? weight : typeof piece === 'string' ? 0 : weigh(piece, weights, weightOfFoot);
      const isFull = used + own > atMost || (used > fromHere && isSection(child));
      if (at > 0 || (used > 0 && isFull && mayBegin(node, child))) begin();
      open.children.push(piece);
      used += own;
    });
    if (typeof child !== 'string' && child.name === 'li') items++;
  }
  return parts;
}

const isSection = (node: XhtmlNode) => typeof node !== 'string' && node.name === 'section';
const isHeading = (node: XhtmlNode | undefined) =>
  node !== undefined && typeof node !== 'string' && /^h[1-6]$/.test(node.name);

/** Whether a description would lose its term. */
const mayBegin = (node: XhtmlElement, child: XhtmlNode) =>
  node.name !== 'dl' || (typeof child !== 'string' && child.name !== 'dd');

/** Whether all that stands in an element is blocks: phrases, and blocks set as phrases, share a line with their neighbours. */
function isOpen({ children }: XhtmlElement): boolean {
  return children.every((child) =>
    typeof child === 'string' ? child.trim() === '' : !phrasing.has(child.name) && !hasClass(child, 'phrase'),
  );
}
