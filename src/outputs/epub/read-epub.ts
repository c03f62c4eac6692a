import { strFromU8, unzipSync } from 'fflate';
import { idOfPlain } from '../../epub/addresses.ts';
import { find, hasClass, parseXhtml, walk, type XhtmlElement, type XhtmlNode } from '../../epub/xhtml.ts';
import { blockElements } from '../html/block-elements.ts';
import type { Call, Holding } from '../output.ts';
import { VisibleText } from '../visible-text.ts';

/** Reads what a finished e-book holds of each document, file after file in its reading order. Throws where a file is missing or no well-formed XML. */
export function readEpub(book: Uint8Array): Holding[] {
  const files = unzipSync(book);
  const page = (path: string): XhtmlElement => {
    const file = files[path];
    const root =
      file &&
      parseXhtml(strFromU8(file), path, ({ message, place }) => {
        throw new Error(`${path}:${place.line}: ${message}`);
      });
    if (root === undefined) throw new Error(`The e-book has no file ${path}`);
    return root;
  };
  const opf = page('EPUB/package.opf');
  const paths = new Map(
    [...walk(opf)]
      .filter(({ name }) => name === 'item')
      .map(({ attributes }) => [attributes.get('id'), attributes.get('href')!]),
  );
  const held = new Map<string, Held>();
  const pages = new Map(
    [...paths.values()].filter((path) => path.endsWith('.xhtml')).map((path) => [path, page(`EPUB/${path}`)]),
  );
  const links = linksOf(pages);
  for (const { name, attributes } of walk(opf)) {
    if (name !== 'itemref' || attributes.get('linear') === 'no') continue;
    const path = paths.get(attributes.get('idref'))!;
    const root = pages.get(path) ?? page(`EPUB/${path}`);
    const document = find(root, (each) => each.attributes.has('data-part-of'))?.attributes.get(
      'data-part-of',
    );
    if (document === undefined) continue;
    const holding: Held = held.get(document) ?? {
      texts: [],
      ids: { notes: [], entries: [], readings: [], names: [] },
      words: { notes: new Map(), entries: new Map() },
      calls: [],
      letters: '',
    };
    held.set(document, holding);
    const called = (call: XhtmlElement) => links.calledBy(path, call);
    const texts = [...walk(root)].filter((each) => each.attributes.get('data-document') === document);
    for (const each of texts) {
      const { text, calls, letters } = textOf(each, called, holding.letters);
      holding.texts.push(text);
      holding.calls.push(...calls);
      holding.letters = letters;
    }
    holding.calls.push(...callsIn(root, called, texts));
    for (const each of walk(root)) {
      const own = (attribute: string) => each.attributes.get(attribute);
      const { ids } = holding;
      for (const kind of ['notes', 'entries'] as const) {
        const id = own(kind === 'notes' ? 'data-note' : 'data-entry');
        if (id === undefined) continue;
        ids[kind].push(id);
        holding.words[kind].set(id, textOf(each).text);
      }
      if (own('data-reading') !== undefined) ids.readings.push(own('data-reading')!);
      if (own('id') !== undefined && own('data-entries') !== undefined) ids.names.push(idOfPlain(own('id')!));
    }
  }
  return [...held].map(([document, { texts, ids, words, calls }]) => ({
    document,
    text: texts.filter((text) => text !== '').join('\n'),
    ...ids,
    words,
    calls,
    deadLinks: links.dead,
  }));
}

interface Held {
  readonly texts: string[];
  readonly ids: Record<'notes' | 'entries' | 'readings' | 'names', string[]>;
  readonly words: Record<'notes' | 'entries', Map<string, string>>;
  readonly calls: Call[];
  /** The last letters of the text so far: a text may go over several files. */
  letters: string;
}

type CalledBy = (call: XhtmlElement) => Omit<Call, 'after'>;

/** The links of a book's pages: what each call calls, and those that lead to nothing in the book. */
function linksOf(pages: ReadonlyMap<string, XhtmlElement>): {
  readonly calledBy: (path: string, call: XhtmlElement) => Omit<Call, 'after'>;
  readonly dead: readonly string[];
} {
  const targets = new Map<string, XhtmlElement>();
  const files = new Set(pages.keys());
  const backTo = new Map<string, XhtmlElement>();
  const resolve = (from: string, href: string) =>
    new URL(href, `book:/${from}`).pathname.slice(1) + new URL(href, `book:/${from}`).hash;
  for (const [path, root] of pages)
    for (const element of walk(root)) {
      const id = element.attributes.get('id');
      if (id !== undefined) targets.set(`${path}#${id}`, element);
      if (element.attributes.has('data-note') || element.attributes.has('data-entry'))
        for (const link of walk(element))
          if (link.attributes.get('role') === 'doc-backlink')
            backTo.set(resolve(path, link.attributes.get('href') ?? ''), element);
    }
  const dead: string[] = [];
  for (const [path, root] of pages)
    for (const { name, attributes } of walk(root)) {
      const href = attributes.get('href');
      if (name !== 'a' || href === undefined || /^[a-z][a-z0-9+.-]*:/i.test(href)) continue;
      const target = resolve(path, href);
      if (!(target.includes('#') ? targets.has(target) : files.has(target))) dead.push(`${path}: ${href}`);
    }
  return {
    calledBy: (path, call) => {
      const link = find(call, ({ name, attributes }) => name === 'a' && attributes.has('href'));
      const foot =
        link === undefined
          ? backTo.get(`${path}#${call.attributes.get('id')}`)
          : targets.get(resolve(path, link.attributes.get('href')!));
      const note = foot?.attributes.get('data-note');
      return note === undefined
        ? { kind: 'entries', id: foot?.attributes.get('data-entry') ?? '' }
        : { kind: 'notes', id: note };
    },
    dead,
  };
}

const isCall = (element: XhtmlElement) =>
  element.name === 'sup' && (hasClass(element, 'call') || hasClass(element, 'entry-call'));

/** Whether an element is the place of an entry in the text, and shows nothing but its call. */
const holdsCallsAlone = ({ children }: XhtmlElement) =>
  children.length > 0 && children.every((child) => typeof child !== 'string' && isCall(child));

/** The calls below an element that are not in one of `without`. */
function callsIn(root: XhtmlElement, called: CalledBy, without: readonly XhtmlElement[] = []): Call[] {
  const inside = new Set(without.flatMap((each) => [...walk(each)]));
  return [...walk(root)]
    .filter((each) => isCall(each) && !inside.has(each))
    .map((call) => ({ ...called(call), after: undefined }));
}

/** The text of an element, with the calls in it. */
function textOf(root: XhtmlElement, called?: CalledBy, before = ''): VisibleText {
  const seen = new VisibleText(before);
  const visit = (node: XhtmlNode) => {
    if (typeof node === 'string') {
      seen.say(node);
      return;
    }
    const isBlock = blockElements.has(node.name) && !hasClass(node, 'phrase');
    if (isBlock) seen.endLine();
    else if (node.name === 'td' || node.name === 'th') seen.beginCell();
    if (called !== undefined && isCall(node)) seen.call(called(node));
    else if (!node.attributes.has('data-left') || holdsCallsAlone(node))
      for (const child of node.children) visit(child);
    else if (called !== undefined) seen.calls.push(...callsIn(node, called));
    if (isBlock) seen.endLine();
  };
  for (const child of root.children) visit(child);
  seen.endLine();
  return seen;
}
