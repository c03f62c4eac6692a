import { plainId } from './addresses.ts';
import type { Book } from './book.ts';
import type { OutlineItem, PageMark } from './outline.ts';
import { pageFile } from './page-file.ts';
import { element, type XhtmlElement } from './xhtml.ts';

/** A named place of the book (EPUB 3 Structural Semantics Vocabulary). */
export interface Landmark {
  readonly type: string;
  readonly title: string;
  readonly path: string;
}

/** The navigation document (EPUB 3.3 §7): contents, landmarks, and the pages of the source where the texts mark them. */
export function navigation(
  { words, metadata }: Book,
  outline: readonly OutlineItem[],
  marks: readonly PageMark[],
  landmarks: readonly Landmark[],
): string {
  const contents = element('nav', { 'epub:type': 'toc', role: 'doc-toc', id: 'toc' }, [
    element('h1', {}, [words.contents]),
    listOf(outline),
  ]);
  const places = element(
    'nav',
    { 'epub:type': 'landmarks', hidden: 'hidden', 'aria-label': words.landmarks },
    [
      element(
        'ol',
        {},
        landmarks.map(({ type, title, path }) =>
          element('li', {}, [element('a', { 'epub:type': type, href: nameOf(path) }, [title])]),
        ),
      ),
    ],
  );
  const pages = element(
    'nav',
    { 'epub:type': 'page-list', role: 'doc-pagelist', hidden: 'hidden', 'aria-label': words.pages },
    [
      element(
        'ol',
        {},
        marks.map(({ label, part, id }) =>
          element('li', {}, [element('a', { href: `${nameOf(part.path)}#${plainId(id)}` }, [label])]),
        ),
      ),
    ],
  );
  const body = element('body', { class: 'contents' }, [
    contents,
    places,
    ...(marks.length > 0 ? [pages] : []),
  ]);
  return pageFile(`${metadata.title} · ${words.contents}`, words.language, body);
}

function listOf(items: readonly OutlineItem[]): XhtmlElement {
  return element(
    'ol',
    {},
    items.map(({ title, part, id, children }) =>
      element('li', {}, [
        element('a', { href: nameOf(part.path) + (id === '' ? '' : `#${plainId(id)}`) }, [title]),
        ...(children.length > 0 ? [listOf(children)] : []),
      ]),
    ),
  );
}

const nameOf = (path: string) => path.slice(path.lastIndexOf('/') + 1);
