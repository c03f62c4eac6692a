import { writeZip, type ZipEntry } from '../zip/write-zip.ts';
import { Addresses, type Part } from './addresses.ts';
import type { Book, BookPage } from './book.ts';
import { container } from './container.ts';
import { divide } from './divide.ts';
import { placeFeet, takeFeet, weightOfFeet } from './feet.ts';
import { makeValid } from './make-valid.ts';
import { type Landmark, navigation } from './navigation.ts';
import { type OutlineItem, outlineOf, pageMarksOf } from './outline.ts';
import { type Accessibility, type ManifestItem, packageDocument } from './package-document.ts';
import { pageFile } from './page-file.ts';
import { settleLinks } from './settle-links.ts';
import { element, find, walk } from './xhtml.ts';

const xhtml = 'application/xhtml+xml';

/** Writes a book as an EPUB 3.3 file; the same book gives the same bytes. Its pages are changed on the way. */
export function writeEpub(book: Book): Uint8Array {
  const names = new Set(['cover', 'nav']);
  const pages = book.pages.map((page) => ({ page, parts: partsOf(page, names) }));
  const parts = pages.flatMap((each) => each.parts);
  const outline = pages
    .filter(({ page }) => page.kind !== 'image')
    .map(
      ({ page, parts: [first, ...rest] }): OutlineItem => ({
        title: page.title,
        part: first!,
        id: '',
        children: page.kind === 'document' ? outlineOf([first!, ...rest]) : [],
      }),
    );
  const marks = pageMarksOf(parts, book.words.page);
  const images = new Map(
    book.images.map(({ route, mediaType }, at) => [route, imagePath(route, mediaType, at)]),
  );
  settleLinks(parts, new Addresses(parts, images, book.baseUrl));

  const items: ManifestItem[] = [];
  const files = new Map<string, string | Uint8Array>();
  const add = (item: ManifestItem, content: string | Uint8Array) => {
    items.push(item);
    files.set(item.path, content);
  };
  const coverPath =
    book.cover.mediaType === 'image/svg+xml' ? 'cover.svg' : imagePath('cover', book.cover.mediaType);
  add(
    { id: 'cover', path: 'text/cover.xhtml', mediaType: xhtml, reading: 'linear' },
    coverPage(book, coverPath),
  );
  const nav = () =>
    add(
      { id: 'nav', path: 'text/nav.xhtml', mediaType: xhtml, properties: 'nav', reading: 'linear' },
      navigation(book, outline, marks, landmarksOf(book, pages)),
    );
  pages.forEach(({ page, parts: own }, at) => {
    if (at === 1) nav();
    own.forEach((part) => {
      const hasMath = find(part.body, ({ name }) => name === 'math') !== undefined;
      add(
        {
          id: `t${items.length}`,
          path: part.path,
          mediaType: xhtml,
          ...(hasMath ? { properties: 'mathml' } : {}),
          reading: page.kind === 'image' ? 'aside' : 'linear',
        },
        pageFile(page.title, page.language, part.body),
      );
    });
  });
  if (pages.length < 2) nav();
  add({ id: 'css', path: 'book.css', mediaType: 'text/css' }, book.styleSheet);
  add(
    { id: 'cover-image', path: coverPath, mediaType: book.cover.mediaType, properties: 'cover-image' },
    book.cover.content,
  );
  for (const { route, mediaType, content } of book.images)
    add({ id: `i${items.length}`, path: images.get(route)!, mediaType }, content);
  for (const { name, mediaType, content } of book.fonts)
    add({ id: `f${items.length}`, path: `fonts/${name}`, mediaType }, content);
  const opf = packageDocument(book, items, accessibilityOf(book, parts, marks.length > 0));
  return zipped(opf, files);
}

function zipped(opf: string, files: ReadonlyMap<string, string | Uint8Array>): Uint8Array {
  const bytes = (content: string | Uint8Array) =>
    typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const entries: ZipEntry[] = [
    // OCF 3.3 §4.2.6.2: first, and not compressed.
    { path: 'mimetype', content: bytes('application/epub+zip'), isStored: true },
    { path: 'META-INF/container.xml', content: bytes(container) },
    { path: 'EPUB/package.opf', content: bytes(opf) },
    ...[...files].map(([path, content]) => ({
      path: `EPUB/${path}`,
      content: bytes(content),
      isStored: /\.(?:png|jpe?g|gif|webp|woff2)$/.test(path),
    })),
  ];
  return writeZip(entries);
}

/** A page in files of a size that reading systems open quickly, each with the notes that it calls. */
function partsOf(page: BookPage, names: Set<string>): Part[] {
  makeValid(page.body);
  const feet = takeFeet(page.body);
  const bodies = divide(page.body, weightOfFeet(page.body, feet));
  placeFeet(bodies, feet);
  const stem = freeName(page.route, names);
  return bodies.map((body, at) => {
    body.attributes.set('epub:type', matter[page.kind]);
    if (page.document !== '') body.attributes.set('data-part-of', page.document);
    return { path: `text/${stem}${at === 0 ? '' : `.${at + 1}`}.xhtml`, route: page.route, body };
  });
}
const matter: Readonly<Record<BookPage['kind'], string>> = {
  front: 'frontmatter',
  document: 'bodymatter',
  register: 'backmatter',
  image: 'backmatter',
};

/** A file name of plain letters and without a dot, which stands before the number of a further part, that no other page has. */
function freeName(route: string, names: Set<string>): string {
  const plain = route
    .replace(/\.[a-z]+$/, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40);
  const base = /^[a-z]/.test(plain) ? plain : `p${plain === '' ? '' : '-'}${plain}`;
  let name = base;
  for (let n = 2; names.has(name); n++) name = `${base}_${n}`;
  names.add(name);
  return name;
}

const extensions: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/svg+xml': 'svg',
};
function imagePath(route: string, mediaType: string, at?: number): string {
  if (at === undefined) return `cover.${extensions[mediaType]}`;
  const stem = (route.split('/').at(-1) ?? '')
    .replace(/\.[^.]*$/, '')
    .replace(/%[0-9A-F]{2}|[^A-Za-z0-9]+/g, '-')
    .slice(0, 40);
  return `images/${at + 1}${stem === '' ? '' : '-'}${stem}.${extensions[mediaType]}`;
}

function coverPage({ words, metadata }: Book, path: string): string {
  const alt = `${words.cover}: ${metadata.title}`;
  const body = element('body', { class: 'cover', 'epub:type': 'cover' }, [
    element('div', { class: 'cover' }, [element('img', { src: `../${path}`, alt, role: 'doc-cover' })]),
  ]);
  return pageFile(words.cover, words.language, body);
}

function landmarksOf(
  { words }: Book,
  pages: readonly { readonly page: BookPage; readonly parts: readonly Part[] }[],
): Landmark[] {
  const first = pages.find(({ page }) => page.kind === 'document');
  const registers = pages.filter(({ page }) => page.kind === 'register');
  return [
    { type: 'cover', title: words.cover, path: 'text/cover.xhtml' },
    { type: 'toc', title: words.contents, path: 'text/nav.xhtml' },
    ...(first === undefined ? [] : [{ type: 'bodymatter', title: words.text, path: first.parts[0]!.path }]),
    ...registers.map(({ page, parts }) => ({ type: 'index', title: page.title, path: parts[0]!.path })),
  ];
}

function accessibilityOf(
  { images, pages }: Book,
  parts: readonly Part[],
  hasPageMarks: boolean,
): Accessibility {
  const shown = parts.flatMap(({ body }) => [...walk(body)].filter(({ name }) => name === 'img'));
  return {
    hasImages: shown.length > 0,
    isDescribed: shown.every(({ attributes }) => attributes.get('alt') !== ''),
    hasPageMarks,
    hasIndex: pages.some(({ kind }) => kind === 'register'),
    hasMath: parts.some(({ body }) => find(body, ({ name }) => name === 'math') !== undefined),
    mayFlash: images.some(({ mediaType }) => mediaType === 'image/gif'),
  };
}
