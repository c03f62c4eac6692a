import { createHash } from 'node:crypto';
import type { Config } from '../config/config.ts';
import type { Corpus } from '../corpus/corpus.ts';
import { diagnostic } from '../diagnostics/catalogue.ts';
import type { Report } from '../diagnostics/diagnostic.ts';
import { citableUnitsOf } from '../edition/citable-units.ts';
import type { EditedDocument } from '../edition/edited-document.ts';
import { Edition } from '../edition/edition.ts';
import { entriesNamedBy, mentionAt, namingElements } from '../edition/mentions.ts';
import { metadataOf } from '../edition/metadata.ts';
import { notesOf } from '../edition/notes.ts';
import { registerEntriesOf } from '../edition/register-entries.ts';
import { type RegisterKind, registerPages } from '../edition/register-kinds.ts';
import { fileRoute, type IdentifiedEntry, Routes, registerRoute } from '../edition/routes.ts';
import { runningText } from '../edition/running-text.ts';
import { type Words, wordsOf } from '../words/words.ts';
import { XML } from '../xml/name.ts';
import { attribute } from '../xml/tree.ts';
import { annotate } from './annotate.ts';
import type {
  CitableUnit,
  DocumentRecord,
  EditionIndex,
  Mention,
  NoteRecord,
  PageRecord,
  RegisterEntry,
} from './edition-index.ts';
import { indexXml } from './index-xml.ts';
import type { PreparedDocument, PreparedEdition } from './prepared-edition.ts';
import { writeTei } from './write-tei.ts';

/** Makes the documents of a corpus ready for rendering: prepared TEI, reading text and the index (docs/prepared-tei.md). What cannot be taken is reported; nothing is thrown at a faulty file. */
export async function prepare(corpus: Corpus, config: Config, report: Report): Promise<PreparedEdition> {
  const edition = new Edition(corpus, {
    choice: [],
    baseWitness: config.apparatus.baseWitness,
  });
  const words = wordsOf(config.language);
  const entries = identify(edition);
  const routes = new Routes(entries);
  const byId = new Map(entries.map((entry) => [entry.id, entry]));

  const extracts = edition.documents.map((document) => extract(edition, document, routes, byId, config));
  for (const document of edition.documents) reportRenditions(document, report);
  const documents = documentRecords(edition, routes);
  const index: EditionIndex = {
    version: 1,
    edition: editionRecord(config, documents),
    pages: pageRecords(entries, documents, words),
    documents,
    registerEntries: registerRecords(entries, extracts),
    mentions: extracts.flatMap((each) => each.mentions),
    notes: extracts.flatMap((each) => each.notes),
    units: extracts.flatMap((each) => each.units),
    witnesses: [],
    apparatus: [],
  };
  return {
    documents: extracts.map(
      ({ document, tei }): PreparedDocument => ({
        id: document.id,
        path: document.path,
        kind: document.kind,
        tei,
        index: indexXml(index, words, document.id),
        readingText: document.readingText(),
        placeOf: (i) => edition.placeOf(document, Math.min(Math.max(i, 0), document.names.length - 1)),
        textOfWitness: () => undefined,
      }),
    ),
    index,
    indexXml: indexXml(index, words),
    files: [...routes.files].sort().map((path) => ({ path, route: fileRoute(path) })),
  };
}

/** What one document gives to the whole. */
interface Extract {
  readonly document: EditedDocument;
  readonly tei: string;
  readonly written: readonly string[];
  readonly mentions: readonly Mention[];
  readonly notes: readonly NoteRecord[];
  readonly units: readonly CitableUnit[];
}

function extract(
  edition: Edition,
  document: EditedDocument,
  routes: Routes,
  byId: ReadonlyMap<string, IdentifiedEntry>,
  config: Config,
): Extract {
  const { anchors, names, reading } = document;
  const notes = notesOf(edition, document, config.notes.numbering);
  const units = citableUnitsOf(document);
  const named = new Map<number, readonly IdentifiedEntry[]>();
  for (let i = 0; i < names.length; i++) {
    if (!namingElements.has(names[i]!)) continue;
    const entries = entriesNamedBy(edition, routes, byId, document, i);
    if (entries.length > 0) named.set(i, entries);
  }
  const more = new Map(units.map((unit) => [unit.i, [] as const]));
  const written = annotate(document, { edition, routes, notes, named, more });
  const routeOf = (i: number) => routes.routeOf({ document, i });

  const unitAt = unitFinder(document, units);
  const mentions: Mention[] = [];
  for (const [i, entries] of named) {
    if (!isShown(document, i)) continue;
    const mention = mentionAt(document, i, entries);
    for (const entry of entries) {
      mentions.push({
        entry: entry.id,
        document: document.id,
        anchor: anchors.of(i),
        route: routeOf(i),
        before: mention.before,
        form: mention.form,
        after: mention.after,
        certainty: mention.certainty,
        unit: unitAt(i),
      });
    }
  }
  return {
    document,
    tei: writeTei(document, 0, (i) => written[i]!),
    written,
    mentions,
    notes: notes.map((note) => ({
      id: anchors.of(note.i),
      document: document.id,
      n: note.n,
      series: note.series,
      responsible: note.responsible,
      route: routeOf(note.i),
      calls: note.calls.map((call) => anchors.of(call.i)),
      text: document.textOf(note.i),
    })),
    units: units.map((unit) => ({
      id: anchors.of(unit.i),
      document: document.id,
      ref: unit.ref,
      n: unit.n,
      label: unit.label,
      level: unit.level,
      route: routeOf(unit.i),
      textHash: createHash('sha256')
        .update(runningText(document.sequence, reading, [unit.i]))
        .digest('hex'),
    })),
  };
}

/** Mentions count where a page shows them: in running text and its notes, and in the abstract of a text; not in registers and the rest of a header. */
function isShown(document: EditedDocument, i: number): boolean {
  if (document.kind !== 'text') return false;
  for (let at = i; at >= 0; at = document.unsettled.parents[at]!) {
    if (document.names[at] === 'abstract') return true;
    if (document.reading.lefts.get(at) === 'data') return false;
  }
  return document.reading.inText[i] === 1;
}

function unitFinder(
  document: EditedDocument,
  units: readonly { i: number; label: string }[],
): (i: number) => string {
  const labels = new Map(units.map((unit) => [unit.i, unit.label]));
  return (i) => {
    for (let at = i; at >= 0; at = document.unsettled.parents[at]!) {
      const label = labels.get(at);
      if (label !== undefined) return label;
    }
    return '';
  };
}

/** Gives every register entry an id that is unique in the edition: its `xml:id` where no other document has the same. */
function identify(edition: Edition): IdentifiedEntry[] {
  const used = new Set<string>();
  const entries: IdentifiedEntry[] = [];
  for (const document of edition.documents) {
    for (const found of registerEntriesOf(document)) {
      const own = attribute(document.unsettled.elements[found.i]!, 'id', XML)?.trim() ?? '';
      const anchor = document.anchors.of(found.i);
      let id = own === '' || used.has(anchor) ? `${document.id}.${anchor}` : anchor;
      for (let n = 2, base = id; used.has(id); n++) id = `${base}_${n}`;
      used.add(id);
      entries.push({ ...found, id, route: `${registerRoute(found.kind)}#${encodeURI(id)}` });
    }
  }
  return entries;
}

function registerRecords(entries: readonly IdentifiedEntry[], extracts: readonly Extract[]): RegisterEntry[] {
  const written = new Map(extracts.map((each) => [each.document, each.written]));
  const records = entries.map((entry) => ({
    id: entry.id,
    kind: entry.kind,
    document: entry.document.id,
    route: entry.route,
    label: entry.label,
    sort: entry.sort,
    names: entry.names,
    tei: writeTei(entry.document, entry.i, (i) => written.get(entry.document)![i]!),
  }));
  return records.sort((a, b) => compare(a.sort, b.sort) || compare(a.id, b.id));
}

function documentRecords(edition: Edition, routes: Routes): DocumentRecord[] {
  const texts = edition.documents.filter((document) => document.kind === 'text');
  return edition.documents.map((document, n) => {
    const at = texts.indexOf(document);
    return {
      id: document.id,
      path: document.path,
      kind: document.kind,
      route: routes.pageOf(document),
      ...metadataOf(document),
      n: n + 1,
      previous: at > 0 ? texts[at - 1]!.id : '',
      next: at >= 0 ? (texts[at + 1]?.id ?? '') : '',
    };
  });
}

function editionRecord(config: Config, documents: readonly DocumentRecord[]): EditionIndex['edition'] {
  const first = documents.find((document) => document.kind === 'text') ?? documents[0];
  const title = config.title ?? first?.title ?? '';
  return {
    id: first?.id ?? 'edition',
    title,
    shortTitle: config.title ?? first?.shortTitle ?? '',
    language: first?.language ?? '',
    interfaceLanguage: config.language,
    baseUrl: config.baseUrl,
  };
}

function pageRecords(
  entries: readonly IdentifiedEntry[],
  documents: readonly DocumentRecord[],
  words: Words,
): PageRecord[] {
  const pages: PageRecord[] = [
    {
      id: 'index',
      kind: 'contents',
      lists: '',
      route: 'index.html',
      title: words.contents,
      count: documents.filter((document) => document.kind === 'text').length,
    },
  ];
  for (const kind of Object.keys(registerPages) as RegisterKind[]) {
    const count = entries.filter((entry) => entry.kind === kind).length;
    if (count === 0) continue;
    const id = registerPages[kind];
    pages.push({ id, kind: 'register', lists: kind, route: registerRoute(kind), title: words[id], count });
  }
  return pages;
}

function reportRenditions(document: EditedDocument, report: Report): void {
  const told = new Set<string>();
  for (const {
    i,
    attribute: { name, valueStart, valueEnd },
    what,
  } of document.renditions.refused) {
    const key = `${name.local} ${what}`;
    if (told.has(key)) continue;
    told.add(key);
    const place = document.unsettled.sources[i]!.place(valueStart, valueEnd);
    report(diagnostic('rendition-not-shown', place, { attribute: name.local, what }));
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
