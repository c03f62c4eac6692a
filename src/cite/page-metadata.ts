import { jsonLd } from './formats/json-ld.ts';
import { citationFormats } from './formats.ts';
import { type CitationDate, type CitationRecord, type ItemType, type Name, sortName } from './record.ts';
import { escapeHtml } from './rich-text.ts';
import { citationsOf, type StyledCitation } from './styled-citation.ts';
import { oneLine, viewOf } from './view.ts';

/** One `meta` element of a page's head. */
export interface MetaTag {
  readonly name: string;
  readonly content: string;
}

/** One `link` element of a page's head, and one download on the page. */
export interface FormatLink {
  readonly rel: 'alternate' | 'cite-as' | 'license';
  readonly type: string;
  readonly href: string;
  readonly title: string;
}

/** What a page says of the document it shows, to machines and to readers. */
export interface PageMetadata {
  readonly metas: readonly MetaTag[];
  readonly links: readonly FormatLink[];
  /** The content of a `script type="application/ld+json"`, safe inside HTML. */
  readonly jsonLd: string;
  /** The first is what the page shows before the reader chooses. */
  readonly citations: readonly StyledCitation[];
  /** All of the head as HTML: `meta`, `link` and the JSON-LD script. */
  readonly head: string;
}

export interface PageOptions {
  /** Relative URL of `output/citation/` from the page, with a slash at its end. */
  readonly citationFolder: string;
  /** The page's own absolute URL, or '' where the edition has none. */
  readonly pageUrl: string;
}

const zoteroTypes: Readonly<Record<ItemType, string>> = {
  manuscript: 'manuscript',
  personal_communication: 'letter',
  book: 'book',
  chapter: 'bookSection',
  'article-journal': 'journalArticle',
  'article-magazine': 'magazineArticle',
  'article-newspaper': 'newspaperArticle',
  'entry-encyclopedia': 'encyclopediaArticle',
  thesis: 'thesis',
  report: 'report',
  webpage: 'webpage',
  document: 'document',
};

/** Everything that a page carries for citing its document. The meta tags are those that Zotero reads without loss: no COinS, which would win over them, and no `citation_author`, which would erase the translators. */
export function pageMetadata(record: CitationRecord, options: PageOptions): PageMetadata {
  const metas = metasOf(record, options.pageUrl);
  const links = linksOf(record, options);
  const ld = jsonLd(record, 0);
  const head = [
    ...metas.map(({ name, content }) => `<meta name="${escapeHtml(name)}" content="${escapeHtml(content)}">`),
    ...links.map(({ rel, type, href, title }) => {
      const typed = type === '' ? '' : ` type="${escapeHtml(type)}"`;
      const titled = title === '' ? '' : ` title="${escapeHtml(title)}"`;
      return `<link rel="${rel}"${typed} href="${escapeHtml(href)}"${titled}>`;
    }),
    `<script type="application/ld+json">${ld}</script>`,
  ].join('\n');
  return { metas, links, jsonLd: ld, citations: citationsOf(record), head };
}

function metasOf(record: CitationRecord, pageUrl: string): MetaTag[] {
  const view = viewOf(record);
  const metas: MetaTag[] = [];
  const put = (name: string, content: string) => {
    const text = oneLine(content);
    if (text !== '') metas.push({ name, content: text });
  };
  const people = (name: string, names: readonly Name[]) => {
    for (const each of names) put(name, metaName(each));
  };
  put('z.itemType', zoteroTypes[record.type]);
  put('citation_title', view.title);
  put('DC.title', view.title);
  put('z.shortTitle', record.titleShort);
  people('DC.creator', view.authors);
  people('z.translators', view.translators);
  people('bib.editors', view.editors);
  people('bib.contributors', view.contributors);
  people('z.recipients', view.recipients);
  people('z.seriesEditors', view.seriesEditors);
  put('DCTERMS.issued', dateOf(view.date));
  put('z.archive', view.archive);
  put('DC.coverage', view.archiveLocation);
  put('DC.language', record.language);
  put('z.type', record.genre);
  put('DC.publisher', record.archive === '' ? record.publisher : '');
  put('DCTERMS.isPartOf', record.series);
  put('description', record.abstract);
  for (const keyword of record.keywords) put('DC.subject', keyword);
  put('DC.identifier', record.doi === '' ? record.url : `doi:${record.doi}`);
  // Without it a reference manager takes the page's own address for that of the document.
  if (isWebUrl(view.url) && view.url !== pageUrl) put('citation_public_url', view.url);
  put('DC.rights', record.rights.text?.words ?? '');
  return metas;
}

function linksOf(record: CitationRecord, { citationFolder, pageUrl }: PageOptions): FormatLink[] {
  const stem = `${citationFolder}${encodeURIComponent(record.id)}`;
  const links: FormatLink[] = Object.entries(citationFormats)
    .filter(([name]) => name !== 'cff')
    .map(([, { extension, mediaType, title }]) => ({
      rel: 'alternate',
      type: mediaType,
      href: `${stem}.${extension}`,
      title,
    }));
  const permanent = record.doi === '' ? record.url : `https://doi.org/${record.doi}`;
  if (isWebUrl(permanent) && permanent !== pageUrl)
    links.push({ rel: 'cite-as', type: '', href: permanent, title: '' });
  return links;
}

/** A comma after an organisation keeps Zotero from splitting it. */
function metaName(name: Name): string {
  return name.kind === 'literal' ? `${oneLine(name.literal).replace(/,+$/, '')},` : sortName(name);
}

function dateOf(date: CitationDate | undefined): string {
  if (date === undefined) return '';
  if (date.from === '' || date.isBounds) return date.words || `${date.from}/${date.to}`;
  return date.to === '' ? date.from : `${date.from}/${date.to}`;
}

const isWebUrl = (url: string) => /^https?:\/\/[^\s"<>]+$/.test(url);
