import { parseXmlDocument } from 'slimdom';
import { XMLNS } from '../../src/xml/name.ts';
import type { Document, Node } from '../../src/xml/tree.ts';

const codeUnitOrder = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const attributesOf = (all: readonly (readonly [string, string])[]) =>
  all
    .map(([name, value]) => ` ${name}=${JSON.stringify(value)}`)
    .sort(codeUnitOrder)
    .join('');

/** What a tree says, with every name expanded and adjacent text as one, for comparing one reader with another. */
export function contentOf(node: Node | Document): string {
  if (node.nodeType === 3) return JSON.stringify(node.data);
  if (node.nodeType === 8) return `<!--${node.data}-->`;
  if (node.nodeType === 7) return `<?${node.target} ${node.data}?>`;
  const inside = node.childNodes.map(contentOf).join('');
  if (node.nodeType === 9) return inside;
  const { name } = node;
  const attributes = attributesOf(
    node.attributes.map((each) => [`{${each.name.namespace}}${each.name.local}`, each.value]),
  );
  return `<{${name.namespace}}${name.local}${attributes}>${inside}</>`;
}

type SlimdomNode = ReturnType<typeof parseXmlDocument>['childNodes'][number];

/** The same of what slimdom reads; undefined where it rejects the text. */
export function slimdomContentOf(text: string): string | undefined {
  try {
    return slimdomContent(parseXmlDocument(text).childNodes);
  } catch {
    return undefined;
  }
}

function slimdomContent(nodes: readonly SlimdomNode[]): string {
  let content = '';
  let text = '';
  const flush = () => {
    if (text !== '') content += JSON.stringify(text);
    text = '';
  };
  // biome-ignore lint/suspicious/noExplicitAny: the class of a slimdom node follows from its nodeType.
  for (const node of nodes as any[]) {
    if (node.nodeType === 3 || node.nodeType === 4) {
      text += node.data;
      continue;
    }
    flush();
    if (node.nodeType === 8) content += `<!--${node.data}-->`;
    else if (node.nodeType === 7) content += `<?${node.target} ${node.data}?>`;
    else if (node.nodeType === 1) {
      const attributes = [...node.attributes]
        .filter((each) => each.namespaceURI !== XMLNS)
        .map((each) => [`{${each.namespaceURI ?? ''}}${each.localName}`, each.value] as const);
      const inside = slimdomContent(node.childNodes);
      content += `<{${node.namespaceURI ?? ''}}${node.localName}${attributesOf(attributes)}>${inside}</>`;
    }
  }
  flush();
  return content;
}
