import type { Child, Element } from '../xml/tree.ts';
import type { CorpusDocument } from './corpus-document.ts';

export type XPointerResult =
  | { readonly kind: 'nodes'; readonly nodes: readonly Child[] }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'unsupported'; readonly scheme: string };

/** What an XPointer selects: a bare id, `element()`, and the forms of `xpointer()` and `xpath()` that name elements by id (XPointer Framework; element() Scheme). The first part that selects something counts. */
export function selectXPointer(document: CorpusDocument, pointer: string): XPointerResult {
  const text = pointer.trim();
  if (!text.includes('(')) return found(document.ids.get(text)?.[0]);
  let unsupported: string | undefined;
  for (const { scheme, argument } of partsOf(text)) {
    if (scheme === 'xmlns') continue;
    const result = selectPart(document, scheme, argument.trim());
    if (result.kind === 'nodes') return result;
    if (result.kind === 'unsupported') unsupported ??= result.scheme;
  }
  return unsupported === undefined ? { kind: 'nothing' } : { kind: 'unsupported', scheme: unsupported };
}

function selectPart(document: CorpusDocument, scheme: string, argument: string): XPointerResult {
  const local = scheme.slice(scheme.indexOf(':') + 1);
  if (local === 'element') return found(childSequence(document, argument));
  if (local === 'xpointer' || local === 'xpath') {
    const byId =
      /^(?:id\(\s*(["'])(.*?)\1\s*\)|\/\/(?:\*|[\w.-]+(?::[\w.-]+)?)\[\s*@xml:id\s*=\s*(["'])(.*?)\3\s*\])(\/(?:\*|node\(\)))?$/.exec(
        argument,
      );
    if (byId !== null) {
      const element = document.ids.get(byId[2] ?? byId[4]!)?.[0];
      if (byId[5] === undefined || element === undefined) return found(element);
      const nodes = element.childNodes.filter((node) => byId[5] === '/node()' || node.nodeType === 1);
      return nodes.length > 0 ? { kind: 'nodes', nodes } : { kind: 'nothing' };
    }
    if (argument === '/' || argument === '/*') return found(document.root);
  }
  return { kind: 'unsupported', scheme };
}

function childSequence(document: CorpusDocument, sequence: string): Element | undefined {
  const [first, ...steps] = sequence.split('/');
  let element: Element | undefined;
  if (first !== '') element = document.ids.get(first!)?.[0];
  else if (steps.shift() === '1') element = document.root;
  for (const step of steps) {
    const n = Number(step);
    element = element?.childNodes.filter((node) => node.nodeType === 1)[n - 1];
  }
  return element;
}

function* partsOf(text: string): Generator<{ scheme: string; argument: string }> {
  let at = 0;
  while (at < text.length) {
    const open = text.indexOf('(', at);
    if (open < 0) return;
    let depth = 1;
    let i = open + 1;
    for (; i < text.length && depth > 0; i++) {
      if (text[i] === '^') i++;
      else if (text[i] === '(') depth++;
      else if (text[i] === ')') depth--;
    }
    const argument = text.slice(open + 1, depth === 0 ? i - 1 : i).replace(/\^([()^])/g, '$1');
    yield { scheme: text.slice(at, open).trim(), argument };
    at = i;
  }
}

function found(element: Element | undefined): XPointerResult {
  return element === undefined ? { kind: 'nothing' } : { kind: 'nodes', nodes: [element] };
}
