import type { CitationRecord } from '../../cite/record.ts';
import { placeInConfig } from '../../config/read-config.ts';
import { diagnostic } from '../../diagnostics/catalogue.ts';
import { startOf } from '../../diagnostics/place.ts';
import type { Book, BookCover, BookPage } from '../../epub/book.ts';
import { coverSvg } from '../../epub/cover.ts';
import { writeEpub } from '../../epub/write-epub.ts';
import { find } from '../../epub/xhtml.ts';
import type { PreparedDocument } from '../../prepare/prepared-edition.ts';
import { wordsOf } from '../../words/words.ts';
import { citationsOfDocument } from '../citation/citation.ts';
import type { Artifact, Output, OutputInput } from '../output.ts';
import { fontsFor } from './book-fonts.ts';
import { bookImages } from './book-images.ts';
import { bookMetadata } from './book-metadata.ts';
import { documentPage, type MadePage, sitePages } from './book-pages.ts';
import { readEpub } from './read-epub.ts';
import { readImage } from './read-image.ts';
import { bookStyleSheet } from './style-sheet.ts';
import { titlePage } from './title-page.ts';

/** E-books (EPUB 3.3): one for the edition with a chapter for each document, or one for each document. */
export const epub: Output = {
  name: 'epub',
  promises: ['text', 'notes', 'names', 'entries', 'readings', 'words', 'calls'],

  async make(input) {
    const { edition, config, transform } = input;
    const texts = edition.documents.filter(({ kind }) => kind === 'text');
    const chapters = await Promise.all(
      texts.map(async (document): Promise<Chapter> => {
        const { document: record } = await citationsOfDocument(document, transform, config);
        return { document, record, made: await documentPage(input, document, record) };
      }),
    );
    const isWhole = config.epub.volumes === 'edition';
    const volumes = isWhole ? [chapters] : chapters.map((each) => [each]);
    const artifacts: Artifact[] = [];
    for (const volume of volumes) {
      if (volume.some(({ made }) => made === undefined) || volume.length === 0) continue;
      const name = isWhole ? nameOf(edition.index.edition.title, volume) : volume[0]!.document.id;
      artifacts.push({
        path: `epub/${name}.epub`,
        mediaType: 'application/epub+zip',
        content: writeEpub(await bookOf(input, volume, isWhole)),
      });
    }
    return artifacts;
  },

  readBack: (artifacts) =>
    Promise.resolve(artifacts.flatMap(({ content }) => readEpub(content as Uint8Array))),
};

interface Chapter {
  readonly document: PreparedDocument;
  readonly record: CitationRecord;
  /** Undefined where the editor's own stylesheet made no page. */
  readonly made: MadePage | undefined;
}

async function bookOf(input: OutputInput, chapters: readonly Chapter[], isWhole: boolean): Promise<Book> {
  const { edition, config, world } = input;
  const words = wordsOf(config.language);
  const ids = new Set(chapters.map(({ document }) => document.id));
  const documents = edition.index.documents.filter(({ id }) => ids.has(id));
  const title = (isWhole ? edition.index.edition.title : documents[0]!.title) || documents[0]!.id;
  if (title === documents[0]!.id)
    world.report(diagnostic('ebook-title-missing', startOf(documents[0]!.path), {}));
  const made = chapters.map((each) => each.made!);
  const records = chapters.map(({ record }) => record);
  const metadata = bookMetadata(records, {
    title,
    documents,
    direction: made.every(({ page }) => isRightToLeft(page)) ? 'rtl' : 'ltr',
    baseUrl: config.baseUrl,
    identifier: config.epub.identifier,
    modified: made
      .map(({ date }) => date)
      .sort()
      .at(-1)!,
  });
  const site = await sitePages(input, isWhole ? '' : chapters[0]!.document.id);
  const pages: BookPage[] = [
    titlePage(metadata, records, words, config.language),
    ...site.filter(({ kind }) => kind === 'front'),
    ...made.map(({ page }) => page),
    ...site.filter(({ kind }) => kind === 'register'),
  ];
  const { images, imagePages } = await bookImages(pages, input);
  const { fonts, faces } = await fontsFor(pages, metadata);
  return {
    metadata,
    pages: [...pages, ...imagePages],
    images,
    fonts,
    styleSheet: await bookStyleSheet(faces),
    cover: await coverOf(input, metadata),
    baseUrl: config.baseUrl,
    words: {
      language: config.language,
      contents: words.contents,
      cover: words.cover,
      text: words.text,
      pages: words['pages-of-source'],
      landmarks: words.landmarks,
      page: words['page-n'],
      accessibility: words['accessible-book'],
    },
  };
}

const isRightToLeft = ({ body }: BookPage) =>
  find(body, ({ attributes }) => attributes.has('data-document'))?.attributes.get('dir') === 'rtl';

/** The edition's own image, or type. */
async function coverOf(input: OutputInput, metadata: Book['metadata']): Promise<BookCover> {
  const path = input.config.epub.cover;
  const own =
    path === '' ? undefined : await readImage(path, input, placeInConfig(input.config, 'epub', 'cover'));
  if (own !== undefined) return own;
  const svg = coverSvg({
    title: metadata.title,
    creators: metadata.creators.map(({ name }) => name),
    language: metadata.languages[0]!,
    direction: metadata.direction,
  });
  return { mediaType: 'image/svg+xml', content: new TextEncoder().encode(svg) };
}

/** The file's name: the document's where there is one, else letters of the edition's title. */
function nameOf(title: string, volume: readonly Chapter[]): string {
  if (volume.length === 1) return volume[0]!.document.id;
  const plain = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '');
  return plain.length >= 3 ? plain : 'edition';
}
