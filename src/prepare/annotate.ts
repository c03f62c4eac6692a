import { dateOf } from '../edition/dates.ts';
import type { EditedDocument } from '../edition/edited-document.ts';
import type { Edition } from '../edition/edition.ts';
import { alwaysBlocks } from '../edition/element-content.ts';
import { directionOf, languageTag } from '../edition/languages.ts';
import { type NoteFound, type Responsibility, responsibleFor } from '../edition/notes.ts';
import { isSafeImage, isShownImage, pageImagesOf } from '../edition/page-images.ts';
import type { IdentifiedEntry, Routes } from '../edition/routes.ts';
import { escapeAttribute } from '../xml/escape.ts';
import { XML } from '../xml/name.ts';
import { attribute, attributeNode } from '../xml/tree.ts';

/** What is known of a document's elements before its attributes are written. */
export interface Annotations {
  readonly edition: Edition;
  readonly routes: Routes;
  readonly notes: readonly NoteFound[];
  /** Who is named in the header, by id. */
  readonly responsibilities: ReadonlyMap<string, Responsibility>;
  /** Register entries by the element that names them. */
  readonly named: ReadonlyMap<number, readonly IdentifiedEntry[]>;
  /** Which of these stand where a page shows them, and so have an anchor. */
  readonly shown: ReadonlySet<number>;
  /** Further attributes by element: of apparatus entries, readings, citable units. */
  readonly more: ReadonlyMap<number, readonly (readonly [name: string, value: string])[]>;
}

/** Elements that always have an anchor: blocks, and what can be cited, called or opened. */
const anchored = new Set('note app lem rdg figure table stage bibl biblStruct quote cit'.split(' '));
/** Attributes that may lead somewhere, the first one on an element that does counts. */
const leading = ['target', 'ref', 'url', 'corresp', 'sameAs', 'facs'];
/** Elements whose `@from` and `@to` are no dates. */
const undated = new Set('app biblScope citedRange locus arc span rt path'.split(' '));
const dateAttributes = [
  'when',
  'from',
  'to',
  'notBefore',
  'notAfter',
  'when-iso',
  'from-iso',
  'to-iso',
  'notBefore-iso',
  'notAfter-iso',
];
/** What lists the images of pages: beside a text, the page that needs one names it. */
const ofPages = new Set(['facsimile', 'surface', 'surfaceGrp', 'zone']);
const numbered = new Set(['figure', 'table']);
/** What an HTML element shows beside class and anchor: these of prepared TEI, these of any element, and those of elements with some of their own. */
const shownByAll = new Set(['left', 'entries', 'lang', 'date', 'style']);
const shownBySource = ['type', 'cert'];
const withOwn = new Set('add cb cell damage gap gb l lb milestone note supplied unclear'.split(' '));

export interface Annotated {
  readonly written: readonly string[];
  /** 1 for an element that has an anchor. */
  readonly anchored: Uint8Array;
}

/** Computes the attributes that `prepare` adds to each element, as written text (docs/prepared-tei.md). */
export function annotate(document: EditedDocument, known: Annotations): Annotated {
  const { names, reading, anchors } = document;
  const { elements, parents } = document.unsettled;
  const written: string[] = new Array<string>(names.length);
  const withAnchor = new Uint8Array(names.length);
  const languages = new Array<string>(names.length);
  const directions = new Uint8Array(names.length);
  const extra = extraOf(document, known);
  const counts = new Map<string, number>();
  const holdsBlocks = holdersOfBlocks(document);

  for (let i = 0; i < names.length; i++) {
    const element = elements[i]!;
    const name = names[i]!;
    const parent = parents[i]!;
    let text = ` v:i="${i}"`;
    let showsMore = false;
    const add = (local: string, value: string) => {
      text += ` v:${local}="${escapeAttribute(value)}"`;
      if (shownByAll.has(local)) showsMore = true;
    };
    const more = extra.get(i);
    const left = reading.lefts.get(i);
    if (
      (more !== undefined && (known.shown.has(i) || more.some(([local]) => local !== 'entries'))) ||
      known.more.has(i) ||
      anchors.get(i) !== undefined ||
      (reading.inText[i] === 1 && (alwaysBlocks.has(name) || anchored.has(name)))
    ) {
      add('id', anchors.of(i));
      withAnchor[i] = 1;
    }
    if (reading.blocks[i] === 1 && !alwaysBlocks.has(name)) add('block', 'yes');
    if (holdsBlocks[i] === 1) add('holds', 'blocks');
    if (left !== undefined) add('left', left);
    const before = reading.befores.get(i);
    if (before !== undefined) add('before', before);
    const after = reading.afters.get(i);
    if (after !== undefined) add('after', after);
    for (const [local, value] of more ?? []) add(local, value);
    if (numbered.has(name) && reading.inText[i] === 1) {
      const n = (counts.get(name) ?? 0) + 1;
      counts.set(name, n);
      add('n', attribute(element, 'n') ?? String(n));
    } else if ((name === 'p' || name === 'l' || name === 'lb' || name === 'ab') && more === undefined) {
      const n = attribute(element, 'n');
      if (n !== undefined) add('n', n);
    }

    const outerLanguage = parent < 0 ? '' : languages[parent]!;
    const language = attribute(element, 'lang', XML) ?? outerLanguage;
    languages[i] = language;
    directions[i] = parent < 0 ? 0 : directions[parent]!;
    if (language !== outerLanguage) {
      add('lang', languageTag(language));
      const direction = language !== '' && directionOf(language) === 'rtl' ? 1 : 0;
      if (direction !== directions[i]) add('dir', direction === 1 ? 'rtl' : 'ltr');
      directions[i] = direction;
    }

    if (element.attributes.length > 0) {
      showsMore ||=
        withOwn.has(name) || shownBySource.some((local) => attributeNode(element, local) !== undefined);
      if (!undated.has(name) && dateAttributes.some((local) => attributeNode(element, local) !== undefined)) {
        const date = dateOf(element);
        if (date !== '') add('date', date);
      }
      const pageImages = name === 'pb' ? imagesOf(document, i, known) : undefined;
      const isDatum = reading.inText[i] !== 1 && parent >= 0 && ofPages.has(names[parent]!);
      const hrefs = pageImages?.links ?? (isDatum ? '' : hrefsOf(document, i, known));
      if (hrefs !== '') add('href', hrefs);
      if (pageImages !== undefined && pageImages.shown !== '') add('image', pageImages.shown);
    }
    if (document.kind === 'register' || reading.inText[i] !== 1)
      for (const [local, value] of statedBy(document, i, known)) add(local, value);
    const rendition = document.renditionOf(i);
    if (rendition.classes.length > 0) add('class', rendition.classes.join(' '));
    if (rendition.style !== '') add('style', rendition.style);
    if (showsMore) text += ' v:more="yes"';
    written[i] = text;
  }
  return { written, anchored: withAnchor };
}

/** The elements that hold a block at any depth, but for those in a note directly inside them: notes are shown elsewhere. */
function holdersOfBlocks({ names, reading, unsettled }: EditedDocument): Uint8Array {
  const holds = new Uint8Array(names.length);
  const isOrHolds = new Uint8Array(names.length);
  for (let i = names.length - 1; i > 0; i--) {
    if (reading.blocks[i] !== 1 && isOrHolds[i] !== 1 && !alwaysBlocks.has(unsettled.elements[i]!.name.local))
      continue;
    const parent = unsettled.parents[i]!;
    if (parent < 0) continue;
    isOrHolds[parent] = 1;
    if (names[i] !== 'note') holds[parent] = 1;
  }
  return holds;
}

function hrefsOf(document: EditedDocument, i: number, { edition, routes }: Annotations): string {
  for (const local of leading) {
    if (attributeNode(document.unsettled.elements[i]!, local) === undefined) continue;
    const hrefs = edition
      .leadsOf(document, i, local)
      .map((lead) => routes.hrefOf(lead, edition))
      .filter((href) => href !== '');
    if (hrefs.length > 0) return hrefs.join(' ');
  }
  return '';
}

/** Where the images of a page are: all of them, and those that the page shows. Nothing is loaded from elsewhere. */
function imagesOf(
  document: EditedDocument,
  i: number,
  { edition, routes }: Annotations,
): { links: string; shown: string } {
  const images = pageImagesOf(edition, { document, i })
    .filter((target) => target.kind === 'external' || isSafeImage(target.path))
    .map((target) => ({
      href: routes.hrefOf({ value: '', target, spot: undefined }, edition),
      isShown: target.kind === 'file' && isShownImage(target.path),
    }));
  const list = (all: typeof images) => all.flatMap(({ href }) => (href === '' ? [] : [href])).join(' ');
  return { links: list(images), shown: list(images.filter(({ isShown }) => isShown)) };
}

/** What a statement in a register or a header rests on (`@source`), and who makes it (`@resp`). */
function statedBy(
  document: EditedDocument,
  i: number,
  { edition, routes, responsibilities }: Annotations,
): (readonly [string, string])[] {
  const element = document.unsettled.elements[i]!;
  const said: (readonly [string, string])[] = [];
  if (attributeNode(element, 'source') !== undefined) {
    const hrefs = edition.leadsOf(document, i, 'source').map((lead) => routes.hrefOf(lead, edition));
    const known = hrefs.filter((href) => href !== '');
    if (known.length > 0) said.push(['source', known.join(' ')]);
  }
  if (attributeNode(element, 'resp') !== undefined) {
    const { name } = responsibleFor(edition, document, i, responsibilities);
    if (name !== '') said.push(['resp', name]);
  }
  return said;
}

/** The attributes that follow from notes, calls and names, by element. */
function extraOf(
  document: EditedDocument,
  { edition, notes, named, more }: Annotations,
): Map<number, (readonly [string, string])[]> {
  const extra = new Map<number, (readonly [string, string])[]>();
  const add = (i: number, ...pairs: (readonly [string, string])[]) => {
    const list = extra.get(i);
    if (list === undefined) extra.set(i, [...pairs]);
    else list.push(...pairs);
  };
  for (const note of notes) {
    add(note.i, ['n', note.n], ['series', note.series]);
    if (note.responsible !== '') add(note.i, ['responsible', note.responsible]);
    if (note.calls.length > 0) {
      add(note.i, ['calls', note.calls.map((call) => document.anchors.of(call.i)).join(' ')]);
    }
  }
  for (const [call, called] of edition.callsIn(document)) {
    const own = called.filter((note) => note.document === document);
    if (own.length > 0) add(call, ['note', own.map((note) => document.anchors.of(note.i)).join(' ')]);
  }
  for (const [i, entries] of named) add(i, ['entries', entries.map((entry) => entry.id).join(' ')]);
  for (const [i, pairs] of more) if (pairs.length > 0) add(i, ...pairs);
  return extra;
}
