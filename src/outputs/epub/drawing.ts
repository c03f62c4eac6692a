import type { Report } from '../../diagnostics/diagnostic.ts';
import { escapeAttribute, escapeText } from '../../xml/escape.ts';
import { readTree } from '../../xml/read.ts';
import { attribute, type Element } from '../../xml/tree.ts';

const svg = 'http://www.w3.org/2000/svg';
const xlink = 'http://www.w3.org/1999/xlink';
/** What may run, load or move: a book is text and pictures that stand still. */
const refused = new Set(
  'script foreignObject animate animateTransform animateMotion animateColor set handler listener iframe audio video'.split(
    ' ',
  ),
);

/** A drawing (SVG) without scripts, animation and anything from elsewhere; undefined where the bytes are none. */
export function cleanDrawing(bytes: Uint8Array, path: string): Uint8Array | undefined {
  const quiet: Report = () => {};
  const tree = readTree(bytes, path, quiet);
  const root = tree?.documentElement;
  if (root === undefined || root.name.local !== 'svg' || root.name.namespace !== svg) return undefined;
  const ids = new Set<string>();
  const collect = (element: Element) => {
    ids.add(attribute(element, 'id') ?? '');
    for (const child of element.childNodes) if (child.nodeType === 1) collect(child);
  };
  collect(root);
  return new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8"?>\n${write(root, ids, true)}\n`);
}

function write(element: Element, ids: ReadonlySet<string>, isRoot = false): string {
  const { local, namespace } = element.name;
  if (namespace !== svg || refused.has(local)) return '';
  const leads = attribute(element, 'href') ?? attribute(element, 'href', xlink);
  if (['image', 'use'].includes(local) && !isKept(leads ?? '', ids)) return '';
  let tag = local;
  if (isRoot) tag += ` xmlns="${svg}" xmlns:xlink="${xlink}"`;
  for (const { name, value } of element.attributes) {
    const isHref = name.local === 'href' && (name.namespace === '' || name.namespace === xlink);
    const isOwn = name.namespace === '' || name.namespace === xlink;
    if (!isOwn && name.prefix !== 'xml') continue;
    if (/^on/i.test(name.local) || name.local === 'base') continue;
    if (isHref && !isKept(value, ids)) continue;
    const named = [...value.matchAll(/url\(\s*['"]?([^'")]*)/gi)];
    if (named.some(([, target]) => !isKept(target!, ids))) continue;
    const prefix = name.namespace === xlink ? 'xlink:' : name.prefix === 'xml' ? 'xml:' : '';
    tag += ` ${prefix}${name.local}="${escapeAttribute(value)}"`;
  }
  const content = element.childNodes
    .map((child) => {
      if (child.nodeType === 1) return write(child, ids);
      if (child.nodeType !== 3) return '';
      return local === 'style' && /@import|url\(\s*['"]?(?!#)/i.test(child.data)
        ? ''
        : escapeText(child.data);
    })
    .join('');
  return content === '' ? `<${tag}/>` : `<${tag}>${content}</${local}>`;
}

/** Whether a drawing may lead there: to a part of itself, or to pixels that it carries. */
function isKept(target: string, ids: ReadonlySet<string>): boolean {
  const where = target.trim();
  return where.startsWith('#') ? ids.has(where.slice(1)) : /^data:image\/(?:png|jpeg|gif);/i.test(where);
}
