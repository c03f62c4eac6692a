import { targetOf } from '../../epub/addresses.ts';
import type { BookImage, BookPage } from '../../epub/book.ts';
import { element, textOf, walk } from '../../epub/xhtml.ts';
import { wordsOf } from '../../words/words.ts';
import type { OutputInput } from '../output.ts';
import { readImage } from './read-image.ts';

/** Reads the images that pages show, and those of source pages that they link to: each of these gets a page of its own, to which the links then lead. */
export async function bookImages(
  pages: readonly BookPage[],
  input: OutputInput,
): Promise<{ images: BookImage[]; imagePages: BookPage[] }> {
  const { edition, config } = input;
  const words = wordsOf(config.language);
  const paths = new Map(edition.files.map(({ path, route }) => [route, path]));
  const read = new Map<string, Promise<BookImage | undefined>>();
  const image = (route: string): Promise<BookImage | undefined> => {
    const known = read.get(route);
    if (known !== undefined) return known;
    const made = readImage(paths.get(route)!, input).then((found) => found && { route, ...found });
    read.set(route, made);
    return made;
  };
  const imagePages = new Map<string, BookPage>();
  for (const page of pages) {
    for (const node of walk(page.body)) {
      const { attributes } = node;
      const named =
        node.name === 'img' ? attributes.get('src') : node.name === 'a' ? attributes.get('href') : '';
      const route = targetOf(named ?? '', page.route)?.route ?? '';
      if (!paths.has(route)) continue;
      if (node.name === 'img') {
        await image(route);
        continue;
      }
      if (!config.epub.pageImages || !/\.(?:jpe?g|png|gif|webp|svg|tiff?|jp2)$/i.test(route)) continue;
      if ((await image(route)) === undefined) continue;
      const own = `${route}.page`;
      attributes.set('href', `${'../'.repeat(page.route.split('/').length - 1)}${own}`);
      if (imagePages.has(own)) continue;
      const label = textOf(node).trim();
      const title = [words['page-image'], label].filter(
        (each) => each !== '' && each !== words['page-image'],
      );
      imagePages.set(own, {
        route: own,
        kind: 'image',
        document: '',
        title: title.join(', ') || words['page-image'],
        language: config.language,
        body: element('body', { class: 'page-image' }, [
          element('h1', {}, [title.join(', ') || words['page-image']]),
          element('p', {}, [
            element('img', { src: pathFrom(own, route), alt: title.join(', ') || words['page-image'] }),
          ]),
          element('p', {}, [element('a', { href: pathFrom(own, page.route) }, [words['back-to-text']])]),
        ]),
      });
    }
  }
  const found = await Promise.all([...read.values()]);
  return { images: found.filter((each) => each !== undefined), imagePages: [...imagePages.values()] };
}

/** From one page to another, both named from the folder of all pages. */
const pathFrom = (from: string, to: string) => '../'.repeat(from.split('/').length - 1) + to;
