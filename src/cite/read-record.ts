import { diagnostic } from '../diagnostics/catalogue.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { type Place, startOf } from '../diagnostics/place.ts';
import { type CitationXml, type Field, parseCitationXml } from './parse-citation-xml.ts';
import { agrees, readDate } from './read-date.ts';
import { readResponsibilities } from './read-responsibilities.ts';
import type { CitationDate, CitationRecord, Identifier, Rights } from './record.ts';
import { typeOf } from './record-type.ts';

/** A header fact that no field of the record holds. */
export interface LeftOver {
  /** The path of its element in the header. */
  readonly at: string;
  readonly words: string;
}

/** What one document can be cited as, and what it cites. */
export interface Citations {
  readonly document: CitationRecord;
  /** The texts of a corpus, one record each. */
  readonly parts: readonly CitationRecord[];
  /** The references of its notes and bibliographies, in document order. */
  readonly references: readonly CitationRecord[];
  readonly leftOver: readonly LeftOver[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Where the document stands, so that a fault can name its place. */
export interface Origin {
  readonly path: string;
  /** The document's id, for a stylesheet that gives none. */
  readonly id?: string;
  /** The source place of the element numbered `v:i`; without it a fault stands at the file's start. */
  placeOf?(i: number): Place;
}

/** Reads the result of `citation.xsl` for one document. */
export function readCitations(xml: string, origin: Origin): Citations {
  const records = parseCitationXml(xml);
  const diagnostics: Diagnostic[] = [];
  const placeOf = (field: { readonly i?: number } | undefined) =>
    field?.i !== undefined && origin.placeOf !== undefined ? origin.placeOf(field.i) : startOf(origin.path);
  const main = records.find(({ attributes }) => attributes.kind === 'document');
  const document = readRecord(main ?? blank, main?.attributes.id || origin.id || 'document');
  if (main === undefined) diagnostics.push(diagnostic('citation-without-record', startOf(origin.path), {}));
  else diagnostics.push(...faultsOf(main, document, placeOf));
  const of = (kind: string) => records.filter(({ attributes }) => attributes.kind === kind);
  const ids = new Set<string>();
  return {
    document,
    parts: of('part').map((each) => readRecord(each, uniqueId(each, ids, 'part'))),
    references: of('reference').map((each) => readRecord(each, uniqueId(each, ids, 'ref'))),
    leftOver: records.flatMap(leftOverOf),
    diagnostics,
  };
}

const blank: CitationXml = { attributes: { kind: 'document' }, fields: new Map(), names: [], records: [] };

function uniqueId({ attributes }: CitationXml, taken: Set<string>, prefix: string): string {
  const wanted = attributes.id || `${prefix}-${taken.size + 1}`;
  let id = wanted;
  for (let n = 2; taken.has(id); n++) id = `${wanted}-${n}`;
  taken.add(id);
  return id;
}

function leftOverOf(record: CitationXml): LeftOver[] {
  const own = (record.fields.get('left-over') ?? []).map(({ at, value }) => ({ at, words: value }));
  return [...own, ...record.records.flatMap(leftOverOf)];
}

function readRecord(xml: CitationXml, id: string): CitationRecord {
  const one = (name: string) => xml.fields.get(name)?.[0]?.value ?? '';
  const all = (name: string) => [...new Set((xml.fields.get(name) ?? []).map(({ value }) => value))];
  const best = (name: string) => {
    const fields = xml.fields.get(name) ?? [];
    return [
      ...new Set(fields.filter(({ rank }) => rank === fields[0]!.rank && rank < 9).map(({ value }) => value)),
    ];
  };
  const date = (name: string) => dateOf(xml.fields.get(name)?.[0]);
  const sources = xml.records.map((each, n) =>
    readRecord(each, each.attributes.id || `${id}-source-${n + 1}`),
  );
  const digital = sources.find(({ url, publisher }) => url !== '' && publisher !== '');
  const language = one('language');
  const titles = titlesOf(xml, language);
  const hasShelfmark = one('shelfmark') !== '' || one('repository') !== '';
  const responsibilities = readResponsibilities(xml.names);
  const isLetter = xml.names.some(({ attributes }) => attributes.role === 'recipient');
  const identifiers = (xml.fields.get('identifier') ?? []).map(
    (field): Identifier => ({ type: field.attributes.type ?? '', value: field.value }),
  );
  return {
    id,
    type: typeOf(xml, { hasShelfmark, isLetter, sources }),
    genre: one('genre') || (isLetter ? 'letter' : ''),
    title: titles.title,
    titleShort: one('title-short'),
    otherTitles: [...titles.others, ...all('title-other')].filter((each) => each !== titles.title),
    responsibilities,
    issued: date('issued'),
    published: date('published'),
    accessed: date('accessed'),
    originalDate: date('original-date'),
    writtenPlace: one('written-place'),
    event: one('event'),
    container: withSubtitle(one('container'), one('container-subtitle')),
    series: withoutStop(one('series')),
    seriesNumber: one('series-number'),
    edition: one('edition'),
    volume: one('volume'),
    issue: one('issue'),
    page: pageRange(one('page')),
    numberOfVolumes: one('number-of-volumes'),
    locator: pageRange(one('locator')),
    publisher: best('publisher').join('; '),
    publisherPlace: best('publisher-place').join('; '),
    archive: one('archive') || (hasShelfmark && digital !== undefined ? digital.publisher : ''),
    repository: one('repository'),
    repositoryPlace: one('repository-place'),
    collection: best('archive-collection').join(', '),
    shelfmark: leafRange(best('shelfmark').join(', ')),
    language,
    originalLanguage: originalLanguage(one('source-language'), language),
    url: one('url') || (digital?.url ?? ''),
    doi: one('doi').replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/i, ''),
    isbn: one('isbn'),
    issn: one('issn'),
    identifiers,
    abstract: all('abstract').join(' '),
    keywords: all('keyword'),
    extent: one('extent'),
    note: all('note').join(' '),
    version: one('version'),
    versionDate: dateOf(xml.fields.get('version-date')?.[0])?.from ?? '',
    rights: { text: rightsOf(xml, 'text', sources), encoding: rightsOf(xml, 'encoding', sources) },
    sourceCitation: one('preferred') || (xml.attributes.kind === 'document' ? '' : one('words')),
    sources,
  };
}

function titlesOf(xml: CitationXml, language: string): { title: string; others: string[] } {
  const fields = xml.fields.get('title') ?? [];
  const rank = fields[0]?.rank;
  const same = fields.filter((field) => field.rank === rank);
  const taken = same.find(({ attributes }) => attributes.lang === language) ?? same[0];
  const subtitle = xml.fields.get('subtitle')?.[0]?.value ?? '';
  const author = xml.names.find(({ attributes }) => attributes.role === 'author');
  const title = withoutAuthor(taken?.value ?? '', author?.parts.get('literal') ?? '', xml);
  return {
    title: withSubtitle(withoutStop(title), subtitle),
    others: fields.filter((field) => field !== taken).map(({ value }) => value),
  };
}

/** A title that opens with the name of its corporate author and goes on with the short title is cited by the latter: the name stands before it anyway. */
function withoutAuthor(title: string, author: string, xml: CitationXml): string {
  const short = xml.fields.get('title-short')?.[0]?.value ?? '';
  return author !== '' && short !== '' && title.startsWith(author) && title.endsWith(short) && title !== short
    ? short
    : title;
}

/** A catalogue's full stop at the end of a title is not part of it; that of an abbreviation is. */
const withoutStop = (title: string) => title.replace(/(?<=\p{Ll}{3})\.$/u, '');

function withSubtitle(title: string, subtitle: string): string {
  if (title === '' || subtitle === '' || title.includes(subtitle)) return title;
  return `${title}${/[.:?!]$/.test(title) ? '' : ':'} ${subtitle}`;
}

function originalLanguage(source: string, language: string): string {
  return source !== '' && source.split('-')[0] !== language.split('-')[0] ? source : '';
}

function dateOf(field: Field | undefined): CitationDate | undefined {
  if (field === undefined) return undefined;
  const { when, from, to, 'not-before': notBefore, 'not-after': notAfter, circa } = field.attributes;
  return readDate({
    ...(when === undefined ? {} : { when }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(notBefore === undefined ? {} : { notBefore }),
    ...(notAfter === undefined ? {} : { notAfter }),
    isCirca: circa !== undefined,
    words: field.value,
  });
}

function rightsOf(xml: CitationXml, scope: string, sources: readonly CitationRecord[]): Rights | undefined {
  const field = (xml.fields.get('rights') ?? []).find(({ attributes }) => attributes.scope === scope);
  if (field === undefined)
    return scope === 'text' ? sources.find(({ rights }) => rights.text)?.rights.text : undefined;
  return { status: field.attributes.status ?? '', target: field.attributes.target ?? '', words: field.value };
}

/** `pp. 3-20` → `3–20`. */
export function pageRange(written: string): string {
  return written
    .replace(/^(?:pp?|S|с)\.\s*(?=\d)/, '')
    .replace(/(?<=[\dvxilcr])\s*(?:-{1,2}|–|—)\s*(?=[\dvxilc])/g, '–');
}

/** `L. 43-44` → `L. 43–44`, but `188-1` keeps its hyphen: only what follows a word for leaves or pages is a range. */
function leafRange(written: string): string {
  return written.replace(/((?:\b|^)(?:ll?|ff?|fol|foll|bl|p|pp|л|лл)\.\s*\d+[rv]?)\s*-\s*(?=\d)/giu, '$1–');
}

function* faultsOf(
  xml: CitationXml,
  record: CitationRecord,
  placeOf: (field?: { readonly i?: number }) => Place,
): Generator<Diagnostic> {
  const root = xml.attributes.i === undefined ? undefined : { i: Number(xml.attributes.i) };
  if (record.title === '') yield diagnostic('citation-without-title', placeOf(root), { id: record.id });
  const markup = xml.fields.get('title')?.find(({ attributes }) => attributes.markup !== undefined);
  if (markup !== undefined)
    yield diagnostic('citation-title-markup', placeOf(markup), { element: markup.attributes.markup! });
  if (!record.responsibilities.some(({ role }) => role !== 'funder' && role !== 'sponsor'))
    yield diagnostic('citation-without-responsibility', placeOf(root), {});
  const dates = (xml.fields.get('issued') ?? []).filter(({ rank }) => rank < 9);
  const published = xml.fields.get('published') ?? [];
  if (dates.length === 0 && published.length === 0)
    yield diagnostic('citation-without-date', placeOf(root), {});
  for (const field of [...dates, ...published]) {
    if (dateOf(field)!.from === '')
      yield diagnostic('citation-date-unread', placeOf(field), { words: field.value });
  }
  const [taken, ...rest] = dates;
  const other = rest.find((field) => !agrees(dateOf(taken)!, dateOf(field)!));
  if (taken !== undefined && other !== undefined) {
    const said = (field: Field) => dateOf(field)!.words || spanOf(dateOf(field)!);
    yield diagnostic(
      'citation-dates-conflict',
      placeOf(taken),
      { taken: said(taken), other: said(other) },
      { related: [{ message: `“${said(other)}” is said here`, place: placeOf(other) }] },
    );
  }
}

const spanOf = ({ from, to }: CitationDate) => (to === '' ? from : `${from}/${to}`);
