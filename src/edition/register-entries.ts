import { XML } from '../xml/name.ts';
import { attribute } from '../xml/tree.ts';
import type { EditedDocument } from './edited-document.ts';
import { kindByElement, type RegisterKind } from './register-kinds.ts';
import { childrenOf } from './sequence.ts';

/** One entry of a register, where it stands. */
export interface RegisterEntryFound {
  readonly document: EditedDocument;
  readonly i: number;
  readonly kind: RegisterKind;
  readonly label: string;
  readonly sort: string;
  readonly names: readonly string[];
}

const lists = new Set('listPerson listPlace listOrg listEvent listObject listNym listBibl'.split(' '));
const headerLists = new Set(['particDesc', 'settingDesc', 'standOff', 'text']);
const nameElements = new Set(
  `persName placeName orgName objectName eventName name geogName form settlement country region district bloc
  geogFeat addName title label`.split(/\s+/),
);
const inside = new Set(['objectIdentifier', 'monogr', 'analytic', 'msIdentifier', 'location']);
const leadingTypes = ['reg', 'preferred', 'pref', 'main', 'label', 'standard', 'full'];

/** The entries of a document's registers, in document order: what its `listPerson`, `listPlace` and their like list. Those of a bibliography count only where something can point to them. */
export function registerEntriesOf(document: EditedDocument): RegisterEntryFound[] {
  const found: RegisterEntryFound[] = [];
  const { names } = document;
  const { parents, elements, lasts } = document.unsettled;
  for (let i = 0; i < names.length; i++) {
    const name = names[i]!;
    const parent = parents[i]!;
    if (name === 'teiHeader') {
      if (!hasHeaderLists(document, i)) i = lasts[i]!;
      continue;
    }
    const kind = kindByElement[name];
    if (kind === undefined || parent < 0 || !isListed(document, parent, kind)) continue;
    const isBibliographic = kind === 'work';
    if (isBibliographic && (attribute(elements[i]!, 'id', XML) ?? '') === '') continue;
    if (isBibliographic && isInHeader(document, i)) continue;
    const all = namesOf(document, i);
    const label = labelOf(document, i, all);
    found.push({
      document,
      i,
      kind: kindOfEntry(document, i, kind),
      label,
      sort: sortKey(label),
      names: [...new Set(all.map((each) => document.textOf(each)))].filter((each) => each !== ''),
    });
  }
  return found;
}

function hasHeaderLists(document: EditedDocument, header: number): boolean {
  for (let i = header; i <= document.unsettled.lasts[header]!; i++) {
    if (headerLists.has(document.names[i]!)) return true;
  }
  return false;
}

/** Entries nest: a place in a place, an organisation in an organisation. */
function isListed(document: EditedDocument, parent: number, kind: RegisterKind): boolean {
  const name = document.names[parent]!;
  return lists.has(name) || kindByElement[name] === kind;
}

function isInHeader(document: EditedDocument, i: number): boolean {
  for (let at = i; at >= 0; at = document.unsettled.parents[at]!) {
    if (document.names[at] === 'teiHeader') return true;
  }
  return false;
}

/** A list's `@type` says what its `bibl`s or `nym`s are; the nearest that says something counts. */
function kindOfEntry(document: EditedDocument, i: number, kind: RegisterKind): RegisterKind {
  if (kind !== 'work' && kind !== 'other') return kind;
  for (let at = document.unsettled.parents[i]!; at >= 0; at = document.unsettled.parents[at]!) {
    if (!lists.has(document.names[at]!)) break;
    const type = attribute(document.unsettled.elements[at]!, 'type') ?? '';
    if (/^documents?$/.test(type)) return 'document';
    if (/^(?:codenames?|pseudonyms?|cryptonyms?)$/.test(type)) return 'codename';
  }
  return kind;
}

/** The elements that name an entry: its own, and those of what identifies it. */
function namesOf(document: EditedDocument, entry: number): number[] {
  const found: number[] = [];
  for (const child of childrenOf(document.unsettled, entry)) {
    const name = document.names[child]!;
    if (nameElements.has(name)) found.push(child);
    else if (inside.has(name)) {
      for (const each of childrenOf(document.unsettled, child)) {
        if (nameElements.has(document.names[each]!)) found.push(each);
      }
    }
  }
  return found;
}

function labelOf(document: EditedDocument, entry: number, names: readonly number[]): string {
  const { elements } = document.unsettled;
  const typeOf = (i: number) => attribute(elements[i]!, 'type') ?? '';
  let leading: number | undefined;
  for (const type of leadingTypes) leading ??= names.find((i) => typeOf(i) === type);
  leading ??= names.find((i) => typeOf(i) === '') ?? names[0];
  const label = leading === undefined ? '' : nameText(document, leading);
  if (label !== '') return label;
  for (const child of childrenOf(document.unsettled, entry)) {
    if (/^(?:head|desc|idno|p|note)$/.test(document.names[child]!)) {
      const text = shortened(document.textOf(child));
      if (text !== '') return text;
    }
  }
  const own = shortened(document.textOf(entry));
  const element = elements[entry]!;
  const { local } = element.name;
  const said = [attribute(element, 'n'), attribute(element, 'id', XML)];
  const type = attribute(element, 'type');
  // What kind of event it was says more than an identifier does.
  const inOrder = local === 'event' ? [type, ...said] : [...said, type];
  return own || (inOrder.find((each) => each?.trim()) ?? local);
}

/** A name as it heads an entry: the surname first, where the markup tells it. */
function nameText(document: EditedDocument, i: number): string {
  const text = document.textOf(i);
  if (document.names[i] !== 'persName' || text.includes(',')) return text;
  const surnames: string[] = [];
  const others: string[] = [];
  for (const child of childrenOf(document.unsettled, i)) {
    const part = document.textOf(child);
    if (document.names[child] === 'surname') surnames.push(part);
    else if (/^(?:forename|nameLink|genName)$/.test(document.names[child]!)) others.push(part);
  }
  return surnames.length === 0 || others.length === 0 ? text : `${surnames.join(' ')}, ${others.join(' ')}`;
}

function shortened(text: string): string {
  return text.length <= 100 ? text : `${text.slice(0, 100).replace(/\s+\S*$/, '')}…`;
}

/** Letters without marks, in lower case; blanks and digits kept. Compared by code unit, so that the order is the same everywhere. */
export function sortKey(label: string): string {
  return label
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/æ/g, 'ae')
    .replace(/ø/g, 'o')
    .replace(/ł/g, 'l')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
