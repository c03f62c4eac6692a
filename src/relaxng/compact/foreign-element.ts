import type { Attribute, Scope } from '../../xml/events.ts';
import type { Name } from '../../xml/name.ts';
import type { Source } from '../../xml/source.ts';
import type { Document, Element, Text } from '../../xml/tree.ts';

export interface ForeignAttribute extends Name {
  readonly value: string;
  readonly start: number;
  readonly end: number;
  readonly valueStart: number;
  readonly valueEnd: number;
}

type Open<Node> = { -readonly [Key in keyof Node]: Node[Key] };
export type ForeignChild = Open<Element> | Open<Text>;

export function foreignText(data: string, start: number, end: number): ForeignChild {
  return { nodeType: 3, data, parentNode: undefined as never, start, end };
}

/** The element of XML that an annotation element of the compact syntax means, with its spans in the compact file. */
export function foreignElement(
  name: Name,
  attributes: readonly ForeignAttribute[],
  children: readonly ForeignChild[],
  namespaces: ReadonlyMap<string, string>,
  source: Source,
  start: number,
  end: number,
): Element {
  const scope: Scope = {
    lookup: (prefix) => namespaces.get(prefix),
    bindings: () => new Map([...namespaces].filter(([prefix]) => prefix !== 'xml')),
  };
  const element: Open<Element> = {
    nodeType: 1,
    name,
    attributes: attributes.map(
      ({ prefix, local, namespace, ...rest }): Attribute => ({
        name: { prefix, local, namespace },
        ...rest,
        isDefault: false,
      }),
    ),
    scope,
    childNodes: children,
    parentNode: undefined as never,
    start,
    end,
    startTagEnd: start + 1,
    endTagStart: end,
  };
  for (const child of children) child.parentNode = element;
  const document: Document = {
    nodeType: 9,
    source,
    childNodes: [element],
    documentElement: element,
    parentNode: null,
  };
  element.parentNode = document;
  return element;
}

/** All the text in an element. */
export function textOf(element: Element): string {
  let text = '';
  for (const child of element.childNodes) {
    if (child.nodeType === 3) text += child.data;
    else if (child.nodeType === 1) text += textOf(child);
  }
  return text;
}
