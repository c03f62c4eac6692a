import { languageTag } from '../edition/languages.ts';
import { type ApparatusTerm, type ApparatusTerms, meaningsIn } from '../words/apparatus-terms.ts';
import type { WordKey, Words } from '../words/words.ts';
import { escapeAttribute, escapeText } from '../xml/escape.ts';
import { TEI } from '../xml/name.ts';
import type {
  CitableUnit,
  DateRecord,
  DocumentRecord,
  EditionIndex,
  Mention,
  NoteRecord,
  PageRecord,
  ParallelRecord,
  ParallelSideRecord,
  RegisterEntry,
  UnregisteredName,
  WitnessRecord,
} from './edition-index.ts';
import { entryXml } from './entry-xml.ts';
import { element } from './index-element.ts';
import { PREPARED } from './write-tei.ts';

/** The namespace of the index (docs/prepared-tei.md). */
export const INDEX = 'urn:x-variorum:index';

/** The namespaces in scope where the index holds TEI. */
export const bindingsInIndex: ReadonlyMap<string, string> = new Map([
  ['', TEI],
  ['i', INDEX],
  ['v', PREPARED],
]);

/** What an index is written for. */
export interface IndexUse {
  /** The id of a document: its slice. */
  readonly document?: string;
  /** For our own pages: without what they take from the document itself. */
  readonly isLean?: boolean;
  /** The one page of ours that a lean whole index is for. */
  readonly page?: PageRecord['kind'];
}

/** Writes the index as XML. */
export function indexXml(
  index: EditionIndex,
  words: Words,
  terms: ApparatusTerms,
  { document, isLean = false, page }: IndexUse = {},
): string {
  const isSlice = document !== undefined;
  const lists = (kind: PageRecord['kind']) => !isLean || page === kind;
  const { apparatus } = index;
  const meanings = meaningsIn(index.edition.interfaceLanguage);
  const byEntry = groupBy(index.mentions, (mention) => mention.entry);
  const scope = isSlice ? `scope="document" document="${escapeAttribute(document)}"` : 'scope="edition"';
  return [
    `<i:index xmlns:i="${INDEX}" xmlns:v="${PREPARED}" xmlns="${TEI}" ${scope} version="1">`,
    editionXml(index),
    list('words', Object.entries(words), ([key, word]) =>
      element('word', { key: key as WordKey }, escapeText(word)),
    ),
    list('terms', apparatus.length === 0 ? [] : Object.entries(terms), ([key, term]) =>
      element('term', { key, meaning: meanings?.[key as ApparatusTerm] ?? '' }, escapeText(term)),
    ),
    list('pages', index.pages, pageXml),
    list('documents', index.documents, documentXml),
    list('witnesses', index.witnesses, witnessXml),
    list('register-entries', isSlice && isLean ? [] : index.registerEntries, (entry) =>
      registerEntryXml(entry, byEntry.get(entry.id) ?? [], !isSlice),
    ),
    isLean
      ? list('notes', !isSlice && lists('encoding') ? index.notes : [], ({ series }) =>
          element('note', { series }),
        )
      : list('notes', index.notes, noteXml),
    isLean
      ? list('units', lists('encoding') ? index.units : [], () => element('unit', {}))
      : list('units', index.units, (unit) => unitXml(unit, !isSlice)),
    list('apparatus', apparatus, entryXml),
    list('parallels', index.parallels, parallelXml),
    ...(isSlice
      ? []
      : [
          list('dates', lists('timeline') ? index.dates : [], dateXml),
          list('unregistered', lists('encoding') ? index.unregistered : [], nameXml),
          list('principles', index.principles, ({ documents, tei }) =>
            element('principle', { documents: documents.join(' ') }, tei),
          ),
        ]),
    '</i:index>',
  ].join('\n');
}

function editionXml({ edition }: EditionIndex): string {
  return element('edition', {
    id: edition.id,
    title: edition.title,
    'short-title': edition.shortTitle,
    language: edition.language,
    interface: edition.interfaceLanguage,
    'base-url': edition.baseUrl,
  });
}

function pageXml({ id, kind, lists, route, title, count }: PageRecord): string {
  return element('page', { id, kind, lists, route, title, count });
}

function documentXml(document: DocumentRecord): string {
  const { id, path, kind, route, title, date, place, language, n, previous, next } = document;
  return element('document', {
    id,
    path,
    kind,
    route,
    title,
    'short-title': document.shortTitle,
    date,
    'date-text': document.dateText,
    place,
    language: languageTag(language),
    n,
    previous,
    next,
  });
}

function parallelXml({ route, left, right }: ParallelRecord): string {
  const side = ({ document, language, languageName, direction }: ParallelSideRecord) =>
    element('side', { document, language: languageTag(language), name: languageName, dir: direction });
  return element('parallel', { route }, side(left) + side(right));
}

function witnessXml({ extents, tei, description, ...said }: WitnessRecord): string {
  const places = extents.map(({ document, kind, places }) =>
    element('extent', { document, kind, places: places.join(', ') }),
  );
  const described = description === '' ? '' : element('description', {}, description);
  const { id, siglum, label, kind, parent, n, date, entries } = said;
  return element(
    'witness',
    { id, siglum, label, kind, parent, n, date, entries },
    tei + described + places.join(''),
  );
}

function registerEntryXml(entry: RegisterEntry, mentions: readonly Mention[], isWhole: boolean): string {
  const { id, kind, route, label } = entry;
  if (!isWhole) return element('register-entry', { id, kind, route, label });
  const content = entry.tei + mentions.map(mentionXml).join('');
  return element(
    'register-entry',
    {
      id,
      kind,
      route,
      label,
      sort: entry.sort,
      names: entry.names.join('|'),
      document: entry.document,
      cited: entry.cited,
    },
    content,
  );
}

function mentionXml(mention: Mention): string {
  const { document, anchor, route, certainty, unit } = mention;
  return element('mention', { document, anchor, route, cert: certainty, unit }, inContext(mention));
}

function dateXml(date: DateRecord): string {
  const { document, route, value } = date;
  return element('date', { document, route, value }, inContext(date));
}

function nameXml({ document, route, element: name, form }: UnregisteredName): string {
  return element('name', { document, route, element: name, form });
}

function inContext({ before, form, after }: Pick<Mention, 'before' | 'form' | 'after'>): string {
  const text = (name: string, value: string) => element(name, {}, escapeText(value));
  return text('before', before) + text('form', form) + text('after', after);
}

function noteXml({ id, document, n, series, responsible, route, calls, text }: NoteRecord): string {
  return element('note', { id, document, n, series, responsible, route, calls: calls.join(' '), text });
}

/** Only the whole index has the hashes: no page shows them. */
function unitXml(
  { id, document, n, label, level, ref, route, textHash }: CitableUnit,
  isWhole: boolean,
): string {
  return element('unit', {
    id,
    document,
    n,
    label,
    level,
    ref,
    route,
    ...(isWhole ? { 'text-hash': textHash } : {}),
  });
}

function list<T>(name: string, all: readonly T[], write: (each: T) => string): string {
  return all.length === 0 ? `<i:${name}/>` : `<i:${name}>\n${all.map(write).join('\n')}\n</i:${name}>`;
}

function groupBy<T>(all: readonly T[], keyOf: (each: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const each of all) {
    const group = groups.get(keyOf(each));
    if (group === undefined) groups.set(keyOf(each), [each]);
    else group.push(each);
  }
  return groups;
}
