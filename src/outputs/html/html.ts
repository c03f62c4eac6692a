import { pageMetadata } from '../../cite/page-metadata.ts';
import { passageScript } from '../../cite/passage-script.ts';
import type { PageRecord } from '../../prepare/edition-index.ts';
import { wordsOf } from '../../words/words.ts';
import type { TransformJob } from '../../xslt/transform.ts';
import { citationsOfDocument } from '../citation/citation.ts';
import type { Artifact, Output } from '../output.ts';
import { reportMessages } from '../report-messages.ts';
import { assets } from './assets.ts';
import { type Unhandled, unhandledIn, withFindings } from './findings.ts';
import { pageMetadataXml } from './page-metadata-xml.ts';
import { searchIndex } from './search-index.ts';
import { witnessTexts } from './witness-texts.ts';

/** The site: a page for each document, and the pages of the whole edition. */
export const html: Output = {
  name: 'html',
  promises: ['text', 'notes', 'names', 'entries', 'readings', 'words', 'calls'],
  stylesheets: ['citation', 'html'],

  async make({ edition, config, world, transform }) {
    const stylesheet = config.stylesheets.html ?? 'html';
    const routes = new Map(edition.index.documents.map(({ id, route }) => [id, route]));
    const documents = edition.documents.filter((document) => document.kind === 'text');
    const hasCitations = config.outputs.includes('citation');
    const findings: Unhandled[] = [];
    /** A page of the whole edition: ours where the editor's stylesheet makes none. */
    const ownOrTheirs = async (job: TransformJob) => {
      const result = await transform(job);
      const failed = result.diagnostics.some(({ severity }) => severity === 'error');
      return result.principal === '' && !failed ? transform({ ...job, stylesheet: 'html' }) : result;
    };
    const isOurs = stylesheet === 'html';
    const wholeFor = ({ kind }: PageRecord) => (isOurs ? edition.leanIndexXml(kind) : edition.indexXml);
    const sitePage = async ({ id, route }: PageRecord, index: string) => {
      const result = await ownOrTheirs({ stylesheet, index, parameters: { page: id } });
      reportMessages(undefined, result, world.report);
      return page(route, result.principal);
    };
    // The documents' pages first: what is made of them, the index of the search above all, waits for nothing else.
    let waiting = documents.length;
    let startSite = () => {};
    const asked = new Promise<void>((all) => {
      startSite = all;
    });
    if (waiting === 0) startSite();
    const making = Promise.all(
      documents.map(async (document): Promise<Artifact[]> => {
        const route = routes.get(document.id)!;
        const { document: record } = await citationsOfDocument(document, transform, config);
        const pageUrl = config.baseUrl === '' ? '' : new URL(route, config.baseUrl).href;
        const citationFolder = `${'../'.repeat(route.split('/').length)}citation/`;
        const metadata = pageMetadata(record, { citationFolder, pageUrl });
        const words = wordsOf(config.language);
        const ofDocument = (each: { readonly document: string }) => each.document === document.id;
        const passages = passageScript({
          record,
          units: edition.index.units.filter(ofDocument),
          notes: edition.index.notes.filter(ofDocument),
          words: {
            copy: words.copy,
            copied: words.copied,
            style: words['cite-style'],
            passage: words['cite-passage'],
            citation: words['cite-citation'],
            link: words['cite-link'],
            annotation: words['cite-annotation'],
            note: words['note-n'],
          },
          url: pageUrl,
        });
        const texts = witnessTexts(edition, document);
        const transforming = transform({
          stylesheet,
          source: document.tei,
          index: isOurs ? document.leanIndex : document.index,
          parameters: {
            metadata: pageMetadataXml(hasCitations ? metadata : { ...metadata, links: [] }, passages),
            'witness-page': texts[0]?.route ?? '',
          },
        });
        if (--waiting === 0) startSite();
        const result = await transforming;
        reportMessages(document, result, world.report);
        findings.push(...unhandledIn(document.id, route, result.messages));
        const witnessPages = await Promise.all(
          texts.map(async (each) => {
            const { principal } = await ownOrTheirs({
              stylesheet,
              index: document.index,
              parameters: { 'witness-texts': each.xml },
            });
            return page(each.route, principal);
          }),
        );
        return [page(route, result.principal), ...witnessPages];
      }),
    );
    // Only the state of the encoding needs to know the documents' pages.
    // The introduction is a part of a document's page.
    const sites = edition.index.pages.filter(({ kind }) => kind !== 'introduction');
    const early = asked.then(() =>
      Promise.all(
        sites.map((each) => (each.kind === 'encoding' ? undefined : sitePage(each, wholeFor(each)))),
      ),
    );
    early.catch(() => undefined);
    const searching = asked.then(() => searchIndex(edition));
    searching.catch(() => undefined);
    const pages = await making;
    const pageAt = new Map(documents.map((document, at) => [document.id, pages[at]![0]!]));
    const parallelPages = await Promise.all(
      edition.index.parallels.map(async (record) => {
        const cutFrom = async (stylesheetOf: 'theirs' | 'ours') => {
          const [left, right] = await Promise.all(
            [record.left, record.right].map(async ({ document }) => {
              if (stylesheetOf === 'theirs') return String(pageAt.get(document)!.content);
              const { tei, index } = documents.find(({ id }) => id === document)!;
              return (await transform({ stylesheet: 'html', source: tei, index })).principal;
            }),
          );
          const { parallelPage } = await import('./parallel-page.ts');
          return parallelPage(record, edition.index.documents, { left: left!, right: right! });
        };
        const parallel = (await cutFrom('theirs')) ?? (await cutFrom('ours'));
        if (parallel === undefined) throw new Error(`${record.route}: a page lacks blocks of its text`);
        const { index } = documents.find(({ id }) => id === record.left.document)!;
        const { principal } = await ownOrTheirs({
          stylesheet,
          index,
          parameters: { parallel },
        });
        return page(record.route, principal);
      }),
    );
    const late = Promise.all(
      sites.map((each) =>
        each.kind === 'encoding' ? sitePage(each, withFindings(wholeFor(each), findings)) : undefined,
      ),
    );
    late.catch(() => undefined);
    const [earlyPages, latePages, search] = [await early, await late, await searching];
    const sitePages = earlyPages.map((each, at) => each ?? latePages[at]!);
    const files = await Promise.all(
      edition.files.map(async ({ path, route }) => ({
        path: `html/${route.split('/').map(decodeURIComponent).join('/')}`,
        mediaType: 'application/octet-stream',
        content: await world.read(path),
      })),
    );
    const sources = await Promise.all(
      edition.documents.map(async ({ id, path }) => ({
        path: `html/tei/${id}.xml`,
        mediaType: 'application/tei+xml',
        content: await world.read(path),
      })),
    );
    return [
      ...pages.flat(),
      ...parallelPages,
      ...sitePages,
      ...files,
      ...sources,
      ...(await assets()),
      ...search,
    ];
  },

  async readBack(artifacts) {
    const { readHtml } = await import('./read-html.ts');
    return artifacts
      .filter((artifact) => artifact.mediaType === 'text/html')
      .flatMap((artifact) => readHtml(String(artifact.content)));
  },
};

function page(route: string, content: string): Artifact {
  return { path: `html/${route}`, mediaType: 'text/html', content: `${content}\n` };
}
