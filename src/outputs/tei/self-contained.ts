import { holdsPointers } from '../../corpus/pointer-attributes.ts';
import { readPrefixPattern } from '../../corpus/prefix-pattern.ts';
import { decodePercent, parseReference, resolveAgainst, resolvePath } from '../../corpus/uri.ts';
import type { EditionIndex, RegisterEntry } from '../../prepare/edition-index.ts';
import type { PreparedDocument, PreparedEdition } from '../../prepare/prepared-edition.ts';
import { ancestors, descendantElements, isNamed } from '../../xml/axes.ts';
import { escapeAttribute } from '../../xml/escape.ts';
import { TEI, XML } from '../../xml/name.ts';
import { attribute, type Document, type Element } from '../../xml/tree.ts';
import { type Edit, ownTree, withEdits } from './edit-xml.ts';
import { type Portion, witnessLists } from './witness-lists.ts';

const prepared = 'urn:x-variorum:prepared';

/** The list that may hold a register entry in `standOff`, by the entry's element. */
const lists: Readonly<Record<string, string>> = Object.assign(Object.create(null), {
  person: 'listPerson',
  personGrp: 'listPerson',
  persona: 'listPerson',
  place: 'listPlace',
  org: 'listOrg',
  event: 'listEvent',
  object: 'listObject',
  nym: 'listNym',
  bibl: 'listBibl',
  biblStruct: 'listBibl',
  biblFull: 'listBibl',
  msDesc: 'listBibl',
});

/** A portion that travels with a document: its text as it will stand there, and the new names of its ids. */
interface Carried {
  readonly element: string;
  readonly ids: ReadonlyMap<string, string>;
  text: string;
}

/** Makes a document stand alone: our attributes gone, the register entries that it cites in a `standOff` of its own, every pointer into another file rewritten. */
export function selfContained(document: PreparedDocument, edition: PreparedEdition): string {
  const tree = ownTree(document.tei, document.path);
  const journey = new Journey(document, edition, tree);
  const edits = journey.editsOf(tree, document.path, prefixesOf(document));
  journey.followAll();
  const standOff = journey.standOff();
  if (standOff !== '') {
    const header = [...descendantElements(tree)].find(
      (element) => isNamed(element, 'teiHeader') && element.parentNode === tree.documentElement,
    );
    const at = header?.end ?? tree.documentElement.startTagEnd;
    edits.push({ start: at, end: at, text: standOff });
  }
  const body = withEdits(document.tei, edits).replace(/^(?:<\?xml[^>]*\?>\s*)?/, '');
  return `<?xml version="1.0" encoding="UTF-8"?>\n${body}\n`;
}

class Journey {
  private readonly document: PreparedDocument;
  private readonly index: EditionIndex;
  /** Ids of the document (`ownIds`), and those that carried entries take. */
  private readonly ids = new Set<string>();
  private readonly ownIds: ReadonlySet<string>;
  private readonly entries = new Map<string, RegisterEntry>();
  private readonly entriesById = new Map<string, RegisterEntry>();
  private readonly carried = new Map<Portion, Carried>();
  private readonly queue: Portion[] = [];
  private readonly documentIds: ReadonlyMap<string, string>;
  private readonly paths: ReadonlyMap<string, string>;
  private readonly documents: ReadonlyMap<string, PreparedDocument>;

  constructor(document: PreparedDocument, edition: PreparedEdition, tree: Document) {
    const { index } = edition;
    this.document = document;
    this.index = index;
    this.documents = new Map(edition.documents.map((each) => [each.id, each]));
    this.documentIds = new Map(index.documents.map(({ path, id }) => [path, id]));
    this.paths = new Map(index.documents.map(({ path, id }) => [id, path]));
    for (const element of descendantElements(tree)) {
      const id = attribute(element, 'id', XML);
      if (id !== undefined) this.ids.add(id.trim());
    }
    this.ownIds = new Set(this.ids);
    for (const entry of index.registerEntries) {
      const id = xmlIdOf(entry);
      if (id === '') continue;
      this.entries.set(`${this.paths.get(entry.document) ?? ''}#${id}`, entry);
      if (!this.entriesById.has(id)) this.entriesById.set(id, entry);
    }
  }

  /** What must change in a tree whose pointers are written for a file at `path`. */
  editsOf(
    tree: Document,
    path: string,
    prefixes: Prefixes,
    ids: ReadonlyMap<string, string> = new Map(),
  ): Edit[] {
    const edits: Edit[] = [];
    const text = tree.source.text;
    for (const element of descendantElements(tree)) {
      for (const each of element.attributes) {
        const { name } = each;
        const before = leadingBlank(text, each.start);
        if (name.namespace === prepared || (name.namespace === XML && name.local === 'base')) {
          edits.push({ start: before, end: each.end, text: '' });
        } else if (name.namespace === XML && name.local === 'id' && ids.has(each.value.trim())) {
          edits.push({ start: each.valueStart, end: each.valueEnd, text: ids.get(each.value.trim())! });
        } else if (
          name.namespace === '' &&
          element.name.namespace === TEI &&
          holdsPointers(element.name.local, name.local)
        ) {
          const base = baseOf(element, path);
          const rewritten = each.value
            .split(/(\s+)/)
            .map((token) => (/\S/.test(token) ? this.rewrite(token, base, prefixes, ids) : token))
            .join('');
          if (rewritten !== each.value)
            edits.push({ start: each.valueStart, end: each.valueEnd, text: escapeAttribute(rewritten) });
        } else if (name.local === 'replacementPattern' && isNamed(element, 'prefixDef')) {
          const rewritten = this.rewriteFile(each.value, path);
          if (rewritten !== each.value)
            edits.push({ start: each.valueStart, end: each.valueEnd, text: escapeAttribute(rewritten) });
        }
      }
    }
    const root = tree.documentElement;
    const tag = text.slice(root.start, root.startTagEnd);
    for (const found of tag.matchAll(/\s+xmlns:[\w.-]+\s*=\s*(["'])urn:x-variorum:prepared\1/g))
      edits.push({
        start: root.start + found.index,
        end: root.start + found.index + found[0].length,
        text: '',
      });
    return edits;
  }

  /** Carries the entries that are cited, and those that they cite. */
  followAll(): void {
    for (let portion = this.queue.shift(); portion !== undefined; portion = this.queue.shift()) {
      const path = this.paths.get(portion.document) ?? this.document.path;
      const wrapped = wrap(portion.tei);
      const own = this.documents.get(portion.document);
      const prefixes = own === undefined ? noPrefixes : prefixesOf(own);
      const carried = this.carried.get(portion)!;
      const edits = this.editsOf(ownTree(wrapped, path), path, prefixes, carried.ids);
      const edited = withEdits(wrapped, edits);
      carried.text = edited.slice(edited.indexOf('>') + 1, edited.lastIndexOf('</'));
    }
  }

  private free(id: string, from: string): string {
    let free = id;
    for (let n = 1; this.ids.has(free); n++) free = n === 1 ? `${from}.${id}` : `${from}.${id}.${n}`;
    this.ids.add(free);
    return free;
  }

  private rewrite(token: string, base: string, prefixes: Prefixes, ids: ReadonlyMap<string, string>): string {
    const prefixed = /^([A-Za-z][\w.+-]*):(.+)$/s.exec(token);
    const written = prefixed === null ? undefined : prefixes.get(prefixed[1]!)?.(prefixed[2]!);
    const { scheme, authority, path: way, fragment } = parseReference(written ?? token);
    // A prefix of a register is not declared in the document that takes an entry from it.
    if (scheme !== undefined || authority !== undefined)
      return base === this.document.path ? token : (written ?? token);
    const path = way === '' ? base : resolvePath(base, decodePercent(way));
    const id = decodePercent(fragment ?? '');
    if (id === '') return this.rewriteFile(written ?? token, base);
    if (path === base && ids.has(id)) return `#${ids.get(id)}`;
    const isOwn = path === this.document.path || !this.documentIds.has(path);
    if (isOwn && this.ownIds.has(id)) return `#${id}`;
    // A bare #id whose target is in another file of the edition is accepted, so it is found here too.
    const entry = this.entries.get(`${path}#${id}`) ?? (isOwn ? this.entriesById.get(id) : undefined);
    const portion = entry ?? this.witnessesAt(path, id, isOwn);
    const carried = portion === undefined ? undefined : this.carry(portion, id);
    if (carried !== undefined) return carried;
    return isOwn ? token : `${this.documentIds.get(path)}.xml#${id}`;
  }

  /** A pointer to a whole file, or a pattern of pointers into one. */
  private rewriteFile(reference: string, base: string): string {
    const [file = '', ...fragment] = reference.split('#');
    if (file === '' || parseReference(file).scheme !== undefined) return reference;
    const id = this.documentIds.get(resolvePath(base, decodePercent(file)));
    return id === undefined ? reference : [`${id}.xml`, ...fragment].join('#');
  }

  /** The list of witnesses of another file that defines an id. */
  private witnessesAt(path: string, id: string, isOwn: boolean): Portion | undefined {
    for (const document of this.documents.values()) {
      if (document === this.document || (!isOwn && document.path !== path)) continue;
      const found = witnessLists(document).find(({ ids }) => ids.has(id));
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** The pointer to an id of a portion once that travels with the document; undefined where no list of TEI could hold it. */
  private carry(portion: Portion, id: string): string | undefined {
    if (portion.document === this.document.id) return `#${id}`;
    let carried = this.carried.get(portion);
    if (carried === undefined) {
      const element = /^\s*<([\w.-]+)/.exec(portion.tei)?.[1] ?? '';
      if (element !== 'listWit' && lists[element] === undefined) return undefined;
      const ids = new Map<string, string>();
      for (const each of descendantElements(ownTree(wrap(portion.tei), this.document.path))) {
        const own = attribute(each, 'id', XML)?.trim() ?? '';
        if (own !== '') ids.set(own, this.free(own, portion.document));
      }
      carried = { element, ids, text: '' };
      this.carried.set(portion, carried);
      this.queue.push(portion);
    }
    return `#${carried.ids.get(id) ?? id}`;
  }

  /** The carried entries in the order of the registers, below the lists of witnesses. */
  standOff(): string {
    const byList = new Map<string, string[]>();
    for (const entry of this.index.registerEntries) {
      const carried = this.carried.get(entry);
      if (carried === undefined) continue;
      const list = lists[carried.element]!;
      const texts = byList.get(list) ?? [];
      byList.set(list, texts);
      texts.push(carried.text);
    }
    const witnesses = [...this.documents.values()]
      .flatMap(witnessLists)
      .map((list) => this.carried.get(list)?.text ?? '');
    const entries = [...byList].map(([list, texts]) => `<${list}>${texts.join('')}</${list}>`);
    const content = [...witnesses, ...entries].join('');
    return content === '' ? '' : `<standOff>${content}</standOff>`;
  }
}

const xmlIds = new WeakMap<RegisterEntry, string>();

function xmlIdOf(entry: RegisterEntry): string {
  let id = xmlIds.get(entry);
  if (id === undefined) {
    id = /^\s*<[^>]*?\sxml:id\s*=\s*["']([^"']*)["']/.exec(entry.tei)?.[1]?.trim() ?? '';
    xmlIds.set(entry, id);
  }
  return id;
}

/** An entry is a piece of a document: its namespaces are those that the root of prepared TEI declares. */
const wrap = (tei: string) => `<variorum xmlns="${TEI}" xmlns:v="${prepared}">${tei}</variorum>`;

type Prefixes = ReadonlyMap<string, (rest: string) => string | undefined>;

const noPrefixes: Prefixes = new Map();
const prefixTables = new WeakMap<PreparedDocument, Prefixes>();

/** How a document's pointers with a prefix are written out. */
function prefixesOf(document: PreparedDocument): Prefixes {
  let prefixes = prefixTables.get(document);
  if (prefixes === undefined) {
    prefixes = readPrefixes(document);
    prefixTables.set(document, prefixes);
  }
  return prefixes;
}

function readPrefixes(document: PreparedDocument): Prefixes {
  if (!document.tei.includes('prefixDef')) return noPrefixes;
  const prefixes = new Map<string, (rest: string) => string | undefined>();
  for (const element of descendantElements(ownTree(document.tei, document.path))) {
    if (!isNamed(element, 'prefixDef')) continue;
    const ident = attribute(element, 'ident')?.trim() ?? '';
    const pattern = readPrefixPattern(attribute(element, 'matchPattern') ?? '');
    const replacement = attribute(element, 'replacementPattern')?.trim() ?? '';
    const before = prefixes.get(ident);
    prefixes.set(ident, (rest) => before?.(rest) ?? pattern?.replace(rest, replacement));
  }
  return prefixes;
}

/** The file that relative pointers of an element start from. */
function baseOf(element: Element, path: string): string {
  const bases: string[] = [];
  for (const each of [element, ...ancestors(element)]) {
    const base = attribute(each, 'base', XML);
    if (base !== undefined && base !== '') bases.unshift(base);
  }
  const resolved = bases.reduce((from, base) => resolveAgainst(from, base), path);
  return parseReference(resolved).scheme === undefined ? decodePercent(resolved) : path;
}

function leadingBlank(text: string, start: number): number {
  let at = start;
  while (/\s/.test(text[at - 1] ?? '')) at--;
  return at;
}
