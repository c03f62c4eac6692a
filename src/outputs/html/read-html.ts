import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import type { Call, Holding } from '../output.ts';
import { VisibleText } from '../visible-text.ts';
import { blockElements } from './block-elements.ts';
import { attributeOf, type Element, elementsIn, type Node, walk } from './html-tree.ts';

/** Elements whose content a browser does not show. */
const unseen = new Set(['script', 'style', 'template', 'noscript', 'head']);

/** Reads what a finished page holds: the text of each element with `data-document`, without what `data-left` marks as not of the reading text, and the ids, calls and dead links that stand on the page; of a page of parallel texts what stands in the rows of each document, and below them. */
export function readHtml(page: string): Holding[] {
  const root = parse(page) as unknown as Element;
  const texts: Element[] = [];
  const parallel = new Map<string, { rows: Element[]; all: Element[] }>();
  walk(root, (element) => {
    if (attributeOf(element, 'data-document') !== undefined) texts.push(element);
    const row = attributeOf(element, 'data-parallel');
    const document = row ?? attributeOf(element, 'data-below');
    if (document !== undefined) {
      const own = parallel.get(document) ?? { rows: [], all: [] };
      parallel.set(document, own);
      own.all.push(element);
      if (row !== undefined) own.rows.push(element);
    }
    return true;
  });
  const held = idsIn([root]);
  const called = calledBy(root);
  const deadLinks = deadLinksIn(root);
  const outside = callsIn(root, called, texts);
  return [
    ...texts.map((element) => {
      const { text, calls } = textOf(element, called);
      return {
        document: attributeOf(element, 'data-document')!,
        text,
        ...held,
        calls: [...calls, ...outside],
        deadLinks,
      };
    }),
    ...[...parallel].map(([document, { rows, all }]) => ({
      document,
      isParallel: true,
      text: rows.map((row) => textOf(row).text).join('\n'),
      ...idsIn(all),
      calls: all.flatMap((part) => callsIn(part, called)),
      deadLinks,
    })),
  ];
}

/** Tells what a call calls: by its link, and by what leads back to it where it stands inside another link. */
type CalledBy = (call: Element) => Omit<Call, 'after'> | undefined;

function calledBy(root: Element): CalledBy {
  const feet = new Map<string, Omit<Call, 'after'>>();
  const backTo = new Map<string, Omit<Call, 'after'>>();
  for (const foot of elementsIn(root)) {
    const note = attributeOf(foot, 'data-note');
    const entry = attributeOf(foot, 'data-entry');
    if (note === undefined && entry === undefined) continue;
    const own = { kind: note === undefined ? 'entries' : 'notes', id: note ?? entry! } as const;
    feet.set(`#${attributeOf(foot, 'id')}`, own);
    for (const link of elementsIn(foot))
      if (attributeOf(link, 'role') === 'doc-backlink') backTo.set(attributeOf(link, 'href') ?? '', own);
    if (entry !== undefined) {
      const number = elementsIn(foot).find((each) => hasClass(each, 'entry-number'));
      if (number !== undefined) backTo.set(`entry ${textOf(number).text}`, own);
    }
  }
  return (call) => {
    const link = elementsIn(call).find((each) => each.tagName === 'a');
    if (link !== undefined) return feet.get(attributeOf(link, 'href') ?? '');
    return backTo.get(
      hasClass(call, 'entry-call') ? `entry ${textOf(call).text}` : `#${attributeOf(call, 'id')}`,
    );
  };
}

const hasClass = (element: Element, name: string) =>
  (attributeOf(element, 'class') ?? '').split(' ').includes(name);
const isCall = (element: Element) =>
  element.tagName === 'sup' && (hasClass(element, 'call') || hasClass(element, 'entry-call'));

/** Whether an element is the place of an entry in the text, and shows nothing but its call. */
const holdsCallsAlone = ({ childNodes }: Element) =>
  childNodes.length > 0 && childNodes.every((child) => 'tagName' in child && isCall(child));

/** The calls below an element that are not in one of `without`. */
function callsIn(root: Element, called: CalledBy, without: readonly Element[] = []): Call[] {
  const found: Call[] = [];
  walk(root, (element) => {
    if (without.includes(element)) return false;
    if (isCall(element)) found.push({ ...(called(element) ?? nothingKnown), after: undefined });
    return true;
  });
  return found;
}
const nothingKnown = { kind: 'notes', id: '' } as const;

/** The links within a page whose target does not stand there. */
function deadLinksIn(root: Element): string[] {
  const ids = new Set(elementsIn(root).map((element) => attributeOf(element, 'id')));
  return elementsIn(root)
    .map((element) => attributeOf(element, 'href') ?? '')
    .filter((href) => href.startsWith('#') && href !== '#')
    .filter((href) => !ids.has(href.slice(1)) && !ids.has(decoded(href.slice(1))));
}

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

/** The ids of notes, apparatus entries, readings and names in parts of a page, and the words of notes and entries. */
function idsIn(parts: readonly Element[]): Omit<Holding, 'document'> {
  const ids = {
    notes: [] as string[],
    entries: [] as string[],
    readings: [] as string[],
    names: [] as string[],
  };
  const words = { notes: new Map<string, string>(), entries: new Map<string, string>() };
  for (const element of parts.flatMap((part) => elementsIn(part))) {
    const own = (name: string) => attributeOf(element, name);
    for (const [name, kind] of [
      ['data-note', 'notes'],
      ['data-entry', 'entries'],
    ] as const) {
      const held = own(name);
      if (held === undefined) continue;
      ids[kind].push(held);
      words[kind].set(held, textOf(element).text);
    }
    if (own('data-reading') !== undefined) ids.readings.push(own('data-reading')!);
    if (own('id') !== undefined && own('data-entries') !== undefined) ids.names.push(own('id')!);
  }
  return { ...ids, words };
}

/** The text of an element, with the calls in it. */
function textOf(element: Element, called?: CalledBy): VisibleText {
  const seen = new VisibleText();
  const visit = (node: Node) => {
    if (node.nodeName === '#text') seen.say((node as DefaultTreeAdapterTypes.TextNode).value);
    if (!('tagName' in node) || unseen.has(node.tagName)) return;
    const isBlock = blockElements.has(node.tagName);
    if (isBlock) seen.endLine();
    else if (node.tagName === 'td' || node.tagName === 'th') seen.beginCell();
    if (called !== undefined && isCall(node)) seen.call(called(node) ?? nothingKnown);
    else if (!node.attrs.some((each) => each.name === 'data-left') || holdsCallsAlone(node))
      for (const child of node.childNodes) visit(child);
    else if (called !== undefined) seen.calls.push(...callsIn(node, called));
    if (isBlock) seen.endLine();
  };
  for (const child of element.childNodes) visit(child);
  seen.endLine();
  return seen;
}
