import type { Config } from '../config/config.ts';
import type { Corpus } from '../corpus/corpus.ts';
import { diagnostic } from '../diagnostics/catalogue.ts';
import type { Report } from '../diagnostics/diagnostic.ts';
import { projectionOf, textOfWitness } from '../edition/apparatus/projection.ts';
import type { EditedDocument } from '../edition/edited-document.ts';
import type { Edition } from '../edition/edition.ts';
import { editionOf } from '../edition/edition-of.ts';
import { introductionOf } from '../edition/introduction.ts';
import { metadataOf } from '../edition/metadata.ts';
import { isShownImage, pageImagesOf } from '../edition/page-images.ts';
import { parallelTextsOf } from '../edition/parallel/parallel-texts.ts';
import { registerEntriesOf } from '../edition/register-entries.ts';
import { fileRoute, type IdentifiedEntry, Routes, registerRoute } from '../edition/routes.ts';
import { apparatusTermsOf } from '../words/apparatus-terms.ts';
import { wordsOf } from '../words/words.ts';
import { XML } from '../xml/name.ts';
import { attribute } from '../xml/tree.ts';
import { apparatusAttributes, entryRecords, type WriteElement } from './apparatus-records.ts';
import type { DocumentRecord, EditionIndex, RegisterEntry } from './edition-index.ts';
import { extract } from './extract.ts';
import { sliceByDocument } from './index-slice.ts';
import { bindingsInIndex, type IndexUse, indexXml } from './index-xml.ts';
import { pageRecords } from './page-records.ts';
import { parallelAnchors, parallelRecords } from './parallel-records.ts';
import type { PreparedDocument, PreparedEdition } from './prepared-edition.ts';
import { principlesOf } from './principles.ts';
import { searchPassages } from './search-passages.ts';
import { witnessRecords } from './witness-records.ts';
import { writeTei } from './write-tei.ts';

/** Makes the documents of a corpus ready for rendering: prepared TEI, reading text and the index (docs/prepared-tei.md). What cannot be taken is reported; nothing is thrown at a faulty file. */
export async function prepare(corpus: Corpus, config: Config, report: Report): Promise<PreparedEdition> {
  const { edition, apparatus } = editionOf(corpus, config);
  const words = wordsOf(config.language);
  const entries = identify(edition);
  const routes = new Routes(entries);
  const byId = new Map(entries.map((entry) => [entry.id, entry]));

  const terms = apparatusTermsOf(config.apparatus.terms);
  const attributes = apparatusAttributes(apparatus);
  const parallels = parallelTextsOf(edition);
  const anchored = parallelAnchors(parallels);

  const extracts = edition.documents.map((document) =>
    extract(
      edition,
      document,
      routes,
      byId,
      attributes.get(document) ?? new Map(),
      anchored.get(document) ?? new Set(),
      config,
    ),
  );
  const written = new Map(extracts.map((each) => [each.document, each.written]));
  const write = (document: EditedDocument, i: number) =>
    writeTei(document, i, (at) => written.get(document)![at]!, bindingsInIndex);
  for (const document of edition.documents) {
    reportRenditions(document, report);
    reportPageImages(edition, document, report);
  }
  const documents = documentRecords(edition, routes);
  const dates = extracts.flatMap((each) => each.dates);
  const units = extracts.flatMap((each) => each.units);
  const index: EditionIndex = {
    version: 1,
    edition: editionRecord(config, documents),
    pages: pageRecords(
      {
        entries,
        documents,
        witnesses: edition.documents.some((each) => apparatus.entriesOf(each).length > 0)
          ? apparatus.witnesses.all.length
          : 0,
        dates,
        introduction: introductionOf(edition, routes),
      },
      words,
    ),
    documents,
    registerEntries: registerRecords(entries, citedBy(edition, routes), write),
    mentions: extracts.flatMap((each) => each.mentions),
    notes: extracts.flatMap((each) => each.notes),
    units,
    witnesses: witnessRecords(apparatus, write),
    apparatus: entryRecords(apparatus, routes, units, write),
    dates,
    unregistered: extracts.flatMap((each) => each.unregistered),
    principles: principlesOf(edition.documents, write),
    parallels: parallelRecords(parallels, config.language),
  };
  const slices = sliceByDocument(index);
  const whole = once(() => indexXml(index, words, terms));
  const leanFor = (use: IndexUse) => once(() => indexXml(index, words, terms, { ...use, isLean: true }));
  const [lean, leanTimeline, leanEncoding] = [
    leanFor({}),
    leanFor({ page: 'timeline' }),
    leanFor({ page: 'encoding' }),
  ];
  return {
    documents: extracts.map(({ document, tei, written: own, searchFacts }): PreparedDocument => {
      const of = { document: document.id };
      const slice = once(() => indexXml(slices(document.id), words, terms, of));
      const readingText = once(() => document.readingText());
      const leanSlice = once(() => indexXml(slices(document.id), words, terms, { ...of, isLean: true }));
      return {
        id: document.id,
        path: document.path,
        kind: document.kind,
        tei,
        get index() {
          return slice();
        },
        get leanIndex() {
          return leanSlice();
        },
        get readingText() {
          return readingText();
        },
        searchPassages: () => searchPassages(document, searchFacts),
        placeOf: (i) => edition.placeOf(document, Math.min(Math.max(i, 0), document.names.length - 1)),
        textOfWitness: (id) => {
          const witness = apparatus.witnesses.byId(id);
          return witness && textOfWitness(apparatus, document, witness, config.apparatus.policy);
        },
        teiOfWitness: (id) => {
          const witness = apparatus.witnesses.byId(id);
          if (witness === undefined) return undefined;
          const projection = projectionOf(apparatus, document, witness, config.apparatus.policy);
          if (projection.kind !== 'text') return undefined;
          return writeTei(document, 0, (i) => own[i]!, undefined, projection.begin());
        },
      };
    }),
    index,
    get indexXml() {
      return whole();
    },
    leanIndexXml: (page) =>
      page === 'timeline' ? leanTimeline() : page === 'encoding' ? leanEncoding() : lean(),
    files: [...routes.files].sort().map((path) => ({ path, route: fileRoute(path) })),
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

/** How many `@source` name each entry, by its id. */
function citedBy(edition: Edition, routes: Routes): Map<string, number> {
  const cited = new Map<string, number>();
  for (const document of edition.documents) {
    for (const [i, element] of document.unsettled.elements.entries()) {
      if (attribute(element, 'source') === undefined) continue;
      for (const { spot } of edition.leadsOf(document, i, 'source')) {
        const entry = spot && routes.entryAt(spot);
        if (entry !== undefined) cited.set(entry.id, (cited.get(entry.id) ?? 0) + 1);
      }
    }
  }
  return cited;
}

function registerRecords(
  entries: readonly IdentifiedEntry[],
  cited: ReadonlyMap<string, number>,
  write: WriteElement,
): RegisterEntry[] {
  const records = entries.map((entry) => ({
    id: entry.id,
    kind: entry.kind,
    document: entry.document.id,
    route: entry.route,
    label: entry.label,
    sort: entry.sort,
    names: entry.names,
    cited: cited.get(entry.id) ?? 0,
    tei: write(entry.document, entry.i),
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

function reportPageImages(edition: Edition, document: EditedDocument, report: Report): void {
  const told = new Set<string>();
  for (const [i, name] of document.names.entries()) {
    if (name !== 'pb') continue;
    for (const target of pageImagesOf(edition, { document, i })) {
      if (target.kind !== 'file' || isShownImage(target.path) || told.has(target.path)) continue;
      told.add(target.path);
      report(diagnostic('page-image-not-shown', edition.placeOf(document, i), { path: target.path }));
    }
  }
}

/** Makes a value on first use. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
