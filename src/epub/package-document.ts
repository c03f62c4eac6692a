import { createRequire } from 'node:module';
import type { XMLBuilder } from 'xmlbuilder2/lib/interfaces.js';
import { oneLine } from '../cite/view.ts';
import type { Book } from './book.ts';

/** A file that the package lists. */
export interface ManifestItem {
  readonly id: string;
  readonly path: string;
  readonly mediaType: string;
  readonly properties?: string;
  /** Whether it is in the reading order, and in the way of who only turns pages. */
  readonly reading?: 'linear' | 'aside';
}

/** What the book offers to readers of every ability, found in its files (schema.org accessibility properties). */
export interface Accessibility {
  readonly hasImages: boolean;
  /** Whether each image is described in words. */
  readonly isDescribed: boolean;
  readonly hasPageMarks: boolean;
  readonly hasIndex: boolean;
  readonly hasMath: boolean;
  /** Whether an image may move or flash. */
  readonly mayFlash: boolean;
}

const dublinCore = 'http://purl.org/dc/elements/1.1/';

/** The package document (EPUB 3.3 §5): metadata, files, reading order. */
export function packageDocument(
  { metadata, words }: Book,
  items: readonly ManifestItem[],
  accessibility: Accessibility,
): string {
  const { create } = createRequire(import.meta.url)('xmlbuilder2') as typeof import('xmlbuilder2');
  const document = create({ version: '1.0', encoding: 'UTF-8' });
  const root = document.ele('http://www.idpf.org/2007/opf', 'package', {
    version: '3.0',
    'unique-identifier': 'identifier',
    dir: metadata.direction,
  });
  root.att('http://www.w3.org/XML/1998/namespace', 'lang', words.language);
  const list = root.ele('metadata', { 'xmlns:dc': dublinCore });
  const dc = (name: string, value: string, attributes: Record<string, string> = {}) => {
    if (oneLine(value) !== '') list.ele(dublinCore, `dc:${name}`, attributes).txt(safe(value));
  };
  const meta = (property: string, value: string, attributes: Record<string, string> = {}) => {
    if (oneLine(value) !== '') list.ele('meta', { property, ...attributes }).txt(safe(value));
  };
  dc('identifier', metadata.identifier, { id: 'identifier' });
  dc('title', metadata.title, { id: 'title' });
  meta('title-type', 'main', { refines: '#title' });
  for (const language of metadata.languages) dc('language', language);
  const people = [
    ...metadata.creators.map((each) => ['creator', each] as const),
    ...metadata.contributors.map((each) => ['contributor', each] as const),
  ];
  people.forEach(([kind, { name, sort, role }], at) => {
    if (oneLine(name) === '') return;
    const id = `${kind}-${at + 1}`;
    dc(kind, name, { id });
    meta('role', role, { refines: `#${id}`, scheme: 'marc:relators' });
    meta('file-as', sort, { refines: `#${id}` });
  });
  dc('publisher', metadata.publisher);
  dc('date', metadata.published);
  dc('description', metadata.description);
  for (const subject of metadata.subjects) dc('subject', subject);
  for (const source of metadata.sources) dc('source', source);
  for (const rights of metadata.rights) dc('rights', rights);
  meta('dcterms:modified', momentOf(metadata.modified));
  for (const [property, value] of accessibilityOf(accessibility, words.accessibility)) meta(property, value);
  writeManifest(root, items);
  const spine = root.ele('spine', { 'page-progression-direction': metadata.direction });
  for (const { id, reading } of items) {
    if (reading !== undefined)
      spine.ele('itemref', reading === 'aside' ? { idref: id, linear: 'no' } : { idref: id });
  }
  return `${document.end({ prettyPrint: true, wellFormed: true })}\n`;
}

function writeManifest(root: XMLBuilder, items: readonly ManifestItem[]): void {
  const manifest = root.ele('manifest');
  for (const { id, path, mediaType, properties } of items) {
    manifest.ele('item', {
      id,
      href: path,
      'media-type': mediaType,
      ...(properties === undefined ? {} : { properties }),
    });
  }
}

function accessibilityOf(
  { hasImages, isDescribed, hasPageMarks, hasIndex, hasMath, mayFlash }: Accessibility,
  summary: string,
): [property: string, value: string][] {
  const isText = !hasImages || isDescribed;
  const features = [
    'structuralNavigation',
    'tableOfContents',
    'readingOrder',
    'displayTransformability',
    'unlocked',
    ...(hasImages && isDescribed ? ['alternativeText'] : []),
    ...(hasPageMarks ? ['pageBreakMarkers', 'pageNavigation'] : []),
    ...(hasIndex ? ['index'] : []),
    ...(hasMath ? ['MathML'] : []),
  ];
  return [
    ['schema:accessMode', 'textual'],
    ...(hasImages ? [['schema:accessMode', 'visual'] as [string, string]] : []),
    ['schema:accessModeSufficient', isText ? 'textual' : 'textual,visual'],
    ...features.map((each): [string, string] => ['schema:accessibilityFeature', each]),
    ['schema:accessibilityHazard', mayFlash ? 'unknown' : 'none'],
    ['schema:accessibilitySummary', summary],
  ];
}

/** A moment that the edition itself gives; the start of 2000 where it gives none (the clock would make every build another book). */
function momentOf(day: string): string {
  const [, year, month = '01', date = '01'] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(day) ?? [];
  const written = `${year}-${month}-${date}`;
  const moment = new Date(`${written}T00:00:00Z`);
  // A day such as 31 February would be read as one of March.
  const isDay = !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(written);
  return `${isDay && written >= '1000' ? written : '2000-01-01'}T00:00:00Z`;
}

/** xmlbuilder2 4.0 takes `&amp;` in a text for an escaped `&`, so every `&` is handed over escaped. */
const safe = (value: string) => oneLine(value).replaceAll('&', '&amp;');
