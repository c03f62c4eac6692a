import { element, find, walk, writeXhtml, type XhtmlElement } from './xhtml.ts';

/** A note or entry of the apparatus: an `aside` that a call opens. */
export interface Foot {
  readonly id: string;
  /** The heading that it stands under. */
  readonly band: string;
  readonly aside: XhtmlElement;
}

/** Takes the notes and entries out of a page, in their order. */
export function takeFeet(page: XhtmlElement): Foot[] {
  const feet: Foot[] = [];
  const visit = (node: XhtmlElement) => {
    node.children = node.children.filter((child) => {
      if (typeof child === 'string') return true;
      const band = child.attributes.get('data-band');
      if (band === undefined) {
        visit(child);
        return true;
      }
      child.attributes.delete('data-band');
      feet.push({ id: child.attributes.get('id') ?? '', band, aside: child });
      return false;
    });
  };
  visit(page);
  return feet;
}

/** The ids that a node calls as notes, in order. */
export function* callsIn(node: XhtmlElement): Generator<string> {
  for (const { name, attributes } of walk(node)) {
    const href = attributes.get('href');
    if (name === 'a' && attributes.get('role') === 'doc-noteref' && href?.startsWith('#'))
      yield decoded(href.slice(1));
  }
}

export function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

/** Puts each note into the part that calls it first; one that nothing calls stays behind the one before it. Every part has its notes at the end of its text, under their headings. */
export function placeFeet(parts: readonly XhtmlElement[], feet: readonly Foot[]): void {
  const byId = new Map(feet.map((foot) => [foot.id, foot]));
  const partOf = new Map<Foot, number>();
  const take = (node: XhtmlElement, part: number) => {
    for (const id of callsIn(node)) {
      const foot = byId.get(id);
      if (foot === undefined || partOf.has(foot)) continue;
      partOf.set(foot, part);
      take(foot.aside, part);
    }
  };
  const opened = new Set<string>();
  parts.forEach((part, at) => {
    for (const id of callsIn(part)) opened.add(id);
    take(part, at);
  });
  for (const { id, aside } of feet) {
    settleCalls(aside);
    if (!opened.has(id)) becomeOpen(aside);
  }
  let last = 0;
  for (const foot of feet) {
    last = partOf.get(foot) ?? last;
    partOf.set(foot, last);
  }
  parts.forEach((part, at) => {
    const own = feet.filter((foot) => partOf.get(foot) === at);
    if (own.length > 0) insertAfterText(part, bandsOf(own));
  });
}

/** A note that only another note calls, or nothing: a reading system that hides pop-ups would never show it, so it stands in the open. */
function becomeOpen(aside: XhtmlElement): void {
  aside.name = 'div';
  aside.attributes.delete('epub:type');
}

/** A pop-up opens no other: a call in it is a link. */
function settleCalls(aside: XhtmlElement): void {
  for (const { attributes } of walk(aside))
    if (attributes.get('epub:type') === 'noteref') attributes.delete('epub:type');
}

function bandsOf(feet: readonly Foot[]): XhtmlElement[] {
  const titles = [...new Set(feet.map(({ band }) => band))];
  return titles.map((title) => {
    const asides = feet.filter(({ band }) => band === title).map(({ aside }) => aside);
    const heading = title.trim() === '' ? [] : [element('h2', {}, [title])];
    return element('section', { class: 'feet', 'epub:type': 'footnotes' }, [...heading, ...asides]);
  });
}

function insertAfterText(part: XhtmlElement, bands: readonly XhtmlElement[]): void {
  const parent = find(part, ({ children }) =>
    children.some((child) => typeof child !== 'string' && child.attributes.has('data-document')),
  );
  const to = parent ?? part;
  const at = to.children.findIndex(
    (child) => typeof child !== 'string' && child.attributes.has('data-document'),
  );
  to.children.splice(at < 0 ? to.children.length : at + 1, 0, ...bands);
}

/** How many bytes a call brings into its part: its note, what that note calls, and the notes behind it that nothing calls. */
export function weightOfFeet(page: XhtmlElement, feet: readonly Foot[]): (id: string) => number {
  const called = new Set(callsIn(page));
  const callers = new Map<string, string>();
  for (const { id, aside } of feet)
    for (const inner of callsIn(aside)) if (!callers.has(inner)) callers.set(inner, id);
  const weights = new Map<string, number>();
  let last = '';
  for (const { id, aside } of feet) {
    let bearer = called.has(id) ? id : (callers.get(id) ?? last);
    for (let steps = 0; !called.has(bearer) && callers.has(bearer) && steps < feet.length; steps++)
      bearer = callers.get(bearer)!;
    weights.set(bearer, (weights.get(bearer) ?? 0) + Buffer.byteLength(writeXhtml(aside)));
    last = bearer;
  }
  return (id) => weights.get(id) ?? 0;
}
