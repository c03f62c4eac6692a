import { expect, it } from 'vitest';
import { oneLine } from '../../src/cite/view.ts';
import type { Book } from '../../src/epub/book.ts';
import { packageDocument } from '../../src/epub/package-document.ts';
import { element, parseXhtml, textOf, walk } from '../../src/epub/xhtml.ts';
import { hostileStrings } from './hostile-strings.ts';

const book = (given: Partial<Book['metadata']>): Book => ({
  metadata: {
    identifier: 'urn:uuid:1',
    title: 'A Book',
    creators: [],
    contributors: [],
    languages: ['la'],
    direction: 'ltr',
    modified: '2020-02-03',
    published: '',
    publisher: '',
    rights: [],
    sources: [],
    subjects: [],
    description: '',
    ...given,
  },
  pages: [
    { route: 'a.html', kind: 'document', document: 'a', title: 'A', language: 'en', body: element('body') },
  ],
  images: [],
  fonts: [],
  styleSheet: '',
  cover: { mediaType: 'image/svg+xml', content: new Uint8Array() },
  words: {
    language: 'en',
    contents: 'Contents',
    cover: 'Cover',
    text: 'Text',
    pages: 'Pages',
    landmarks: 'Places',
    page: 'p. {n}',
    accessibility: 'All text.',
  },
  baseUrl: '',
});
const nothing = {
  hasImages: false,
  isDescribed: true,
  hasPageMarks: false,
  hasIndex: false,
  hasMath: false,
  mayFlash: false,
};
const read = (given: Partial<Book['metadata']>, facts: Partial<typeof nothing> = {}) => {
  const xml = packageDocument(book(given), [{ id: 'a', path: 'a', mediaType: 'text/css' }], {
    ...nothing,
    ...facts,
  });
  const root = parseXhtml(xml, 'package.opf', ({ message }) => expect.fail(`${message}\n${xml}`))!;
  const values = (name: string, property = '') =>
    [...walk(root)]
      .filter(
        (each) => each.name === name && (property === '' || each.attributes.get('property') === property),
      )
      .map((each) => textOf(each));
  return { root, values };
};

it('gives every word back as it was, whatever characters it has', () => {
  for (const words of hostileStrings(300)) {
    const { values } = read({
      title: words,
      creators: [{ name: words, sort: words, role: 'aut' }],
      rights: [words],
      identifier: `urn:x:${words}`,
    });
    const said = oneLine(words);
    for (const name of ['title', 'rights', 'creator'])
      expect(values(name)).toEqual(said === '' ? [] : [said]);
    expect(values('identifier')).toEqual([oneLine(`urn:x:${words}`)]);
  }
});

it.each([
  ['2020-02-03', '2020-02-03T00:00:00Z'],
  ['1962-10', '1962-10-01T00:00:00Z'],
  ['1899', '1899-01-01T00:00:00Z'],
  ['', '2000-01-01T00:00:00Z'],
  ['-0044', '2000-01-01T00:00:00Z'],
  ['2020-02-31', '2000-01-01T00:00:00Z'],
  ['2020-13', '2000-01-01T00:00:00Z'],
])('is changed on the day the edition says, not on the clock’s: %s', (modified, moment) => {
  expect(read({ modified }).values('meta', 'dcterms:modified')).toEqual([moment]);
});

it('says of accessibility what is so', () => {
  const sufficient = (facts: Partial<typeof nothing>) =>
    read({}, facts).values('meta', 'schema:accessModeSufficient');
  expect(sufficient({})).toEqual(['textual']);
  expect(sufficient({ hasImages: true })).toEqual(['textual']);
  expect(sufficient({ hasImages: true, isDescribed: false })).toEqual(['textual,visual']);
  const features = read({}, { hasPageMarks: true }).values('meta', 'schema:accessibilityFeature');
  expect(features).toContain('pageNavigation');
  expect(features).not.toContain('alternativeText');
  expect(read({}, { mayFlash: true }).values('meta', 'schema:accessibilityHazard')).toEqual(['unknown']);
  expect(read({}).root.attributes.get('dir')).toBe('ltr');
});

it('turns its pages to the left where the text runs from right to left', () => {
  const spine = [...walk(read({ direction: 'rtl' }).root)].find(({ name }) => name === 'spine');
  expect(spine!.attributes.get('page-progression-direction')).toBe('rtl');
});
