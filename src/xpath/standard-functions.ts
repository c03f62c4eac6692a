import { XML } from '../xml/name.ts';
import { engine } from './engine.ts';
import { regularExpression } from './regular-expression.ts';
import { supplyFunction } from './supply.ts';
import type { XPathNode } from './xpath-tree.ts';

/** What XPath 3.1 and XSLT have and fontoxpath lacks; `docs/validation.md` lists them. */

supplyFunction('current', [], 'item()?', ({ current }) => current ?? null);

supplyFunction('key', ['xs:string', 'item()*'], 'node()*', ({ key }, name: string, values: unknown[]) =>
  key === undefined ? [] : [...key(name, values.map(asString), undefined)],
);
supplyFunction(
  'key',
  ['xs:string', 'item()*', 'node()'],
  'node()*',
  ({ key }, name: string, values: unknown[], top: XPathNode) =>
    key === undefined ? [] : [...key(name, values.map(asString), top)],
);

// fontoxpath's own takes any attribute named id for an ID, and xml:id for none.
supplyFunction('id', ['xs:string*'], 'element()*', ({ root }, values: string[]) =>
  elementsById(root, values),
);
supplyFunction('id', ['xs:string*', 'node()'], 'element()*', (_, values: string[], node: XPathNode) => {
  let top = node;
  while (top.parentNode !== null) top = top.parentNode;
  return elementsById(top, values);
});

// fontoxpath's own walks every character through a linear automaton: 8 s of a schema's 10 on a play of 240 KB.
supplyFunction(
  'matches',
  ['xs:string?', 'xs:string'],
  'xs:boolean',
  (_, text: string | null, pattern: string) =>
    canExplode(pattern) ? linearMatch(text ?? '', pattern) : keptExpression(pattern, '').test(text ?? ''),
);
supplyFunction(
  'matches',
  ['xs:string?', 'xs:string', 'xs:string'],
  'xs:boolean',
  (_, text: string | null, pattern: string, flags: string) => keptExpression(pattern, flags).test(text ?? ''),
);
supplyFunction(
  'replace',
  ['xs:string?', 'xs:string', 'xs:string', 'xs:string'],
  'xs:string',
  (_, text: string | null, pattern: string, replacement: string, flags: string) =>
    (text ?? '').replace(
      regularExpression(pattern, flags, 'g'),
      flags.includes('q') ? replacement.replaceAll('$', '$$$$') : replacementOf(replacement),
    ),
);
supplyFunction(
  'tokenize',
  ['xs:string?', 'xs:string', 'xs:string'],
  'xs:string*',
  (_, text: string | null, pattern: string, flags: string) =>
    text === null || text === '' ? [] : splitBy(text, regularExpression(pattern, flags, 'g')),
);
supplyFunction(
  'contains-token',
  ['xs:string*', 'xs:string'],
  'xs:boolean',
  (_, texts: string[], token: string) =>
    token.trim() !== '' && texts.some((text) => text.split(/[ \t\r\n]+/).includes(token.trim())),
);
supplyFunction('normalize-unicode', ['xs:string?'], 'xs:string', (_, text: string | null) =>
  (text ?? '').normalize('NFC'),
);
supplyFunction(
  'normalize-unicode',
  ['xs:string?', 'xs:string'],
  'xs:string',
  (_, text: string | null, form: string) => {
    const name = form.trim().toUpperCase();
    return name === '' ? (text ?? '') : (text ?? '').normalize(name);
  },
);
supplyFunction('sort', ['item()*'], 'item()*', (_, items: unknown[]) => [...items].sort(compareAtomic));
supplyFunction(
  'resolve-uri',
  ['xs:string?', 'xs:string'],
  'xs:string?',
  (_, uri: string | null, base: string) => (uri === null ? null : new URL(uri, base).href),
);
supplyFunction('escape-html-uri', ['xs:string?'], 'xs:string', (_, uri: string | null) =>
  (uri ?? '').replace(/[^ -~]/gu, (character) => encodeURIComponent(character)),
);
supplyFunction('default-language', [], 'xs:string', () => 'en');
supplyFunction('static-base-uri', [], 'xs:string?', () => null);
supplyFunction('base-uri', ['node()?'], 'xs:string?', () => null);
supplyFunction('document-uri', ['node()?'], 'xs:string?', () => null);
supplyFunction('system-property', ['xs:string'], 'xs:string', (_, name: string) =>
  /(^|:)version$/.test(name) ? '3.0' : '',
);

// Nothing outside the document is ever read: the answer is that it is not there.
supplyFunction('unparsed-text-available', ['xs:string?'], 'xs:boolean', () => false);
supplyFunction('doc-available', ['xs:string?'], 'xs:boolean', () => false);
for (const name of ['unparsed-text', 'doc', 'document']) {
  supplyFunction(name, ['item()?'], 'item()*', (_, uri: unknown) => {
    throw new Error(`FODC0002: ${name}(${JSON.stringify(uri)}): nothing outside the document is read`);
  });
}

const idTables = new WeakMap<XPathNode, Map<string, XPathNode>>();

/** The elements that bear one of the ids as `xml:id`, in document order (XPath Functions 3.1, fn:id). */
function elementsById(root: XPathNode | undefined, values: readonly string[]): XPathNode[] {
  if (root === undefined) return [];
  let table = idTables.get(root);
  if (table === undefined) {
    table = new Map();
    const stack = [root];
    for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
      const id = node.attributes
        .find((each) => each.localName === 'id' && each.namespaceURI === XML)
        ?.value.trim();
      if (id !== undefined && !table.has(id)) table.set(id, node);
      for (let i = node.childNodes.length - 1; i >= 0; i--) stack.push(node.childNodes[i]!);
    }
    idTables.set(root, table);
  }
  const wanted = new Set(values.flatMap((each) => each.split(/[ \t\r\n]+/)));
  if (wanted.size === 1) return [...wanted].flatMap((id) => table.get(id) ?? []);
  return [...table].filter(([id]) => wanted.has(id)).map(([, element]) => element);
}

const expressions = new Map<string, RegExp>();

/** The expression of a pattern, made once. */
function keptExpression(pattern: string, flags: string): RegExp {
  const key = `${flags} ${pattern}`;
  let expression = expressions.get(key);
  if (expression === undefined) {
    if (expressions.size > 1000) expressions.clear();
    expression = regularExpression(pattern, flags);
    expressions.set(key, expression);
  }
  return expression;
}

/** Whether a backtracking engine may need exponential time: only where a group is repeated. */
function canExplode(pattern: string): boolean {
  return /\)[*+{]/.test(pattern);
}

function linearMatch(text: string, pattern: string): boolean {
  return engine().evaluateXPathToBoolean('fn:matches($text, $pattern)', null, null, { text, pattern });
}

function asString(value: unknown): string {
  if (typeof value === 'object' && value !== null && 'nodeType' in value) return stringOf(value as XPathNode);
  return String(value);
}

function stringOf(node: XPathNode): string {
  if (node.childNodes.length === 0) return node.nodeType === 1 ? '' : node.data;
  return node.childNodes
    .filter((child) => child.nodeType === 1 || child.nodeType === 3)
    .map(stringOf)
    .join('');
}

function splitBy(text: string, separator: RegExp): string[] {
  const parts: string[] = [];
  let last = 0;
  for (const found of text.matchAll(separator)) {
    if (found[0] === '') throw new Error('FORX0003: the pattern of tokenize() matches nothing at all');
    parts.push(text.slice(last, found.index));
    last = found.index + found[0].length;
  }
  parts.push(text.slice(last));
  return parts;
}

function compareAtomic(a: unknown, b: unknown): number {
  const [x, y] = [a, b].map((each) => (typeof each === 'number' ? each : asString(each)));
  return x! < y! ? -1 : x! > y! ? 1 : 0;
}

/** A replacement in JavaScript's notation: `$0` is the whole match, `\\$` a dollar sign. */
function replacementOf(replacement: string): string {
  return replacement.replace(/\$0|\\([\\$])/g, (found, mark: string | undefined) =>
    mark === undefined ? '$&' : mark === '$' ? '$$' : found.slice(1),
  );
}
