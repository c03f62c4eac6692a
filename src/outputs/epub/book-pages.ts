import { pageMetadata } from '../../cite/page-metadata.ts';
import type { CitationRecord } from '../../cite/record.ts';
import { diagnostic } from '../../diagnostics/catalogue.ts';
import { startOf } from '../../diagnostics/place.ts';
import type { BookPage } from '../../epub/book.ts';
import { find, parseXhtml, textOf, type XhtmlElement } from '../../epub/xhtml.ts';
import type { EditionIndex, PageRecord } from '../../prepare/edition-index.ts';
import type { PreparedDocument } from '../../prepare/prepared-edition.ts';
import { pageMetadataXml } from '../html/page-metadata-xml.ts';
import type { OutputInput } from '../output.ts';
import { reportMessages } from '../report-messages.ts';

/** The page of a document, and the last day that its header gives to its edition; '' where it gives none. */
export interface MadePage {
  readonly page: BookPage;
  readonly date: string;
}

/** Makes the chapter of a document; undefined, with the fault reported, where an editor's stylesheet gives none. */
export async function documentPage(
  input: OutputInput,
  document: PreparedDocument,
  citation: CitationRecord,
): Promise<MadePage | undefined> {
  const { edition, config, world, transform } = input;
  const record = edition.index.documents.find(({ id }) => id === document.id)!;
  const metadata = pageMetadata(citation, { citationFolder: '', pageUrl: '' });
  const result = await transform({
    stylesheet: stylesheetOf(input),
    source: document.tei,
    index: document.index,
    parameters: { metadata: pageMetadataXml({ ...metadata, links: [] }) },
  });
  reportMessages(document, result, world.report);
  if (result.diagnostics.some(({ severity }) => severity === 'error')) return undefined;
  const root = pageOf(input, result.principal);
  const body = root && find(root, ({ name }) => name === 'body');
  if (body === undefined) return undefined;
  const date = find(root!, ({ name, attributes }) => name === 'meta' && attributes.get('name') === 'date');
  return {
    date: date?.attributes.get('content') ?? '',
    page: {
      route: record.route,
      kind: 'document',
      document: document.id,
      title: record.title,
      language: config.language,
      body,
    },
  };
}

const kinds: Partial<Record<PageRecord['kind'], BookPage['kind']>> = {
  about: 'front',
  witnesses: 'front',
  register: 'register',
};

/** The pages of the whole edition that are part of the book: principles, witnesses, indexes; for one document alone (`only`, its id) with what concerns it. */
export async function sitePages(input: OutputInput, only: string): Promise<BookPage[]> {
  const { edition, config, world, transform } = input;
  const wanted = edition.index.pages.filter((page) => concerns(edition.index, page, only));
  const pages = await Promise.all(
    wanted.map(async ({ id, kind, route, title }): Promise<BookPage | undefined> => {
      const job = { index: edition.indexXml, parameters: { page: id, only } };
      const result = await transform({ ...job, stylesheet: stylesheetOf(input) });
      const isTheirs = result.principal !== '';
      const { principal, ...said } = isTheirs ? result : await transform({ ...job, stylesheet: 'epub' });
      reportMessages(undefined, { principal, ...said }, world.report);
      const root = pageOf(input, principal);
      const body = root && find(root, ({ name }) => name === 'body');
      if (body === undefined || isBare(body)) return undefined;
      return { route, kind: kinds[kind]!, document: '', title, language: config.language, body };
    }),
  );
  return pages.filter((page) => page !== undefined);
}

/** Whether a page has a heading and nothing else. */
function isBare(body: XhtmlElement): boolean {
  const heading = find(body, ({ name }) => name === 'h1');
  return textOf(body).trim() === (heading === undefined ? '' : textOf(heading).trim());
}

function concerns(index: EditionIndex, { kind, lists }: PageRecord, only: string): boolean {
  const isOurs = (document: string) => only === '' || document === only;
  switch (kind) {
    case 'about':
      return index.principles.some(({ documents }) => documents.some(isOurs));
    case 'witnesses':
      return index.apparatus.some(({ document }) => isOurs(document));
    case 'register': {
      const own = new Set(
        index.mentions.filter(({ document }) => isOurs(document)).map(({ entry }) => entry),
      );
      return index.registerEntries.some(
        (entry) => entry.kind === lists && (isOurs(entry.document) || own.has(entry.id)),
      );
    }
    default:
      return false;
  }
}

const stylesheetOf = ({ config }: OutputInput) => config.stylesheets.epub ?? 'epub';

function pageOf(input: OutputInput, text: string): XhtmlElement | undefined {
  const stylesheet = stylesheetOf(input);
  return parseXhtml(text, stylesheet, ({ message }) => {
    if (stylesheet === 'epub') throw new Error(`epub.xsl gives no XML: ${message}`);
    input.world.report(diagnostic('ebook-page-not-xml', startOf(stylesheet), { stylesheet, what: message }));
  });
}
