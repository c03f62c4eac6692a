import type { Attribute } from '../xml/events.ts';
import { attribute, type Child, type Element, type Text } from '../xml/tree.ts';

const at = (element: Element, name: string): string => attribute(element, name) ?? '';
const isElement = (node: Child): node is Element => node.nodeType === 1;

/** What `print.xsl` gave of one document with every reference leading to what is printed: its target, else what stands around that; where neither is in the document, words say what it names. */
export function settleReferences(root: Element): Element {
  const printed = new Set<string>();
  const notes = new Set<string>();
  const collect = (element: Element) => {
    const { local } = element.name;
    if (local === 'call') notes.add(at(element, 'note'));
    else if (local === 'start') printed.add(at(element, 'entry'));
    else if (local !== 'index-mark') printed.add(at(element, 'id'));
    for (const child of element.childNodes) if (isElement(child)) collect(child);
  };
  for (const part of root.childNodes)
    if (isElement(part)) {
      if (part.name.local === 'note') notes.add(at(part, 'id'));
      else if (part.name.local === 'apparatus-entry') printed.add(at(part, 'id'));
      // An index and the data of an entry are no places of the text.
      if (['front', 'body', 'back', 'note'].includes(part.name.local)) collect(part);
    }
  for (const id of notes) printed.add(id);
  printed.delete('');

  const settled = (reference: Element): Element => {
    const isOurs = at(reference, 'words') === 'ours';
    const shows = at(reference, 'shows');
    const target = [at(reference, 'target'), ...at(reference, 'within').split(' ')].find((id) =>
      printed.has(id),
    );
    const childNodes = reference.childNodes.map((child) => (isElement(child) ? visit(child) : child));
    if (target !== undefined)
      return made(reference, childNodes, {
        target,
        shows: shows === 'number' && !notes.has(target) ? 'line' : shows,
        ...(isOurs ? { words: 'ours' } : {}),
      });
    const name: Text = {
      nodeType: 3,
      data: at(reference, 'elsewhere'),
      parentNode: reference,
      start: reference.start,
      end: reference.end,
    };
    const content = [...(isOurs ? [] : childNodes), ...(shows === 'content' ? [] : [name])];
    return made(reference, content, { target: '', shows: 'content' });
  };
  const visit = (element: Element): Element =>
    element.name.local === 'reference'
      ? settled(element)
      : {
          ...element,
          childNodes: element.childNodes.map((child) => (isElement(child) ? visit(child) : child)),
        };
  return visit(root);
}

function made(
  like: Element,
  childNodes: readonly Child[],
  values: Readonly<Record<string, string>>,
): Element {
  const span = { start: 0, end: 0, valueStart: 0, valueEnd: 0, isDefault: false };
  const attributes = Object.entries(values).map(
    ([local, value]): Attribute => ({ name: { prefix: '', local, namespace: '' }, value, ...span }),
  );
  return { ...like, attributes, childNodes };
}
