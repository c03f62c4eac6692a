import { lettersOf, reach } from '../../src/outputs/output.ts';
import type { EditionIndex } from '../../src/prepare/edition-index.ts';
import type { PreparedDocument } from '../../src/prepare/prepared-edition.ts';
import { PREPARED } from '../../src/prepare/write-tei.ts';
import { childElements } from '../../src/xml/axes.ts';
import { readTree } from '../../src/xml/read.ts';
import { attribute, type Element, type Node } from '../../src/xml/tree.ts';

/** A call that a text promises: of what, and the letters of the reading text before it. */
export interface WantedCall {
  readonly kind: 'notes' | 'entries';
  readonly id: string;
  readonly n: string;
  readonly after: string;
  /** Whether it stands in words that are left out. */
  readonly isLeft: boolean;
}

/** What stands beside the text of a document that has one. */
const beside = new Set(['teiHeader', 'standOff', 'sourceDoc', 'facsimile']);

/** The calls in the reading text of a document, read from its prepared TEI and the index alone. */
export function wantedCalls(document: PreparedDocument, index: EditionIndex): WantedCall[] {
  const tree = readTree(new TextEncoder().encode(document.tei), document.path, () => {})!;
  const entries = index.apparatus.filter((each) => each.document === document.id);
  const notes = new Map(index.notes.map((note) => [`${note.document} ${note.id}`, note]));
  const found: WantedCall[] = [];
  let letters = '';
  const say = (text: string | undefined) => {
    letters = (letters + lettersOf(text ?? '')).slice(-reach);
  };
  const call = (kind: WantedCall['kind'], id: string, n: string, isLeft = false) =>
    found.push({ kind, id, n, after: letters, isLeft });
  const v = (element: Element, name: string) => attribute(element, name, PREPARED);
  const noteCall = (id: string, isLeft = false) => {
    const note = notes.get(`${document.id} ${id}`);
    if (note !== undefined) call('notes', id, note.n, isLeft);
  };

  const apps = new Set<string>();
  const findApps = (element: Element) => {
    if (element.name.local === 'listApp') return;
    const entry = v(element, 'entry');
    if (entry !== undefined) apps.add(entry);
    for (const child of childElements(element)) findApps(child);
  };
  const visit = (node: Node) => {
    if (node.nodeType === 3) say(node.data);
    if (node.nodeType !== 1) return;
    const left = v(node, 'left');
    if (left !== 'note') say(v(node, 'before'));
    if (left === undefined) for (const child of node.childNodes) visit(child);
    else if (left === 'note') ownCalls(node);
    else if (left === 'deleted' || left === 'choice') leftCalls(node);
    if (left !== 'note') say(v(node, 'after'));
    if (left === undefined || left === 'call')
      for (const id of (v(node, 'note') ?? '').split(' ')) noteCall(id);
    const entry = v(node, 'entry');
    if (node.name.local === 'app' && entry !== undefined)
      for (const { id, n } of entries) if (id === entry) call('entries', id, String(n));
    const id = v(node, 'id');
    for (const each of entries)
      if (each.method !== 'parallel-segmentation' && each.to === id && id !== undefined && !apps.has(each.id))
        call('entries', each.id, String(each.n));
  };
  /** A note that nothing calls is its own call, and so is each of a group. */
  const ownCalls = (element: Element) => {
    if (element.name.local === 'note') {
      if (v(element, 'calls') === undefined && v(element, 'n') !== undefined)
        noteCall(v(element, 'id') ?? '');
    } else for (const child of childElements(element)) ownCalls(child);
  };
  /** Words that are left out call those of their notes that nothing before them calls. */
  const leftCalls = (element: Element) => {
    for (const id of (v(element, 'note') ?? '').split(' '))
      if (notes.get(`${document.id} ${id}`)?.calls[0] === v(element, 'id')) noteCall(id, true);
    for (const child of childElements(element)) leftCalls(child);
  };
  const root = tree.documentElement;
  findApps(root);
  const hasText = childElements(root).some(({ name }) => name.local === 'text');
  for (const child of root.childNodes)
    if (!(hasText && child.nodeType === 1 && beside.has(child.name.local))) visit(child);
  return found;
}
